// Brings a register to this version's schema, or refuses. Never guesses, never runs a migration twice or out of order.
// The stock runner of drizzle cascades deletes during table rebuilds and opens newer databases without complaint; hence our own.
import type { Connection } from './connection.ts';

export interface Migration {
  /** Its number: 1 for the first. Becomes `user_version`. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /** Tables that this migration empties or drops on purpose; all others must keep their row counts. */
  readonly deletesFrom: readonly string[];
}

export class NewerSchemaError extends Error {
  override readonly name = 'NewerSchemaError';
}

/** Orders migrations by the number in their file name (`0000_initial.sql` is version 1) and reads their declared deletions. */
export function readMigrations(files: Readonly<Record<string, string>>): readonly Migration[] {
  const migrations = Object.entries(files)
    .map(([path, sql]) => {
      const match = /(\d{4})_([\w-]+)\.sql$/u.exec(path);
      if (!match?.[1] || !match[2]) {
        throw new Error(`not a migration's name: ${path}`);
      }
      const deletesFrom = [...sql.matchAll(/^-- deletes from: (\w+)$/gmu)].map((found) => found[1] ?? '');
      return { version: Number(match[1]) + 1, name: match[2], sql, deletesFrom };
    })
    .sort((a, b) => a.version - b.version);
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) {
      throw new Error(`migration ${migration.version} is out of order`);
    }
  });
  return migrations;
}

export function schemaVersionOf(connection: Connection): number {
  return Number(connection.pragma('user_version', { simple: true }));
}

/** Rows of every table. */
export function rowCounts(connection: Connection): Map<string, number> {
  const tables = connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all();
  return new Map(
    tables.map(({ name }) => [
      name,
      connection.prepare<[], { n: number }>(`SELECT count(*) AS n FROM "${name}"`).get()?.n ?? 0,
    ]),
  );
}

function apply(connection: Connection, migration: Migration): void {
  const before = rowCounts(connection);
  connection.exec(migration.sql.replaceAll('--> statement-breakpoint', ''));
  const violations = connection.pragma('foreign_key_check') as unknown[];
  if (violations.length > 0) {
    throw new Error(`migration ${migration.version} breaks ${violations.length} references`);
  }
  const after = rowCounts(connection);
  for (const [table, rows] of before) {
    if (!migration.deletesFrom.includes(table) && after.get(table) !== rows) {
      throw new Error(`migration ${migration.version} changes the number of rows of ${table}`);
    }
  }
  connection.pragma(`user_version=${migration.version}`);
}

/**
 * Applies what is missing, each migration in a transaction of its own together with its `user_version`.
 *
 * @param beforeFirst called once before the first change to an existing register: the place for a verified backup.
 * @returns the versions that were applied.
 * @throws NewerSchemaError when the register was written by a newer version; the file is not touched.
 */
export function migrate(
  connection: Connection,
  migrations: readonly Migration[],
  beforeFirst: () => void = () => {},
): readonly number[] {
  const current = schemaVersionOf(connection);
  if (current > migrations.length) {
    throw new NewerSchemaError();
  }
  const missing = migrations.filter((migration) => migration.version > current);
  if (missing.length > 0 && current > 0) {
    beforeFirst();
  }
  // Inside a transaction this pragma does nothing, and a table rebuild would cascade into the children.
  connection.pragma('foreign_keys=OFF');
  try {
    for (const migration of missing) {
      connection.transaction(() => apply(connection, migration)).exclusive();
    }
  } finally {
    connection.pragma('foreign_keys=ON');
  }
  return missing.map((migration) => migration.version);
}
