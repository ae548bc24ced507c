// Carries a backup to a folder that the user chose, a USB stick mostly. What stands there afterwards under its name was read back and verified.
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { syncFolder } from '../files/atomic-write.ts';
import { isDiskFull } from '../files/disk-full.ts';
import { assertSpaceFor } from '../files/free-space.ts';
import { Refusal } from '../refusal.ts';
import type { Keyring } from '../vault/keyring.ts';
import { BACKUP_EXTENSION, type Container, checkContainer, copyBytes, readContainer } from './container.ts';

/** A copy of the same day stays beside it: it may be of another register. */
function freePath(folder: string, day: CalendarDate): string {
  for (let n = 1; ; n += 1) {
    const path = join(folder, `見守り台帳_控え_${day}${n === 1 ? '' : `_${n}`}.${BACKUP_EXTENSION}`);
    if (!existsSync(path)) {
      return path;
    }
  }
}

function write(container: Container, target: string): void {
  const handle = openSync(target, 'w', 0o600);
  try {
    copyBytes(container, handle);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Some sticks and servers know no syncing of folders; the file itself was synced. */
function trySyncFolder(folder: string): void {
  try {
    syncFolder(folder);
  } catch {}
}

/** @returns the path of the copy. @throws Refusal `disk_full`, `file_not_written`; nothing is then left in the folder. */
export function copyBackupTo(container: Container, keyring: Keyring, folder: string, day: CalendarDate): string {
  const path = freePath(folder, day);
  const unnamed = `${path}.part`;
  assertSpaceFor(container.bytes, folder);
  try {
    write(container, unnamed);
    checkContainer(readContainer(unnamed), keyring.backupMac());
    renameSync(unnamed, path);
    trySyncFolder(folder);
    return path;
  } catch (error) {
    rmSync(unnamed, { force: true });
    throw new Refusal(isDiskFull(error) ? 'disk_full' : 'file_not_written');
  }
}
