// Backups on real files: made by themselves, verified, carried away, gone back to, on the same machine and on a bare one.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import {
  backupFiles,
  chooseBackup,
  enter,
  namesAfterUnlock,
  namesIn,
  newestBackup,
  registerWithBackup,
} from '#tests/support/backups.ts';
import { databasePath, flipBytes, openRaw, slotsPath, textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const NEXT_PASSPHRASE = 'umi-kaze-tsubame-42';
const opening = (file: Awaited<ReturnType<typeof chooseBackup>>, passphrase = TEST_PASSPHRASE) => ({
  file,
  passphrase,
});

let register: TestRegister;
beforeEach(async () => {
  register = await registerWithBackup();
});
afterEach(() => register.close());

const restore = async (path: string, on: TestRegister = register) =>
  on.ok('backups.restore', opening(await chooseBackup(on, path)));
const listed = async () => (await register.ok('backups.list', {})).backups;

describe('a backup', () => {
  it('is made by hand, says what is in it, and is not made again when nothing was written since', async () => {
    expect(await register.ok('backups.make', {})).toEqual({ isNew: true });
    expect(await register.ok('backups.make', {})).toEqual({ isNew: false });
    const backups = await listed();
    expect(backups.map(({ counts, reason }) => [counts.people, reason])).toEqual([
      [2, 'by_hand'],
      [1, 'by_hand'],
    ]);
    expect(await register.ok('backups.status', {})).toMatchObject({
      lastMadeAt: '2026-10-15T03:00:00.000Z',
      count: 2,
      hasFailed: false,
    });
  });

  it('is made on lock, and not when the register was only opened and looked at', async () => {
    register.vault.lock();
    expect((await listed())[0]).toMatchObject({ reason: 'on_close', counts: { people: 2 } });
    const count = backupFiles(register.backupFolder).length;
    await namesAfterUnlock(register);
    expect(backupFiles(register.backupFolder)).toHaveLength(count);
  });

  it('is made again when the last one has rotted, and when the passphrase was changed', async () => {
    register.vault.lock();
    const path = newestBackup(register);
    flipBytes(path, readFileSync(path).byteLength - 5000);
    await namesAfterUnlock(register);
    expect(backupFiles(register.backupFolder)).toHaveLength(3);
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT_PASSPHRASE });
    register.vault.lock();
    expect(backupFiles(register.backupFolder)).toHaveLength(4);
  });

  it('holds no name in clear: with the control that would find it', async () => {
    register.vault.lock();
    const bytes = backupFiles(register.backupFolder).map((path) => readFileSync(path));
    expect(textsIn(Buffer.concat(bytes), ['架空 前', '南堀江', '06-0000-1234', 'SQLite format'])).toEqual([]);
    expect(textsIn(Buffer.concat([...bytes, Buffer.from('架空 前')]), ['架空 前'])).toEqual(['架空 前']);
  });

  it('is let go when it is old, and only those of this register', async () => {
    const other = join(register.backupFolder, '20200101T000000000Z.mimamori');
    const stranger = await registerWithBackup();
    writeFileSync(other, readFileSync(newestBackup(stranger)));
    stranger.close();
    for (let day = 1; day <= 28; day += 1) {
      register.setToday(`2026-11-${String(day).padStart(2, '0')}`);
      await enter(register, `架空 ${day}`);
      await register.ok('backups.make', {});
    }
    const days = (await listed()).map(({ madeAt }) => madeAt.slice(0, 10));
    expect(days.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_none, n) => `2026-11-${28 - n}`));
    expect(days.length).toBeLessThan(25);
    expect(existsSync(other)).toBe(true);
  });

  it('that fails to be made says so in the status, and the register locks all the same', async () => {
    rmSync(register.backupFolder, { recursive: true });
    writeFileSync(register.backupFolder, 'a file where the folder should be');
    register.vault.lock();
    expect(register.vault.state).toBe('locked');
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('backups.status', {})).toMatchObject({ hasFailed: true, count: 0, lastMadeAt: null });
    rmSync(register.backupFolder);
    await register.ok('backups.make', {});
    expect(await register.ok('backups.status', {})).toMatchObject({ hasFailed: false, count: 1 });
  });
});

describe('a copy outside', () => {
  it('is written, remembered, and due again after a week', async () => {
    expect(await register.ok('backups.status', {})).toMatchObject({ copiedOn: null, isCopyDue: true });
    const stick = join(register.outbox, 'usb');
    mkdirSync(stick);
    register.dialogAnswers.push(stick);
    expect(await register.ok('backups.copyTo', {})).toMatchObject({ fileName: '見守り台帳_控え_2026-10-15.mimamori' });
    expect(
      readFileSync(join(stick, '見守り台帳_控え_2026-10-15.mimamori')).equals(readFileSync(newestBackup(register))),
    ).toBe(true);
    expect(await register.ok('backups.status', {})).toMatchObject({ copiedOn: '2026-10-15', isCopyDue: false });
    register.dialogAnswers.push(stick);
    expect(await register.ok('backups.copyTo', {})).toMatchObject({
      fileName: '見守り台帳_控え_2026-10-15_2.mimamori',
    });
    register.setToday('2026-10-22');
    expect(await register.ok('backups.status', {})).toMatchObject({ isCopyDue: false });
    register.setToday('2026-10-23');
    expect(await register.ok('backups.status', {})).toMatchObject({ isCopyDue: true });
  });

  it('is not asked for while nobody is in the register, nor made when the dialog is closed or the folder is gone', async () => {
    const empty = await openTestRegister();
    expect(await empty.ok('backups.status', {})).toMatchObject({ isCopyDue: false });
    expect(await empty.ok('backups.copyTo', {})).toBeNull();
    empty.dialogAnswers.push(join(empty.outbox, 'gone'));
    expect(await empty.refused('backups.copyTo', {})).toBe('file_not_written');
    expect(await empty.ok('backups.status', {})).toMatchObject({ copiedOn: null });
    empty.close();
  });
});

describe('a look into a backup', () => {
  const expected = {
    madeAt: '2026-10-15T03:00:00.000Z',
    coordinators: ['見本 花子'],
    counts: { people: 1, visits: 0, consultations: 0 },
    isOtherRegister: false,
  };

  it('says what is in it and what is in the register now, open or locked', async () => {
    const path = newestBackup(register);
    const present = { counts: { people: 2, visits: 0, consultations: 0 } };
    expect(await register.ok('backups.inspect', opening(await chooseBackup(register, path)))).toMatchObject({
      ...expected,
      present,
    });
    register.setToday('2026-10-16');
    await enter(register, '架空 翌日');
    register.vault.lock();
    const file = await chooseBackup(register, path);
    expect(await register.ok('backups.inspect', opening(file))).toMatchObject({
      ...expected,
      present: { counts: { people: 3 }, changesSince: 1 },
    });
    expect(register.vault.state).toBe('locked');
  });

  it('refuses a wrong passphrase, a file that is none, a file that is gone, and a token that lock made void', async () => {
    const path = newestBackup(register);
    const file = await chooseBackup(register, path);
    expect(await register.refused('backups.inspect', opening(file, 'kawa-hashi-sakura-8'))).toBe('wrong_passphrase');
    for (const [name, content, code] of [
      ['letter.mimamori', 'これは手紙です。'.repeat(20), 'not_a_backup'],
      ['empty.mimamori', '', 'not_a_backup'],
      ['half.mimamori', readFileSync(path).subarray(0, 9000), 'backup_damaged'],
    ] as const) {
      writeFileSync(join(register.outbox, name), content);
      register.dialogAnswers.push(join(register.outbox, name));
      expect(await register.refused('backups.chooseFile', {}), name).toBe(code);
    }
    register.dialogAnswers.push(join(register.outbox, 'gone.mimamori'));
    expect(await register.refused('backups.chooseFile', {})).toBe('file_unreadable');
    expect(await register.ok('backups.chooseFile', {})).toBeNull();
    register.vault.lock();
    expect(await register.refused('backups.inspect', opening(file))).toBe('file_token_expired');
  });
});

describe('going back to a backup', () => {
  it('brings the register of that time, locked, keeps the present one aside, and enters it in the audit trail', async () => {
    await restore(newestBackup(register));
    expect(register.vault.state).toBe('locked');
    expect(readdirSync(register.folder).sort()).toEqual([
      'audit-head.json',
      'before-restore-20261015T030000000Z',
      'keyslots.json',
      'keyslots.twin.json',
      'register.db',
    ]);
    const before = await openRaw(join(register.folder, 'before-restore-20261015T030000000Z'));
    expect(before.prepare('SELECT name FROM people ORDER BY name').pluck().all()).toEqual(
      ['架空 前', '架空 後'].sort(),
    );
    before.close();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await namesIn(register)).toEqual(['架空 前']);
    const trail = register.vault.session.reader.select().from(auditTrail).all();
    expect(trail.at(-2)).toMatchObject({ operation: 'backups.restore', actor: '見本 花子' });
    expect((await listed())[0], 'what was there is a backup too').toMatchObject({ counts: { people: 2 } });
  });

  it('makes a register on a bare machine from the file and the passphrase alone', async () => {
    const bare = await openTestRegister({ isEmpty: true });
    const path = join(bare.outbox, '控え.mimamori');
    writeFileSync(path, readFileSync(newestBackup(register)));
    expect(await bare.ok('backups.list', {})).toEqual({ backups: [] });
    const file = await chooseBackup(bare, path);
    expect(await bare.ok('backups.inspect', opening(file))).toMatchObject({ present: null, counts: { people: 1 } });
    await bare.ok('backups.restore', opening(file));
    expect(bare.vault.state).toBe('locked');
    expect(await namesAfterUnlock(bare)).toEqual(['架空 前']);
    expect(readdirSync(bare.folder).sort()).toEqual([
      'audit-head.json',
      'keyslots.json',
      'keyslots.twin.json',
      'register.db',
    ]);
    bare.close();
  });

  it.each<[string, (folder: string) => void]>([
    ['damaged database', (folder) => flipBytes(databasePath(folder), 100)],
    ['damaged key slots', (folder) => writeFileSync(slotsPath(folder), '{')],
    ['lost database', (folder) => rmSync(databasePath(folder))],
    ['lost key slots', (folder) => rmSync(slotsPath(folder))],
    [
      'journal of the old database',
      (folder) => writeFileSync(`${databasePath(folder)}-journal`, Buffer.alloc(4096, 3)),
    ],
  ])('works over a %s', async (_what, damage) => {
    const path = newestBackup(register);
    register.vault.lock();
    damage(register.folder);
    await restore(path);
    expect(await namesAfterUnlock(register)).toEqual(['架空 前']);
  });

  it('takes the passphrase of that time, and the register then has it again', async () => {
    const path = newestBackup(register);
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT_PASSPHRASE });
    const file = await chooseBackup(register, path);
    expect(await register.refused('backups.restore', opening(file, NEXT_PASSPHRASE))).toBe('wrong_passphrase');
    await register.ok('backups.restore', opening(file));
    expect(await register.refused('vault.unlock', { passphrase: NEXT_PASSPHRASE })).toBe('wrong_passphrase');
    expect(await namesAfterUnlock(register)).toEqual(['架空 前']);
  });

  it('of another register says that it is another one, and keeps the present one aside', async () => {
    const other = await registerWithBackup();
    const path = join(register.outbox, 'other.mimamori');
    writeFileSync(path, readFileSync(newestBackup(other)));
    other.close();
    const file = await chooseBackup(register, path);
    expect(await register.ok('backups.inspect', opening(file))).toMatchObject({ isOtherRegister: true });
    await register.ok('backups.restore', opening(file));
    expect(await namesAfterUnlock(register)).toEqual(['架空 前']);
    expect(readdirSync(register.folder)).toContain('before-restore-20261015T030000000Z');
  });

  it('refuses a second one meanwhile, and a refused one leaves the register open and as it was', async () => {
    const path = newestBackup(register);
    register.vault.lock();
    const file = await chooseBackup(register, path);
    const first = register.router.call('backups.restore', opening(file));
    expect(await register.refused('backups.restore', opening(file))).toBe('busy');
    expect(await first).toMatchObject({ ok: true });
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const again = await chooseBackup(register, path);
    flipBytes(path, readFileSync(path).byteLength - 40);
    expect(await register.refused('backups.restore', opening(again))).toBe('backup_damaged');
    expect(register.vault.state).toBe('unlocked');
    expect(readdirSync(register.folder).filter((name) => !name.startsWith('before'))).toEqual([
      'audit-head.json',
      'keyslots.json',
      'keyslots.twin.json',
      'register.db',
    ]);
    expect(basename(path)).toMatch(/\.mimamori$/u);
  });
});
