// Giving a summary out, cut off by a sudden end at each of its steps: it is known or it was never handed out, and the next one sees to it.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { HANDOUT } from '#tests/support/builders.ts';
import { runChild } from '#tests/support/child-process.ts';
import { answerFolder } from '#tests/support/invented-year.ts';
import { AUGUST, askSmall, JULY, liveSmall, prepareSmall, publishSmall } from '#tests/support/small-summary.ts';
import {
  openTestRegister,
  TEST_PASSPHRASE,
  type TestRegister,
  type TestRegisterOptions,
} from '#tests/support/test-register.ts';

let register: TestRegister;
afterEach(() => register.close());

async function open(options: TestRegisterOptions = {}): Promise<void> {
  register = await openTestRegister({ today: '2026-09-03', ...options });
  await liveSmall(register);
}

const NAME = '集計_2026-07_第1号';

/** A process of its own publishes July and kills itself at this step. @returns the folder that it wrote into. */
async function dieAt(step: string): Promise<string> {
  await open();
  register.vault.lock();
  const target = join(register.outbox, 'stick');
  mkdirSync(target);
  const { folder, configFolder } = register;
  const work = { kind: 'publish' as const, folder, configFolder, target, month: JULY, dieAt: step };
  const { wasKilled } = await runChild({ ...work, passphrase: TEST_PASSPHRASE }, null);
  expect(wasKilled).toBe(true);
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  return target;
}

const numbers = async () => (await register.ok('publications.overview', {})).publications.map(({ number }) => number);
const temporary = (target: string) => readdirSync(target).filter((name) => name.endsWith('.staged'));

describe('a sudden end', () => {
  it('before anything was written leaves nothing', async () => {
    const target = await dieAt('フォルダに保存しています');
    expect(readdirSync(target)).toEqual([]);
    expect(await numbers()).toEqual([]);
    await publishSmall(register, JULY);
    expect(await numbers()).toEqual([1]);
  });

  it.each(['書いたファイルを読み直して、確かめています', '公表の記録に入れています'])(
    'at 「%s」 leaves files under a temporary name, which the next preparation removes',
    async (step) => {
      const target = await dieAt(step);
      expect(temporary(target)).toHaveLength(1);
      expect(await numbers()).toEqual([]);
      await publishSmall(register, JULY);
      expect(readdirSync(target)).toEqual([]);
      expect(await numbers()).toEqual([1]);
    },
  );

  it('with the stick away meanwhile is asked about, until the stick is back', async () => {
    const target = await dieAt('公表の記録に入れています');
    const away = mkdtempSync(join(tmpdir(), 'mimamori-away-'));
    renameSync(target, join(away, 'stick'));
    expect(await askSmall(register, JULY)).toMatchObject({
      refusal: {
        code: 'history_missing',
        sentence: '7月分の書き出しが途中で終わっていて、書きかけのファイルが残っていないか、確認できません。',
        missing: { kind: 'unfinished', months: [JULY] },
      },
    });
    renameSync(join(away, 'stick'), target);
    rmSync(away, { recursive: true });
    await prepareSmall(register, JULY);
    expect(readdirSync(target)).toEqual([]);
  });

  it('with another stick in its place, or none, is settled by a decision', async () => {
    const target = await dieAt('公表の記録に入れています');
    rmSync(target, { recursive: true });
    expect((await askSmall(register, JULY)).state).toBe('refused');
    mkdirSync(target);
    expect((await askSmall(register, JULY)).state).toBe('refused');
    const reason = '書きかけのUSBは、こわして捨てました。';
    await register.ok('publications.settleMissing', { months: [JULY], standing: 'never_handed_out', reason });
    await publishSmall(register, JULY);
    expect(await numbers()).toEqual([1]);
  });

  it('after the ledger has it leaves the folder to be finished by the next preparation', async () => {
    const target = await dieAt('entered');
    expect(temporary(target)).toHaveLength(1);
    expect(await numbers()).toEqual([1]);
    await prepareSmall(register, JULY);
    expect(readdirSync(target)).toEqual([NAME]);
    expect(readdirSync(join(target, NAME))).toContain('cells.csv');
  });

  it('at its very end leaves it given out', async () => {
    const target = await dieAt('書き出しました');
    expect(readdirSync(target)).toEqual([NAME]);
    expect(await numbers()).toEqual([1]);
    await prepareSmall(register, JULY);
  });
});

it('a stick that is pulled out while it is written is asked about, until it is back', async () => {
  let target = '';
  const away = () => `${target}-away`;
  await open({
    onEvent: (event) => {
      const isWritten = event.type === 'progress' && event.step === '書いたファイルを読み直して、確かめています';
      if (isWritten && existsSync(target)) renameSync(target, away());
    },
  });
  const preparedId = await prepareSmall(register, JULY);
  target = answerFolder(register, 'stick');
  expect(await register.refused('publications.publish', { preparedId, handout: HANDOUT })).toBe('file_unreadable');
  expect(await askSmall(register, JULY)).toMatchObject({
    refusal: { missing: { kind: 'unfinished', months: [JULY] } },
  });
  renameSync(away(), target);
  expect(temporary(target)).toHaveLength(1);
  await prepareSmall(register, JULY);
  expect(readdirSync(target)).toEqual([]);
  expect(await numbers()).toEqual([]);
});

/** Called when the ledger has it and nothing is handed out yet. */
async function publishWhile(onEntered: (target: string) => void): Promise<string> {
  let target = '';
  await open({
    onEvent: (event) => {
      if (target !== '' && event.type === 'changed' && event.feature === 'publications') onEntered(target);
    },
  });
  const preparedId = await prepareSmall(register, JULY);
  target = answerFolder(register, 'stick');
  expect(await register.refused('publications.publish', { preparedId, handout: HANDOUT })).toBe('release_unfinished');
  const written = target;
  target = '';
  return written;
}

describe('once it is in the ledger', () => {
  it('no file is handed out before this machine remembers it', async () => {
    const target = await publishWhile(() => rmSync(register.configFolder, { recursive: true }));
    expect(existsSync(join(target, NAME))).toBe(false);
    expect(await numbers()).toEqual([1]);
    // As long as it cannot be remembered, nothing leaves, this one neither.
    const preparedId = await prepareSmall(register, JULY);
    answerFolder(register, 'other');
    expect(await register.refused('publications.publish', { preparedId, handout: HANDOUT })).toBe('file_not_written');
    expect(existsSync(join(target, NAME))).toBe(false);
    mkdirSync(register.configFolder);
    await prepareSmall(register, JULY);
    expect(readdirSync(target)).toEqual([NAME]);
  });

  it('a folder that cannot get its name waits for it, and nothing is overwritten', async () => {
    const target = await publishWhile((folder) => writeFileSync(join(folder, NAME), 'of somebody else'));
    expect(temporary(target)).toHaveLength(1);
    rmSync(join(target, NAME));
    await register.ok('closings.close', { month: AUGUST });
    await publishSmall(register, AUGUST);
    expect(readdirSync(target)).toEqual([NAME]);
    expect(await numbers()).toEqual([2, 1]);
  });
});
