// The arithmetic of the audit chain: what a row's hash is. Pure; never sees the data key, only the key derived for the trail.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A row of the trail without its hash. */
export interface AuditRow {
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly operation: string;
  readonly subjectId: string | null;
  /** JSON, as stored. */
  readonly detail: string;
}

/** What stands before the first row. */
export const CHAIN_START = '0'.repeat(64);

/**
 * HMAC-SHA-256, hex, over the hash before and every column in a fixed order. A JSON array keeps the borders of the columns, so that
 * no two different rows read the same.
 */
export function chainHash(key: Uint8Array, before: string, row: AuditRow): string {
  const { sequence, at, actor, operation, subjectId, detail } = row;
  return createHmac('sha256', key)
    .update(JSON.stringify([before, sequence, at, actor, operation, subjectId, detail]))
    .digest('hex');
}

export function isSameHash(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
}
