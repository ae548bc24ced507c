// Lays the register ready under a new data key and without one of its slots: encrypted copy, new key, everything verified. Touches the
// register itself only by reading it; `register-swap.ts` puts the new one in its place.
import { rmSync } from 'node:fs';
import type { SlotId } from '#shared/model/ids.ts';
import { verifyTrail } from '../audit/trail-reading.queries.ts';
import { copyInto, isWhole } from '../backup/register-facts.queries.ts';
import type { Connection } from '../database/connection.ts';
import { rowCounts, schemaVersionOf } from '../database/migrator.ts';
import { createHandles, type Writer } from '../database/reader-writer.ts';
import { Refusal } from '../refusal.ts';
import { resealed } from './key-slots.ts';
import { keyringOf, type SnapshotSource } from './keyring.ts';
import type { RegisterFiles } from './register-files.ts';
import { type RegisterKeys, renewedKeys, wipeKeys } from './register-keys.ts';
import { type OpenedSlots, type SlotFile, slotsMac, vouchFor } from './slot-file.ts';
import { rememberSlotRevision } from './slot-revision.queries.ts';
import type { NextKeys } from './vault-inside.ts';

interface RotationParts {
  readonly files: RegisterFiles;
  readonly source: SnapshotSource;
  /** Of who asks for it. */
  readonly opened: OpenedSlots;
  readonly removed: SlotId;
  /** Enters the rotation in the trail of the copy. */
  readonly record: (writer: Writer) => void;
}

/** Every other slot, sealed anew to its own public key. @throws Refusal `own_slot`, `not_found`. */
function slotsWithout({ opened, removed }: RotationParts, keys: RegisterKeys): SlotFile {
  const { file, slot: own } = opened;
  if (own.id === removed) {
    throw new Refusal('own_slot');
  }
  if (!file.slots.some(({ id, kind }) => id === removed && kind === 'passphrase')) {
    throw new Refusal('not_found');
  }
  const slots = file.slots.filter(({ id }) => id !== removed).map((slot) => resealed(file.registerId, slot, keys));
  const { format, registerId, revision } = file;
  return vouchFor({ format, registerId, revision: revision + 1, slots }, slotsMac(keys));
}

/** @throws Error unless everything is in the copy that is in the register, and its trail holds from the first row to the last. */
function assertSame(original: Connection, copy: Connection, auditKey: Uint8Array): void {
  const [here, there] = [rowCounts(original), rowCounts(copy)];
  const hasAllRows = here.size === there.size && [...here].every(([table, rows]) => there.get(table) === rows);
  const isSame = hasAllRows && schemaVersionOf(copy) === schemaVersionOf(original) && isWhole(copy);
  if (!isSame || verifyTrail(createHandles(copy).reader, auditKey).brokenAt !== null) {
    throw new Error('the register under its new key is not what it was');
  }
}

/**
 * @returns what opens the register once it is in place; forget its keyring when it is not put there.
 * @throws Refusal `own_slot`, `not_found`; SQLite's or the system's error, on a full disk too. Nothing stays behind.
 */
export function layRotationReady(parts: RotationParts): NextKeys {
  const { files, source, opened, record } = parts;
  const keys = renewedKeys(opened.keys);
  const keyring = keyringOf(keys);
  let connection: Connection | null = null;
  let stage: string | null = null;
  try {
    const file = slotsWithout(parts, keys);
    stage = files.stage();
    copyInto(source.connection, files.stagedDatabase);
    keyring.rekey(source.keyring.open(files.stagedDatabase));
    connection = keyring.open(files.stagedDatabase);
    assertSame(source.connection, connection, keyring.auditKey);
    rememberAndRecord(connection, file.revision, record);
    connection.close();
    files.writeStagedSlots(file);
    return { keyring, file };
  } catch (error) {
    connection?.close();
    keyring.forget();
    if (stage !== null) {
      rmSync(stage, { recursive: true, force: true });
    }
    throw error;
  } finally {
    wipeKeys(keys);
  }
}

function rememberAndRecord(connection: Connection, revision: number, record: (writer: Writer) => void): void {
  createHandles(connection).transaction((writer) => {
    rememberSlotRevision(connection, revision);
    record(writer);
  });
}
