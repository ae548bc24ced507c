// Handlers of 持ち出しの記録.
import type { Contexts } from '#main/platform/contexts.ts';
import type { handoutsContract } from '#shared/contract/handouts.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { readHandouts, readReasons, reopenHandouts, settleHandouts } from './handouts.service.ts';
import { isNameRefused, namesInReason } from './named-people.ts';

export const handoutsHandlers: HandlersOf<typeof handoutsContract, Contexts> = {
  list: ({ reader }, { subjectId }) => readHandouts(reader, subjectId),
  reasons: ({ reader }) => readReasons(reader),
  findNames: ({ reader }, { kind, ...reason }) => ({
    ...namesInReason(reader, reason),
    isRefused: isNameRefused(kind),
  }),
  settle: (context, input) => {
    settleHandouts(context, input);
    return {};
  },
  reopen: (context, { handoutIds }) => {
    reopenHandouts(context, handoutIds);
    return {};
  },
};
