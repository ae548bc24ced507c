// The cost of a guess: slots that claim to be cheaper than 64 MiB are refused without a try. How long a guess lasts here is told, not judged.
import { readFileSync } from 'node:fs';
import { randomId } from '#main/platform/ids.ts';
import { openWithPassphrase, STANDARD_COST, sealForPassphrase } from '#main/platform/vault/key-slots.ts';
import { newRegisterKeys } from '#main/platform/vault/register-keys.ts';
import { coordinatorSlots } from '#main/platform/vault/slot-file.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { forgeSlots, overwriteSlots, readStoredSlots, slotsPath } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';

export interface CheapSlots {
  readonly slots: number;
  /** Answered in any other way than that the slots are damaged. */
  readonly accepted: number;
  /** The same forging, at 64 MiB and more, is let through to the passphrase: the control. */
  readonly dearOnesTried: number;
}

/** Forges the memory that the register's slot claims, with a checksum that fits. */
export async function forgeCheapSlots(slots: number): Promise<CheapSlots> {
  const register = await openTestRegister();
  register.vault.lock();
  const stored = readStoredSlots(register.folder);
  const original = readFileSync(slotsPath(register.folder), 'utf8');
  const codeWith = async (memoryKib: number) => {
    const forged = coordinatorSlots(stored).map((slot) => ({ ...slot, kdf: { ...slot.kdf, memoryKib } }));
    try {
      forgeSlots(register.folder, { ...stored, slots: forged });
    } catch {
      // Our own writer refuses it: written as somebody else would.
      overwriteSlots(register.folder, JSON.stringify({ ...stored, slots: forged }));
    }
    const answer = await register.router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });
    overwriteSlots(register.folder, original);
    return answer.ok ? 'opened' : answer.error.code;
  };
  let accepted = 0;
  for (let n = 0; n < slots; n += 1) {
    const memoryKib = n === 0 ? 65_535 : Math.floor(((n - 1) / slots) * 65_536);
    accepted += (await codeWith(memoryKib)) === 'key_slots_damaged' ? 0 : 1;
  }
  const dear = [await codeWith(65_537), await codeWith(70_000)];
  register.close();
  return { slots, accepted, dearOnesTried: dear.filter((code) => code === 'wrong_passphrase').length };
}

/** Milliseconds of one wrong guess at the cost that a new slot gets on this machine. */
async function timeGuess(): Promise<number> {
  const registerId = randomId();
  const owner = { id: randomId() as SlotId, coordinator: '見本 花子', createdAt: '2026-10-15T03:00:00.000Z' };
  const slot = await sealForPassphrase(registerId, owner, TEST_PASSPHRASE, newRegisterKeys(), STANDARD_COST);
  const started = performance.now();
  if (slot.kind === 'passphrase') {
    await openWithPassphrase(registerId, slot, 'kawa-hashi-sakura-8');
  }
  return performance.now() - started;
}

export const guessing: Trial = {
  name: 'guessing',
  title: 'guessing: what a try costs',
  async rows(scale) {
    const found = await forgeCheapSlots(scale === 'long' ? 1000 : 200);
    return [
      figure('slots cheaper than 64 MiB', found.slots),
      zero('slots cheaper than 64 MiB, accepted', found.accepted),
      control('slots of 64 MiB and more that were tried', found.dearOnesTried),
      figure('milliseconds of one guess at the cost of a new slot, here and now', Math.round(await timeGuess())),
    ];
  },
};
