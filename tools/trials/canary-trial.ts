// The lost machine: a full workload in the driven app with canary texts in it, then a search of everything that it left or holds open.
import { closeSync, openSync, rmSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { findLeaks, findLeaksInOpenFiles, type Leak } from '../demo/leak-check.ts';
import { unpack } from '../demo/unpack.ts';
import type { DrivenApp } from '../driven-app/driven-app.ts';

/** Invented texts that all three encodings can write, each found nowhere else. */
export const inventCanaries = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `架空鳥${String(index).padStart(4, '0')}番の秘密`);

export interface CanaryFigures {
  readonly canaries: number;
  /** Files that were looked into for each, and what was found. */
  readonly leaks: readonly Leak[];
  readonly openFiles: number;
  readonly deletedOpenFiles: number;
  readonly processes: number;
}

export interface Surroundings {
  /** Data folder, temporary folders, home: everything the app can write to by itself. */
  readonly folders: readonly string[];
  /** What the user told it to write in clear: papers and exports. */
  readonly papers: readonly string[];
  readonly since: number;
}

/** Looks at the running app and at its folders. */
export function lookForCanaries(
  app: Pick<DrivenApp, 'pid'>,
  canaries: readonly string[],
  { folders, papers, since }: Surroundings,
): CanaryFigures {
  const open = findLeaksInOpenFiles(app.pid, canaries);
  return {
    canaries: canaries.length,
    leaks: [...open.leaks, ...findLeaks({ folders, secrets: canaries, skip: papers, since, unpack })],
    openFiles: open.files,
    deletedOpenFiles: open.deleted,
    processes: open.processes,
  };
}

/** The control: a planted file, and one that is open without a name, are both found. Answers how many of the two. */
export function findPlanted(folder: string, canaries: readonly string[]): number {
  const named = join(folder, 'planted.txt');
  const unnamed = join(folder, 'planted-and-deleted.txt');
  writeFileSync(named, Buffer.from(`x${canaries[0]}`, 'utf16le'));
  const handle = openSync(unnamed, 'w+');
  writeSync(handle, `x${canaries.at(-1)}`);
  unlinkSync(unnamed);
  try {
    const inFolder = findLeaks({ folders: [folder], secrets: canaries, skip: [], since: 0, unpack });
    const inOpen = findLeaksInOpenFiles(process.pid, canaries).leaks.filter(({ file }) => file.includes('(deleted)'));
    return Math.min(inFolder.filter(({ file }) => file === named).length, 1) + Math.min(inOpen.length, 1);
  } finally {
    closeSync(handle);
    rmSync(named);
  }
}
