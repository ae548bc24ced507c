// kill -9 in the middle of the removal of a coordinator: afterwards the register stands under the former key with the former slots, or under
// the new one with the new; each whole, and nothing of the other lies about. A register that was moved by half must be told from both.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SlotId } from '#shared/model/ids.ts';
import { enter, namesIn } from '#tests/support/backups.ts';
import { runChild } from '#tests/support/child-process.ts';
import { filesUnder, REGISTER_FILES, textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';

const THEIRS = 'asa-gao-hotaru-99';
const NAMES = ['架空 一', '架空 二', '架空 三'].sort();
/** In the order in which the swap moves them. */
export const MOVED_FILES = ['register.db', 'keyslots.json', 'keyslots.twin.json'] as const;
/** A killed child may be slower than the one that was timed. */
const SPREAD = 1.15;

/** A register of two coordinators, shut, and what it is after the removal of the second. */
export interface RotationSubject {
  readonly rotated: string;
  readonly slot: SlotId;
  /** A copy of the register as it was before, in a folder of its own. */
  copyOld(name: string): string;
  close(): void;
}

export async function openRotationSubject(): Promise<RotationSubject> {
  const root = mkdtempSync(join(tmpdir(), 'mimamori-rotation-'));
  const old = await openTestRegister();
  for (const name of NAMES) {
    await enter(old, name);
  }
  const second = { coordinator: '同僚 次郎', passphrase: THEIRS, ownPassphrase: TEST_PASSPHRASE };
  const slot = (await old.ok('vault.addCoordinator', second)).coordinators[1]?.slot;
  if (slot === undefined) {
    throw new Error('there is no second coordinator');
  }
  old.vault.lock();
  const copyOld = (name: string) => {
    const folder = join(root, name, 'register');
    cpSync(old.folder, folder, { recursive: true });
    return folder;
  };
  const rotated = copyOld('rotated');
  const register = await openTestRegister({ folder: rotated });
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  await register.ok('vault.removeCoordinator', { slot, ownPassphrase: TEST_PASSPHRASE });
  register.close();
  const close = () => {
    old.close();
    rmSync(root, { recursive: true, force: true });
  };
  return { rotated, slot, copyOld, close };
}

async function look(register: TestRegister): Promise<string> {
  // A try counts before its answer is known: whoever is killed while the passphrase is looked at leaves that one count.
  const files = readdirSync(register.folder).filter((name) => name !== 'wrong-tries.json');
  if (files.sort().join() !== REGISTER_FILES.join()) {
    return `other files: ${files.join()}`;
  }
  const isOld = (await register.router.call('vault.unlock', { passphrase: THEIRS })).ok;
  register.vault.lock();
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  if ((await namesIn(register)).join() !== NAMES.join()) {
    return 'other people';
  }
  if ((await register.ok('audit.verify', {})).brokenAt !== null) {
    return 'a broken trail';
  }
  const all = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 50 };
  const { rows } = await register.ok('audit.list', all);
  const isEntered = rows.some(({ operation }) => operation === 'vault.removeCoordinator');
  const { coordinators } = await register.ok('vault.status', {});
  if (isEntered === isOld || coordinators.length !== (isOld ? 2 : 1)) {
    return 'the keys of one with the contents of the other';
  }
  return isOld ? 'old' : 'new';
}

/** What somebody finds who starts the app on this folder: `old`, `new`, or else what is wrong with it. */
export async function whatIsIn(folder: string): Promise<string> {
  let register: TestRegister | null = null;
  try {
    register = await openTestRegister({ folder });
    return await look(register);
  } catch (error) {
    return String(error);
  } finally {
    register?.close();
  }
}

export interface RotationKills {
  readonly kills: number;
  readonly old: number;
  readonly new: number;
  /** What was found that is neither, kill by kill. */
  readonly unreadable: readonly string[];
  /** The removal was acknowledged, and the register is the old one. */
  readonly takenBack: number;
  /** Names in clear in what a kill left. */
  readonly inClear: number;
}

/** Kills spread evenly over the time that a removal takes. */
export async function killRotations(kills: number): Promise<RotationKills> {
  const subject = await openRotationSubject();
  const remove = async (name: string, killAfter: number | null) => {
    const folder = subject.copyOld(name);
    const run = await runChild(
      { kind: 'remove', folder, passphrase: TEST_PASSPHRASE, slot: subject.slot },
      killAfter === null ? null : { after: 'begin', milliseconds: killAfter },
    );
    const inClear = filesUnder(folder).flatMap((path) => textsIn(readFileSync(path), NAMES)).length;
    const began = run.times[run.lines.indexOf('begin')] ?? 0;
    return { found: await whatIsIn(folder), inClear, took: (run.times.at(-1) ?? 0) - began, isTold: run.hasEnded };
  };
  try {
    const whole = await remove('whole', null);
    if (whole.found !== 'new') {
      throw new Error(`a removal that nobody kills leaves ${whole.found}`);
    }
    const unreadable: string[] = [];
    const sum = { kills, old: 0, new: 0, takenBack: 0, inClear: 0 };
    for (let kill = 0; kill < kills; kill += 1) {
      const { found, inClear, isTold } = await remove(`kill-${kill}`, ((kill + 0.5) / kills) * whole.took * SPREAD);
      sum.inClear += inClear;
      sum.takenBack += isTold && found === 'old' ? 1 : 0;
      if (found === 'old' || found === 'new') {
        sum[found] += 1;
      } else {
        unreadable.push(found);
      }
    }
    return { ...sum, unreadable };
  } finally {
    subject.close();
  }
}

/** The control: a swap that decides nothing beforehand, cut off after its first move. @returns how many are neither old nor new. */
export async function moveByHalf(): Promise<number> {
  const subject = await openRotationSubject();
  let neither = 0;
  for (const only of MOVED_FILES) {
    const folder = subject.copyOld(`half-${only}`);
    cpSync(join(subject.rotated, only), join(folder, only));
    const found = await whatIsIn(folder);
    neither += found === 'old' || found === 'new' ? 0 : 1;
  }
  subject.close();
  return neither;
}

export const rotationKills: Trial = {
  name: 'rotation-kills',
  title: 'a coordinator leaves: kill -9 while the key of the register is renewed',
  async rows(scale) {
    const found = await killRotations(scale === 'long' ? 200 : 40);
    for (const each of found.unreadable) {
      console.error(each);
    }
    return [
      figure('rotation kills', found.kills),
      figure('rotation kills, the old register whole', found.old),
      figure('rotation kills, the new register whole', found.new),
      zero('rotation kills, unreadable or between the two', found.unreadable.length),
      zero('rotation kills, removals acknowledged and taken back', found.takenBack),
      zero('rotation kills, names in clear in what was left', found.inClear),
      control('unreadable where one file is moved and nothing was decided', await moveByHalf()),
    ];
  },
};
