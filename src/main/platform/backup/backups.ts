// The backups of a register on this machine: makes one, verifies it by opening, gives it its name, and lets old ones go. Never deletes
// before the new one stands, and never one of another register.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupReason } from '#shared/contract/backups.contract.ts';
import { localDayOf } from '../clock.ts';
import { type Connection, databaseBytesOf } from '../database/connection.ts';
import { rowCounts, schemaVersionOf } from '../database/migrator.ts';
import { syncFolder } from '../files/atomic-write.ts';
import { assertSpaceFor } from '../files/free-space.ts';
import type { Log } from '../log.ts';
import type { Keyring, SnapshotSource } from '../vault/keyring.ts';
import { BACKUP_EXTENSION, type Container, checkContainer, readContainer, writeContainer } from './container.ts';
import { backupsToKeep } from './generations.ts';
import { copyInto, countRegister, isWhole, lastChangeOf } from './register-facts.queries.ts';

export interface Backups {
  /** Backups that can be read, newest first; nothing of them is verified yet. */
  list(): readonly Container[];
  /**
   * The newest backup, made now unless nothing was written since it was.
   * @throws the system's or SQLite's error, or one of ours when the copy does not verify. No half file stays behind.
   */
  keep(source: SnapshotSource, reason: BackupReason): { readonly container: Container; readonly isNew: boolean };
  /** The same where nobody waits for an answer: a failure is logged and shows in `hasFailed`. */
  tryToKeep(source: SnapshotSource, reason: BackupReason): void;
  /** Whether the last attempt since the start failed. */
  readonly hasFailed: boolean;
}

interface BackupsParts {
  readonly folder: string;
  readonly now: () => string;
  readonly appVersion: string;
  readonly log: Log;
}

const SNAPSHOT = '.snapshot.part';
const CONTAINER = '.backup.part';

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** @throws Error unless the copy opens, is in order, and has as many rows in every table. */
function assertSame(original: Connection, copyPath: string, keyring: Keyring): void {
  const copy = keyring.open(copyPath);
  try {
    const [there, here] = [rowCounts(copy), rowCounts(original)];
    const hasAllRows = here.size === there.size && [...here].every(([table, rows]) => there.get(table) === rows);
    if (!hasAllRows || schemaVersionOf(copy) !== schemaVersionOf(original) || !isWhole(copy)) {
      throw new Error('the copy is not what was copied');
    }
  } finally {
    copy.close();
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function listIn(folder: string): readonly Container[] {
  const containers = namesIn(folder)
    .filter((name) => name.endsWith(`.${BACKUP_EXTENSION}`))
    .flatMap((name) => {
      try {
        return [readContainer(join(folder, name))];
      } catch {
        return [];
      }
    });
  const orderOf = ({ header, path }: Container) => `${header.madeAt} ${path}`;
  return containers.sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
}

/** Reads all of it from the disk. */
function isIntact(path: string, keyring: Keyring): boolean {
  try {
    checkContainer(readContainer(path), keyring.backupMac());
    return true;
  } catch {
    return false;
  }
}

function freeName(folder: string, madeAt: string): string {
  const stamp = madeAt.replace(/[-:.]/gu, '');
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${stamp}_${String(n).padStart(2, '0')}.${BACKUP_EXTENSION}`);
    if (!existsSync(path)) {
      return path;
    }
  }
}

/** Snapshot → open and compare → container → check the container → name. */
function make({ folder, now, appVersion }: BackupsParts, source: SnapshotSource, reason: BackupReason): Container {
  const [snapshot, unnamed] = [join(folder, SNAPSHOT), join(folder, CONTAINER)];
  const clear = () => {
    for (const path of [snapshot, `${snapshot}-journal`, unnamed]) {
      rmSync(path, { force: true });
    }
  };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  clear();
  try {
    const { connection, keyring } = source;
    // The snapshot and the container stand side by side for a moment.
    assertSpaceFor(2 * databaseBytesOf(connection), folder);
    copyInto(connection, snapshot);
    syncFile(snapshot);
    assertSame(connection, snapshot, keyring);
    const slots = source.readSlots();
    const madeAt = now();
    const header = {
      registerId: slots.registerId,
      madeAt,
      appVersion,
      schemaVersion: schemaVersionOf(connection),
      reason,
      ...countRegister(connection),
      change: lastChangeOf(connection),
      slots,
    };
    writeContainer(unnamed, header, snapshot, keyring.backupMac());
    if (!isIntact(unnamed, keyring)) {
      throw new Error('the backup is not what was written');
    }
    const path = freeName(folder, madeAt);
    renameSync(unnamed, path);
    syncFolder(folder);
    return readContainer(path);
  } finally {
    clear();
  }
}

function letOldOnesGo(folder: string, registerId: string): void {
  const own = listIn(folder)
    .filter(({ header }) => header.registerId === registerId)
    .map(({ path, header: { madeAt } }) => ({ path, madeAt, madeOn: localDayOf(madeAt) }));
  const kept = new Set(backupsToKeep(own));
  for (const backup of own.filter((each) => !kept.has(each))) {
    rmSync(backup.path, { force: true });
  }
}

export function createBackups(parts: BackupsParts): Backups {
  const { folder, log } = parts;
  let hasFailed = false;
  const keep: Backups['keep'] = (source, reason) => {
    hasFailed = true;
    const { registerId } = source.readSlots();
    const newest = listIn(folder).find(({ header }) => header.registerId === registerId);
    const isCurrent =
      newest?.header.change === lastChangeOf(source.connection) && isIntact(newest.path, source.keyring);
    const container = newest && isCurrent ? newest : make(parts, source, reason);
    hasFailed = false;
    if (!isCurrent) {
      letOldOnesGo(folder, registerId);
    }
    return { container, isNew: !isCurrent };
  };
  return {
    list: () => listIn(folder),
    keep,
    tryToKeep(source, reason) {
      try {
        keep(source, reason);
      } catch (error) {
        log.incident(`backup ${reason}`, error);
      }
    },
    get hasFailed() {
      return hasFailed;
    },
  };
}
