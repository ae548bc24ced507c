// PLACEHOLDER, replaced by its feature.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { consultationsContract } from '#shared/contract/consultations.contract.ts';

export const consultationsHandlers = {} as HandlersOf<typeof consultationsContract, Contexts>;
