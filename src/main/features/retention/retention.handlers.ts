// Handlers of the end of a record.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { retentionContract } from '#shared/contract/retention.contract.ts';
import { type CertificateParts, printCertificate, readCertificate, readCertificates } from './certificates.ts';
import { type ErasureParts, erasePeople, ownBackups, previewErasure } from './erasure.ts';
import { holdRecord, readEndedPeople, readStanding, readTermOf, releaseHold } from './retention.service.ts';

export function createRetentionHandlers(
  parts: ErasureParts & CertificateParts,
): HandlersOf<typeof retentionContract, Contexts> {
  return {
    list: ({ reader, today }) => readEndedPeople(reader, today),
    standing: ({ reader, today }) => readStanding(reader, today),
    ofPerson: ({ reader, today }, { personId }) => readTermOf(reader, personId, today),
    hold: (context, input) => {
      holdRecord(context, input);
      return {};
    },
    release: ({ writer }, { personId }) => {
      releaseHold(writer, personId);
      return {};
    },
    preview: (context, { personIds }) => previewErasure(parts, context, personIds),
    erase: (context, input) => erasePeople(parts, context, input),
    certificates: ({ reader }) => readCertificates(reader, ownBackups(parts)),
    certificate: ({ reader }, { number }) => readCertificate(reader, number, ownBackups(parts)),
    printCertificate: (context, { number }) => printCertificate(context, parts, number),
  };
}
