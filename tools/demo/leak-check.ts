// Looks for texts of a register in every file of some folders, and in what the processes of an app hold open, in the encodings that a leak
// would have. The one search of its kind: the guided tour, the tests and the torture run use it.
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import iconv from 'iconv-lite';
import { processTree } from '#tools/system/process-tree.ts';

const ENCODINGS = ['utf8', 'utf-16le', 'cp932'];

/** Of a file that a process holds open; its own memory maps of packages are larger and not ours. */
const MOST_BYTES = 256 * 1024 * 1024;

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
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'EACCES', 'EPERM', 'ENXIO', 'ESRCH'].includes(String(error.code))
    ) {
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

/** So many bytes of a needle choose where it is compared in full; shorter ones are looked for one by one. */
const BEGINNING_BYTES = 4;
const BUCKETS = 1 << 20;

/** Where in the table a beginning of four bytes has its place. */
const bucketOf = (beginning: number) => (Math.imul(beginning, 0x9e3779b1) >>> 12) & (BUCKETS - 1);

interface Needle {
  readonly bytes: Buffer;
  /** Which of the secrets it writes. */
  readonly secret: number;
}

/** Reads each text once, whatever the number of needles: thousands of names in hundreds of megabytes take seconds. */
function collectFound(text: Buffer, table: readonly (readonly Needle[] | undefined)[], found: Set<number>): void {
  let beginning = 0;
  for (let end = 0; end < text.length; end += 1) {
    beginning = (beginning << 8) | (text[end] ?? 0);
    const needles = table[bucketOf(beginning)];
    if (needles === undefined) continue;
    const start = end - BEGINNING_BYTES + 1;
    for (const { bytes, secret } of needles) {
      const isInside = start >= 0 && start + bytes.length <= text.length;
      if (isInside && !found.has(secret) && bytes.compare(text, start, start + bytes.length) === 0) {
        found.add(secret);
      }
    }
  }
}

/** Counts which of the secrets stand in some bytes. */
function createFinder(secrets: readonly string[]): (texts: readonly Buffer[]) => number {
  const needles = secrets.flatMap((text, secret) =>
    ENCODINGS.map((encoding): Needle => ({ bytes: iconv.encode(text, encoding), secret })),
  );
  const short = needles.filter(({ bytes }) => bytes.length < BEGINNING_BYTES);
  const table: (Needle[] | undefined)[] = new Array(BUCKETS).fill(undefined);
  for (const needle of needles.filter(({ bytes }) => bytes.length >= BEGINNING_BYTES)) {
    const bucket = bucketOf(needle.bytes.readInt32BE(0));
    const others = table[bucket];
    if (others) others.push(needle);
    else table[bucket] = [needle];
  }
  return (texts) => {
    const found = new Set<number>();
    for (const text of texts) {
      collectFound(text, table, found);
      for (const { bytes, secret } of short) if (text.includes(bytes)) found.add(secret);
    }
    return found.size;
  };
}

/** The files that hold a secret, with how many. */
export function findLeaks({ folders, secrets, skip, since, unpack }: Search): readonly Leak[] {
  const find = createFinder(secrets);
  const isSkipped = (path: string) =>
    skip.some((skipped) => path === skipped || !relative(skipped, path).startsWith('..'));
  return [...new Set(folders.flatMap(filesIn))]
    .filter((path) => !isSkipped(path))
    .filter((path) => whileItIsThere(() => statSync(path).mtimeMs >= since, false))
    .flatMap((path) => {
      const bytes = whileItIsThere(() => readFileSync(path), Buffer.alloc(0));
      const found = find([bytes, ...unpack(path, bytes)]);
      return found > 0 ? [{ file: path, found }] : [];
    });
}

/** All of an open file, through the descriptor of its process: also of one that has no name any more. */
function readOpenFile(path: string): Buffer {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(statSync(path).size);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(handle, bytes, at, bytes.length - at, at);
      if (read === 0) break;
      at += read;
    }
    return bytes;
  } finally {
    closeSync(handle);
  }
}

export interface OpenFiles {
  readonly leaks: readonly Leak[];
  /** Files that were looked into, and how many of them had no name any more. */
  readonly files: number;
  readonly deleted: number;
  readonly processes: number;
}

/** The same in every plain file that a process of an app holds open (Linux). `root`: its main process. */
export function findLeaksInOpenFiles(root: number, secrets: readonly string[]): OpenFiles {
  const find = createFinder(secrets);
  const tree = processTree(root);
  const seen = new Set<string>();
  const open = tree.flatMap((pid) =>
    whileItIsThere(() => readdirSync(`/proc/${pid}/fd`), []).flatMap((name) => {
      const path = `/proc/${pid}/fd/${name}`;
      const link = whileItIsThere(() => readlinkSync(path), '');
      const stats = whileItIsThere(() => statSync(path), null);
      const isNew = stats?.isFile() && stats.size <= MOST_BYTES && !seen.has(`${stats.dev}:${stats.ino}`);
      if (!stats || !isNew) return [];
      seen.add(`${stats.dev}:${stats.ino}`);
      return [{ path, link }];
    }),
  );
  return {
    leaks: open.flatMap(({ path, link }) => {
      const found = find([whileItIsThere(() => readOpenFile(path), Buffer.alloc(0))]);
      return found > 0 ? [{ file: `${path} -> ${link}`, found }] : [];
    }),
    files: open.length,
    deleted: open.filter(({ link }) => link.endsWith('(deleted)')).length,
    processes: tree.length,
  };
}
