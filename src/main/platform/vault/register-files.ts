// The files of a register on disk: the encrypted database and the key slots beside it. Knows names and order of writing, no keys.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { databaseExists } from '../database/connection.ts';
import { syncFolder, writeFileAtomically } from '../files/atomic-write.ts';
import { Refusal } from '../refusal.ts';
import { checksumOf, type SlotFile, slotFileSchema } from './key-slots.ts';
import { createRegisterSwap, STAGE_NAME } from './register-swap.ts';

const SLOTS_NAME = 'keyslots.json';

const storedSlotsSchema = z.strictObject({ ...slotFileSchema.shape, checksum: z.string() });

/** @throws an error of any kind when this is not, to the letter, what `written` made. */
function parseSlots(text: string): SlotFile {
  const { checksum, ...file } = storedSlotsSchema.parse(JSON.parse(text));
  if (checksum !== checksumOf(file)) {
    throw new Error('the key slots were changed');
  }
  return file;
}

const written = (file: SlotFile) => `${JSON.stringify({ ...file, checksum: checksumOf(file) }, null, 2)}\n`;

export interface RegisterFiles {
  readonly database: string;
  /** Where a new database is prepared before it takes its name. */
  readonly databaseInPreparation: string;
  exists(): boolean;
  /** @throws Refusal `key_slots_damaged` when the file is gone or is not what we wrote. */
  readSlots(): SlotFile;
  writeSlots(slots: SlotFile): void;
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
  /** Puts the staged register in the place of this one, which is kept as `before-restore-<instant>`. `at`: ISO instant. */
  swapIn(at: string): void;
}

/** Half-written slots that a crash left: a slot must not outlive the change of its passphrase under another name. */
function sweepHalfWritten(folder: string): void {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  for (const name of names.filter((each) => each.startsWith(`.${SLOTS_NAME}.`))) {
    rmSync(join(folder, name), { force: true });
  }
}

export function createRegisterFiles(folder: string): RegisterFiles {
  const database = join(folder, 'register.db');
  const databaseInPreparation = join(folder, 'register.db.new');
  const swap = createRegisterSwap(folder, basename(database), SLOTS_NAME);
  const staged = (name: string) => join(folder, STAGE_NAME, name);
  const slots = join(folder, SLOTS_NAME);
  return {
    database,
    databaseInPreparation,
    // Slots without a database mean that a register once was here; to start empty over it would be a loss without a word.
    exists: () => databaseExists(database) || existsSync(slots),
    readSlots() {
      try {
        return parseSlots(readFileSync(slots, 'utf8'));
      } catch {
        throw new Refusal('key_slots_damaged');
      }
    },
    writeSlots: (file) => writeFileAtomically(slots, written(file)),
    prepare() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const leftover of ['', '-journal']) {
        rmSync(databaseInPreparation + leftover, { force: true });
      }
    },
    stage: swap.stage,
    stagedDatabase: staged(basename(database)),
    writeStagedSlots: (file) => writeFileAtomically(staged(SLOTS_NAME), written(file)),
    swapIn: swap.commit,
    adopt() {
      swap.finish();
      sweepHalfWritten(folder);
      if (existsSync(slots) && databaseExists(databaseInPreparation) && !databaseExists(database)) {
        renameSync(databaseInPreparation, database);
        syncFolder(dirname(database));
      }
    },
  };
}
