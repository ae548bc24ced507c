// An older database put in the place of a newer one: whoever unlocks is warned, every time. Where the note of the trail's end beside it
// is of the same age, nobody is warned: the limit that docs/threat-model.md names, and the control of this trial.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { enter } from '#tests/support/backups.ts';
import { databasePath } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';

const HEAD = 'audit-head.json';

export interface OlderRegisters {
  readonly swaps: number;
  readonly warned: number;
  /** Warnings for a register that nobody exchanged. */
  readonly falseAlarms: number;
}

/** @param isHeadOlder also puts back the note beside the database. */
export async function putOlderBack(swaps: number, isHeadOlder: boolean): Promise<OlderRegisters> {
  const register = await openTestRegister();
  const standing = async () => {
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    return (await register.ok('audit.standing', {})).standing;
  };
  const sum = { swaps, warned: 0, falseAlarms: 0 };
  for (let n = 0; n < swaps; n += 1) {
    await enter(register, `架空 ${n}`);
    register.vault.lock();
    const older = readFileSync(databasePath(register.folder));
    const olderHead = readFileSync(join(register.folder, HEAD));
    sum.falseAlarms += (await standing()) === 'same' ? 0 : 1;
    for (let more = 0; more <= n % 4; more += 1) {
      await enter(register, `架空 ${n} 後 ${more}`);
    }
    register.vault.lock();
    const aside = join(register.outbox, 'newer');
    cpSync(register.folder, aside, { recursive: true });
    writeFileSync(databasePath(register.folder), older);
    if (isHeadOlder) {
      writeFileSync(join(register.folder, HEAD), olderHead);
    }
    sum.warned += (await standing()) === 'older' ? 1 : 0;
    register.vault.lock();
    cpSync(aside, register.folder, { recursive: true, force: true });
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  }
  register.close();
  return sum;
}

export const olderRegister: Trial = {
  name: 'older-register',
  title: 'rolled-back file: an older database put in the place of a newer one',
  async rows(scale) {
    const found = await putOlderBack(scale === 'long' ? 200 : 40, false);
    const blind = await putOlderBack(3, true);
    return [
      figure('older registers put in place', found.swaps),
      figure('older registers, warned', found.warned),
      zero('older registers, not warned', found.swaps - found.warned),
      zero('older registers, false alarms', found.falseAlarms),
      control('not warned where the note beside it was put back too', blind.swaps - blind.warned),
    ];
  },
};
