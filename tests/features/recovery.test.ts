// A register that is damaged, gone, newer, or was cut off half-way through a return: what the app says of it, and every way out. Nothing is
// ever removed, and nothing starts empty where a register was.
import { createHmac } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContainer, writeContainer } from '#main/platform/backup/container.ts';
import { enter, namesAfterUnlock, namesIn, newestBackup } from '#tests/support/backups.ts';
import { databasePath, flipBytes, openRaw, overwriteSlots, slotsPath } from '#tests/support/raw-register.ts';
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

const damage = () => flipBytes(databasePath(register.folder), 3 * 4096 + 99);

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
    overwriteSlots(register.folder, '{');
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
    const again = await startAgain(register);
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
