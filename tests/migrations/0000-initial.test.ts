// The first migration makes exactly the tables that the code believes in: same columns, types, defaults, keys and references, all STRICT.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTableName, is, SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, openDatabase } from '#main/platform/database/connection.ts';
import { migrations } from '#main/platform/database/migrations.ts';
import { migrate } from '#main/platform/database/migrator.ts';

const modules = import.meta.glob<Record<string, unknown>>('../../src/main/platform/database/schema/*.ts', {
  eager: true,
});
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value) => is(value, SQLiteTable));

interface ColumnInfo {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

let folder: string;
let connection: Connection;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mimamori-schema-'));
  connection = openDatabase(join(folder, 'x.db'), new Uint8Array(32).fill(7), { create: true });
  migrate(connection, migrations.slice(0, 1));
});
afterAll(() => {
  connection.close();
  rmSync(folder, { recursive: true });
});

/** A default as SQLite keeps it: `'{}'`, `0`, `true`. */
function defaultOf(value: unknown): string | null {
  if (value === undefined || value === null || is(value, SQL)) {
    return null;
  }
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function columnsInCode(table: SQLiteTable) {
  const { columns, primaryKeys } = getTableConfig(table);
  const keys = primaryKeys.flatMap((key) => key.columns.map(({ name }) => name));
  return columns
    .map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      isRequired: column.notNull,
      default: defaultOf(column.default),
      isKey: column.primary || keys.includes(column.name),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function columnsInFile(name: string) {
  return (connection.pragma(`table_info("${name}")`) as ColumnInfo[])
    .map((column) => ({
      name: column.name,
      type: column.type,
      isRequired: column.notnull === 1,
      default: column.dflt_value,
      isKey: column.pk > 0,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

describe('the first migration', () => {
  it('makes the tables of the code and no others, all of them STRICT', () => {
    const made = connection
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
      )
      .all();
    expect(made.map(({ name }) => name).sort()).toEqual(tables.map(getTableName).sort());
    expect(tables.length).toBeGreaterThan(10);
    expect(made.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    'makes the columns of %s as the code has them',
    (name, table) => {
      expect(columnsInFile(name)).toEqual(columnsInCode(table));
    },
  );

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    'makes the references of %s as the code has them',
    (name, table) => {
      const inFile = (
        connection.pragma(`foreign_key_list("${name}")`) as {
          table: string;
          from: string;
          to: string;
          on_delete: string;
        }[]
      ).map(({ table, from, to, on_delete }) => `${from} -> ${table}.${to} ${on_delete.toLowerCase()}`);
      const inCode = getTableConfig(table).foreignKeys.map((key) => {
        const { columns, foreignTable, foreignColumns } = key.reference();
        return `${columns[0]?.name} -> ${getTableName(foreignTable)}.${foreignColumns[0]?.name} ${key.onDelete ?? 'no action'}`;
      });
      expect(inFile.sort()).toEqual(inCode.sort());
    },
  );

  it.each(tables.map((table) => [getTableName(table), table] as const))(
    'makes the indexes of %s as the code has them',
    (name, table) => {
      const inFile = (connection.pragma(`index_list("${name}")`) as { name: string; unique: number; origin: string }[])
        .filter(({ origin }) => origin === 'c')
        .map((index) => {
          const columns = connection.pragma(`index_info("${index.name}")`) as { name: string }[];
          return `${index.name} (${columns.map((column) => column.name).join()})${index.unique === 1 ? ' unique' : ''}`;
        });
      const { indexes, columns } = getTableConfig(table);
      const inCode = [
        ...indexes.map(({ config }) => {
          const names = config.columns.map((column) => ('name' in column ? column.name : ''));
          return `${config.name} (${names.join()})${config.unique ? ' unique' : ''}`;
        }),
        ...columns.filter(({ isUnique }) => isUnique).map((column) => `${column.uniqueName} (${column.name}) unique`),
      ];
      expect(inFile.sort()).toEqual(inCode.sort());
    },
  );

  it('would be caught if it lacked, added or changed a column: the control', () => {
    const settings = tables.find((table) => getTableName(table) === 'settings');
    connection.exec('BEGIN; ALTER TABLE settings ADD COLUMN extra TEXT');
    const added = columnsInFile('settings');
    connection.exec('ROLLBACK');
    expect(settings && columnsInCode(settings)).not.toEqual(added);
    expect(settings && columnsInCode(settings)).toEqual(columnsInFile('settings'));
  });

  it('lets no record of a person be deleted while others speak of it', () => {
    const references = tables.flatMap((table) =>
      getTableConfig(table)
        .foreignKeys.filter((key) => ['people', 'supporters'].includes(getTableName(key.reference().foreignTable)))
        .map((key) => key.onDelete),
    );
    expect(references.length).toBeGreaterThan(5);
    expect(new Set(references)).toEqual(new Set(['restrict']));
  });

  it("refuses what is not of a column's type: text where a number belongs", () => {
    expect(() =>
      connection.exec("INSERT INTO codes (list, code, label, position) VALUES ('a', 'b', 'c', 'last')"),
    ).toThrow('cannot store TEXT');
  });

  it('makes a trail that takes rows and gives none back: not one can be changed, deleted or replaced', () => {
    const insert = "INTO audit_trail (sequence, at, actor, operation, hash) VALUES (1, 'x', 'y', 'z', '0')";
    connection.exec(`INSERT ${insert}`);
    for (const statement of [
      "UPDATE audit_trail SET actor = 'somebody else'",
      'UPDATE audit_trail SET sequence = 2',
      'DELETE FROM audit_trail',
      'DELETE FROM audit_trail WHERE sequence = 1',
      `REPLACE ${insert}`,
      `INSERT OR REPLACE ${insert.replace("'y'", "'other'")}`,
    ]) {
      expect(() => connection.exec(statement), statement).toThrow('append-only');
    }
    expect(() => connection.exec(`INSERT ${insert}`)).toThrow('UNIQUE');
    expect(connection.prepare('SELECT actor FROM audit_trail').all()).toEqual([{ actor: 'y' }]);
  });

  it('is the only one so far, and makes version 1', () => {
    expect(migrations.map(({ version, name }) => [version, name])).toEqual([[1, 'initial']]);
    expect(connection.pragma('user_version', { simple: true })).toBe(1);
  });
});
