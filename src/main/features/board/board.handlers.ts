// PLACEHOLDER, replaced by its feature.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { boardContract } from '#shared/contract/board.contract.ts';

export const boardHandlers = {} as HandlersOf<typeof boardContract, Contexts>;
