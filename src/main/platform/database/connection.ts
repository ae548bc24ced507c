// Opens and creates the encrypted database file. Never touches it without a key, never lets SQLite write plaintext beside it.
import { statSync } from 'node:fs';
import Database from 'better-sqlite3';

export type Connection = Database.Database;

const KEY_BYTES = 32;

/** Cache in KiB (negative by SQLite's convention): decrypted pages are costly, so keep the whole of a usual register. */
const CACHE_KIB = 65_536;

/**
 * Opens an encrypted database with a raw key.
 *
 * Format: SQLCipher 4 (AES-256-CBC, HMAC-SHA-512 a page), which the council's own tools can read.
 * Journal DELETE with synchronous EXTRA: a commit that was acknowledged has been synced, its directory entry too.
 *
 * @param key exactly 32 bytes; any other length would silently be taken for a passphrase, so it is refused.
 * @throws RangeError for a key of another length; SqliteError `SQLITE_NOTADB` when key and file do not belong together.
 */
export function openDatabase(path: string, key: Uint8Array, options: { readonly create: boolean }): Connection {
  if (key.byteLength !== KEY_BYTES) {
    throw new RangeError('a database key has 32 bytes');
  }
  const connection = new Database(path, { fileMustExist: !options.create });
  const rawKey = Buffer.concat([Buffer.from('raw:'), key]);
  try {
    connection.pragma("cipher='sqlcipher'");
    connection.pragma('legacy=4');
    connection.key(rawKey);
    // Reads page 1, so a wrong key or a damaged head shows itself here and nowhere later.
    connection.prepare('SELECT count(*) FROM sqlite_master').get();
    connection.pragma('temp_store=MEMORY');
    connection.pragma('journal_mode=DELETE');
    connection.pragma('synchronous=EXTRA');
    connection.pragma('secure_delete=ON');
    connection.pragma('foreign_keys=ON');
    connection.pragma('trusted_schema=OFF');
    // Without this, REPLACE deletes a row past the trigger that keeps it.
    connection.pragma('recursive_triggers=ON');
    connection.pragma(`cache_size=-${CACHE_KIB}`);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  } finally {
    rawKey.fill(0);
  }
}

/** Whether SQLite met a page that is not what it wrote: the file was damaged, not the request wrong. */
export function isDatabaseDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(?:CORRUPT|NOTADB)/u.test(String(error.code));
}

/** Size of the file, in bytes, as SQLite counts it. */
export function databaseBytesOf(connection: Connection): number {
  const of = (name: string) => Number(connection.pragma(name, { simple: true }));
  return of('page_count') * of('page_size');
}

/** True when the file is there and holds something. */
export function databaseExists(path: string): boolean {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
