// Audit rows that found no room on a full disk. They go before whatever is written next, in the same transaction: as long as one is owed
// nothing else is written, and none is written twice.

import { type AuditEntry, appendAudit } from '../platform/audit/audit-trail.queries.ts';
import type { DatabaseHandles, Writer } from '../platform/database/reader-writer.ts';
import { isDiskFull } from '../platform/files/disk-full.ts';

interface Session extends DatabaseHandles {
  readonly auditKey: Uint8Array;
}

export interface OwedRows {
  owe(session: object, entry: AuditEntry): void;
  /** Inside a transaction, before its own rows. */
  pay(session: Session, writer: Writer): void;
  /** That transaction was committed. */
  settled(session: object): void;
  /** In a transaction of its own, when there is anything to pay. @returns whether it is still owed: the disk is still full. */
  tryToPay(session: Session): boolean;
}

export function createOwedRows(): OwedRows {
  const owed = new WeakMap<object, readonly AuditEntry[]>();
  const pay: OwedRows['pay'] = (session, writer) => {
    for (const entry of owed.get(session) ?? []) {
      appendAudit(writer, session.auditKey, entry);
    }
  };
  return {
    owe: (session, entry) => void owed.set(session, [...(owed.get(session) ?? []), entry]),
    pay,
    settled: (session) => void owed.delete(session),
    tryToPay(session) {
      try {
        if (owed.has(session)) {
          session.transaction((writer) => pay(session, writer));
          owed.delete(session);
        }
      } catch (error) {
        if (!isDiskFull(error)) {
          throw error;
        }
      }
      return owed.has(session);
    },
  };
}
