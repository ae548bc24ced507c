// Compares the ledger of publications with what this machine remembers of it, so that an older register cannot publish as if nothing had
// left the house. Holds hashes and months, no figure. What it remembers is on the disk before a file is handed out (ADR 0030).
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { finishStagedFolder, removeStagedFolder } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { MissingHistory } from '#shared/contract/publications.contract.ts';
import { type CalendarMonth, calendarMonthSchema } from '#shared/model/calendar-date.ts';
import {
  joinKnown,
  type KnownPublication,
  type Memory,
  memoryPaths,
  type ReadMemory,
  readMemory,
  type UnderWay,
  writeMemory,
} from './known-publications.ts';
import { listHashes, listSettled } from './publications.queries.ts';

/** What is remembered and is not in the ledger. */
export interface Lost {
  readonly kind: MissingHistory['kind'];
  /** `mark`: what a decision names. */
  readonly parts: readonly { readonly mark: string; readonly month: CalendarMonth | null }[];
}

export const monthsOf = ({ parts }: Lost): readonly CalendarMonth[] => [
  ...new Set(parts.flatMap(({ month }) => (month === null ? [] : [month]))),
];

/** One publication on its way out. Each step is on the disk when it returns. */
export interface Leaving {
  /** It is in the ledger: from here on a register without it is an older one. @throws Refusal `disk_full`, `file_not_written` */
  enter(): void;
  /** Its folder has its name. */
  finish(): void;
  /** It is not in the ledger, and nothing of it lies anywhere. */
  takeBack(): void;
  /** It stays under way; whoever prepares the next one sees to it. */
  leave(): void;
}

export interface PublishedHead {
  /** What the register does not know. Reads the memory alone, looks into no folder of the coordinator's. */
  missing(reader: Reader): Lost | null;
  /** Ends what a sudden end cut off, remembers what the ledger has, and says what is missing then. */
  settle(reader: Reader): Lost | null;
  /** At unlock: remembers what the ledger has. */
  note(reader: Reader): void;
  /** Behind the making of its empty folder, before the first byte is written into it. @throws Refusal `publication_outdated`, `disk_full`, `file_not_written` */
  begin(reader: Reader, underWay: UnderWay): Leaving;
}

interface Opened {
  readonly registerId: string;
  /** Copied before it is used for longer than one step: it is wiped on lock. */
  readonly key: Uint8Array;
}

interface Ledger {
  readonly published: readonly KnownPublication[];
  readonly has: (hash: string) => boolean;
  readonly isSettled: (mark: string) => boolean;
}

function readLedger(reader: Reader): Ledger {
  const published = listHashes(reader).map(({ hash, month }) => ({ hash, month: calendarMonthSchema.parse(month) }));
  const hashes = new Set(published.map(({ hash }) => hash));
  const settled = new Set(listSettled(reader).map(({ mark }) => mark));
  return { published, has: (hash) => hashes.has(hash), isSettled: (mark) => settled.has(mark) };
}

function lostOf({ published, unreadable }: ReadMemory, ledger: Ledger): Lost | null {
  if (unreadable !== null && !ledger.isSettled(unreadable)) {
    return { kind: 'unreadable', parts: [{ mark: unreadable, month: null }] };
  }
  const missing = published.filter(({ hash }) => !ledger.has(hash) && !ledger.isSettled(hash));
  return missing.length === 0
    ? null
    : { kind: 'missing', parts: missing.map(({ hash, month }) => ({ mark: hash, month })) };
}

/** Where the memory lies, and what opens it. */
interface Place {
  readonly paths: readonly string[];
  readonly key: Uint8Array;
}

/** What cannot be written now is written before the next publication leaves. */
function tryToRemember({ paths, key }: Place, memory: Memory): boolean {
  try {
    writeMemory(paths, key, memory);
    return true;
  } catch {
    return false;
  }
}

/**
 * Files get their name only after ledger and memory have them. So one that is in neither was never handed out: what was written of it goes.
 * One that is in the ledger is remembered, and then finished. @returns whether nothing is left to be done.
 */
function endUnderWay(place: Place, { underWay, published }: Memory, ledger: Ledger): boolean {
  if (underWay === null || ledger.isSettled(underWay.hash)) return true;
  if (ledger.has(underWay.hash)) {
    if (!tryToRemember(place, { published: joinKnown(published, ledger.published), underWay })) return false;
    finishStagedFolder(underWay);
    return true;
  }
  // An older register was put back since: it is missing, and its files may be anywhere.
  return published.some(({ hash }) => hash === underWay.hash) || removeStagedFolder(underWay);
}

const unfinishedOf = (underWay: UnderWay | null, ledger: Ledger): Lost | null =>
  underWay === null || ledger.has(underWay.hash)
    ? null
    : { kind: 'unfinished', parts: [{ mark: underWay.hash, month: underWay.month }] };

interface Way extends Place {
  readonly published: readonly KnownPublication[];
  readonly underWay: UnderWay;
  readonly onEnd: () => void;
}

function createLeaving({ published, underWay, onEnd, ...place }: Way): Leaving {
  const { paths, key } = place;
  const entered = joinKnown(published, [underWay]);
  const end = () => {
    key.fill(0);
    onEnd();
  };
  return {
    enter: () => writeMemory(paths, key, { published: entered, underWay }),
    finish() {
      tryToRemember(place, { published: entered, underWay: null });
      end();
    },
    takeBack() {
      tryToRemember(place, { published, underWay: null });
      end();
    },
    leave: end,
  };
}

/** @param folders where the memory lies, in each of them all of it. @param opened the open register's. @throws Refusal `locked` from it. */
export function createPublishedHead(folders: readonly string[], opened: () => Opened): PublishedHead {
  /** Whether one of this very run is on its way. */
  let isLeaving = false;
  const open = () => {
    const { registerId, key } = opened();
    return { key, paths: memoryPaths(folders, registerId) };
  };
  const remember = (reader: Reader, isEnding: boolean): Lost | null => {
    const place = open();
    const memory = readMemory(place.paths, place.key);
    const ledger = readLedger(reader);
    const lost = lostOf(memory, ledger);
    if (lost?.kind === 'unreadable') return lost;
    const isEnded = isEnding && endUnderWay(place, memory, ledger);
    const published = joinKnown(memory.published, ledger.published);
    const underWay = isEnded ? null : memory.underWay;
    const isSame = published.length === memory.published.length && underWay === memory.underWay;
    // A register that never published leaves no file.
    const isAny = published.length > 0 || memory.underWay !== null;
    if (isAny && !(isSame && memory.isEverywhere)) tryToRemember(place, { published, underWay });
    return lost ?? (isEnding ? unfinishedOf(underWay, ledger) : null);
  };
  return {
    missing(reader) {
      const { paths, key } = open();
      return lostOf(readMemory(paths, key), readLedger(reader));
    },
    settle: (reader) => remember(reader, !isLeaving),
    note(reader) {
      try {
        remember(reader, false);
      } catch {
        // A register must open, whatever is the matter beside it.
      }
    },
    begin(reader, underWay) {
      if (isLeaving || remember(reader, true) !== null) throw new Refusal('publication_outdated');
      const { paths, key } = open();
      const { published, underWay: earlier } = readMemory(paths, key);
      // An earlier one could not be ended, because nothing can be written: it must not be forgotten over this one.
      if (earlier !== null) throw new Refusal('file_not_written');
      try {
        writeMemory(paths, key, { published, underWay });
      } catch (error) {
        tryToRemember({ paths, key }, { published, underWay: null });
        throw error;
      }
      isLeaving = true;
      const onEnd = () => {
        isLeaving = false;
      };
      return createLeaving({ paths, key: Uint8Array.from(key), published, underWay, onEnd });
    },
  };
}
