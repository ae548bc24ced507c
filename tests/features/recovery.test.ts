// A register that is damaged, gone, newer, or was cut off half-way through a return: what the app says of it, and every way out. Nothing is
// ever removed, and nothing starts empty where a register was.
import { createHmac } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContainer, writeContainer } from '#main/platform/backup/container.ts';
import { enter, namesAfterUnlock, namesIn, newestBackup, registerWithBackup } from '#tests/support/backups.ts';
import { databasePath, flipBytes, openRaw, slotsPath } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

let register: TestRegister;
beforeEach(async () => {
  register = await registerWithBackup();
  register.vault.lock();
});
afterEach(() => register.close());

const statusOf = (of: TestRegister) => of.ok('recovery.status', {});
const conditionOf = async (of: TestRegister) => (await statusOf(of)).condition;
const tryToUnlock = (of: TestRegister) => of.router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });
const damage = () => flipBytes(databasePath(register.folder), 3 * 4096 + 99);

/** The next start on the same folders. */
const startAgain = () =>
  openTestRegister({
    folder: register.folder,
    backupFolder: register.backupFolder,
    configFolder: register.configFolder,
  });

const BOTH = ['架空 前', '架空 後'].sort();

describe('what is said of a register', () => {
  it('is nothing while all is well, locked or open, and after a wrong passphrase', async () => {
    expect(await conditionOf(register)).toBe('fine');
    await register.router.call('vault.unlock', { passphrase: 'kawa-hashi-sakura-8' });
    expect(await conditionOf(register)).toBe('fine');
    await tryToUnlock(register);
    expect(await statusOf(register)).toMatchObject({ condition: 'fine', isSwapFinished: false, newest: null });
  });

  it('is damage after the unlock that found it, with the newest backup of this register', async () => {
    damage();
    await tryToUnlock(register);
    const status = await statusOf(register);
    expect(status).toMatchObject({ condition: 'damaged', isFoundAtWork: false, lastOpenedAt: expect.any(String) });
    expect(status.newest?.counts.people).toBe(2);
  });

  it('is that the key slots are damaged, before anybody types a passphrase', async () => {
    writeFileSync(slotsPath(register.folder), '{');
    const status = await statusOf(register);
    expect(status.condition).toBe('slots_damaged');
    expect(status.newest?.counts.people).toBe(2);
  });

  it('is that the file is gone, when only the key slots are left', async () => {
    rmSync(databasePath(register.folder));
    expect(await conditionOf(register)).toBe('file_gone');
  });

  it('is that it is newer, and only backups that this version reads are offered', async () => {
    const raw = await openRaw(register.folder);
    raw.pragma('user_version=99');
    raw.close();
    await tryToUnlock(register);
    const { header } = readContainer(newestBackup(register));
    const newer = { ...header, schemaVersion: 99, madeAt: '2027-01-01T03:00:00.000Z' };
    const path = join(register.backupFolder, 'newer.mimamori');
    writeContainer(path, newer, slotsPath(register.folder), createHmac('sha256', 'whoever'));
    expect((await register.ok('backups.list', {})).backups[0]?.madeAt).toBe(newer.madeAt);
    const status = await statusOf(register);
    expect(status.condition).toBe('newer_schema');
    expect(status.newest?.madeAt).toBe(header.madeAt);
    expect(await register.refused('recovery.beginAnew', {})).toBe('newer_schema');
    expect(existsSync(databasePath(register.folder))).toBe(true);
  });

  it('is that a return to a backup was carried through, at the start that did it', async () => {
    const ready = join(register.folder, 'restore-20261016T030000000Z.ready');
    mkdirSync(ready);
    cpSync(databasePath(register.folder), join(ready, 'register.db'));
    cpSync(slotsPath(register.folder), join(ready, 'keyslots.json'));
    const again = await startAgain();
    expect(await statusOf(again)).toMatchObject({ condition: 'fine', isSwapFinished: true });
    expect(await namesAfterUnlock(again)).toEqual(BOTH);
    again.close();
  });
});

describe('damage that shows at work', () => {
  it('shuts the register, says so, and does not put a backup of it before the whole ones', async () => {
    await tryToUnlock(register);
    await enter(register, '架空 三');
    const backups = readdirSync(register.backupFolder);
    const whole = readFileSync(databasePath(register.folder));
    // All of it, so that SQLite does not answer from what it has read already.
    writeFileSync(databasePath(register.folder), Buffer.alloc(whole.byteLength, 7));
    expect(await register.refused('people.list', {})).toBe('register_damaged');
    expect(register.vault.state).toBe('locked');
    expect(await statusOf(register)).toMatchObject({ condition: 'damaged', isFoundAtWork: true });
    expect(register.events).toContainEqual({ type: 'recovery' });
    expect(readdirSync(register.backupFolder)).toEqual(backups);
    writeFileSync(databasePath(register.folder), whole);
    expect(await namesAfterUnlock(register)).toEqual([...BOTH, '架空 三'].sort());
    expect(await conditionOf(register)).toBe('fine');
  });

  it('is not said of an operation that refuses for another reason', async () => {
    await tryToUnlock(register);
    expect(await register.refused('people.get', { personId: '11111111-1111-4111-8111-111111111111' })).toBe(
      'not_found',
    );
    expect(register.vault.state).toBe('unlocked');
  });
});

describe('going back to the newest backup', () => {
  it('brings back every record of a damaged register, and keeps the damaged file', async () => {
    damage();
    const damaged = readFileSync(databasePath(register.folder));
    await tryToUnlock(register);
    const { newest } = await statusOf(register);
    await register.ok('backups.restore', { file: newest?.file as never, passphrase: TEST_PASSPHRASE });
    expect(await conditionOf(register)).toBe('fine');
    expect(await namesAfterUnlock(register)).toEqual(BOTH);
    const [before = ''] = readdirSync(register.folder).filter((name) => name.startsWith('before-restore-'));
    expect(readFileSync(join(register.folder, before, 'register.db')).equals(damaged)).toBe(true);
  });
});

describe('a copy for a specialist', () => {
  it('holds every file as it is', async () => {
    damage();
    register.dialogAnswers.push(register.outbox);
    const saved = await register.ok('recovery.saveCopy', {});
    const copy = join(register.outbox, saved?.folderName ?? '', basename(register.folder));
    expect(readdirSync(copy).sort()).toEqual(readdirSync(register.folder).sort());
    expect(readFileSync(databasePath(copy)).equals(readFileSync(databasePath(register.folder)))).toBe(true);
    register.dialogAnswers.push(register.outbox, null);
    expect((await register.ok('recovery.saveCopy', {}))?.folderName).not.toBe(saved?.folderName);
    expect(await register.ok('recovery.saveCopy', {})).toBeNull();
  });

  it('is not made of an open register, of none, or into nothing', async () => {
    register.dialogAnswers.push(join(register.outbox, 'nowhere', 'at all', '\0'));
    expect(await register.refused('recovery.saveCopy', {})).toBe('file_not_written');
    await tryToUnlock(register);
    expect(await register.refused('recovery.saveCopy', {})).toBe('busy');
    const empty = await openTestRegister({ isEmpty: true });
    expect(await empty.refused('recovery.saveCopy', {})).toBe('register_missing');
    empty.close();
  });
});

describe('beginning anew', () => {
  const begin = { passphrase: TEST_PASSPHRASE, coordinator: '見本 次郎' };

  it('is refused where nothing is known to be wrong, open or locked', async () => {
    expect(await register.refused('recovery.beginAnew', {})).toBe('register_exists');
    await tryToUnlock(register);
    expect(await register.refused('recovery.beginAnew', {})).toBe('register_exists');
    expect(await namesIn(register)).toEqual(BOTH);
  });

  it('puts the damaged files aside under a dated name and lets a new register be made', async () => {
    damage();
    const damaged = readFileSync(databasePath(register.folder));
    await tryToUnlock(register);
    expect(await register.refused('vault.create', begin)).toBe('register_exists');
    await register.ok('recovery.beginAnew', {});
    const [aside = ''] = readdirSync(dirname(register.folder)).filter((name) => name.startsWith('register-aside-'));
    expect(aside).toMatch(/^register-aside-\d{8}T\d{9}Z$/u);
    expect(readFileSync(join(dirname(register.folder), aside, 'register.db')).equals(damaged)).toBe(true);
    expect(await conditionOf(register)).toBe('fine');
    await register.ok('vault.create', begin);
    expect(await namesIn(register)).toEqual([]);
  });
});

describe('a register that vanished', () => {
  it('is remembered at the next start, and no empty one is made in its place', async () => {
    const kept = join(mkdtempSync(join(tmpdir(), 'mimamori-kept-')), 'elsewhere');
    renameSync(register.folder, kept);
    const again = await startAgain();
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
