// Writes a file so that a crash leaves the old one or the new one, never half of either.
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Makes a rename or a creation inside this folder survive a power cut. Windows has no such call and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') {
    return;
  }
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Temporary name -> write -> fsync -> rename -> fsync of the folder.
 * @throws the system's error (`ENOSPC`, `EACCES` ...); the file under `path` is then as it was, and nothing is left beside it.
 */
export function writeFileAtomically(path: string, content: Uint8Array | string, mode = 0o600): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const handle = openSync(temporary, 'w', mode);
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
      for (let offset = 0; offset < bytes.byteLength; ) {
        offset += writeSync(handle, bytes, offset);
      }
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
    syncFolder(dirname(path));
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
