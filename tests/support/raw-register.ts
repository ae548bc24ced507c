// Reaches behind the app into the files of a test register: to damage them, to read what is truly in them. For tests only.
import { cpSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Connection, openDatabase } from '#main/platform/database/connection.ts';
import { checksumOf, deriveKey, openSlot, type SlotFile } from '#main/platform/vault/key-slots.ts';
import { TEST_PASSPHRASE } from './test-register.ts';

export const databasePath = (folder: string) => join(folder, 'register.db');
export const slotsPath = (folder: string) => join(folder, 'keyslots.json');

type StoredSlots = SlotFile & { readonly checksum: string };

export function readStoredSlots(folder: string): StoredSlots {
  return JSON.parse(readFileSync(slotsPath(folder), 'utf8'));
}

/** Writes slots as whoever knows our format would: with the checksum that fits. */
export function forgeSlots(folder: string, { checksum: _old, ...file }: StoredSlots): void {
  writeFileSync(slotsPath(folder), JSON.stringify({ ...file, checksum: checksumOf(file) }));
}

export async function dataKeyOf(folder: string, passphrase = TEST_PASSPHRASE): Promise<Buffer> {
  const file = readStoredSlots(folder);
  for (const slot of file.slots) {
    const key = await openSlot(file.registerId, slot, passphrase);
    if (key) {
      return key;
    }
  }
  throw new Error('no slot opens with this passphrase');
}

/** A second connection to the register's database, with its true key. Close it. */
export async function openRaw(folder: string, passphrase = TEST_PASSPHRASE): Promise<Connection> {
  const key = deriveKey(await dataKeyOf(folder, passphrase), 'database');
  return openDatabase(databasePath(folder), key, { create: false });
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

/** Which of the texts stand in clear in the bytes, in UTF-8 or UTF-16. */
export function textsIn(bytes: Buffer, texts: readonly string[]): readonly string[] {
  return texts.filter((text) => {
    const utf16 = Buffer.from(text, 'utf16le');
    return [Buffer.from(text, 'utf8'), utf16, Buffer.from(utf16).swap16()].some((form) => bytes.includes(form));
  });
}
