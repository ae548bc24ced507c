// Reads and writes the files that a user chose: ledgers in, papers and summaries out. Turns the system's errors into refusals.
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { writeFileAtomically } from './atomic-write.ts';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** @throws Refusal `file_unreadable` or `file_too_large` (over `limit` bytes). */
export function readUserFile(path: string, limit: number): Uint8Array {
  try {
    if (statSync(path).size > limit) {
      throw new Refusal('file_too_large');
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Refusal) {
      throw error;
    }
    throw new Refusal('file_unreadable');
  }
}

/** Whole or not at all. @throws Refusal `disk_full` or `file_not_written`. */
export function writeUserFile(path: string, content: Uint8Array | string): void {
  try {
    writeFileAtomically(path, content, 0o644);
  } catch (error) {
    throw new Refusal(['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? 'disk_full' : 'file_not_written');
  }
}

/** Makes a folder inside a chosen one and answers its path. @throws Refusal `disk_full` or `file_not_written`. */
export function makeUserFolder(parent: string, name: string): string {
  const path = join(parent, name);
  try {
    mkdirSync(path, { recursive: true });
    return path;
  } catch (error) {
    throw new Refusal(codeOf(error) === 'ENOSPC' ? 'disk_full' : 'file_not_written');
  }
}
