// Reaches behind the app into the files of a test register: to damage them, to read what is truly in them. For tests only.
import { createDecipheriv } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, openDatabase } from '#main/platform/database/connection.ts';
import { deriveKey, type RegisterKeys } from '#main/platform/vault/register-keys.ts';
import { checksumOf, openSlots, type SlotFile } from '#main/platform/vault/slot-file.ts';
import { TEST_PASSPHRASE } from './test-register.ts';

export const databasePath = (folder: string) => join(folder, 'register.db');
export const slotsPath = (folder: string) => join(folder, 'keyslots.json');
export const twinPath = (folder: string) => join(folder, 'keyslots.twin.json');
/** What lies in the folder of a register that is shut. */
export const REGISTER_FILES = ['audit-head.json', 'keyslots.json', 'keyslots.twin.json', 'register.db'];

export type StoredSlots = SlotFile & { readonly checksum: string };

export function readStoredSlots(folder: string): StoredSlots {
  return JSON.parse(readFileSync(slotsPath(folder), 'utf8'));
}

/** Puts this in the place of the slots and of their twin. */
export function overwriteSlots(folder: string, content: string): void {
  writeFileSync(slotsPath(folder), content);
  writeFileSync(twinPath(folder), content);
}

/** Writes slots as whoever knows our format would: with the checksum that fits. The MAC stays what it was. */
export function forgeSlots(folder: string, { checksum: _old, ...file }: StoredSlots): void {
  overwriteSlots(folder, JSON.stringify({ ...file, checksum: checksumOf(file) }));
}

export async function keysOf(folder: string, passphrase = TEST_PASSPHRASE): Promise<RegisterKeys> {
  const { checksum: _checksum, ...file } = readStoredSlots(folder);
  const opened = await openSlots(file, { passphrase, slot: null });
  if (!opened) {
    throw new Error('no slot opens with this passphrase');
  }
  return opened.keys;
}

/** A second connection to the register's database, with its true key. Close it. */
export async function openRaw(folder: string, passphrase = TEST_PASSPHRASE): Promise<Connection> {
  const key = deriveKey(await keysOf(folder, passphrase), 'database');
  return openDatabase(databasePath(folder), key, { create: false });
}

const PAGE = 4096;
const SALT = 16;
const IV = 16;
/** Initialisation vector and HMAC-SHA-512 at the end of each page, as SQLCipher 4 writes them. */
const RESERVED = IV + 64;

/**
 * Every page of the database file in clear, free ones too, decrypted without SQLite: what somebody with the key and a hex editor
 * would see.
 */
export async function decryptedPages(folder: string, passphrase = TEST_PASSPHRASE): Promise<readonly Buffer[]> {
  const key = deriveKey(await keysOf(folder, passphrase), 'database');
  const file = readFileSync(databasePath(folder));
  return Array.from({ length: file.byteLength / PAGE }, (_, index) => {
    const page = file.subarray(index * PAGE, (index + 1) * PAGE);
    const end = PAGE - RESERVED;
    const decipher = createDecipheriv('aes-256-cbc', key, page.subarray(end, end + IV)).setAutoPadding(false);
    return Buffer.concat([decipher.update(page.subarray(index === 0 ? SALT : 0, end)), decipher.final()]);
  });
}

/** Turns over one bit of each given byte. */
export function flipBytes(path: string, ...offsets: readonly number[]): void {
  const bytes = readFileSync(path);
  for (const offset of offsets) {
    bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  }
  writeFileSync(path, bytes);
}

/** What a sudden end would leave: the files as they are at this moment. */
export function copyAsAfterCrash(folder: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'mimamori-crash-')), 'register');
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** Every file under a folder. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}

/** Hashes and ids are made of these characters: a short text of them alone stands in one by chance. */
const MAY_BE_CHANCE = /^[0-9a-f-]{0,7}$/iu;

/**
 * Which of the texts stand in clear in the bytes, in UTF-8 or UTF-16.
 * @throws Error for a text that a hash or an id would hold by chance.
 */
export function textsIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  const [unsafe] = texts.filter((text) => MAY_BE_CHANCE.test(text));
  if (unsafe !== undefined) {
    throw new Error(`'${unsafe}' would be found by chance`);
  }
  return texts.filter((text) => {
    const utf16 = Buffer.from(text, 'utf16le');
    return [Buffer.from(text, 'utf8'), utf16, Buffer.from(utf16).swap16()].some((form) => bytes.includes(form));
  });
}
