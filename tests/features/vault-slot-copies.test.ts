// The slot file against rot, loss and return of an older one, and what a rotation that was cut off leaves. All people are invented.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseBackup, enter, namesIn, newestBackup } from '#tests/support/backups.ts';
import { databasePath, flipBytes, REGISTER_FILES, slotsPath, twinPath } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const NEXT = 'umi-kaze-tsubame-42';
const COORDINATOR = '見本 花子';

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  await enter(register, '架空 前');
});
afterEach(() => register.close());

const unlock = (passphrase: string) => register.ok('vault.unlock', { passphrase });

describe('an older slot file put in the place of the present one', () => {
  const oldPath = () => join(register.outbox, 'old.json');
  const putBack = () => {
    cpSync(oldPath(), slotsPath(register.folder));
    cpSync(oldPath(), twinPath(register.folder));
  };

  it('is refused as such: the former passphrase does not come back', async () => {
    cpSync(slotsPath(register.folder), oldPath());
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT });
    register.vault.lock();
    putBack();
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('older_key_slots');
    expect(register.vault.state).toBe('locked');
  });

  it('is not what a crash between the slots and the database leaves: that one opens', async () => {
    const database = join(register.outbox, 'old.db');
    register.vault.lock();
    cpSync(databasePath(register.folder), database);
    await unlock(TEST_PASSPHRASE);
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT });
    register.vault.lock();
    cpSync(database, databasePath(register.folder));
    await unlock(NEXT);
    register.vault.lock();
    await unlock(NEXT);
  });

  it('is of no use after a backup was gone back to either', async () => {
    await register.ok('backups.make', {});
    cpSync(slotsPath(register.folder), oldPath());
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT });
    const file = await chooseBackup(register, newestBackup(register));
    await register.ok('backups.restore', { file, passphrase: TEST_PASSPHRASE });
    await unlock(TEST_PASSPHRASE);
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT });
    register.vault.lock();
    putBack();
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('older_key_slots');
  });
});

describe('the slots and their twin', () => {
  const paths = () => [slotsPath(register.folder), twinPath(register.folder)];

  it.each([
    ['the first rots', 0, (path: string) => flipBytes(path, 300)],
    ['the twin rots', 1, (path: string) => flipBytes(path, 300)],
    ['the first is gone', 0, (path: string) => rmSync(path)],
    ['the twin is gone', 1, (path: string) => rmSync(path)],
    ['the first is empty', 0, (path: string) => writeFileSync(path, '')],
  ])('do no harm when %s: the other opens, and both are whole again', async (_what, index, damage) => {
    register.vault.lock();
    const whole = readFileSync(slotsPath(register.folder), 'utf8');
    damage(paths()[index] ?? '');
    expect(await register.ok('vault.status', {})).toMatchObject({
      state: 'locked',
      coordinators: [{ name: COORDINATOR }],
    });
    await unlock(TEST_PASSPHRASE);
    expect(paths().map((path) => readFileSync(path, 'utf8'))).toEqual([whole, whole]);
  });

  it.each([0, 1])('are the newer one of the two, when one is from before a change (%i)', async (index) => {
    const old = readFileSync(slotsPath(register.folder));
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT });
    register.vault.lock();
    writeFileSync(paths()[index] ?? '', old);
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('wrong_passphrase');
    await unlock(NEXT);
    const [first, twin] = paths().map((path) => readFileSync(path, 'utf8'));
    expect(first).toBe(twin);
  });

  it('are not a register that somebody may start empty over, when only the twin is left', async () => {
    register.vault.lock();
    rmSync(slotsPath(register.folder));
    renameSync(databasePath(register.folder), join(register.outbox, 'away.db'));
    expect(await register.ok('vault.status', {})).toMatchObject({ state: 'locked' });
    expect(await register.refused('vault.create', { passphrase: NEXT, coordinator: '同僚 次郎' })).toBe(
      'register_exists',
    );
  });
});

describe('what a rotation left when it was cut off', () => {
  it('is cleared away at the next start: the old files after the swap, the new ones before it', async () => {
    register.vault.lock();
    for (const name of ['before-rotation-20261015T030000000Z', 'restore.part']) {
      mkdirSync(join(register.folder, name));
      cpSync(databasePath(register.folder), join(register.folder, name, 'register.db'));
    }
    const again = await openTestRegister({ folder: register.folder });
    expect(readdirSync(register.folder).sort()).toEqual(REGISTER_FILES);
    expect(existsSync(databasePath(register.folder))).toBe(true);
    await again.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await namesIn(again)).toEqual(['架空 前']);
    again.close();
  });
});
