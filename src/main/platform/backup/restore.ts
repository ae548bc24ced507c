// Opens a backup with its passphrase or the recovery code of its time, and lays it ready to take the register's place. Touches the register itself only through the swap.
import { rmSync } from 'node:fs';
import type { Connection } from '../database/connection.ts';
import { type Migration, migrate, NewerSchemaError, schemaVersionOf } from '../database/migrator.ts';
import { createHandles, type Writer } from '../database/reader-writer.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { assertSpaceFor } from '../files/free-space.ts';
import { Refusal } from '../refusal.ts';
import { type Keyring, keyringOf } from '../vault/keyring.ts';
import type { RegisterFiles } from '../vault/register-files.ts';
import { wipeKeys } from '../vault/register-keys.ts';
import { openSlots, type Proof } from '../vault/slot-file.ts';
import type { WrongTries } from '../vault/wrong-tries.ts';
import { type Container, checkContainer, extractDatabase, readContainer } from './container.ts';
import { countChangesSince, countRegister, isWhole, type RegisterCounts } from './register-facts.queries.ts';

export interface OpenedBackup {
  readonly container: Container;
  /** Forget it when done. */
  readonly keyring: Keyring;
  /** Whose slot was opened. */
  readonly coordinator: string;
}

/** What stands in the trail where a coordinator's name would. */
const BY_RECOVERY_CODE = '回復用コード';

/**
 * Not verified yet: only the passphrase or the code is right.
 * @throws Refusal `wrong_passphrase`, `wrong_recovery_code`, `recovery_code_missing`, `too_many_tries`, and those of `readContainer`.
 */
export async function openBackup(path: string, proof: Proof, tries: WrongTries): Promise<OpenedBackup> {
  const container = readContainer(path);
  const opened = await tries
    .guard(() => openSlots(container.header.slots, proof))
    .catch((error: unknown) => {
      throw error instanceof Refusal && error.code === 'key_slots_damaged' ? new Refusal('backup_damaged') : error;
    });
  if (!opened) {
    throw new Refusal('code' in proof ? 'wrong_recovery_code' : 'wrong_passphrase');
  }
  const { keys, slot } = opened;
  const keyring = keyringOf(keys);
  wipeKeys(keys);
  return { container, keyring, coordinator: slot.kind === 'passphrase' ? slot.coordinator : BY_RECOVERY_CODE };
}

/** @throws Refusal `backup_damaged`. */
export function verifyBackup({ container, keyring }: OpenedBackup): void {
  checkContainer(container, keyring.backupMac());
}

export interface PresentRegister {
  readonly counts: RegisterCounts;
  readonly changesSince: number;
}

export function describePresent(connection: Connection, since: string): PresentRegister {
  return { counts: countRegister(connection), changesSince: countChangesSince(connection, since) };
}

/** The locked register on this machine, opened with the backup's key; null when that does not open it. */
export function peekAtPresent(files: RegisterFiles, { container, keyring }: OpenedBackup): PresentRegister | null {
  let connection: Connection | null = null;
  try {
    connection = keyring.open(files.database);
    return describePresent(connection, container.header.madeAt);
  } catch {
    return null;
  } finally {
    connection?.close();
  }
}

/** Whether the slots on this machine belong to another register; unreadable ones are nobody's. */
export function isOfOtherRegister(files: RegisterFiles, { header }: Container): boolean {
  try {
    return files.exists() && files.readSlots().registerId !== header.registerId;
  } catch {
    return false;
  }
}

interface StagingParts {
  readonly files: RegisterFiles;
  readonly migrations: readonly Migration[];
  /** Enters the restoring into the audit trail of the register that comes back. */
  readonly record: (writer: Writer, auditKey: Uint8Array, actor: string, madeAt: string) => void;
}

/** @throws Refusal `newer_schema`, `backup_damaged`. */
function tryOut(connection: Connection, { migrations, record }: StagingParts, opened: OpenedBackup): void {
  if (!isWhole(connection) || schemaVersionOf(connection) === 0) {
    throw new Refusal('backup_damaged');
  }
  migrate(connection, migrations);
  createHandles(connection).transaction((writer) =>
    record(writer, opened.keyring.auditKey, opened.coordinator, opened.container.header.madeAt),
  );
}

function whyNotStaged(error: unknown): unknown {
  if (error instanceof NewerSchemaError) {
    return new Refusal('newer_schema');
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_') && !isDiskFull(error) ? new Refusal('backup_damaged') : error;
}

/**
 * Writes the backup aside, verifies its MAC, opens it, checks it, brings it to this version's schema.
 * The register is untouched; `files.swapIn` then puts it in place.
 * @throws Refusal `backup_damaged`, `newer_schema`; the system's error on a full disk. Nothing stays behind.
 */
export function stageBackup(opened: OpenedBackup, parts: StagingParts): void {
  const { files } = parts;
  const stage = files.stage();
  let connection: Connection | null = null;
  try {
    // The copy, and the journal that its migration may need.
    assertSpaceFor(2 * opened.container.databaseBytes, stage);
    extractDatabase(opened.container, opened.keyring.backupMac(), files.stagedDatabase);
    connection = opened.keyring.open(files.stagedDatabase);
    tryOut(connection, parts, opened);
    connection.close();
    connection = null;
    files.writeStagedSlots(opened.container.header.slots);
  } catch (error) {
    connection?.close();
    rmSync(stage, { recursive: true, force: true });
    throw whyNotStaged(error);
  }
}
