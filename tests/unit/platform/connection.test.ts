// The encrypted connection: keyed with exactly 32 bytes or not at all, nothing readable in the file, and the settings that keep it so.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databaseExists, isDatabaseDamage, openDatabase } from '#main/platform/database/connection.ts';

const KEY = new Uint8Array(32).fill(7);
const CANARY = '秘密野カナリア';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-connection-'));
  path = join(folder, 'x.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

function createWithCanary(): void {
  const connection = openDatabase(path, KEY, { create: true });
  connection.exec(`CREATE TABLE people (name TEXT) STRICT; INSERT INTO people VALUES ('${CANARY}')`);
  connection.close();
}

describe('an encrypted database', () => {
  it.each([0, 16, 31, 33, 64])('is not opened with a key of %i bytes, and no file is made', (length) => {
    expect(() => openDatabase(path, new Uint8Array(length), { create: true })).toThrow(RangeError);
    expect(existsSync(path)).toBe(false);
  });

  it('holds no header of SQLite, no name of a table and no word; a plain one does', () => {
    createWithCanary();
    const bytes = readFileSync(path);
    for (const text of ['SQLite format 3', 'CREATE TABLE', 'people', CANARY]) {
      expect(bytes.includes(Buffer.from(text)), text).toBe(false);
    }
    const plainPath = join(folder, 'plain.db');
    const plain = new Database(plainPath);
    plain.exec(`CREATE TABLE people (name TEXT) STRICT; INSERT INTO people VALUES ('${CANARY}')`);
    plain.close();
    for (const text of ['SQLite format 3', 'CREATE TABLE', 'people', CANARY]) {
      expect(readFileSync(plainPath).includes(Buffer.from(text)), text).toBe(true);
    }
  });

  it('opens with its key and with no other: not one bit away, not without one', () => {
    createWithCanary();
    const read = (key: Uint8Array) => {
      const connection = openDatabase(path, key, { create: false });
      try {
        return connection.prepare('SELECT name FROM people').all();
      } finally {
        connection.close();
      }
    };
    expect(read(KEY)).toEqual([{ name: CANARY }]);
    const near = KEY.slice();
    near[31] = 6;
    expect(() => read(near)).toThrow('not a database');
    expect(() => new Database(path).prepare('SELECT * FROM sqlite_master').all()).toThrow('not a database');
  });

  it('leaves the key of its caller as it was', () => {
    const key = KEY.slice();
    openDatabase(path, key, { create: true }).close();
    expect(key).toEqual(KEY);
  });

  it('keeps temporary data in memory, wipes what is deleted, watches references and syncs every commit', () => {
    const connection = openDatabase(path, KEY, { create: true });
    const settings = ['temp_store', 'secure_delete', 'foreign_keys', 'synchronous', 'trusted_schema'].map((name) => [
      name,
      connection.pragma(name, { simple: true }),
    ]);
    expect(Object.fromEntries(settings)).toEqual({
      temp_store: 2,
      secure_delete: 1,
      foreign_keys: 1,
      synchronous: 3,
      trusted_schema: 0,
    });
    expect(connection.pragma('journal_mode', { simple: true })).toBe('delete');
    connection.close();
  });

  it('is not made by opening one that is not there', () => {
    expect(() => openDatabase(path, KEY, { create: false })).toThrow();
    expect(existsSync(path)).toBe(false);
  });

  it('closes its file again when it cannot be opened', () => {
    writeFileSync(path, 'no database at all'.repeat(500));
    expect(() => openDatabase(path, KEY, { create: false })).toThrow('not a database');
    rmSync(path);
    createWithCanary();
  });
});

describe('what is said of a file', () => {
  it('that is empty or not there: no database', () => {
    expect(databaseExists(path)).toBe(false);
    writeFileSync(path, '');
    expect(databaseExists(path)).toBe(false);
    writeFileSync(path, 'x');
    expect(databaseExists(path)).toBe(true);
  });

  it.each([
    ['SQLITE_CORRUPT', true],
    ['SQLITE_CORRUPT_INDEX', true],
    ['SQLITE_NOTADB', true],
    ['SQLITE_CONSTRAINT', false],
    ['SQLITE_FULL', false],
    ['ENOSPC', false],
  ])('whose error is %s: damaged %s', (code, expected) => {
    expect(isDatabaseDamage(Object.assign(new Error('x'), { code }))).toBe(expected);
  });
});
