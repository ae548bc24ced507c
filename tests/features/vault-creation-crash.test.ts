// The creation of a register cut off at each of its steps, as a power cut would: what is on the disk then either becomes the register
// that was meant, or is in nobody's way. Never a register without its code tables, never one that nobody can open or replace.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { furnishCodes } from '#main/features/codes/codes.service.ts';
import { migrations } from '#main/platform/database/migrations.ts';
import type { Writer } from '#main/platform/database/reader-writer.ts';
import { createRegisterFiles } from '#main/platform/vault/register-files.ts';
import { Vault } from '#main/platform/vault/vault.ts';
import { databasePath, REGISTER_FILES, slotsPath } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const CHEAPEST_COST = { memoryKib: 65_536, iterations: 1, parallelism: 1 };
const OTHER_PASSPHRASE = 'umi-kaze-tsubame-42';

let root: string;
let whole: TestRegister;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'mimamori-creation-'));
  whole = await openTestRegister();
  whole.vault.lock();
});
afterEach(() => {
  whole.close();
  rmSync(root, { recursive: true, force: true });
});

/** A folder with these files, each with its content. */
function folderWith(files: Readonly<Record<string, Uint8Array>>): string {
  const folder = join(root, 'register');
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const database = () => readFileSync(databasePath(whole.folder));
const slots = () => readFileSync(slotsPath(whole.folder));
const half = (bytes: Buffer) => bytes.subarray(0, bytes.byteLength / 2);
const NOTHING = new Uint8Array();

describe('a creation that was cut off before its slots were written', () => {
  it.each<[string, () => Readonly<Record<string, Uint8Array>>]>([
    ['after the folder', () => ({})],
    ['after the database was opened', () => ({ 'register.db.new': NOTHING })],
    ['in the middle of the schema', () => ({ 'register.db.new': half(database()) })],
    [
      'in the middle of a transaction',
      () => ({ 'register.db.new': half(database()), 'register.db.new-journal': half(database()) }),
    ],
    ['after the database was complete', () => ({ 'register.db.new': database() })],
    [
      'in the middle of writing the slots',
      () => ({ 'register.db.new': database(), '.keyslots.json.4711.part': half(slots()) }),
    ],
    ['with an empty file under the name of the database', () => ({ 'register.db': NOTHING })],
  ])('is no register and blocks none: %s', async (_when, files) => {
    const folder = folderWith(files());
    const register = await openTestRegister({ folder });
    expect((await register.ok('vault.status', {})).state).toBe('missing');
    expect(await register.refused('vault.unlock', { passphrase: TEST_PASSPHRASE })).toBe('register_missing');
    await register.ok('vault.create', { passphrase: OTHER_PASSPHRASE, coordinator: '見本 花子' });
    register.vault.lock();

    const again = await openTestRegister({ folder });
    await again.ok('vault.unlock', { passphrase: OTHER_PASSPHRASE });
    expect((await again.ok('codes.list', {})).length).toBeGreaterThan(100);
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
    again.close();
    register.close();
  });
});

describe('a creation that was cut off after its slots were written', () => {
  it.each<[string, () => Readonly<Record<string, Uint8Array>>]>([
    ['before the database took its name', () => ({ 'register.db.new': database(), 'keyslots.json': slots() })],
    [
      'with an empty file under the name of the database',
      () => ({ 'register.db.new': database(), 'keyslots.json': slots(), 'register.db': NOTHING }),
    ],
    ['at the very end', () => ({ 'register.db': database(), 'keyslots.json': slots() })],
  ])('is the register that was meant: %s', async (_when, files) => {
    const folder = folderWith(files());
    const register = await openTestRegister({ folder });
    expect((await register.ok('vault.status', {})).state).toBe('locked');
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect((await register.ok('codes.list', {})).length).toBeGreaterThan(100);
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
    register.close();
  });

  it('never puts a prepared database over one that holds something', async () => {
    const folder = folderWith({
      'register.db': database(),
      'keyslots.json': slots(),
      'register.db.new': Buffer.from('another, left from long ago'),
    });
    const register = await openTestRegister({ folder });
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    register.close();
  });
});

describe('a change of the passphrase that was cut off', () => {
  it('leaves no slot under another name', async () => {
    const folder = join(root, 'register');
    cpSync(whole.folder, folder, { recursive: true });
    writeFileSync(join(folder, '.keyslots.json.4711.part'), slots());
    const register = await openTestRegister({ folder });
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
    register.close();
  });
});

describe('a failure while a new register is furnished', () => {
  const vaultIn = (folder: string, furnish: (writer: Writer) => void) =>
    new Vault({
      files: createRegisterFiles(folder),
      cost: CHEAPEST_COST,
      migrations,
      now: () => '2026-10-15T03:00:00.000Z',
      newId: () => crypto.randomUUID(),
      tries: { waitUntil: () => null, guard: (attempt) => attempt() },
      furnish,
      onLocking: () => {},
      onChange: () => {},
      beforeClose: () => {},
      beforeMigration: () => {},
    });

  it('leaves nothing that blocks the next try, in this run or after a restart', async () => {
    const folder = join(root, 'register');
    let isBroken = true;
    const vault = vaultIn(folder, () => {
      if (isBroken) {
        throw new Error('the furnishing failed');
      }
    });
    await expect(vault.create(TEST_PASSPHRASE, '見本 花子')).rejects.toThrow('the furnishing failed');
    expect(vault.state).toBe('missing');

    const restarted = vaultIn(folder, () => {});
    expect(restarted.state).toBe('missing');

    isBroken = false;
    await vault.create(TEST_PASSPHRASE, '見本 花子');
    expect(vault.state).toBe('unlocked');
    vault.lock();
  });

  it('is undone whole: what was furnished before it does not stand in the way of the next register', async () => {
    const folder = join(root, 'register');
    const vault = vaultIn(folder, (writer) => {
      furnishCodes(writer);
      throw new Error('the furnishing failed half-way');
    });
    await expect(vault.create(TEST_PASSPHRASE, '見本 花子')).rejects.toThrow('half-way');
    const register = await openTestRegister({ folder });
    await register.ok('vault.create', { passphrase: OTHER_PASSPHRASE, coordinator: '見本 花子' });
    expect((await register.ok('codes.list', {})).length).toBeGreaterThan(100);
    register.close();
  });
});
