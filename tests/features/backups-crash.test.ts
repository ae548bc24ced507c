// Going back to a backup, cut off: at every step that changes the disk (states made by hand), and by kill -9 at any moment. Afterwards the
// register is the old one or the one of the backup, each whole, with its own key slots; and nothing of the old one is gone.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseBackup, namesAfterUnlock, newestBackup, registerWithBackup } from '#tests/support/backups.ts';
import { runChild } from '#tests/support/child-process.ts';
import { databasePath, REGISTER_FILES, slotsPath, twinPath } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const OLD = ['架空 前', '架空 後'].sort();
const NEW = ['架空 前'];
const READY = 'restore-20261016T030000000Z.ready';
const BEFORE = 'before-restore-20261016T030000000Z';
const KILLS = Number(process.env['RESTORE_KILLS'] ?? 6);
const NEXT_PASSPHRASE = 'umi-kaze-tsubame-42';

let root: string;
let old: TestRegister;
let restored: TestRegister;
let backup: string;

/** Another passphrase now than at the time of the backup, so that the slots of one do not open the other's by chance. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mimamori-swap-'));
  old = await registerWithBackup();
  backup = join(root, '控え.mimamori');
  writeFileSync(backup, readFileSync(newestBackup(old)));
  await old.ok('vault.changePassphrase', { current: TEST_PASSPHRASE, next: NEXT_PASSPHRASE });
  old.vault.lock();
  restored = await openTestRegister({ isEmpty: true });
  await restored.ok('backups.restore', { file: await chooseBackup(restored, backup), passphrase: TEST_PASSPHRASE });
});
afterAll(() => {
  old.close();
  restored.close();
  rmSync(root, { recursive: true, force: true });
});

/** What somebody finds who starts the app on this folder: whose register, and the names in it. */
async function whatIsIn(folder: string): Promise<'old' | 'new' | 'neither'> {
  const register = await openTestRegister({ folder });
  const isOld = (await register.router.call('vault.unlock', { passphrase: NEXT_PASSPHRASE })).ok;
  const names = await namesAfterUnlock(register, isOld ? NEXT_PASSPHRASE : TEST_PASSPHRASE);
  expect(names).toEqual(isOld ? OLD : NEW);
  register.close();
  expect(readdirSync(folder).filter((name) => /\.(?:ready|part)$/u.test(name))).toEqual([]);
  return isOld ? 'old' : 'new';
}

const moves: readonly (readonly [string, (folder: string) => void])[] = [
  ['the old journal was moved', (folder) => moveOld(folder, 'register.db-journal')],
  ['the old database was moved', (folder) => moveOld(folder, 'register.db')],
  ['the new database was put in place', (folder) => putNew(folder, 'register.db')],
  ['the old slots were moved', (folder) => moveOld(folder, 'keyslots.json')],
  ['the new slots were put in place', (folder) => putNew(folder, 'keyslots.json')],
  ['the twin of the old slots was moved', (folder) => moveOld(folder, 'keyslots.twin.json')],
  ['the twin of the new slots was put in place', (folder) => putNew(folder, 'keyslots.twin.json')],
  ['the empty folder was removed', (folder) => rmSync(join(folder, READY), { recursive: true })],
];
const moveOld = (folder: string, name: string) => renameSync(join(folder, name), join(folder, BEFORE, name));
const putNew = (folder: string, name: string) => renameSync(join(folder, READY, name), join(folder, name));

/** The old register, with the new one beside it under this name. */
function decided(name: string, at: string): string {
  const folder = join(root, `${at}`, 'register');
  cpSync(old.folder, folder, { recursive: true });
  mkdirSync(join(folder, name));
  cpSync(databasePath(restored.folder), join(folder, name, 'register.db'));
  cpSync(slotsPath(restored.folder), join(folder, name, 'keyslots.json'));
  cpSync(twinPath(restored.folder), join(folder, name, 'keyslots.twin.json'));
  return folder;
}

describe('a return to a backup that was cut off', () => {
  it('before it was decided leaves the old register, and nothing lies about', async () => {
    const folder = decided('restore.part', 'undecided');
    expect(await whatIsIn(folder)).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(REGISTER_FILES);
  });

  it('right after it was decided is carried out by the next start', async () => {
    expect(await whatIsIn(decided(READY, 'decided'))).toBe('new');
  });

  it.each(moves.map(([what], index) => [what, index] as const))(
    'after %s is carried out by the next start',
    async (_what, index) => {
      const folder = decided(READY, `step-${index}`);
      const journal = Buffer.alloc(4096, 3);
      writeFileSync(join(folder, 'register.db-journal'), journal);
      mkdirSync(join(folder, BEFORE));
      for (const [, move] of moves.slice(0, index + 1)) {
        move(folder);
      }
      expect(await whatIsIn(folder)).toBe('new');
      expect(readFileSync(join(folder, BEFORE, 'register.db')).equals(readFileSync(databasePath(old.folder)))).toBe(
        true,
      );
      expect(readFileSync(join(folder, BEFORE, 'keyslots.json')).equals(readFileSync(slotsPath(old.folder)))).toBe(
        true,
      );
      expect(readFileSync(join(folder, BEFORE, 'register.db-journal')).equals(journal)).toBe(true);
    },
  );

  it(`by kill -9 leaves one or the other (${KILLS} kills)`, async () => {
    const outcomes: string[] = [];
    const { took, folder: whole } = await restoreAndKill('whole', null);
    expect(await whatIsIn(whole), 'it ends when nobody kills it').toBe('new');
    for (let kill = 0; kill < KILLS; kill += 1) {
      const milliseconds = ((kill + 0.5) / KILLS) * took;
      const { folder, isTold } = await restoreAndKill(`kill-${kill}`, milliseconds);
      const found = await whatIsIn(folder);
      expect(isTold && found === 'old', 'what was acknowledged has happened').toBe(false);
      outcomes.push(`${Math.round(milliseconds)}ms: ${found}`);
    }
    console.log(`register after each kill of ${Math.round(took)} ms: ${outcomes.join(', ')}`);
    expect(outcomes.every((text) => /old|new/u.test(text))).toBe(true);
  });
});

async function restoreAndKill(name: string, milliseconds: number | null) {
  const folder = join(root, name, 'register');
  cpSync(old.folder, folder, { recursive: true });
  const { times, hasEnded } = await runChild(
    { kind: 'restore', folder, passphrase: TEST_PASSPHRASE, file: backup },
    milliseconds === null ? null : { after: 'begin', milliseconds },
  );
  return { folder, took: times.at(-1) ?? 0, isTold: hasEnded };
}
