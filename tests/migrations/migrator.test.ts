// The guards of the migrator, with migrations made for the test, on an encrypted file: whatever goes wrong, the old version stays whole.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, openDatabase } from '#main/platform/database/connection.ts';
import {
  type Migration,
  migrate,
  NewerSchemaError,
  readMigrations,
  schemaVersionOf,
} from '#main/platform/database/migrator.ts';

const KEY = new Uint8Array(32).fill(7);
const FIRST: Migration = {
  version: 1,
  name: 'initial',
  deletesFrom: [],
  sql: `CREATE TABLE parents (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL) STRICT;
--> statement-breakpoint
CREATE TABLE children (id TEXT PRIMARY KEY NOT NULL, parent TEXT NOT NULL REFERENCES parents (id) ON DELETE CASCADE) STRICT;`,
};

let folder: string;
let connection: Connection;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-migrator-'));
  connection = openDatabase(join(folder, 'x.db'), KEY, { create: true });
  migrate(connection, [FIRST]);
  connection.exec(
    `INSERT INTO parents VALUES ('p1', '架空'), ('p2', '見本'); INSERT INTO children VALUES ('c1', 'p1')`,
  );
});
afterEach(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

const second = (sql: string, deletesFrom: readonly string[] = []): Migration => ({
  version: 2,
  name: 'second',
  sql,
  deletesFrom,
});
const count = (table: string) =>
  connection.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? -1;
const foreignKeys = () => connection.pragma('foreign_keys', { simple: true });

function expectOldVersionWhole(): void {
  expect([schemaVersionOf(connection), count('parents'), count('children'), foreignKeys()]).toEqual([1, 2, 1, 1]);
  expect(connection.inTransaction).toBe(false);
}

describe('a migration', () => {
  it('is applied once, with its version, and foreign keys are watched again afterwards', () => {
    const migrations = [FIRST, second('ALTER TABLE parents ADD COLUMN kana TEXT;')];
    expect(migrate(connection, migrations)).toEqual([2]);
    expect(schemaVersionOf(connection)).toBe(2);
    expect(foreignKeys()).toBe(1);
    expect(migrate(connection, migrations)).toEqual([]);
    expect(() => connection.exec("INSERT INTO children VALUES ('c9', 'nobody')")).toThrow('FOREIGN KEY');
  });

  it('that rebuilds a table keeps its children: the stock runner would cascade them away', () => {
    const rebuild = `PRAGMA foreign_keys=OFF;
CREATE TABLE parents_new (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, kana TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO parents_new (id, name) SELECT id, name FROM parents;
DROP TABLE parents;
ALTER TABLE parents_new RENAME TO parents;
PRAGMA foreign_keys=ON;`;
    migrate(connection, [FIRST, second(rebuild)]);
    expect([count('parents'), count('children')]).toEqual([2, 1]);

    // The control: with foreign keys watched, the same rebuild inside a transaction loses the child.
    connection.transaction(() => connection.exec(rebuild.replaceAll('parents_new', 'parents_other')))();
    expect(count('children')).toBe(0);
  });

  it.each([
    ['loses rows', "DELETE FROM parents WHERE id = 'p2';"],
    ['loses a whole table', 'DROP TABLE children;'],
    ['invents rows', "INSERT INTO parents VALUES ('p3', '増');"],
    ['breaks a reference', "UPDATE children SET parent = 'nobody';"],
    ['fails at its end', 'ALTER TABLE parents ADD COLUMN kana TEXT; INSERT INTO nowhere VALUES (1);'],
    ['is no SQL', 'CREATE TABEL x;'],
  ])('that %s is undone whole, and the old version stays', (_what, sql) => {
    expect(() => migrate(connection, [FIRST, second(sql)])).toThrow();
    expectOldVersionWhole();
    expect(connection.pragma('table_info(parents)')).toHaveLength(2);
  });

  it('may lose the rows of a table that it names, and only of that', () => {
    const sql = '-- deletes from: children\nDELETE FROM children;';
    const named = readMigrations({ './migrations/0000_first.sql': FIRST.sql, './migrations/0001_less.sql': sql });
    expect(named[1]).toMatchObject({ version: 2, name: 'less', deletesFrom: ['children'] });
    migrate(connection, named);
    expect([count('parents'), count('children')]).toEqual([2, 0]);

    const more = { version: 3, name: 'third', sql: 'DELETE FROM parents;', deletesFrom: ['children'] };
    expect(() => migrate(connection, [...named, more])).toThrow('number of rows of parents');
    expect([schemaVersionOf(connection), count('parents')]).toEqual([2, 2]);
  });

  it('keeps those before it when it fails', () => {
    const third = { version: 3, name: 'third', sql: 'DROP TABLE nowhere;', deletesFrom: [] };
    expect(() => migrate(connection, [FIRST, second('ALTER TABLE parents ADD COLUMN kana TEXT;'), third])).toThrow();
    expect(schemaVersionOf(connection)).toBe(2);
    expect(foreignKeys()).toBe(1);
    expect(
      migrate(connection, [FIRST, second('-'), { ...third, sql: 'CREATE TABLE nowhere (x TEXT) STRICT;' }]),
    ).toEqual([3]);
  });

  it('is preceded by one call for a backup, and only when there is something to lose', () => {
    let calls = 0;
    const backup = () => {
      calls += 1;
      expect(schemaVersionOf(connection)).toBe(1);
    };
    migrate(connection, [FIRST], backup);
    expect(calls).toBe(0);
    const third = { version: 3, name: 'third', sql: 'CREATE TABLE y (x TEXT) STRICT;', deletesFrom: [] };
    migrate(connection, [FIRST, second('CREATE TABLE x (x TEXT) STRICT;'), third], backup);
    expect(calls).toBe(1);
    const empty = openDatabase(join(folder, 'empty.db'), KEY, { create: true });
    migrate(empty, [FIRST], backup);
    empty.close();
    expect(calls).toBe(1);
  });

  it('does not begin when the backup before it fails', () => {
    const noBackup = () => {
      throw new Error('no space for the backup');
    };
    expect(() => migrate(connection, [FIRST, second('DROP TABLE children;', ['children'])], noBackup)).toThrow(
      'backup',
    );
    expectOldVersionWhole();
  });

  it('that was cut off by a crash leaves the old version in the file', () => {
    connection.close();
    const path = join(folder, 'x.db');
    const before = readFileSync(path);
    connection = openDatabase(path, KEY, { create: false });
    const interrupted = second('ALTER TABLE parents ADD COLUMN kana TEXT;');
    let atCrash: Buffer | null = null;
    const looking: Migration = {
      ...interrupted,
      get sql() {
        return interrupted.sql;
      },
      get deletesFrom() {
        // Asked for after the SQL has run and before the commit.
        atCrash = readFileSync(path);
        return [];
      },
    };
    migrate(connection, [FIRST, looking]);
    expect(atCrash).not.toBeNull();
    expect(before.equals(atCrash ?? Buffer.alloc(0))).toBe(true);
    expect(schemaVersionOf(connection)).toBe(2);
  });
});

describe('a register of a newer version', () => {
  it('is refused before anything is done to it', () => {
    connection.pragma('user_version=3');
    let isAsked = false;
    const backup = () => {
      isAsked = true;
    };
    expect(() => migrate(connection, [FIRST, second('DROP TABLE children;')], backup)).toThrow(NewerSchemaError);
    expect([schemaVersionOf(connection), count('children'), isAsked]).toEqual([3, 1, false]);
  });
});

describe('the files of the migrations', () => {
  it.each([
    ['a number is missing', ['0000_a.sql', '0002_c.sql']],
    ['a number is used twice', ['0000_a.sql', '0000_b.sql']],
    ['the first is missing', ['0001_b.sql']],
    ['a name is none', ['0000_a.sql', 'notes.sql']],
  ])('are refused when %s', (_what, names) => {
    expect(() => readMigrations(Object.fromEntries(names.map((name) => [`./migrations/${name}`, ''])))).toThrow();
  });

  it('are put in the order of their numbers, however they were found', () => {
    const found = readMigrations({ 'x/0001_b.sql': 'B', 'x/0000_a.sql': 'A', 'x/0002_c.sql': 'C' });
    expect(found.map(({ version, name, sql }) => [version, name, sql])).toEqual([
      [1, 'a', 'A'],
      [2, 'b', 'B'],
      [3, 'c', 'C'],
    ]);
  });
});
