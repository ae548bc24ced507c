// What a backup needs to know of a database: how much is in it, what changed last, whether it is whole. Reads only; never a name.
import { createHash } from 'node:crypto';
import { operationsOfKind } from '#shared/contract/deeds.ts';
import type { Connection } from '../database/connection.ts';
import { rowCounts } from '../database/migrator.ts';

export interface RegisterCounts {
  readonly people: number;
  readonly visits: number;
  readonly consultations: number;
}

export function countRegister(connection: Connection): RegisterCounts {
  const rows = rowCounts(connection);
  const of = (table: string) => rows.get(table) ?? 0;
  return { people: of('people'), visits: of('visits'), consultations: of('consultations') };
}

export function hasPeople(connection: Connection): boolean {
  return connection.prepare('SELECT 1 FROM people LIMIT 1').get() !== undefined;
}

const quoted = (operations: readonly string[]) => operations.map((operation) => `'${operation}'`).join(', ');

/** Entries of the trail that leave the records as they were: the register was opened, looked at, backed up. */
const CHANGES_NOTHING = `operation NOT IN (${quoted(['vault.unlock', 'backups.make', 'backups.copyTo', ...operationsOfKind('looked')])})`;

/** Stands for the last change of the register: equal in two databases only when the same writes were the last ones. */
export function lastChangeOf(connection: Connection): string {
  const row = connection
    .prepare(
      `SELECT sequence, at, actor, operation, subject_id, detail FROM audit_trail WHERE ${CHANGES_NOTHING} ORDER BY sequence DESC LIMIT 1`,
    )
    .raw()
    .get();
  return createHash('sha256')
    .update(JSON.stringify(row ?? null))
    .digest('hex');
}

/** How many times a record was written or changed after an instant; what is only being typed does not count. */
export function countChangesSince(connection: Connection, instant: string): number {
  const row = connection
    .prepare<[string], { n: number }>(
      `SELECT count(*) AS n FROM audit_trail WHERE ${CHANGES_NOTHING} AND operation NOT LIKE 'drafts.%' AND at > ?`,
    )
    .get(instant);
  return row?.n ?? 0;
}

/** Instant of the last copy that was carried out of this machine, from the audit trail; null before the first. */
export function lastOutsideCopyAt(connection: Connection): string | null {
  const row = connection
    .prepare<[], { at: string | null }>("SELECT max(at) AS at FROM audit_trail WHERE operation = 'backups.copyTo'")
    .get();
  return row?.at ?? null;
}

/** Whether SQLite finds every page, index and row in order. */
export function isWhole(connection: Connection): boolean {
  return connection.pragma('integrity_check(1)', { simple: true }) === 'ok';
}

/** Writes a copy, encrypted under the same key. A failure leaves an empty file behind. */
export function copyInto(connection: Connection, path: string): void {
  connection.prepare('VACUUM INTO ?').run(path);
}
