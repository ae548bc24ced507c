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

/** What other programs do meanwhile is not ours: a file that is gone, or that we may not read, says nothing. */
function whileItIsThere<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch (error) {
    if (error instanceof Error && 'code' in error && ['ENOENT', 'EACCES', 'EPERM'].includes(String(error.code))) {
      return otherwise;
    }
    throw error;
  }
}

function filesIn(folder: string): string[] {
  return whileItIsThere(() => readdirSync(folder, { withFileTypes: true }), []).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
  });
}

/** Whatever a file says once it is unpacked: XLSX and PDF hold their text compressed. */
export type Unpack = (path: string, bytes: Buffer) => readonly Buffer[];

export interface Search {
  readonly folders: readonly string[];
  readonly secrets: readonly string[];
  /** Files or folders that are not looked into. */
  readonly skip: readonly string[];
  /** Only files that were written at this time (ms) or later. */
  readonly since: number;
  readonly unpack: Unpack;
}

/** The files that hold a secret, with how many. */
export function findLeaks({ folders, secrets, skip, since, unpack }: Search): readonly Leak[] {
  const needles = secrets.map((secret) => ENCODINGS.map((encoding) => iconv.encode(secret, encoding)));
  const isSkipped = (path: string) =>
    skip.some((skipped) => path === skipped || !relative(skipped, path).startsWith('..'));
  return [...new Set(folders.flatMap(filesIn))]
    .filter((path) => !isSkipped(path))
    .filter((path) => whileItIsThere(() => statSync(path).mtimeMs >= since, false))
    .flatMap((path) => {
      const bytes = whileItIsThere(() => readFileSync(path), Buffer.alloc(0));
      const texts = [bytes, ...unpack(path, bytes)];
      const found = needles.filter((forms) => forms.some((form) => texts.some((text) => text.includes(form)))).length;
      return found > 0 ? [{ file: path, found }] : [];
    });
}
