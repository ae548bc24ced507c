// What is the matter with the register while it is shut: whole as far as is known, damaged, newer, gone. Decides what the first screen is;
// touches no file.

import type { ErrorCode } from '#shared/contract/errors.ts';
import type { Condition } from '#shared/contract/recovery.contract.ts';
import { databaseExists } from '../database/connection.ts';
import { Refusal } from '../refusal.ts';
import type { RegisterFiles } from './register-files.ts';
import type { RegisterPointer } from './register-pointer.ts';

type Finding = Extract<Condition, 'damaged' | 'slots_damaged' | 'slots_older' | 'newer_schema'>;

const FINDINGS: Readonly<Partial<Record<ErrorCode, Finding>>> = {
  register_damaged: 'damaged',
  key_slots_damaged: 'slots_damaged',
  older_key_slots: 'slots_older',
  newer_schema: 'newer_schema',
};

export interface RegisterCondition {
  /** `fine` also when nothing is known to be wrong. */
  readonly now: Condition;
  /** The damage showed while somebody worked in the open register. */
  readonly isFoundAtWork: boolean;
  /** An operation was refused for the state of the files; what is not about them is not noted. @returns whether it was noted. */
  note(code: ErrorCode, isAtWork: boolean): boolean;
  /** The register opened, or another one stands in its place. */
  clear(): void;
}

function slotsAreReadable(files: RegisterFiles): boolean {
  try {
    files.readSlots();
    return true;
  } catch (error) {
    if (error instanceof Refusal) {
      return false;
    }
    throw error;
  }
}

export function createRegisterCondition(files: RegisterFiles, pointer: RegisterPointer): RegisterCondition {
  let finding: Finding | null = null;
  let isFoundAtWork = false;
  return {
    get now() {
      if (!files.exists()) {
        return pointer.read() === null ? 'fine' : 'vanished';
      }
      if (!slotsAreReadable(files)) {
        return 'slots_damaged';
      }
      if (!databaseExists(files.database)) {
        return 'file_gone';
      }
      return finding ?? 'fine';
    },
    get isFoundAtWork() {
      return isFoundAtWork;
    },
    note(code, isAtWork) {
      const found = FINDINGS[code];
      if (found === undefined) {
        return false;
      }
      finding = found;
      isFoundAtWork = isAtWork;
      return true;
    },
    clear() {
      finding = null;
      isFoundAtWork = false;
    },
  };
}
