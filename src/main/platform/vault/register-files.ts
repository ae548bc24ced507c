// The files of a register on disk: the encrypted database and the key slots beside it. Knows names and order of writing, no keys.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { databaseExists } from '../database/connection.ts';
import { syncFolder, writeFileAtomically } from '../files/atomic-write.ts';
import { Refusal } from '../refusal.ts';
import { createRegisterSwap, STAGE_NAME, type SwapKind } from './register-swap.ts';
import { checksumOf, type SlotFile, slotFileSchema } from './slot-file.ts';

const SLOTS_NAME = 'keyslots.json';
/** The same once more: either may rot or vanish. */
const TWIN_NAME = 'keyslots.twin.json';
const TRIES_NAME = 'wrong-tries.json';

const storedSlotsSchema = z.strictObject({ ...slotFileSchema.shape, checksum: z.string() });

/** @throws an error of any kind when this is not, to the letter, what `written` made. */
function parseSlots(text: string): SlotFile {
  const { checksum, ...file } = storedSlotsSchema.parse(JSON.parse(text));
  if (checksum !== checksumOf(file)) {
    throw new Error('the key slots were changed');
  }
  return file;
}

function tryToRead(path: string): SlotFile | null {
  try {
    return parseSlots(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** The one with the higher revision; a twin of another register is nobody's twin. */
function newerOf(slots: SlotFile | null, twin: SlotFile | null): SlotFile | null {
  if (slots && twin) {
    return twin.registerId === slots.registerId && twin.revision > slots.revision ? twin : slots;
  }
  return slots ?? twin;
}

const written = (file: SlotFile) => `${JSON.stringify({ ...file, checksum: checksumOf(file) }, null, 2)}\n`;

export interface RegisterFiles {
  readonly database: string;
  /** Where a new database is prepared before it takes its name. */
  readonly databaseInPreparation: string;
  exists(): boolean;
  /** Where wrong tries are counted. */
  readonly wrongTries: string;
  /** The newer of the two copies that is whole. @throws Refusal `key_slots_damaged` when both are gone or not what we wrote. */
  readSlots(): SlotFile;
  /** Writes the first copy. `mendSlots` follows when what it belongs to is committed. */
  writeSlots(slots: SlotFile): void;
  /** What it belonged to was not committed: `before` holds again, on a full disk too. */
  takeBackSlots(before: SlotFile): void;
  /** Brings both copies to this. Not being able to is no reason to stop: one of them is whole. */
  mendSlots(slots: SlotFile): void;
  /** Prepares an empty place for a new database. */
  prepare(): void;
  /**
   * Gives the prepared database its name, once its slots are written. Also ends a creation that a crash cut off between the
   * two; one that was cut off earlier has no slots, nobody ever used it, and it stays aside until the next `prepare`.
   */
  adopt(): void;
  /** An empty folder for the files of a register that is to take this one's place. */
  stage(): string;
  /** Where in `stage` its database goes. */
  readonly stagedDatabase: string;
  writeStagedSlots(slots: SlotFile): void;
  /** Puts the staged register in the place of this one, which after a restore is kept as `before-restore-<instant>`. `at`: ISO instant. */
  swapIn(kind: SwapKind, at: string): void;
}

const WRITTEN_WHOLE = [SLOTS_NAME, TWIN_NAME, TRIES_NAME];

/** Half-written slots that a crash left: a slot must not outlive the change of its passphrase under another name. */
function sweepHalfWritten(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) => WRITTEN_WHOLE.some((whole) => each.startsWith(`.${whole}.`)))) {
    rmSync(join(folder, name), { force: true });
  }
}

/** The slot file and its twin. */
function createSlotCopies(folder: string) {
  const slots = join(folder, SLOTS_NAME);
  const twin = join(folder, TWIN_NAME);
  const mend = (file: SlotFile) => {
    for (const path of [slots, twin]) {
      const stored = tryToRead(path);
      if (!stored || checksumOf(stored) !== checksumOf(file)) {
        try {
          writeFileAtomically(path, written(file));
        } catch {
          // The next unlock tries again.
        }
      }
    }
  };
  return {
    exist: () => existsSync(slots) || existsSync(twin),
    read: () => newerOf(tryToRead(slots), tryToRead(twin)),
    write: (file: SlotFile) => writeFileAtomically(slots, written(file)),
    takeBack(before: SlotFile) {
      try {
        writeFileAtomically(slots, written(before));
      } catch (error) {
        if (tryToRead(twin)?.revision !== before.revision) {
          throw error;
        }
        rmSync(slots);
      }
    },
    mend,
  };
}

export function createRegisterFiles(folder: string): RegisterFiles {
  const database = join(folder, 'register.db');
  const databaseInPreparation = join(folder, 'register.db.new');
  const swap = createRegisterSwap(folder, basename(database), [SLOTS_NAME, TWIN_NAME]);
  const staged = (name: string) => join(folder, STAGE_NAME, name);
  const copies = createSlotCopies(folder);
  return {
    database,
    databaseInPreparation,
    wrongTries: join(folder, TRIES_NAME),
    // Slots without a database mean that a register once was here; to start empty over it would be a loss without a word.
    exists: () => databaseExists(database) || copies.exist(),
    readSlots() {
      const file = copies.read();
      if (!file) {
        throw new Refusal('key_slots_damaged');
      }
      return file;
    },
    writeSlots: copies.write,
    takeBackSlots: copies.takeBack,
    mendSlots: copies.mend,
    prepare() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const leftover of ['', '-journal']) {
        rmSync(databaseInPreparation + leftover, { force: true });
      }
    },
    stage: swap.stage,
    stagedDatabase: staged(basename(database)),
    writeStagedSlots(file) {
      for (const name of [SLOTS_NAME, TWIN_NAME]) {
        writeFileAtomically(staged(name), written(file));
      }
    },
    swapIn: swap.commit,
    adopt() {
      swap.finish();
      sweepHalfWritten(folder);
      if (copies.exist() && databaseExists(databaseInPreparation) && !databaseExists(database)) {
        renameSync(databaseInPreparation, database);
        syncFolder(dirname(database));
      }
    },
  };
}
