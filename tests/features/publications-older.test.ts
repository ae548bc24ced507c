// An older register, put back by the app or by hand: what was published since then is not forgotten. Invented people.
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseBackup, newestBackup } from '#tests/support/backups.ts';
import { HANDOUT } from '#tests/support/builders.ts';
import { answerFolder } from '#tests/support/invented-year.ts';
import { databasePath, textsIn } from '#tests/support/raw-register.ts';
import { AUGUST, JULY, liveSmall, prepareSmall, publishSmall, refusalOfSmall } from '#tests/support/small-summary.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const JULY_IS_MISSING = '7月分の公表記録が見つからないため、安全を確認できません。';
const REASON = '7月の集計は、渡すまえに気づいて消しました。';
const DECISION = { months: [JULY], standing: 'never_handed_out' as const, reason: REASON };

let register: TestRegister;
afterEach(() => register.close());

const unlock = () => register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });

/** July is closed, and there is a backup of that moment. */
async function open(): Promise<string> {
  register = await openTestRegister({ today: '2026-09-03' });
  await liveSmall(register);
  await register.ok('backups.make', {});
  const backup = join(register.outbox, 'before.mimamori');
  copyFileSync(newestBackup(register), backup);
  return backup;
}

async function goBackTo(backup: string): Promise<void> {
  await register.ok('backups.restore', { file: await chooseBackup(register, backup), passphrase: TEST_PASSPHRASE });
  await unlock();
}

/** July was published, and the register of before is back. */
async function openOlder(): Promise<string> {
  const backup = await open();
  await publishSmall(register, JULY);
  await goBackTo(backup);
  return backup;
}

/** What this machine remembers, in both places. */
const memories = () =>
  [register.folder, register.configFolder].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.startsWith('publication-head-'))
      .map((name) => join(folder, name)),
  );

const missing = async () => (await register.ok('publications.overview', {})).missing;

describe('after going back to a backup from before a publication', () => {
  it('nothing is made safe any more, and the month is named, on the list too', async () => {
    await openOlder();
    expect(await refusalOfSmall(register, JULY)).toMatchObject({
      code: 'history_missing',
      sentence: JULY_IS_MISSING,
      missing: { kind: 'missing', months: [JULY] },
    });
    const overview = await register.ok('publications.overview', {});
    expect(overview).toMatchObject({ publications: [], missing: { kind: 'missing', months: [JULY] }, settled: [] });
  });

  it('every month that is missing is named', async () => {
    const backup = await open();
    await publishSmall(register, JULY);
    await register.ok('closings.close', { month: AUGUST });
    await publishSmall(register, AUGUST);
    await goBackTo(backup);
    expect((await refusalOfSmall(register, JULY)).sentence).toBe(
      '7月分・8月分の公表記録が見つからないため、安全を確認できません。',
    );
  });

  it('it would be published, did this machine not remember: the control', async () => {
    await openOlder();
    for (const path of memories()) rmSync(path);
    expect(await missing()).toBeNull();
    await publishSmall(register, JULY);
  });

  it('a newer backup makes it whole again', async () => {
    const backup = await open();
    await publishSmall(register, JULY);
    await register.ok('backups.make', {});
    const newer = join(register.outbox, 'newer.mimamori');
    copyFileSync(newestBackup(register), newer);
    await goBackTo(backup);
    await refusalOfSmall(register, JULY);
    await goBackTo(newer);
    expect(await missing()).toBeNull();
    await prepareSmall(register, JULY);
  });

  it('a machine that never had the register has nothing to compare with', async () => {
    const backup = await open();
    await publishSmall(register, JULY);
    const own = register;
    register = await openTestRegister({ isEmpty: true, today: '2026-09-03' });
    copyFileSync(backup, join(register.outbox, 'brought.mimamori'));
    await goBackTo(join(register.outbox, 'brought.mimamori'));
    own.close();
    await prepareSmall(register, JULY);
    expect(memories()).toEqual([]);
    // From its first publication on it remembers, like any other.
    await publishSmall(register, JULY);
    expect(memories()).toHaveLength(2);
  });
});

describe('an older file put back by hand', () => {
  it('is noticed when the whole folder of the register was lost and came back from a backup', async () => {
    const backup = await open();
    await publishSmall(register, JULY);
    register.vault.lock();
    rmSync(register.folder, { recursive: true });
    await goBackTo(backup);
    expect((await refusalOfSmall(register, JULY)).sentence).toBe(JULY_IS_MISSING);
  });

  it('is noticed with the whole folder of the register too, by what is remembered outside of it', async () => {
    await open();
    register.vault.lock();
    const copy = join(register.outbox, 'copy');
    cpSync(register.folder, copy, { recursive: true });
    await unlock();
    await publishSmall(register, JULY);
    register.vault.lock();
    rmSync(register.folder, { recursive: true });
    cpSync(copy, register.folder, { recursive: true });
    expect(memories()).toHaveLength(1);
    await unlock();
    expect((await refusalOfSmall(register, JULY)).sentence).toBe(JULY_IS_MISSING);
    expect(memories()).toHaveLength(2);
  });

  it('is noticed when something else was published since', async () => {
    await open();
    register.vault.lock();
    const copy = join(register.outbox, 'register.db');
    copyFileSync(databasePath(register.folder), copy);
    await unlock();
    await publishSmall(register, JULY);
    register.vault.lock();
    const branch = join(register.outbox, 'branch.db');
    copyFileSync(databasePath(register.folder), branch);
    copyFileSync(copy, databasePath(register.folder));
    await unlock();
    await register.ok('publications.settleMissing', DECISION);
    await publishSmall(register, JULY);
    register.vault.lock();
    // The first July is in this ledger; the second one, which somebody has, is not.
    copyFileSync(branch, databasePath(register.folder));
    await unlock();
    expect((await refusalOfSmall(register, JULY)).sentence).toBe(JULY_IS_MISSING);
  });
});

describe('the decision that what is missing is with nobody', () => {
  it('lets it be published again; it is in the register, in the trail, and on the list', async () => {
    await openOlder();
    await refusalOfSmall(register, JULY);
    await register.ok('publications.settleMissing', DECISION);
    expect(await register.ok('publications.overview', {})).toMatchObject({
      missing: null,
      settled: [
        { month: JULY, standing: 'never_handed_out', reason: REASON, actor: '見本 花子', settledOn: '2026-09-03' },
      ],
    });
    const none = { personId: null, actor: null, kind: null, from: null, to: null };
    const { rows } = await register.ok('audit.list', { ...none, before: null, limit: 1 });
    expect(rows).toMatchObject([
      { operation: 'publications.settleMissing', detail: { month: JULY, settledAs: 'never_handed_out' } },
    ]);
    await publishSmall(register, JULY);
    expect(await missing()).toBeNull();
  });

  it('holds for the register that it stands in: an older one asks again', async () => {
    const backup = await openOlder();
    await register.ok('publications.settleMissing', DECISION);
    await goBackTo(backup);
    expect((await refusalOfSmall(register, JULY)).sentence).toBe(JULY_IS_MISSING);
  });

  it('asks who is there, for a reason, for what was shown, and only when something is missing', async () => {
    const backup = await open();
    expect(await register.refused('publications.settleMissing', { ...DECISION, months: [] })).toBe('not_found');
    await publishSmall(register, JULY);
    await goBackTo(backup);
    const call = async (wish: unknown) => {
      const envelope = await register.router.call('publications.settleMissing', wish);
      return envelope.ok ? 'ok' : envelope.error.code;
    };
    expect(await call(DECISION)).toBe('reauthentication_needed');
    const wrong = { operation: 'publications.settleMissing', passphrase: 'umi-kaze-tsubame-42' };
    expect(await register.refused('vault.reauthenticate', wrong)).toBe('wrong_passphrase');
    expect(await call(DECISION)).toBe('reauthentication_needed');
    const refused = (changes: object) => register.refused('publications.settleMissing', { ...DECISION, ...changes });
    expect(await refused({ reason: '渡してません　　　' })).toBe('invalid_input');
    expect(await refused({ standing: 'whatever' })).toBe('invalid_input');
    expect(await refused({ months: [AUGUST] })).toBe('publication_outdated');
    expect((await refusalOfSmall(register, JULY)).code).toBe('history_missing');
    expect((await register.ok('publications.overview', {})).settled).toEqual([]);
  });
});

describe('what this machine remembers', () => {
  it('is kept in two places, sealed: no month, no folder, no name', async () => {
    await open();
    expect(memories()).toEqual([]);
    const folder = await publishSmall(register, JULY);
    const paths = memories();
    expect(paths).toHaveLength(2);
    const texts = [`"month":"${JULY}"`, folder, '集計_', HANDOUT.recipient];
    for (const path of paths) expect(textsIn(readFileSync(path), texts)).toEqual([]);
    expect(textsIn(Buffer.from(texts.join()), texts)).toEqual(texts);
  });

  it.each([
    ['is not what was written', () => 'nothing'],
    [
      'had a bit turned',
      (text: string) => text.replace(/"sealed":"(.)/u, (_all, first) => `"sealed":"${first === 'A' ? 'B' : 'A'}`),
    ],
    ['is empty', () => ''],
  ])('refuses when it %s, and says so without a month; a decision helps', async (_what, change) => {
    await open();
    await publishSmall(register, JULY);
    for (const path of memories()) writeFileSync(path, change(readFileSync(path, 'utf8')));
    const refusal = await refusalOfSmall(register, JULY);
    expect(refusal).toMatchObject({
      code: 'history_missing',
      sentence: '公表記録がそろっているかを確かめるためのファイルが読めないため、安全を確認できません。',
      missing: { kind: 'unreadable', months: [] },
    });
    await register.ok('publications.settleMissing', { ...DECISION, months: [] });
    await publishSmall(register, JULY);
    expect(await missing()).toBeNull();
  });

  it('is read where one of the two is spoilt or gone, and mended', async () => {
    await openOlder();
    const [inside = '', outside = ''] = memories();
    for (const spoil of [() => rmSync(inside), () => writeFileSync(outside, 'nothing')]) {
      spoil();
      expect((await refusalOfSmall(register, JULY)).sentence).toBe(JULY_IS_MISSING);
      expect(readFileSync(inside).byteLength).toBe(readFileSync(outside).byteLength);
    }
  });

  it('stops what was made safe before it was spoilt from being given out', async () => {
    await open();
    await publishSmall(register, JULY);
    const preparedId = await prepareSmall(register, JULY);
    for (const path of memories()) writeFileSync(path, 'nothing');
    const folder = answerFolder(register, 'too late');
    expect(await register.refused('publications.publish', { preparedId, handout: HANDOUT })).toBe(
      'publication_outdated',
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes on after the data key was renewed', async () => {
    await openOlder();
    const own = { ownPassphrase: TEST_PASSPHRASE };
    await register.ok('vault.addCoordinator', { coordinator: '見本 次郎', passphrase: 'umi-kaze-tsubame-42', ...own });
    const { coordinators } = await register.ok('vault.coordinators', {});
    const slot = coordinators.find(({ name }) => name === '見本 次郎')?.slot ?? '';
    await register.ok('vault.removeCoordinator', { slot: slot as never, ...own });
    expect((await refusalOfSmall(register, JULY)).sentence).toBe(JULY_IS_MISSING);
  });

  it('leaves another register alone', async () => {
    await openOlder();
    const other = await openTestRegister({ today: '2026-09-03' });
    await liveSmall(other);
    await other.ok('backups.make', {});
    const brought = join(register.outbox, 'other.mimamori');
    copyFileSync(newestBackup(other), brought);
    other.close();
    await goBackTo(brought);
    await prepareSmall(register, JULY);
    await publishSmall(register, JULY);
    expect(memories()).toHaveLength(4);
  });
});
