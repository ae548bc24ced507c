// Looks where a register or a backup may have been put: documents, desktop, sticks, OneDrive. Reads names and the clear heads of backups;
// opens nothing, writes nothing, and never goes deep.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BACKUP_EXTENSION } from '../backup/container.ts';
import { databaseExists } from '../database/connection.ts';

/** A place in the words of a coordinator. */
export interface Place {
  readonly words: string;
  readonly folder: string;
}

export interface FoundFiles {
  readonly backups: readonly { readonly path: string; readonly place: string }[];
  /** Folders that hold a database and its key slots. */
  readonly registers: readonly { readonly folder: string; readonly place: string }[];
}

const DEPTH = 2;
/** Folders looked into in one place: a whole disk must not be read while somebody waits. */
const MOST_FOLDERS = 300;

interface Entry {
  readonly name: string;
  readonly isFolder: boolean;
}

function entriesOf(folder: string): readonly Entry[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).map((entry) => ({
      name: entry.name,
      isFolder: entry.isDirectory(),
    }));
  } catch {
    return [];
  }
}

const isRegister = (names: ReadonlySet<string>, folder: string) =>
  names.has('keyslots.json') && databaseExists(join(folder, 'register.db'));

function lookInto(place: Place, isKnown: (folder: string) => boolean) {
  const backups: string[] = [];
  const registers: string[] = [];
  let next: readonly string[] = [place.folder];
  let looked = 0;
  for (let depth = 0; depth <= DEPTH; depth += 1) {
    const deeper: string[] = [];
    for (const folder of next) {
      looked += 1;
      if (looked > MOST_FOLDERS || isKnown(folder)) {
        continue;
      }
      const entries = entriesOf(folder);
      if (isRegister(new Set(entries.map(({ name }) => name)), folder)) {
        registers.push(folder);
      }
      backups.push(
        ...entries
          .filter(({ name, isFolder }) => !isFolder && name.endsWith(`.${BACKUP_EXTENSION}`))
          .map(({ name }) => join(folder, name)),
      );
      deeper.push(
        ...entries
          .filter(({ name, isFolder }) => isFolder && !name.startsWith('.') && name !== 'node_modules')
          .map(({ name }) => join(folder, name)),
      );
    }
    next = deeper;
  }
  return { backups, registers };
}

/** @param isKnown folders that are looked after elsewhere: the register's own. */
export function searchPlaces(places: readonly Place[], isKnown: (folder: string) => boolean): FoundFiles {
  const backups = new Map<string, string>();
  const registers = new Map<string, string>();
  for (const place of places) {
    const found = lookInto(place, isKnown);
    for (const path of found.backups) {
      backups.set(path, backups.get(path) ?? place.words);
    }
    for (const folder of found.registers) {
      registers.set(folder, registers.get(folder) ?? place.words);
    }
  }
  return {
    backups: [...backups].map(([path, place]) => ({ path, place })),
    registers: [...registers].map(([folder, place]) => ({ folder, place })),
  };
}

/** Drives and mounted sticks as the system shows them. */
function removablePlaces(platform: NodeJS.Platform = process.platform): readonly Place[] {
  if (platform === 'win32') {
    return [...'DEFGHIJKLMNOPQRSTUVWXYZ']
      .map((letter) => ({ words: `ドライブ ${letter}:`, folder: `${letter}:\\` }))
      .filter(({ folder }) => existsSync(folder));
  }
  return ['/media', '/run/media'].flatMap((root) =>
    entriesOf(root)
      .filter(({ isFolder }) => isFolder)
      .flatMap(({ name }) => [
        join(root, name),
        ...entriesOf(join(root, name)).map((each) => join(root, name, each.name)),
      ])
      .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
      .map((folder) => ({ words: 'USBなど', folder })),
  );
}

/** @param folders what the system calls its documents, desktop and downloads. */
export function usualPlaces(
  folders: { readonly documents: string; readonly desktop: string; readonly downloads: string },
  env: NodeJS.ProcessEnv = process.env,
): readonly Place[] {
  const clouds = [env['OneDrive'], env['OneDriveCommercial'], env['OneDriveConsumer']];
  return [
    { words: 'ドキュメント', folder: folders.documents },
    { words: 'デスクトップ', folder: folders.desktop },
    { words: 'ダウンロード', folder: folders.downloads },
    ...[...new Set(clouds)].flatMap((folder) => (folder ? [{ words: 'OneDrive', folder }] : [])),
    ...removablePlaces(),
  ];
}
