// The one file of a backup, `.mimamori`: reads it with suspicion, writes it whole. Uses nothing of a database that the MAC does not cover.
//
//   bytes  0-7   "MIMAMORI"
//          8-9   version of this format, 1 (all numbers big-endian)
//         10-13  length H of the header
//         14-21  length D of the database
//         22-53  SHA-256 of bytes 0-21 and the header: tells a file that rotted from a passphrase that is wrong
//         54-    header, H bytes of JSON in UTF-8 (`backup-header.ts`)
//                database, D bytes: SQLCipher 4, encrypted under the register's own key
//                HMAC-SHA-256 of everything before it, under a key derived from the register's data key
import { createHash, type Hmac, timingSafeEqual } from 'node:crypto';
import { closeSync, fstatSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { Refusal } from '../refusal.ts';
import { type BackupHeader, backupHeaderSchema } from './backup-header.ts';

/** Without the dot. */
export const BACKUP_EXTENSION = 'mimamori';

const MAGIC = Buffer.from('MIMAMORI');
const VERSION = 1;
const LENGTHS_END = 22;
const PREFIX_BYTES = 54;
const MAC_BYTES = 32;
const MOST_HEADER_BYTES = 262_144;
const MOST_DATABASE_BYTES = 4 * 1024 ** 3;
const PORTION = 1_048_576;

export interface Container {
  readonly path: string;
  readonly header: BackupHeader;
  /** Everything before the database, as it was read: what the MAC is checked against even if the file changes meanwhile. */
  readonly head: Buffer;
  readonly databaseBytes: number;
  /** Size of the whole file. */
  readonly bytes: number;
}

const digestOf = (lengths: Buffer, header: Buffer) => createHash('sha256').update(lengths).update(header).digest();

/** Hands on what the file holds between two places. @throws Refusal `backup_damaged` when it ends before. */
function readPortions(handle: number, from: number, to: number, take: (bytes: Buffer) => void): void {
  const buffer = Buffer.allocUnsafe(PORTION);
  for (let at = from; at < to; ) {
    const read = readSync(handle, buffer, 0, Math.min(PORTION, to - at), at);
    if (read === 0) {
      throw new Refusal('backup_damaged');
    }
    take(buffer.subarray(0, read));
    at += read;
  }
}

function readBytes(handle: number, from: number, length: number): Buffer {
  const parts: Buffer[] = [];
  readPortions(handle, from, from + length, (bytes) => parts.push(Buffer.from(bytes)));
  return Buffer.concat(parts);
}

function writeAll(handle: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.byteLength; ) {
    offset += writeSync(handle, bytes, offset);
  }
}

function withFile<Value>(path: string, flags: string, work: (handle: number) => Value): Value {
  const handle = openSync(path, flags, 0o600);
  try {
    return work(handle);
  } finally {
    closeSync(handle);
  }
}

/** Writes the container to `path` and syncs it. The database is read from `databasePath` as it is, encrypted. */
export function writeContainer(path: string, header: BackupHeader, databasePath: string, mac: Hmac): void {
  const json = Buffer.from(JSON.stringify(backupHeaderSchema.parse(header)));
  if (json.byteLength > MOST_HEADER_BYTES) {
    throw new RangeError('the header of a backup is too long');
  }
  const lengths = Buffer.alloc(LENGTHS_END);
  const databaseBytes = statSync(databasePath).size;
  MAGIC.copy(lengths);
  lengths.writeUInt16BE(VERSION, 8);
  lengths.writeUInt32BE(json.byteLength, 10);
  lengths.writeBigUInt64BE(BigInt(databaseBytes), 14);
  withFile(path, 'w', (target) => {
    const put = (bytes: Uint8Array) => {
      mac.update(bytes);
      writeAll(target, bytes);
    };
    put(Buffer.concat([lengths, digestOf(lengths, json), json]));
    withFile(databasePath, 'r', (from) => readPortions(from, 0, databaseBytes, put));
    writeAll(target, mac.digest());
    fsyncSync(target);
  });
}

function parseHeader(json: Buffer): BackupHeader {
  try {
    return backupHeaderSchema.parse(JSON.parse(json.toString('utf8')));
  } catch {
    throw new Refusal('backup_damaged');
  }
}

function readHead(handle: number, path: string): Container {
  const stats = fstatSync(handle);
  if (!stats.isFile()) {
    throw new Refusal('file_unreadable');
  }
  if (stats.size < PREFIX_BYTES + MAC_BYTES) {
    throw new Refusal('not_a_backup');
  }
  const prefix = readBytes(handle, 0, PREFIX_BYTES);
  if (!prefix.subarray(0, MAGIC.byteLength).equals(MAGIC)) {
    throw new Refusal('not_a_backup');
  }
  const headerBytes = prefix.readUInt32BE(10);
  const databaseBytes = Number(prefix.readBigUInt64BE(14));
  const isPossible = headerBytes <= MOST_HEADER_BYTES && databaseBytes <= MOST_DATABASE_BYTES;
  if (!isPossible || stats.size !== PREFIX_BYTES + headerBytes + databaseBytes + MAC_BYTES) {
    throw new Refusal('backup_damaged');
  }
  const json = readBytes(handle, PREFIX_BYTES, headerBytes);
  if (!digestOf(prefix.subarray(0, LENGTHS_END), json).equals(prefix.subarray(LENGTHS_END))) {
    throw new Refusal('backup_damaged');
  }
  if (prefix.readUInt16BE(8) !== VERSION) {
    throw new Refusal('newer_schema');
  }
  const header = parseHeader(json);
  return { path, header, head: Buffer.concat([prefix, json]), databaseBytes, bytes: stats.size };
}

/**
 * Reads what a backup says of itself. That it is whole and ours is only known after `checkContainer`.
 * @throws Refusal `file_unreadable`, `not_a_backup`, `backup_damaged`, `newer_schema`.
 */
export function readContainer(path: string): Container {
  try {
    // A pipe or a device has no end, and opening one may wait for ever.
    if (!statSync(path).isFile()) {
      throw new Refusal('file_unreadable');
    }
    return withFile(path, 'r', (handle) => readHead(handle, path));
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('file_unreadable');
  }
}

/**
 * Reads the whole file and compares its MAC; `take` is handed the encrypted database on the way and must not use it before this returns.
 * @throws Refusal `backup_damaged` when one bit is not as it was written.
 */
export function checkContainer(
  { path, head, databaseBytes }: Container,
  mac: Hmac,
  take: (bytes: Buffer) => void = () => {},
): void {
  withFile(path, 'r', (handle) => {
    mac.update(head);
    const end = head.byteLength + databaseBytes;
    readPortions(handle, head.byteLength, end, (bytes) => {
      mac.update(bytes);
      take(bytes);
    });
    if (!timingSafeEqual(mac.digest(), readBytes(handle, end, MAC_BYTES))) {
      throw new Refusal('backup_damaged');
    }
  });
}

/** Writes the encrypted database of a backup to `target` and syncs it. Throws before anybody could use it. @throws as `checkContainer`. */
export function extractDatabase(container: Container, mac: Hmac, target: string): void {
  withFile(target, 'w', (handle) => {
    checkContainer(container, mac, (bytes) => writeAll(handle, bytes));
    fsyncSync(handle);
  });
}

/** Writes the whole file, as it is, to an open one. */
export function copyBytes({ path, bytes }: Container, target: number): void {
  withFile(path, 'r', (handle) => readPortions(handle, 0, bytes, (portion) => writeAll(target, portion)));
}
