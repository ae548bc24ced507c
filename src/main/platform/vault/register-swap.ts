// Puts another register in the place of this one, database and key slots together: a crash at any moment leaves the old one or the
// new one, never the database of one with the slots of the other. Deletes nothing of the old one, except after a rotation of its key.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../files/atomic-write.ts';

/** Being filled: of no meaning after a crash. */
export const STAGE_NAME = 'restore.part';
/** Filled and agreed to: this name is the decision, and the rest is carried out however often a crash interrupts it. */
const DECIDED = /^(restore|rotation)-(\d{8}T\d{9}Z)\.ready$/u;
/** Of no use once the new files stand: what is in it opens with the key that was taken from somebody. */
const LEFT_BY_ROTATION = /^before-rotation-/u;

/** Why another register takes this one's place. After a restore the old one is kept aside, after a rotation of the key it is removed. */
export type SwapKind = 'restore' | 'rotation';

export interface RegisterSwap {
  /** An empty folder inside the register's, to be filled with the files of the new one. */
  stage(): string;
  /** Decides: from here on the staged files are the register. Then carries it out. */
  commit(kind: SwapKind, at: string): void;
  /** Carries out what was decided before a crash, and clears away what was not. Nothing to do is fine. */
  finish(): void;
}

function syncFile(path: string): void {
  // Windows flushes only through a handle that may write.
  const handle = openSync(path, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function moveIfThere(from: string, to: string): void {
  if (existsSync(from)) {
    renameSync(from, to);
  }
}

/** Whether a swap was decided and then cut off: `finish` will carry it out. */
export const hasDecidedSwap = (folder: string): boolean =>
  existsSync(folder) && readdirSync(folder).some((name) => DECIDED.test(name));

/** @param names the register's files; a journal belongs to the old database and goes with it. */
function carryOut(folder: string, decided: string, names: readonly string[], journal: string): void {
  const [, kind = '', stamp = ''] = DECIDED.exec(decided) ?? [];
  const ready = join(folder, decided);
  const before = join(folder, `before-${kind}-${stamp}`);
  mkdirSync(before, { recursive: true, mode: 0o700 });
  for (const name of names) {
    // As long as the new file waits, what bears its name is the old one.
    if (existsSync(join(ready, name))) {
      if (name === names[0]) {
        moveIfThere(join(folder, journal), join(before, journal));
      }
      moveIfThere(join(folder, name), join(before, name));
      syncFolder(before);
      renameSync(join(ready, name), join(folder, name));
      syncFolder(folder);
    }
  }
  if (readdirSync(before).length === 0) {
    rmdirSync(before);
  }
  rmSync(ready, { recursive: true, force: true });
  syncFolder(folder);
}

/** @param database name of the database file in `folder`. @param slots names of the slot file and its twin. */
export function createRegisterSwap(folder: string, database: string, slots: readonly string[]): RegisterSwap {
  const names = [database, ...slots];
  const finish = () => {
    if (!existsSync(folder)) {
      return;
    }
    for (const decided of readdirSync(folder).filter((name) => DECIDED.test(name))) {
      carryOut(folder, decided, names, `${database}-journal`);
    }
    // Only now: as long as something is decided, the old files may still be needed.
    for (const name of readdirSync(folder)) {
      if (name === STAGE_NAME || LEFT_BY_ROTATION.test(name)) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
    }
  };
  return {
    finish,
    stage() {
      rmSync(join(folder, STAGE_NAME), { recursive: true, force: true });
      mkdirSync(join(folder, STAGE_NAME), { recursive: true, mode: 0o700 });
      return join(folder, STAGE_NAME);
    },
    commit(kind, at) {
      const stage = join(folder, STAGE_NAME);
      for (const name of names) {
        syncFile(join(stage, name));
      }
      syncFolder(stage);
      renameSync(stage, join(folder, `${kind}-${at.replace(/[-:.]/gu, '')}.ready`));
      syncFolder(folder);
      finish();
    },
  };
}
