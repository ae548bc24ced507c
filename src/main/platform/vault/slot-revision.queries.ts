// The last revision of the slot file that this database saw, kept inside it: an older slot file put in place is noticed at unlock.
import type { Connection } from '../database/connection.ts';

const KEY = 'keySlotsRevision';

/** 0 before the first. */
export function slotRevisionOf(connection: Connection): number {
  const row = connection.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?').get(KEY);
  return Number(row?.value ?? 0);
}

/** Inside the transaction of the change, where there is one. */
export function rememberSlotRevision(connection: Connection, revision: number): void {
  connection
    .prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(KEY, String(revision));
}
