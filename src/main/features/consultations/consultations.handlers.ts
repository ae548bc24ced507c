// Handlers of the consultations.
import type { Contexts } from '#main/platform/contexts.ts';
import type { consultationsContract } from '#shared/contract/consultations.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import {
  markAcknowledged,
  markNextStep,
  readConsultation,
  readConsultations,
  readConsultationsOfPerson,
  recordConsultation,
  reviseConsultation,
  withdrawConsultation,
} from './consultations.service.ts';

export const consultationsHandlers: HandlersOf<typeof consultationsContract, Contexts> = {
  list: ({ reader }) => readConsultations(reader),
  listForPerson: ({ reader }, { personId }) => readConsultationsOfPerson(reader, personId),
  get: ({ reader }, { consultationId }) => readConsultation(reader, consultationId),
  record: (context, { consultation }) => ({ consultationId: recordConsultation(context, consultation) }),
  revise: (context, { consultationId, consultation }) => {
    reviseConsultation(context, consultationId, consultation);
    return {};
  },
  markNextStep: (context, { consultationId, doneOn }) => ({ personId: markNextStep(context, consultationId, doneOn) }),
  markAcknowledged: (context, { consultationId, acknowledgedOn }) => ({
    personId: markAcknowledged(context, consultationId, acknowledgedOn),
  }),
  withdraw: (context, { consultationId }) => ({ personId: withdrawConsultation(context, consultationId) }),
};
