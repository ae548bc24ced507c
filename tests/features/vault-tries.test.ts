// Wrong passphrases and codes in a row: five are free, then one waits, longer and longer, over a restart too, and never for ever.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { waitAfter } from '#main/platform/vault/wrong-tries.ts';
import { chooseBackup, newestBackup, registerWithBackup } from '#tests/support/backups.ts';
import { REGISTER_FILES } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const WRONG = 'kawa-hashi-sakura-8';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  register.vault.lock();
});
afterEach(() => register.close());

const guess = (passphrase: string, of = register) => of.refused('vault.unlock', { passphrase });
const waitUntil = async (of = register) => (await of.ok('vault.status', {})).waitUntil;
async function guessWrong(times: number, of = register) {
  const answers: string[] = [];
  for (let n = 0; n < times; n += 1) {
    answers.push(await guess(WRONG, of));
  }
  return answers;
}
const WRONG_FIVE_TIMES = new Array(5).fill('wrong_passphrase');

describe('after five wrong tries', () => {
  it('nothing is looked at until the instant that the status names, not even the right passphrase', async () => {
    expect(await guessWrong(4)).toEqual(WRONG_FIVE_TIMES.slice(1));
    expect(await waitUntil()).toBeNull();
    expect(await guess(WRONG)).toBe('wrong_passphrase');
    expect(await waitUntil()).toBe('2026-10-15T03:00:30.000Z');
    expect(await guess(WRONG)).toBe('too_many_tries');
    expect(await guess(TEST_PASSPHRASE)).toBe('too_many_tries');
    register.passSeconds(30);
    expect(await waitUntil()).toBeNull();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(readdirSync(register.folder).sort()).toEqual(REGISTER_FILES);
  });

  it('the wait doubles with each further one up to half an hour, and a right one ends it all', async () => {
    expect([4, 5, 6, 7, 8, 11, 12, 1000].map(waitAfter)).toEqual([
      0, 30_000, 60_000, 120_000, 240_000, 1_800_000, 1_800_000, 1_800_000,
    ]);
    await guessWrong(5);
    register.passSeconds(60);
    expect(await guess(WRONG)).toBe('wrong_passphrase');
    expect(await waitUntil()).toBe('2026-10-15T03:02:00.000Z');
    register.passSeconds(60);
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    register.vault.lock();
    expect(await guessWrong(5)).toEqual(WRONG_FIVE_TIMES);
    expect(await waitUntil()).toBe('2026-10-15T03:02:30.000Z');
  });

  it('a restart does not make one wait less', async () => {
    await guessWrong(5);
    const again = await openTestRegister({ folder: register.folder });
    expect(await waitUntil(again)).toBe('2026-10-15T03:00:30.000Z');
    expect(await guess(TEST_PASSPHRASE, again)).toBe('too_many_tries');
    again.close();
  });

  it('many at once are one after the other, and no more of them are looked at', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, () => guess(WRONG)));
    expect(answers.filter((answer) => answer === 'wrong_passphrase')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'too_many_tries')).toHaveLength(4);
  });

  it('a clock that was turned back makes one wait once more and not for ever', async () => {
    await guessWrong(5);
    register.setToday('2020-01-01');
    expect(await waitUntil()).toBe('2020-01-01T03:00:30.000Z');
    register.passSeconds(31);
    expect(await waitUntil()).toBeNull();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  });

  it('a file of the count that cannot be read keeps nobody out', async () => {
    await guessWrong(2);
    writeFileSync(join(register.folder, 'wrong-tries.json'), '{"format":1,"wrong":');
    const again = await openTestRegister({ folder: register.folder });
    await again.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    again.close();
  });

  it('the count holds nothing but a number and an instant', async () => {
    await guessWrong(2);
    expect(JSON.parse(readFileSync(join(register.folder, 'wrong-tries.json'), 'utf8'))).toEqual({
      format: 1,
      wrong: 2,
      lastAt: '2026-10-15T03:00:00.000Z',
    });
  });
});

describe('the count', () => {
  it('is one for the lock screen, for backups, for the own passphrase and for the recovery code', async () => {
    const backed = await registerWithBackup();
    const file = await chooseBackup(backed, newestBackup(backed));
    const [self] = (await backed.ok('vault.coordinators', {})).coordinators;
    expect(await backed.refused('backups.inspect', { file, passphrase: WRONG })).toBe('wrong_passphrase');
    expect(await backed.refused('backups.inspect', { file, passphrase: WRONG })).toBe('wrong_passphrase');
    expect(await backed.refused('vault.drawRecoveryCode', { ownPassphrase: WRONG })).toBe('wrong_passphrase');
    await expect(backed.vault.confirmPassphrase(WRONG)).rejects.toThrow('wrong_passphrase');
    const change = { current: WRONG, next: 'umi-kaze-tsubame-42' };
    expect(await backed.refused('vault.changePassphrase', change)).toBe('wrong_passphrase');

    expect(await backed.refused('backups.inspect', { file, passphrase: TEST_PASSPHRASE })).toBe('too_many_tries');
    await expect(backed.vault.confirmPassphrase(TEST_PASSPHRASE)).rejects.toThrow('too_many_tries');
    expect(await backed.refused('vault.removeCoordinator', { slot: self?.slot, ownPassphrase: WRONG })).toBe(
      'too_many_tries',
    );
    backed.close();
  });

  it('takes no notice of a code that is only mistyped', async () => {
    const input = {
      code: '0000-0000-0000-0000-0000-0000-0001',
      slot: '00000000-0000-4000-8000-000000000000',
      passphrase: TEST_PASSPHRASE,
    };
    for (let n = 0; n < 7; n += 1) {
      expect(await register.refused('vault.recover', input)).toBe('recovery_code_mistyped');
    }
    expect(await waitUntil()).toBeNull();
  });

  it('holds on a bare machine, where only a backup can be guessed at', async () => {
    const backed = await registerWithBackup();
    const bare = await openTestRegister({ isEmpty: true });
    const file = await chooseBackup(bare, newestBackup(backed));
    for (let n = 0; n < 5; n += 1) {
      expect(await bare.refused('backups.restore', { file, passphrase: WRONG })).toBe('wrong_passphrase');
    }
    expect(await bare.refused('backups.restore', { file, passphrase: TEST_PASSPHRASE })).toBe('too_many_tries');
    expect(await bare.ok('vault.status', {})).toMatchObject({ state: 'missing' });
    bare.passSeconds(30);
    await bare.ok('backups.restore', { file, passphrase: TEST_PASSPHRASE });
    bare.close();
    backed.close();
  });
});

describe('the own passphrase once more', () => {
  it('is confirmed for who is logged in and for nobody else', async () => {
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const theirs = 'asa-gao-hotaru-99';
    await register.ok('vault.addCoordinator', {
      coordinator: '同僚 次郎',
      passphrase: theirs,
      ownPassphrase: TEST_PASSPHRASE,
    });
    await register.vault.confirmPassphrase(TEST_PASSPHRASE);
    await expect(register.vault.confirmPassphrase(theirs)).rejects.toThrow('wrong_passphrase');
    register.vault.lock();
    await expect(register.vault.confirmPassphrase(TEST_PASSPHRASE)).rejects.toThrow('locked');
  });
});
