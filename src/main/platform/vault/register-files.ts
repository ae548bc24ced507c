// The files of a register on disk: the encrypted database and the key slots beside it. Knows names and order of writing, no keys.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { databaseExists } from '../database/connection.ts';
import { syncFolder, writeFileAtomically } from '../files/atomic-write.ts';
import { Refusal } from '../refusal.ts';
import { type SlotFile, slotFileSchema } from './key-slots.ts';

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
  /** Gives the prepared database its name: from here on the register exists. */
  adopt(): void;
}

export function createRegisterFiles(folder: string): RegisterFiles {
  const database = join(folder, 'register.db');
  const databaseInPreparation = join(folder, 'register.db.new');
  const slots = join(folder, 'keyslots.json');
  return {
    database,
    databaseInPreparation,
    // Slots without a database mean that a register once was here; to start empty over it would be a loss without a word.
    exists: () => databaseExists(database) || existsSync(slots),
    readSlots() {
      try {
        return slotFileSchema.parse(JSON.parse(readFileSync(slots, 'utf8')));
      } catch {
        throw new Refusal('key_slots_damaged');
      }
    },
    writeSlots: (content) => writeFileAtomically(slots, `${JSON.stringify(content, null, 2)}\n`),
    prepare() {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      for (const leftover of ['', '-journal']) {
        rmSync(databaseInPreparation + leftover, { force: true });
      }
    },
    adopt() {
      if (existsSync(databaseInPreparation) && !existsSync(database)) {
        renameSync(databaseInPreparation, database);
        syncFolder(dirname(database));
      }
    },
  };
}
