// Finds folders with certain files in a folder that the user chose, and reads those files. Follows no link and has an end.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../refusal.ts';

export interface FoundFolder {
  readonly folderName: string;
  /** Bytes of the wanted files by name; `too_large`: over its limit, not read. Optional ones may be missing. */
  readonly files: Readonly<Record<string, Uint8Array | 'too_large'>>;
}

export interface WantedFile {
  readonly name: string;
  readonly mostBytes: number;
  readonly isOptional?: boolean;
}

const DEEPEST = 4;
const MOST_FOLDERS = 5_000;

const MOST_BYTES_IN_ALL = 300_000_000;

function subfoldersOf(folder: string, isTop: boolean): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => join(folder, name))
      .sort();
  } catch (error) {
    // A stick has folders of the system's own that nobody may look into.
    if (isTop) throw error;
    return [];
  }
}

/** The folder itself and those below it, nearest first. @throws Refusal `too_many_folders` */
function* foldersBelow(top: string): Generator<string> {
  let level: readonly string[] = [top];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const next: string[] = [];
    for (const folder of level) {
      left -= 1;
      if (left < 0) throw new Refusal('too_many_folders');
      yield folder;
      next.push(...subfoldersOf(folder, depth === 0));
    }
    level = next;
  }
}

/** `null`: they are not all there. */
function readWanted(folder: string, wanted: readonly WantedFile[], bytesLeft: number): FoundFolder['files'] | null {
  const files: Record<string, Uint8Array | 'too_large'> = {};
  for (const { name, mostBytes, isOptional } of wanted) {
    const stats = lstatSync(join(folder, name), { throwIfNoEntry: false });
    if (stats?.isFile() !== true) {
      if (isOptional === true) continue;
      return null;
    }
    files[name] = stats.size > Math.min(mostBytes, bytesLeft) ? 'too_large' : readFileSync(join(folder, name));
  }
  return files;
}

/**
 * Every folder, four levels deep at most, in which all wanted files lie: all of them, or none and a refusal.
 * @throws Refusal `file_unreadable`; `too_many_folders` for more than `most`, or where there are too many to look into.
 */
export function findFoldersWith(top: string, wanted: readonly WantedFile[], most: number): readonly FoundFolder[] {
  const found: FoundFolder[] = [];
  let bytesLeft = MOST_BYTES_IN_ALL;
  try {
    for (const folder of foldersBelow(top)) {
      const files = readWanted(folder, wanted, bytesLeft);
      if (files === null) continue;
      if (found.length === most) throw new Refusal('too_many_folders');
      found.push({ folderName: basename(folder), files });
      bytesLeft -= Object.values(files).reduce((sum, file) => sum + (file === 'too_large' ? 0 : file.byteLength), 0);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('file_unreadable');
  }
  return found;
}
