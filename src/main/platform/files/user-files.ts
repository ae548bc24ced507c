// Reads and writes the files that a user chose: ledgers in, papers and summaries out. Turns the system's errors into refusals.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/** The last part of a path, for the screen; the path itself stays in main. */
export const nameOfFile = (path: string): string => basename(path);

export const pathInFolder = (folder: string, name: string): string => join(folder, name);

export interface StagedFiles {
  /** Gives the files their names. @throws Refusal `file_not_written`; the files that were new are then gone again. */
  publish(): void;
  /** Removes what was written under temporary names. Harmless after `publish`. */
  discard(): void;
}

/**
 * Writes files under temporary names beside their own, so that they can appear together, or not at all, at the end of a
 * transaction. @throws Refusal `disk_full` or `file_not_written`; nothing is then left behind.
 */
export function stageUserFiles(
  files: readonly { readonly path: string; readonly content: Uint8Array | string }[],
): StagedFiles {
  const staged = files.map(({ path, content }) => ({
    path,
    temporary: join(dirname(path), `.${basename(path)}.${process.pid}.staged`),
    content,
  }));
  const discard = () => {
    for (const { temporary } of staged) {
      rmSync(temporary, { force: true });
    }
  };
  try {
    for (const { temporary, content } of staged) {
      writeUserFile(temporary, content);
    }
  } catch (error) {
    discard();
    throw error;
  }
  return { discard, publish: () => publishAll(staged) };
}

function publishAll(staged: readonly { readonly path: string; readonly temporary: string }[]): void {
  const added: string[] = [];
  try {
    for (const { path, temporary } of staged) {
      const isNew = !existsSync(path);
      renameSync(temporary, path);
      if (isNew) {
        added.push(path);
      }
    }
  } catch {
    for (const path of added) {
      rmSync(path, { force: true });
    }
    throw new Refusal('file_not_written');
  }
}
