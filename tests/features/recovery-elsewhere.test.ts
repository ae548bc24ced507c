// A register that vanished, what is found of it in the usual places, and the former registers that a backup has replaced: nothing starts
// empty where a register was, and nothing goes before a backup was verified.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enter, namesAfterUnlock, newestBackup, registerWithBackup } from '#tests/support/backups.ts';
import {
  BOTH,
  conditionOf,
  lockedRegisterWithBackup,
  startAgain,
  statusOf,
  tryToUnlock,
} from '#tests/support/recovery.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await lockedRegisterWithBackup();
});
afterEach(() => register.close());

describe('a register that vanished', () => {
  it('is remembered at the next start, and no empty one is made in its place', async () => {
    const kept = join(mkdtempSync(join(tmpdir(), 'mimamori-kept-')), 'elsewhere');
    renameSync(register.folder, kept);
    const again = await startAgain(register);
    expect((await again.ok('vault.status', {})).state).toBe('missing');
    const status = await statusOf(again);
    expect(status).toMatchObject({ condition: 'vanished', foundRegisters: [], foundBackups: [] });
    expect(status.newest?.counts.people).toBe(2);
    const create = { passphrase: TEST_PASSPHRASE, coordinator: '見本 次郎' };
    expect(await again.refused('vault.create', create)).toBe('register_exists');
    await again.ok('recovery.beginAnew', {});
    await again.ok('vault.create', create);
    again.close();
    rmSync(dirname(kept), { recursive: true });
  });

  it('is found in a usual place and brought back whole; what was found stays', async () => {
    const documents = mkdtempSync(join(tmpdir(), 'mimamori-documents-'));
    const found = join(documents, '古いパソコン', 'register');
    mkdirSync(dirname(found));
    renameSync(register.folder, found);
    const again = await openTestRegister({
      folder: register.folder,
      configFolder: register.configFolder,
      places: [{ words: 'ドキュメント', folder: documents }],
    });
    const { condition, foundRegisters } = await statusOf(again);
    expect(condition).toBe('vanished');
    expect(foundRegisters).toMatchObject([{ place: 'ドキュメント', coordinators: ['見本 花子'] }]);
    const [first] = foundRegisters;
    await again.ok('recovery.bringBack', { file: first?.file as never });
    expect(await conditionOf(again)).toBe('fine');
    expect(await namesAfterUnlock(again)).toEqual(BOTH);
    expect(existsSync(join(found, 'register.db'))).toBe(true);
    again.close();
    rmSync(documents, { recursive: true });
  });

  it('does not take the place of one that is there', async () => {
    const other = await registerWithBackup();
    other.vault.lock();
    const empty = await openTestRegister({ isEmpty: true, places: [{ words: 'USB', folder: dirname(other.folder) }] });
    const [first] = (await statusOf(empty)).foundRegisters;
    await empty.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 次郎' });
    expect(await empty.refused('recovery.bringBack', { file: first?.file })).toBe('register_exists');
    empty.close();
    other.close();
  });
});

describe('a machine without a register', () => {
  it('is offered the set-up where nothing lies about', async () => {
    const empty = await openTestRegister({
      isEmpty: true,
      places: [{ words: 'USB', folder: join(tmpdir(), 'nothing') }],
    });
    expect(await conditionOf(empty)).toBe('fine');
    empty.close();
  });

  it('is told of a backup on a stick first, and may begin anew all the same', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'mimamori-stick-'));
    cpSync(newestBackup(register), join(stick, '控え.mimamori'));
    writeFileSync(join(stick, '壊れた.mimamori'), 'MIMAMORI');
    const empty = await openTestRegister({ isEmpty: true, places: [{ words: 'USBなど', folder: stick }] });
    const { condition, foundBackups, newest } = await statusOf(empty);
    expect({ condition, newest }).toEqual({ condition: 'found_elsewhere', newest: null });
    expect(foundBackups).toMatchObject([{ place: 'USBなど', backup: { counts: { people: 2 } } }]);
    await empty.ok('recovery.beginAnew', {});
    expect(await conditionOf(empty)).toBe('fine');
    empty.close();
    rmSync(stick, { recursive: true });
  });
});

describe('registers that a backup has replaced', () => {
  const replaced = () =>
    readdirSync(register.folder)
      .filter((name) => name.startsWith('before-restore-'))
      .sort();

  async function goBack(day: string): Promise<void> {
    register.setToday(day);
    const [newest] = (await register.ok('backups.list', {})).backups;
    await register.ok('backups.restore', { file: newest?.file as never, passphrase: TEST_PASSPHRASE });
  }

  it('are kept until a backup is verified, and then the newest three', async () => {
    for (const day of ['2026-10-20', '2026-10-21', '2026-10-22', '2026-10-23', '2026-10-24']) {
      await goBack(day);
    }
    expect(replaced()).toHaveLength(5);
    await tryToUnlock(register);
    const { replaced: told } = await register.ok('backups.status', {});
    expect(told).toMatchObject({ count: 5, oldestAt: '2026-10-20T03:00:00.000Z' });
    expect(told?.bytes).toBeGreaterThan(5 * 200_000);
    // Where the backup fails, nothing goes.
    rmSync(register.backupFolder, { recursive: true });
    writeFileSync(register.backupFolder, 'in the way');
    register.vault.lock();
    expect(replaced()).toHaveLength(5);
    rmSync(register.backupFolder);
    await tryToUnlock(register);
    await enter(register, '架空 四');
    register.vault.lock();
    expect(replaced()).toEqual([22, 23, 24].map((day) => `before-restore-202610${day}T030000000Z`));
  });
});
