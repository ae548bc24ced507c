// PLACEHOLDER, replaced by its feature.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { visitsContract } from '#shared/contract/visits.contract.ts';

export const visitsHandlers = {} as HandlersOf<typeof visitsContract, Contexts>;
