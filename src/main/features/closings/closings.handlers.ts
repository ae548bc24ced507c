// Handlers of 月のしめ.
import type { Contexts } from '#main/platform/contexts.ts';
import type { closingsContract } from '#shared/contract/closings.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { readChecklist } from './closing-checklist.ts';
import { closeMonth, readOverview } from './closings.service.ts';

export const closingsHandlers: HandlersOf<typeof closingsContract, Contexts> = {
  overview: ({ reader, today }) => readOverview(reader, today),
  checklist: ({ reader, today }, { month }) => readChecklist(reader, month, today),
  close: (context, { month }) => {
    closeMonth(context, month);
    return {};
  },
};
