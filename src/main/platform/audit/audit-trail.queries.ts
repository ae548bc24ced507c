// Appends to the audit trail, inside the transaction of the write it tells of. Called by the router and by nobody else.
import type { Writer } from '../database/reader-writer.ts';
import { auditTrail } from '../database/schema/registry.ts';

export interface AuditEntry {
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly subjectId: string | null;
  /** Counts and codes only, never personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
}

export function appendAudit(writer: Writer, entry: AuditEntry): void {
  writer
    .insert(auditTrail)
    .values({ ...entry, detail: JSON.stringify(entry.detail) })
    .run();
}
