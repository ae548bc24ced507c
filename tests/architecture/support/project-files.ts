// The project's own files, as the tests of its shape read them. Leaves out what is built, installed or fetched.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PROJECT } from './cruise.ts';

const NOT_OURS = new Set(['node_modules', 'out', 'dist', 'test-results', 'coverage', '.git']);

export interface ProjectFile {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

function listPaths(folder: string): readonly string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listPaths(path) : [path.split(sep).join('/')];
  });
}

/** Text files whose path matches; `.` is the whole project. */
export function readFiles(folder: string, pattern: RegExp): readonly ProjectFile[] {
  return listPaths(folder)
    .filter((path) => pattern.test(path))
    .map((path) => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') }));
}

export const readCode = (): readonly ProjectFile[] =>
  ['src', 'tests', 'tools'].flatMap((folder) => readFiles(folder, /\.(tsx?|mjs|cjs|css)$/u));

export const linesOf = ({ text }: ProjectFile): number => text.trimEnd().split('\n').length;
