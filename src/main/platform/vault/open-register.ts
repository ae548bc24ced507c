// Makes the database of a new register and opens that of an old one. Holds nothing itself; whoever calls keeps keys and connection.
import { type Connection, openDatabase } from '../database/connection.ts';
import { assertWhole } from '../database/integrity.ts';
import { type Migration, migrate } from '../database/migrator.ts';
import { createHandles, type Writer } from '../database/reader-writer.ts';
import { Refusal } from '../refusal.ts';
import type { Keyring, SnapshotSource } from './keyring.ts';
import type { RegisterFiles } from './register-files.ts';
import { deriveKey, type RegisterKeys } from './register-keys.ts';
import type { SlotFile } from './slot-file.ts';
import { rememberSlotRevision, slotRevisionOf } from './slot-revision.queries.ts';
import { whyNotOpened } from './why-not-opened.ts';

export interface OpeningParts {
  readonly files: RegisterFiles;
  readonly migrations: readonly Migration[];
  /** Fills a new register (shipped code tables, audit row), inside its first transaction. */
  readonly furnish: (writer: Writer, coordinator: string, auditKey: Uint8Array) => void;
  /** The register is about to be brought to a newer schema. When this throws, it is not. */
  readonly beforeMigration: (source: SnapshotSource) => void;
}

/** Prepares the database of a new register: schema, code tables, first audit row. */
export function furnishDatabase(
  { files, migrations, furnish }: OpeningParts,
  keys: RegisterKeys,
  coordinator: string,
): void {
  const databaseKey = deriveKey(keys, 'database');
  const auditKey = deriveKey(keys, 'audit');
  const connection = openDatabase(files.databaseInPreparation, databaseKey, { create: true });
  try {
    migrate(connection, migrations);
    createHandles(connection).transaction((writer) => furnish(writer, coordinator, auditKey));
  } finally {
    connection.close();
    databaseKey.fill(0);
    auditKey.fill(0);
  }
}

/** The file of the slots is always written first: a newer one is what a crash leaves, an older one was put back by somebody. */
function compareRevisions(connection: Connection, file: SlotFile): void {
  const known = slotRevisionOf(connection);
  if (file.revision < known) {
    throw new Refusal('older_key_slots');
  }
  if (file.revision > known) {
    rememberSlotRevision(connection, file.revision);
  }
}

/** @throws Refusal `register_damaged`, `newer_schema`, `busy`, `older_key_slots`; the keys are then forgotten. */
export function openRegister(parts: OpeningParts, keyring: Keyring, file: SlotFile): SnapshotSource {
  const { files, migrations, beforeMigration } = parts;
  let connection: Connection | null = null;
  try {
    connection = keyring.open(files.database);
    const source = { connection, keyring, readSlots: () => files.readSlots() };
    assertWhole(connection);
    migrate(connection, migrations, () => beforeMigration(source));
    compareRevisions(connection, file);
    return source;
  } catch (error) {
    connection?.close();
    keyring.forget();
    throw whyNotOpened(error);
  }
}
