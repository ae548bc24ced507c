// Several coordinators on one register: join, are renamed, leave; and what the key's renewal leaves behind. All people are invented.
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '#main/platform/database/connection.ts';
import { deriveKey } from '#main/platform/vault/register-keys.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { backupFiles, enter, namesIn } from '#tests/support/backups.ts';
import { databasePath, keysOf, openRaw, REGISTER_FILES, readStoredSlots } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const THEIRS = 'asa-gao-hotaru-99';
const NEXT = 'umi-kaze-tsubame-42';
const COORDINATOR = '見本 花子';
const COLLEAGUE = '同僚 次郎';
const NOBODY = '00000000-0000-4000-8000-000000000000' as SlotId;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister();
  await enter(register, '架空 前');
});
afterEach(() => register.close());

const add = (coordinator = COLLEAGUE, passphrase = THEIRS, ownPassphrase = TEST_PASSPHRASE) =>
  register.router.call('vault.addCoordinator', { coordinator, passphrase, ownPassphrase });
const listed = async (of = register) => (await of.ok('vault.coordinators', {})).coordinators;
async function slotOf(name: string, of = register): Promise<SlotId> {
  const found = (await of.ok('vault.status', {})).coordinators.find((each) => each.name === name);
  if (!found) {
    throw new Error(`nobody is called ${name}`);
  }
  return found.slot;
}
const unlock = (passphrase: string, slot: SlotId | null = null) => register.ok('vault.unlock', { passphrase, slot });
const remove = async (name = COLLEAGUE, ownPassphrase = TEST_PASSPHRASE) =>
  register.ok('vault.removeCoordinator', { slot: await slotOf(name), ownPassphrase });
async function lastRow() {
  const all = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 5 };
  return (await register.ok('audit.list', all)).rows[0];
}
async function makeCode(): Promise<string> {
  const { groups, asked } = await register.ok('vault.drawRecoveryCode', { ownPassphrase: TEST_PASSPHRASE });
  await register.ok('vault.confirmRecoveryCode', { groups: asked.map((group) => groups[group] ?? '') });
  return groups.join('-');
}

describe('a coordinator who joins', () => {
  it('opens the register with a passphrase of their own, and their name stands in the trail', async () => {
    register.setToday('2026-10-20');
    expect(await add()).toMatchObject({ ok: true });
    expect(await lastRow()).toMatchObject({
      operation: 'vault.addCoordinator',
      actor: COORDINATOR,
      detail: { coordinator: COLLEAGUE },
    });
    expect(await listed()).toMatchObject([
      { name: COORDINATOR, since: '2026-10-15T03:00:00.000Z', isSelf: true },
      { name: COLLEAGUE, since: '2026-10-20T03:00:00.000Z', isSelf: false },
    ]);
    register.vault.lock();
    expect(await unlock(THEIRS)).toMatchObject({ unlockedBy: COLLEAGUE });
    await enter(register, '架空 後');
    expect(await lastRow()).toMatchObject({ operation: 'people.register', actor: COLLEAGUE });
  });

  it('is asked for by name on the lock screen: the passphrase of another does not do', async () => {
    await add();
    register.vault.lock();
    const slot = await slotOf(COLLEAGUE);
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE, slot })).toBe('wrong_passphrase');
    expect(await register.refused('vault.unlock', { passphrase: THEIRS, slot: NOBODY })).toBe('not_found');
    expect(await unlock(THEIRS, slot)).toMatchObject({ unlockedBy: COLLEAGUE });
  });

  it('does not join under a name that is taken, with a weak passphrase, or without the own one', async () => {
    const before = readStoredSlots(register.folder);
    expect(await add(' 見本　花子')).toMatchObject({ error: { code: 'in_use' } });
    expect(await add(COLLEAGUE, 'short')).toMatchObject({ error: { code: 'weak_passphrase' } });
    expect(await add(COLLEAGUE, THEIRS, NEXT)).toMatchObject({ error: { code: 'wrong_passphrase' } });
    expect(readStoredSlots(register.folder)).toEqual(before);
  });

  it('can be given another name, and the passphrase stays', async () => {
    await add();
    const slot = await slotOf(COLLEAGUE);
    const rename = (coordinator: string, whose = slot) =>
      register.router.call('vault.renameCoordinator', { slot: whose, coordinator, ownPassphrase: TEST_PASSPHRASE });
    expect(await rename(COORDINATOR)).toMatchObject({ error: { code: 'in_use' } });
    expect(await rename('誰か', NOBODY)).toMatchObject({ error: { code: 'not_found' } });
    expect(await rename('改姓 次郎')).toMatchObject({ ok: true });
    expect(await lastRow()).toMatchObject({
      operation: 'vault.renameCoordinator',
      detail: { coordinator: '改姓 次郎' },
    });
    register.vault.lock();
    expect(await unlock(THEIRS, slot)).toMatchObject({ unlockedBy: '改姓 次郎' });
  });
});

describe('one who takes another name', () => {
  it('writes under it at once', async () => {
    const slot = await slotOf(COORDINATOR);
    const renaming = { slot, coordinator: '改姓 花子', ownPassphrase: TEST_PASSPHRASE };
    expect(await register.ok('vault.renameCoordinator', renaming)).toMatchObject({ unlockedBy: '改姓 花子' });
    await enter(register, '架空 後');
    expect(await lastRow()).toMatchObject({ operation: 'people.register', actor: '改姓 花子' });
  });
});

describe('a coordinator who leaves', () => {
  it('opens nothing any more; the others, the code and the trail go on, and the screen stays open', async () => {
    await add();
    await add('三人 目子', NEXT);
    const code = await makeCode();
    const before = await keysOf(register.folder);
    expect(await remove()).toEqual({ backups: 0, backupsUntil: null });
    expect(register.vault.state).toBe('unlocked');
    expect(await namesIn(register)).toEqual(['架空 前']);
    expect(await lastRow()).toMatchObject({
      operation: 'vault.removeCoordinator',
      actor: COORDINATOR,
      detail: { coordinator: COLLEAGUE },
    });
    await enter(register, '架空 後');
    expect(await register.ok('audit.verify', {})).toMatchObject({ brokenAt: null });
    register.vault.lock();

    expect(await register.refused('vault.unlock', { passphrase: THEIRS })).toBe('wrong_passphrase');
    for (const passphrase of [NEXT, TEST_PASSPHRASE]) {
      await unlock(passphrase);
      expect(await namesIn(register)).toEqual(['架空 前', '架空 後'].sort());
      expect(await register.ok('audit.standing', {})).toMatchObject({ standing: 'same' });
      register.vault.lock();
    }
    const slot = await slotOf(COORDINATOR);
    await register.ok('vault.recover', { code, slot, passphrase: 'hoshi-zora-kujira-5' });
    const after = await keysOf(register.folder, 'hoshi-zora-kujira-5');
    expect(after.dataKey.equals(before.dataKey)).toBe(false);
    expect(after.trailKey.equals(before.trailKey)).toBe(true);
  });

  it('who had kept the former key cannot read the file with it, and could before', async () => {
    await add();
    const kept = deriveKey(await keysOf(register.folder, THEIRS), 'database');
    const read = () => {
      const connection = openDatabase(databasePath(register.folder), kept, { create: false });
      connection.close();
      return 'read';
    };
    expect(read()).toBe('read');
    await remove();
    expect(read).toThrow('file is not a database');
  });

  it('leaves no file of the former key behind but the backups, of which the answer speaks', async () => {
    await add();
    await register.ok('backups.make', {});
    register.setToday('2026-10-20');
    await enter(register, '架空 後');
    await register.ok('backups.make', {});
    const { backups, backupsUntil } = await remove();
    expect(backups).toBe(2);
    expect(backupsUntil).toMatch(/^202[67]-\d\d-\d\d$/u);
    expect(backupsUntil?.localeCompare('2026-11-01')).toBe(1);
    expect(readdirSync(register.folder).sort()).toEqual(REGISTER_FILES);
    expect(backupFiles(register.backupFolder)).toHaveLength(3);

    const { backups: all } = await register.ok('backups.list', {});
    expect(all[0]).toMatchObject({ reason: 'after_key_change', counts: { people: 2 } });
    const refusals = [];
    for (const { file } of all) {
      const answer = await register.router.call('backups.inspect', { file, passphrase: THEIRS });
      refusals.push(answer.ok ? 'opens' : answer.error.code);
    }
    expect(refusals).toEqual(['wrong_passphrase', 'opens', 'opens']);
  });

  it('is not oneself, and nobody who is not there; a wrong own passphrase removes nobody', async () => {
    await add();
    const refused = (slot: SlotId, ownPassphrase: string) =>
      register.refused('vault.removeCoordinator', { slot, ownPassphrase });
    const colleague = await slotOf(COLLEAGUE);
    expect(await refused(await slotOf(COORDINATOR), TEST_PASSPHRASE)).toBe('own_slot');
    expect(await refused(NOBODY, TEST_PASSPHRASE)).toBe('not_found');
    expect(await refused(colleague, THEIRS)).toBe('wrong_passphrase');
    expect(await listed()).toHaveLength(2);
    expect(readdirSync(register.folder).filter((name) => /part|ready|before/u.test(name))).toEqual([]);
  });

  it('stays when the register is locked meanwhile', async () => {
    await add();
    const slot = await slotOf(COLLEAGUE);
    const answer = register.refused('vault.removeCoordinator', { slot, ownPassphrase: TEST_PASSPHRASE });
    register.vault.lock();
    expect(await answer).toBe('locked');
    await unlock(THEIRS);
  });

  it('takes a code with him that was drawn and not confirmed', async () => {
    await add();
    await register.ok('vault.drawRecoveryCode', { ownPassphrase: TEST_PASSPHRASE });
    await remove();
    expect(await register.ok('vault.pendingRecoveryCode', {})).toBeNull();
  });

  it('stays, with everything as it was, when the copy under the new key is not what it should be', async () => {
    await add();
    const raw = await openRaw(register.folder);
    raw.exec(
      "CREATE TRIGGER spoiled AFTER INSERT ON audit_trail WHEN NEW.operation = 'vault.removeCoordinator' BEGIN SELECT RAISE(ABORT, 'the disk said no'); END",
    );
    raw.close();
    const before = readFileSync(databasePath(register.folder));
    const slot = await slotOf(COLLEAGUE);
    expect(await register.refused('vault.removeCoordinator', { slot, ownPassphrase: TEST_PASSPHRASE })).toBe(
      'unexpected',
    );
    expect(readFileSync(databasePath(register.folder)).equals(before)).toBe(true);
    expect(readdirSync(register.folder).sort()).toEqual(REGISTER_FILES);
    expect(await namesIn(register)).toEqual(['架空 前']);
    register.vault.lock();
    await unlock(THEIRS);
  });
});
