// Handler of the Today screen.
import type { Contexts } from '#main/platform/contexts.ts';
import type { boardContract } from '#shared/contract/board.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { readToday } from './today-board.ts';

export const boardHandlers: HandlersOf<typeof boardContract, Contexts> = {
  today: ({ reader, today }) => readToday(reader, today),
};
