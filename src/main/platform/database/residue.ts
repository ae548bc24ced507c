// Writes the database file anew, so that nothing of what was deleted is left between its records. Cannot run inside a transaction.
import type { Connection } from './connection.ts';

/**
 * `secure_delete` overwrites what is deleted, but not every copy that the tree of a table made of it while it moved rows. VACUUM
 * copies the rows that are there and nothing else; its working copy is in memory, its journal encrypted like the file.
 * @throws SqliteError `SQLITE_FULL` when there is no room for the journal; the file is then as it was.
 */
export function clearResidue(connection: Connection): void {
  connection.pragma('secure_delete=ON');
  connection.exec('VACUUM');
}
