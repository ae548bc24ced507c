// A register on a disk of 3 MB that fills up: writes are refused as such, nothing that was acknowledged is lost, and it goes on when
// there is space again. Needs the right to mount a file system; elsewhere it says in one line that it was skipped.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeUserFile } from '#main/platform/files/user-files.ts';
import { buildPerson } from '#tests/support/builders.ts';
import { REGISTER_FILES, readStoredSlots } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const disk = mkdtempSync(join(tmpdir(), 'mimamori-disk-'));
const isMounted = mountSmallDisk();

function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m,mode=700', 'tmpfs', disk], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('skipped: the full disk (mounting a small file system is not allowed here)\n');
    return false;
  }
}

afterAll(() => {
  if (isMounted) {
    execFileSync('umount', [disk], { stdio: 'ignore' });
  }
  rmSync(disk, { recursive: true, force: true });
});

const ballast = join(disk, 'ballast');
const CHUNK = Buffer.alloc(4096, 7);

/** Takes all the space that is left. */
function fillDisk(): void {
  try {
    for (;;) {
      writeFileSync(ballast, CHUNK, { flag: 'a' });
    }
  } catch {}
}
const freeDisk = () => rmSync(ballast, { force: true });

const enter = async (register: TestRegister, name: string) =>
  register.router.call('people.register', { person: buildPerson({ name, note: 'あ'.repeat(5000) }), consent: null });

/** Newest first, with their days; looks are left out. */
const deedsOf = async (register: TestRegister) =>
  (
    await register.ok('audit.list', {
      personId: null,
      actor: null,
      kind: null,
      from: null,
      to: null,
      before: null,
      limit: 50,
    })
  ).rows
    .filter(({ operation }) => operation !== 'people.get')
    .map(({ operation, at }) => `${operation} ${at.slice(0, 10)}`);

const namesIn = async (register: TestRegister) =>
  (await register.ok('people.list', {})).map(({ registerNumber, name }) => `${registerNumber} ${name}`).sort();

describe.runIf(isMounted)('a full disk', () => {
  it('refuses writes, loses nothing, and takes them again when there is space', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
    const acknowledged: string[] = [];
    let refusal = '';
    for (let n = 1; refusal === '' && n < 1000; n++) {
      const answer = await enter(register, `架空 ${n}`);
      if (answer.ok) {
        acknowledged.push(`${n} 架空 ${n}`);
      } else {
        refusal = answer.error.code;
      }
    }
    expect(refusal).toBe('disk_full');
    expect(acknowledged.length).toBeGreaterThan(20);
    fillDisk();
    for (let n = 0; n < 5; n++) {
      expect(await enter(register, '架空 満')).toMatchObject({ ok: false, error: { code: 'disk_full' } });
    }
    expect(await namesIn(register)).toEqual(acknowledged.toSorted());

    freeDisk();
    register.vault.lock();
    const again = await openTestRegister({ folder });
    expect(await unlockWhenThereIsSpace(again, folder)).toBe('unlocked');
    expect(await namesIn(again)).toEqual(acknowledged.toSorted());
    again.close();
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('keeps the passphrase as it was when the new slots find no room', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
    const slots = readStoredSlots(folder);
    fillDisk();
    expect(
      await register.refused('vault.changePassphrase', { current: TEST_PASSPHRASE, next: 'umi-kaze-tsubame-42' }),
    ).toBe('disk_full');
    expect(readStoredSlots(folder)).toEqual(slots);
    freeDisk();
    register.vault.lock();
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('says so when a new register finds no room, and makes one when there is', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    fillDisk();
    const create = { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' };
    expect(await register.refused('vault.create', create)).toBe('disk_full');
    expect((await register.ok('vault.status', {})).state).toBe('missing');
    freeDisk();
    await register.ok('vault.create', create);
    expect((await register.ok('codes.list', {})).length).toBeGreaterThan(100);
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('leaves no half backup, keeps the last one, and makes the next when there is space', async () => {
    const register = await openTestRegister({ backupFolder: join(disk, 'backups') });
    await enter(register, '架空 一');
    await register.ok('backups.make', {});
    const before = readdirSync(join(disk, 'backups'));
    await enter(register, '架空 二');
    fillDisk();
    expect(await register.refused('backups.make', {})).toBe('disk_full');
    register.dialogAnswers.push(disk);
    expect(await register.refused('backups.copyTo', {})).toBe('disk_full');
    register.vault.lock();
    expect(readdirSync(join(disk, 'backups'))).toEqual(before);
    expect(readdirSync(disk).sort()).toEqual(['backups', 'ballast']);
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.ok('backups.status', {})).toMatchObject({ hasFailed: true, count: 1 });
    freeDisk();
    await register.ok('backups.make', {});
    expect(await register.ok('backups.status', {})).toMatchObject({ hasFailed: false, count: 2 });
    register.close();
    rmSync(join(disk, 'backups'), { recursive: true });
  });

  it('leaves the register as it was when a backup finds no room beside it', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
    await enter(register, '架空 一');
    await register.ok('backups.make', {});
    await enter(register, '架空 二');
    const [backup] = (await register.ok('backups.list', {})).backups;
    fillDisk();
    const opening = { file: backup?.file, passphrase: TEST_PASSPHRASE };
    expect(await register.refused('backups.restore', opening)).toBe('disk_full');
    expect(await namesIn(register)).toEqual(['1 架空 一', '2 架空 二']);
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
    freeDisk();
    await register.router.call('backups.restore', opening);
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await namesIn(register)).toEqual(['1 架空 一']);
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('leaves the register under its key, with everybody in it, when a rotation finds no room', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
    await enter(register, '架空 一');
    const theirs = 'asa-gao-hotaru-99';
    await register.ok('vault.addCoordinator', {
      coordinator: '同僚 次郎',
      passphrase: theirs,
      ownPassphrase: TEST_PASSPHRASE,
    });
    const slot = (await register.ok('vault.status', {})).coordinators[1]?.slot;
    const removal = { slot, ownPassphrase: TEST_PASSPHRASE };
    fillDisk();
    expect(await register.refused('vault.removeCoordinator', removal)).toBe('disk_full');
    expect(await namesIn(register)).toEqual(['1 架空 一']);
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
    freeDisk();
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: theirs });
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(await register.router.call('vault.removeCoordinator', removal)).toMatchObject({ ok: true });
    expect(await namesIn(register)).toEqual(['1 架空 一']);
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('opens to be read, says so, and enters the unlock before anything else when there is space', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
    await enter(register, '架空 一');
    register.vault.lock();
    fillDisk();
    register.setToday('2026-10-16');
    expect(await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE })).toMatchObject({ state: 'unlocked' });
    expect(await register.ok('recovery.disk', {})).toMatchObject({ isReadOnly: true, isLow: true });
    const [person] = await register.ok('people.list', {});
    expect((await register.ok('people.get', { personId: person?.id as never })).name).toBe('架空 一');
    expect(await enter(register, '架空 満')).toMatchObject({ ok: false, error: { code: 'disk_full' } });

    freeDisk();
    register.setToday('2026-10-17');
    expect(await register.ok('recovery.disk', {})).toMatchObject({ isReadOnly: false, isLow: true });
    expect((await enter(register, '架空 二')).ok).toBe(true);
    expect(await deedsOf(register)).toEqual([
      'people.register 2026-10-17',
      'vault.unlock 2026-10-16',
      'people.register 2026-10-15',
      'vault.create 2026-10-15',
    ]);
    expect((await register.ok('audit.verify', {})).brokenAt).toBeNull();
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('enters an owed unlock with the next write, or with the lock, and once only', async () => {
    const folder = join(disk, 'register');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
    for (const settle of [() => enter(register, '架空 一'), async () => {}]) {
      register.vault.lock();
      fillDisk();
      await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
      freeDisk();
      await settle();
    }
    register.vault.lock();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect((await deedsOf(register)).map((deed) => deed.split(' ')[0])).toEqual([
      'vault.unlock',
      'vault.unlock',
      'people.register',
      'vault.unlock',
      'vault.create',
    ]);
    register.close();
    rmSync(folder, { recursive: true });
  });

  it('says beforehand how much room a backup, its copy and a return to it need', async () => {
    const register = await openTestRegister({ backupFolder: join(disk, 'backups') });
    await register.ok('backups.make', {});
    await enter(register, '架空 一');
    fillDisk();
    const bytes = statSync(join(register.folder, 'register.db')).size;
    const neededFor = async (operation: string, input: unknown) => {
      const answer = await register.router.call(operation, input);
      return answer.ok ? 0 : { code: answer.error.code, megabytes: (answer.error.neededBytes ?? 0) / bytes };
    };
    expect(await neededFor('backups.make', {})).toEqual({ code: 'disk_full', megabytes: expect.closeTo(2.2, 0) });
    freeDisk();
    await register.ok('backups.make', {});
    fillDisk();
    register.dialogAnswers.push(disk);
    expect(await neededFor('backups.copyTo', {})).toEqual({ code: 'disk_full', megabytes: expect.closeTo(1.2, 0) });
    freeDisk();
    register.close();
    rmSync(join(disk, 'backups'), { recursive: true });
  });

  it('says so when a file of the user finds no room, and leaves none behind', () => {
    fillDisk();
    expect(() => writeUserFile(join(disk, 'summary.csv'), 'あ'.repeat(100_000))).toThrow('disk_full');
    freeDisk();
    expect(readdirSync(disk)).toEqual([]);
  });
});

/** The register itself took the whole disk: makes it larger, as somebody who tidies up would. */
async function unlockWhenThereIsSpace(register: TestRegister, folder: string): Promise<string> {
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  execFileSync('mount', ['-o', 'remount,size=6m', disk], { stdio: 'ignore' });
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  expect(readdirSync(folder)).toContain('register.db');
  const answer = await register.router.call('settings.revise', { registerName: '西区 見本地域' });
  expect(answer.ok).toBe(true);
  return register.vault.state;
}
