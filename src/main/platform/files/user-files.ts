// Reads and writes the files that a user chose: ledgers in, papers and summaries out. Turns the system's errors into refusals.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Refusal } from '../refusal.ts';
import { syncFolder, writeFileAtomically } from './atomic-write.ts';
import { isDiskFull } from './disk-full.ts';
import { assertSpaceFor } from './free-space.ts';

/** Plain files only: a device or a pipe has no end. @throws Refusal `file_unreadable` or `file_too_large` (over `limit` bytes). */
export function readUserFile(path: string, limit: number): Uint8Array {
  try {
    const stats = statSync(path);
    if (!stats.isFile()) {
      throw new Refusal('file_unreadable');
    }
    if (stats.size > limit) {
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
    throw new Refusal(isDiskFull(error) ? 'disk_full' : 'file_not_written');
  }
}

/** The last part of a path, for the screen; the path itself stays in main. */
export const nameOfFile = (path: string): string => basename(path);

export const pathInFolder = (folder: string, name: string): string => join(folder, name);

/**
 * The names as they are, or, where one of them is taken, all with the same number behind: for a folder that the user chose and whose files
 * nobody asked about. What lies in it already may have been written into, and stays.
 */
export function freeNames(folder: string, names: readonly string[]): readonly string[] {
  let free = names;
  for (let number = 2; free.some((name) => existsSync(join(folder, name))); number += 1) {
    free = names.map((name) => `${basename(name, extname(name))}（${number}）${extname(name)}`);
  }
  return free;
}

export interface StagedFiles {
  /** Gives the files their names. @throws Refusal `file_not_written`; the files that were new are then gone again. */
  publish(): void;
  /** Takes everything back when the transaction fails: temporary files, and after `publish` the files that were new. */
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
  const [first] = files;
  if (first) {
    assertSpaceFor(
      files.reduce((sum, { content }) => sum + Buffer.byteLength(content), 0),
      dirname(first.path),
    );
  }
  let published: readonly string[] = [];
  const discard = () => removeAll([...staged.map(({ temporary }) => temporary), ...published]);
  try {
    for (const { temporary, content } of staged) {
      writeUserFile(temporary, content);
    }
  } catch (error) {
    discard();
    throw error;
  }
  return {
    discard,
    publish: () => {
      published = publishAll(staged);
    },
  };
}

function removeAll(paths: readonly string[]): void {
  for (const path of paths) {
    rmSync(path, { force: true });
  }
}

/** Answers the paths that were new. */
function publishAll(staged: readonly { readonly path: string; readonly temporary: string }[]): readonly string[] {
  const added: string[] = [];
  try {
    for (const { path, temporary } of staged) {
      const isNew = !existsSync(path);
      renameSync(temporary, path);
      if (isNew) {
        added.push(path);
      }
    }
    return added;
  } catch {
    removeAll(added);
    throw new Refusal('file_not_written');
  }
}

/** Where a folder of files is prepared, and what it is called in the end. */
export interface FolderPlace {
  readonly temporary: string;
  readonly folder: string;
}

export interface StagedFolder {
  readonly place: FolderPlace;
  /** @throws Refusal `disk_full` or `file_not_written`; what was written until then stays. */
  write(): void;
  /** What stands on the disk now, by name. @throws Refusal `file_unreadable` */
  readBack(): ReadonlyMap<string, Uint8Array>;
  /** Gives the folder its name. @throws Refusal `file_not_written` */
  publish(): void;
}

function freePath(parent: string, name: string): string {
  const taken = (path: string) => existsSync(path);
  let path = join(parent, name);
  for (let number = 2; taken(path); number += 1) path = join(parent, `${name}（${number}）`);
  return path;
}

function giveName({ temporary, folder }: FolderPlace): void {
  renameSync(temporary, folder);
  syncFolder(dirname(folder));
}

/**
 * Makes an empty folder under a temporary name, into which files are written, so that all of them appear at once, or none, at the end.
 * Nothing that was there before is touched. @param name with a number behind it where it is taken.
 * @throws Refusal `disk_full` or `file_not_written`; nothing is then left behind.
 */
export function stageUserFolder(
  parent: string,
  name: string,
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): StagedFolder {
  assertSpaceFor(
    files.reduce((sum, { content }) => sum + content.byteLength, 0),
    parent,
  );
  const folder = freePath(parent, name);
  const temporary = join(parent, `.${basename(folder)}.${process.pid}.staged`);
  try {
    rmSync(temporary, { recursive: true, force: true });
    mkdirSync(temporary);
    syncFolder(parent);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    throw new Refusal(isDiskFull(error) ? 'disk_full' : 'file_not_written');
  }
  return {
    place: { temporary, folder },
    write: () => {
      for (const file of files) writeUserFile(join(temporary, file.name), file.content);
    },
    readBack: () =>
      new Map(files.map((file) => [file.name, readUserFile(join(temporary, file.name), Number.POSITIVE_INFINITY)])),
    publish: () => {
      try {
        giveName({ temporary, folder });
      } catch {
        throw new Refusal('file_not_written');
      }
    },
  };
}

/** After a sudden end: gives a folder that was ready its name, where it still is and nothing else bears that name. */
export function finishStagedFolder(place: FolderPlace): void {
  try {
    if (existsSync(place.temporary) && !existsSync(place.folder)) giveName(place);
  } catch {
    // It lies there under its temporary name.
  }
}

/**
 * Removes a folder that was never finished. @returns whether it was there: where it is not, it may lie on a stick that is not plugged in now,
 * whatever else bears its letter.
 */
export function removeStagedFolder({ temporary }: FolderPlace): boolean {
  try {
    if (!existsSync(temporary)) return false;
    rmSync(temporary, { recursive: true, force: true });
    return !existsSync(temporary);
  } catch {
    return false;
  }
}
