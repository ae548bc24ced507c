// Handlers of the visits.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { visitsContract } from '#shared/contract/visits.contract.ts';
import { readVisitsOfPerson, recordVisit, reviseVisit, withdrawVisit } from './visits.service.ts';

export const visitsHandlers: HandlersOf<typeof visitsContract, Contexts> = {
  listForPerson: ({ reader }, { personId }) => readVisitsOfPerson(reader, personId),
  record: (context, { personId, visit }) => ({ visitId: recordVisit(context, personId, visit) }),
  revise: (context, { visitId, visit }) => ({ personId: reviseVisit(context, visitId, visit) }),
  withdraw: (context, { visitId }) => ({ personId: withdrawVisit(context, visitId) }),
};
