// Appends to the audit trail, inside the transaction of what it tells of. Called by the router and by nobody else.
import type { Writer } from '../database/reader-writer.ts';
import { auditTrail } from '../database/schema/registry.ts';
import { chainHash } from './audit-chain.ts';
import { auditHeadOf } from './trail-reading.queries.ts';

export interface AuditEntry {
  /** Instant, ISO 8601 UTC. */
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly subjectId: string | null;
  /** Counts and codes only, never personal data. */
  readonly detail: Readonly<Record<string, string | number>>;
}

/** @param key the one derived for the trail; the vault's session has it. */
export function appendAudit(writer: Writer, key: Uint8Array, entry: AuditEntry): void {
  const head = auditHeadOf(writer);
  const row = { ...entry, sequence: head.sequence + 1, detail: JSON.stringify(entry.detail) };
  writer
    .insert(auditTrail)
    .values({ ...row, hash: chainHash(key, head.hash, row) })
    .run();
}
