// What watches over the register's files around the vault: that it is remembered where it is, that room is there before long work, that
// damage shuts it, that a damaged one is not copied over whole backups. Refuses or notes; repairs nothing.
import { join } from 'node:path';
import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Backups } from '../backup/backups.ts';
import { databaseBytesOf } from '../database/connection.ts';
import { assertSpaceFor } from '../files/free-space.ts';
import type { Log } from '../log.ts';
import { letOldReplacedGo, sweepHalfWritten } from './kept-registers.ts';
import type { SnapshotSource } from './keyring.ts';
import { createRegisterCondition, type RegisterCondition } from './register-condition.ts';
import type { RegisterFiles } from './register-files.ts';
import { createRegisterPointer, POINTER_NAME, type RegisterPointer } from './register-pointer.ts';
import { hasDecidedSwap } from './register-swap.ts';
import type { Vault } from './vault.ts';

/** What a ledger of the largest size may add, with its journal. */
const IMPORT_BYTES = 20 * 1024 ** 2;

interface SafekeepingParts {
  readonly folder: string;
  readonly configFolder: string;
  readonly files: RegisterFiles;
  readonly backups: Backups;
  readonly now: () => string;
  readonly log: Log;
}

export interface Safekeeping {
  readonly pointer: RegisterPointer;
  readonly condition: RegisterCondition;
  /** At this start, a return to a backup that was cut off was carried through. */
  readonly isSwapFinished: boolean;
  /** The register is open. */
  noteOpened(source: SnapshotSource): void;
  /** An operation was refused. Damage that shows at work shuts the register. @returns whether it was for the state of the files. */
  noteRefusal(vault: Vault, operation: string, code: ErrorCode): boolean;
  /** The hooks of the vault and of the import, each with its backup. */
  beforeClose(source: SnapshotSource): void;
  beforeMigration(source: SnapshotSource): void;
  beforeImport(source: SnapshotSource): void;
}

/** Make it before the vault, which carries out a swap that was cut off. */
export function createSafekeeping(parts: SafekeepingParts): Safekeeping {
  const { folder, configFolder, files, backups, now, log } = parts;
  sweepHalfWritten(folder);
  sweepHalfWritten(configFolder);
  const pointer = createRegisterPointer(join(configFolder, POINTER_NAME), log);
  const condition = createRegisterCondition(files, pointer);
  return {
    pointer,
    condition,
    isSwapFinished: hasDecidedSwap(folder),
    noteOpened(source) {
      condition.clear();
      pointer.remember({ folder, registerId: source.readSlots().registerId, openedAt: now() });
    },
    noteRefusal(vault, operation, code) {
      const isAtWork = vault.state === 'unlocked';
      const isOfFiles = operation === 'vault.unlock' || (isAtWork && code === 'register_damaged');
      if (!isOfFiles || !condition.note(code, isAtWork)) {
        return false;
      }
      if (isAtWork) {
        vault.lock();
      }
      return true;
    },
    beforeClose(source) {
      if (!condition.isFoundAtWork) {
        backups.tryToKeep(source, 'on_close');
        if (!backups.hasFailed) {
          letOldReplacedGo(folder);
        }
      }
    },
    beforeMigration(source) {
      assertSpaceFor(databaseBytesOf(source.connection), folder);
      backups.keep(source, 'before_migration');
    },
    beforeImport(source) {
      assertSpaceFor(databaseBytesOf(source.connection) + IMPORT_BYTES, folder);
      backups.keep(source, 'before_import');
    },
  };
}
