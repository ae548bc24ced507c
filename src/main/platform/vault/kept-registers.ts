// Former registers on this machine: those that a backup replaced (`before-restore-...`), and those put aside to begin anew. Lets only the
// first kind go, only the oldest, and only when asked after a backup was verified.
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder } from '../files/atomic-write.ts';

const REPLACED = /^before-restore-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/u;

/** So many of the registers that a backup replaced are kept. */
const KEEP = 3;

export interface KeptRegister {
  readonly path: string;
  /** Instant at which it was replaced, ISO 8601 UTC. */
  readonly replacedAt: string;
  readonly bytes: number;
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

export const bytesUnder = (folder: string): number =>
  existsSync(folder) ? filesUnder(folder).reduce((sum, path) => sum + statSync(path).size, 0) : 0;

/** Newest first. */
export function listReplaced(folder: string): readonly KeptRegister[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .flatMap((name) => {
      const [, year, month, day, hour, minute, second, ms] = REPLACED.exec(name) ?? [];
      const path = join(folder, name);
      const replacedAt = `${year}-${month}-${day}T${hour}:${minute}:${second}.${ms}Z`;
      return year === undefined ? [] : [{ path, replacedAt, bytes: bytesUnder(path) }];
    })
    .sort((a, b) => (a.replacedAt < b.replacedAt ? 1 : -1));
}

/** Only after a backup of the present register was verified. */
export function letOldReplacedGo(folder: string): void {
  for (const { path } of listReplaced(folder).slice(KEEP)) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** Small files that a sudden end left half-written. Only one app at a time works in a folder. */
export function sweepHalfWritten(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) =>
    /^\.(?:audit-head|register-location|publication-head-[0-9a-f-]+)\.json\.\d+\.part$/u.test(each),
  )) {
    rmSync(join(folder, name), { force: true });
  }
}

const stampOf = (at: string) => at.replace(/[-:.]/gu, '');

/** A name beside `path` that nobody has. */
function freeName(path: string): string {
  for (let n = 1; ; n += 1) {
    const candidate = n === 1 ? path : `${path}-${n}`;
    if (!existsSync(candidate)) {
      return candidate;
    }
  }
}

/** Gives the register's folder a dated name, in one step; nothing of it is removed. @param at ISO instant. */
export function putAside(folder: string, at: string): void {
  if (!existsSync(folder)) {
    return;
  }
  renameSync(folder, freeName(join(dirname(folder), `${basename(folder)}-aside-${stampOf(at)}`)));
  syncFolder(dirname(folder));
}

/** Copies the register's files, as they are, into a new folder under `target`. @returns its path. */
export function copyForSpecialist(folder: string, target: string, name: string): string {
  const path = freeName(join(target, name));
  const unfinished = `${path}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  try {
    mkdirSync(unfinished, { recursive: true });
    cpSync(folder, join(unfinished, basename(folder)), { recursive: true });
    renameSync(unfinished, path);
    return path;
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  }
}

/** Copies a found register's database, and its journal if one is left, to where a new one is prepared. */
export function copyDatabase(from: string, to: string, journal: string): void {
  if (existsSync(`${from}-journal`)) {
    copyFileSync(`${from}-journal`, journal);
  }
  copyFileSync(from, to);
  const handle = openSync(to, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
