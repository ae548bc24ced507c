// Says whether an opened register is whole: every page that is in use, every reference. Reads all of it once; repairs nothing.
import { Refusal } from '../refusal.ts';
import type { Connection } from './connection.ts';
import { schemaVersionOf } from './migrator.ts';

/**
 * Walks every page of every table and index. The cipher vouches for each page with an HMAC, so that one flipped bit anywhere in a page
 * that is in use is found. Whether index and table tell the same, which takes three times as long, is left to whoever has the time.
 */
const isInOrder = (connection: Connection) => connection.pragma('quick_check(1)', { simple: true }) === 'ok';

const hasLostReferences = (connection: Connection) => (connection.pragma('foreign_key_check') as unknown[]).length > 0;

/**
 * Once at unlock, before anything is written. Measured in docs/verified.md.
 * @throws Refusal `register_damaged`; SQLite's own error where it cannot even go on reading.
 */
export function assertWhole(connection: Connection): void {
  // An empty file opens with any key. Where a register was, that is a loss, never a new register.
  if (schemaVersionOf(connection) === 0 || !isInOrder(connection) || hasLostReferences(connection)) {
    throw new Refusal('register_damaged');
  }
}
