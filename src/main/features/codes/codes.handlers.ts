// Handlers of the code tables.
import type { Contexts } from '#main/platform/contexts.ts';
import type { codesContract } from '#shared/contract/codes.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { listCodes } from './codes.queries.ts';
import { addCode, reviseCode } from './codes.service.ts';

export const codesHandlers: HandlersOf<typeof codesContract, Contexts> = {
  list: ({ reader }) => listCodes(reader),
  add: ({ writer, newId }, { list, label }) => addCode(writer, list, label, newId),
  revise: ({ writer }, input) => reviseCode(writer, input),
};
