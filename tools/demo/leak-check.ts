// Looks for the names and telephones of a register in every file of some folders, in the encodings that a leak would have.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import iconv from 'iconv-lite';

const ENCODINGS = ['utf8', 'utf-16le', 'cp932'];

export interface Leak {
  readonly file: string;
  /** How many different secrets were found in it. */
  readonly found: number;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

/** Whatever a file says once it is unpacked: XLSX and PDF hold their text compressed. */
export type Unpack = (path: string, bytes: Buffer) => readonly Buffer[];

/**
 * @param skip paths (files or folders) that are not looked into.
 * @returns the files that hold a secret, with how many.
 */
export function findLeaks(
  folders: readonly string[],
  secrets: readonly string[],
  skip: readonly string[],
  unpack: Unpack,
): readonly Leak[] {
  const needles = secrets.map((secret) => ENCODINGS.map((encoding) => iconv.encode(secret, encoding)));
  return folders
    .flatMap((folder) => (statSync(folder, { throwIfNoEntry: false }) ? filesIn(folder) : []))
    .filter((path) => !skip.some((skipped) => path === skipped || !relative(skipped, path).startsWith('..')))
    .flatMap((path) => {
      const bytes = readFileSync(path);
      const texts = [bytes, ...unpack(path, bytes)];
      const found = needles.filter((forms) => forms.some((form) => texts.some((text) => text.includes(form)))).length;
      return found > 0 ? [{ file: path, found }] : [];
    });
}
