// The vault through the router, on real files: create, unlock, lock, change the passphrase, and everything that is refused.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { buildPerson } from '#tests/support/builders.ts';
import { databasePath, openRaw, REGISTER_FILES, readStoredSlots } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const OTHER_PASSPHRASE = 'umi-kaze-tsubame-42';
const WRONG_PASSPHRASE = 'kawa-hashi-sakura-8';
const COORDINATOR = '見本 花子';

const open: TestRegister[] = [];
async function start(options: Parameters<typeof openTestRegister>[0] = {}): Promise<TestRegister> {
  const register = await openTestRegister(options);
  open.push(register);
  return register;
}
afterEach(() => {
  for (const register of open.splice(0)) {
    register.close();
  }
});

const unlock = (register: TestRegister, passphrase = TEST_PASSPHRASE) => register.ok('vault.unlock', { passphrase });
const create = (register: TestRegister, passphrase = TEST_PASSPHRASE) =>
  register.router.call('vault.create', { passphrase, coordinator: COORDINATOR });

describe('creating a register', () => {
  it('leaves it unlocked, owned by its coordinator, with the shipped code tables and one audit row', async () => {
    const register = await start({ isEmpty: true });
    expect((await register.ok('vault.status', {})).state).toBe('missing');
    expect(await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: COORDINATOR })).toMatchObject({
      state: 'unlocked',
      coordinators: [{ name: COORDINATOR }],
      unlockedBy: COORDINATOR,
    });
    expect((await register.ok('codes.list', {})).length).toBeGreaterThan(100);
    const raw = await openRaw(register.folder);
    expect(raw.prepare('SELECT actor, operation FROM audit_trail').all()).toEqual([
      { actor: COORDINATOR, operation: 'vault.create' },
    ]);
    raw.close();
  });

  it('leaves two files and nothing else, and the database does not begin as SQLite files do', async () => {
    const register = await start();
    expect(readdirSync(register.folder).sort()).toEqual(REGISTER_FILES);
    const head = readFileSync(databasePath(register.folder)).subarray(0, 16);
    expect(head.toString('latin1')).not.toContain('SQLite');
  });

  it.each([
    ['shorter than twelve characters', 'kawa-hashi7'],
    ['one character again and again', 'aaaaaaaaaaaaaaaa'],
    ['four characters again and again', 'abcdabcdabcdabcd'],
    ['twelve code units that are six characters', '𠮷𡈽𣘺𠮷𡈽𣘺'],
  ])('refuses a weak passphrase: %s', async (_reason, passphrase) => {
    const register = await start({ isEmpty: true });
    expect(await create(register, passphrase)).toMatchObject({ ok: false, error: { code: 'weak_passphrase' } });
    expect(existsSync(register.folder)).toBe(false);
    expect((await register.ok('vault.status', {})).state).toBe('missing');
  });

  it('refuses to make a second one over the first', async () => {
    const register = await start();
    expect(await register.refused('vault.create', { passphrase: OTHER_PASSPHRASE, coordinator: '別人' })).toBe(
      'register_exists',
    );
    register.vault.lock();
    expect(await register.refused('vault.create', { passphrase: OTHER_PASSPHRASE, coordinator: '別人' })).toBe(
      'register_exists',
    );
    await unlock(register);
  });

  it('makes one register out of two creations at once', async () => {
    const register = await start({ isEmpty: true });
    const answers = await Promise.all([create(register), create(register, OTHER_PASSPHRASE)]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
    expect(answers[1]).toMatchObject({ error: { code: 'register_exists' } });
    register.vault.lock();
    await unlock(register);
  });

  it('ends locked when it was locked meanwhile', async () => {
    const register = await start({ isEmpty: true });
    const creation = create(register);
    register.vault.lock();
    expect(await creation).toMatchObject({ ok: true, value: { state: 'locked' } });
    await unlock(register);
  });
});

describe('unlocking', () => {
  it('says that there is no register where none is', async () => {
    const register = await start({ isEmpty: true });
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('register_missing');
  });

  it('refuses a wrong passphrase and opens with the right one afterwards', async () => {
    const register = await start();
    register.vault.lock();
    for (const passphrase of [WRONG_PASSPHRASE, TEST_PASSPHRASE.toUpperCase(), ` ${TEST_PASSPHRASE}`, 'x']) {
      expect(await register.refused('vault.unlock', { passphrase })).toBe('wrong_passphrase');
      expect(register.vault.state).toBe('locked');
    }
    expect(await unlock(register)).toMatchObject({ state: 'unlocked', unlockedBy: COORDINATOR });
  });

  it('opens with a passphrase that was typed in full-width letters', async () => {
    const register = await start();
    register.vault.lock();
    const fullWidth = TEST_PASSPHRASE.replace(/[!-~]/gu, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
    expect(fullWidth).not.toBe(TEST_PASSPHRASE);
    await unlock(register, fullWidth);
  });

  it('opens with a passphrase whose voiced kana were composed another way', async () => {
    const register = await start({ isEmpty: true });
    expect(await create(register, 'がぎぐげござじずぜぞばび')).toMatchObject({ ok: true });
    register.vault.lock();
    await unlock(register, 'がぎぐげござじずぜぞばび'.normalize('NFD'));
  });

  it('checks the passphrase of an open register too, and opens it once only', async () => {
    const register = await start();
    expect(await register.refused('vault.unlock', { passphrase: WRONG_PASSPHRASE })).toBe('wrong_passphrase');
    expect(register.vault.state).toBe('unlocked');
    register.vault.lock();
    const answers = await Promise.all([unlock(register), unlock(register)]);
    expect(answers.map(({ state }) => state)).toEqual(['unlocked', 'unlocked']);
    expect(register.events.filter((event) => event.type === 'vault').map(({ state }) => state)).toEqual([
      'unlocked',
      'locked',
      'unlocked',
    ]);
    const raw = await openRaw(register.folder);
    expect(raw.prepare("SELECT count(*) AS n FROM audit_trail WHERE operation = 'vault.unlock'").get()).toEqual({
      n: 1,
    });
    raw.close();
  });

  it('does not open again by itself when it was locked meanwhile', async () => {
    const register = await start();
    register.vault.lock();
    const answer = register.router.call('vault.unlock', { passphrase: TEST_PASSPHRASE });
    register.vault.lock();
    expect(await answer).toEqual({ ok: false, error: { code: 'locked' } });
    expect(register.vault.state).toBe('locked');
    await unlock(register);
  });

  it('stays shut when its audit row cannot be written', async () => {
    const register = await start();
    register.vault.lock();
    const raw = await openRaw(register.folder);
    raw.exec("CREATE TRIGGER no_audit BEFORE INSERT ON audit_trail BEGIN SELECT RAISE(ABORT, 'the disk said no'); END");
    raw.close();
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('unexpected');
    expect(register.vault.state).toBe('locked');
    expect(register.events.at(-1)).toEqual({ type: 'vault', state: 'locked' });
  });
});

describe('locking', () => {
  it('can be done as often as one likes, tells once, and everything is there again afterwards', async () => {
    const register = await start();
    const { personId } = await register.ok('people.register', { person: buildPerson(), consent: null });
    await register.ok('vault.lock', {});
    expect(await register.ok('vault.lock', {})).toMatchObject({ state: 'locked', unlockedBy: null });
    register.vault.lock();
    expect(register.events.filter((event) => event.type === 'vault' && event.state === 'locked')).toHaveLength(1);
    expect(() => register.vault.session).toThrow('locked');
    await unlock(register);
    expect((await register.ok('people.get', { personId })).name).toBe('架空 ハナ');
  });
});

describe('changing the passphrase', () => {
  it('makes the new one open and the old one not', async () => {
    const register = await start();
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: OTHER_PASSPHRASE });
    expect(register.vault.state).toBe('unlocked');
    register.vault.lock();
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('wrong_passphrase');
    await unlock(register, OTHER_PASSPHRASE);
    expect(readdirSync(register.folder).sort()).toEqual(REGISTER_FILES);
  });

  it('writes one audit row and leaves the database as it is otherwise', async () => {
    const register = await start();
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: OTHER_PASSPHRASE });
    const raw = await openRaw(register.folder, OTHER_PASSPHRASE);
    expect(raw.prepare('SELECT actor, operation, detail FROM audit_trail ORDER BY sequence DESC').get()).toEqual({
      actor: COORDINATOR,
      operation: 'vault.changePassphrase',
      detail: '{}',
    });
    raw.close();
  });

  it('leaves the slots of others untouched', async () => {
    const register = await start();
    const theirs = 'asa-gao-hotaru-99';
    await register.ok('vault.addCoordinator', {
      coordinator: '同僚 次郎',
      passphrase: theirs,
      ownPassphrase: TEST_PASSPHRASE,
    });
    const before = readStoredSlots(register.folder);
    await register.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: OTHER_PASSPHRASE });
    const after = readStoredSlots(register.folder);
    expect(after.slots[1]).toEqual(before.slots[1]);
    expect(after.slots[0]?.id).toBe(before.slots[0]?.id);
    expect(after.slots[0]?.publicKey).not.toBe(before.slots[0]?.publicKey);
    expect(after.revision).toBe(before.revision + 1);
    register.vault.lock();
    expect(await unlock(register, theirs)).toMatchObject({
      unlockedBy: '同僚 次郎',
      coordinators: [{ name: COORDINATOR }, { name: '同僚 次郎' }],
    });
  });

  it('refuses a wrong present passphrase and a weak new one, and changes nothing', async () => {
    const register = await start();
    const before = readStoredSlots(register.folder);
    const change = (current: string, next: string) => register.router.call('vault.changePassphrase', { current, next });
    expect(await change(WRONG_PASSPHRASE, OTHER_PASSPHRASE)).toMatchObject({ error: { code: 'wrong_passphrase' } });
    expect(await change(TEST_PASSPHRASE, 'short')).toMatchObject({
      error: { code: 'weak_passphrase', fields: { next: 'too_short' } },
    });
    expect(readStoredSlots(register.folder)).toEqual(before);
  });

  it('changes nothing when the register is locked meanwhile', async () => {
    const register = await start();
    const answer = register.refused('vault.changePassphrase', { current: TEST_PASSPHRASE, next: OTHER_PASSPHRASE });
    register.vault.lock();
    expect(await answer).toBe('locked');
    await unlock(register);
  });

  it('changes nothing when its audit row cannot be written', async () => {
    const register = await start();
    const before = readStoredSlots(register.folder);
    const raw = await openRaw(register.folder);
    raw.exec("CREATE TRIGGER no_audit BEFORE INSERT ON audit_trail BEGIN SELECT RAISE(ABORT, 'the disk said no'); END");
    expect(await register.refused('vault.changePassphrase', { current: TEST_PASSPHRASE, next: OTHER_PASSPHRASE })).toBe(
      'unexpected',
    );
    raw.exec('DROP TRIGGER no_audit');
    raw.close();
    expect(readStoredSlots(register.folder)).toEqual(before);
    register.vault.lock();
    await unlock(register);
  });
});
