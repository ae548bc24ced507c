// The removal of a coordinator, cut off: at every step that changes the disk (states made by hand), and by kill -9 at any moment. Afterwards
// the register stands under the former key with the former slots, or under the new one with the new; each whole, and nothing of the
// other lies about. ROTATION_KILLS says how often it is killed.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enter, namesIn } from '#tests/support/backups.ts';
import { filesUnder, REGISTER_FILES, textsIn } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';

const THEIRS = 'asa-gao-hotaru-99';
const NAMES = ['架空 一', '架空 二', '架空 三'].sort();
const READY = 'rotation-20261016T030000000Z.ready';
const BEFORE = 'before-rotation-20261016T030000000Z';
const FILES = ['register.db', 'keyslots.json', 'keyslots.twin.json'];
const KILLS = Number(process.env['ROTATION_KILLS'] ?? 6);

let root: string;
let old: TestRegister;
let rotated: string;
let slot: string;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'mimamori-rotation-'));
  old = await openTestRegister();
  for (const name of NAMES) {
    await enter(old, name);
  }
  await old.ok('vault.addCoordinator', {
    coordinator: '同僚 次郎',
    passphrase: THEIRS,
    ownPassphrase: TEST_PASSPHRASE,
  });
  slot = (await old.ok('vault.status', {})).coordinators[1]?.slot ?? '';
  old.vault.lock();
  rotated = join(root, 'rotated', 'register');
  cpSync(old.folder, rotated, { recursive: true });
  const register = await openTestRegister({ folder: rotated });
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  await register.ok('vault.removeCoordinator', { slot: slot as never, ownPassphrase: TEST_PASSPHRASE });
  register.close();
});
afterAll(() => {
  old.close();
  rmSync(root, { recursive: true, force: true });
});

/** What somebody finds who starts the app on this folder. It must be one of the two, whole. */
async function whatIsIn(folder: string): Promise<'old' | 'new'> {
  const register = await openTestRegister({ folder });
  // A try counts before its answer is known: whoever is killed while the passphrase is looked at leaves that one count.
  expect(
    readdirSync(folder)
      .filter((name) => name !== 'wrong-tries.json')
      .sort(),
  ).toEqual(REGISTER_FILES);
  const isOld = (await register.router.call('vault.unlock', { passphrase: THEIRS })).ok;
  register.vault.lock();
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  expect(await namesIn(register)).toEqual(NAMES);
  expect(await register.ok('audit.verify', {})).toMatchObject({ brokenAt: null });
  const all = { personId: null, actor: null, kind: null, from: null, to: null, before: null, limit: 50 };
  const { rows } = await register.ok('audit.list', all);
  expect(rows.some(({ operation }) => operation === 'vault.removeCoordinator')).toBe(!isOld);
  expect(await register.ok('vault.status', {})).toMatchObject({ coordinators: { length: isOld ? 2 : 1 } });
  register.close();
  return isOld ? 'old' : 'new';
}

/** The old register, with the new one beside it under this name. */
function besides(name: string, at: string): string {
  const folder = join(root, at, 'register');
  cpSync(old.folder, folder, { recursive: true });
  mkdirSync(join(folder, name));
  for (const file of FILES) {
    cpSync(join(rotated, file), join(folder, name, file));
  }
  return folder;
}

/** One move after the other, as the swap makes them. */
const MOVES = FILES.flatMap((file) => [
  [`the old ${file} was moved`, (folder: string) => renameSync(join(folder, file), join(folder, BEFORE, file))],
  [`the new ${file} was put in place`, (folder: string) => renameSync(join(folder, READY, file), join(folder, file))],
]) as readonly (readonly [string, (folder: string) => void])[];
const LAST: readonly (readonly [string, (folder: string) => void])[] = [
  ...MOVES,
  ['the empty folder was removed', (folder) => rmSync(join(folder, READY), { recursive: true })],
  ['half of the old files were removed', (folder) => rmSync(join(folder, BEFORE, 'register.db'))],
];

describe('a rotation that was cut off', () => {
  it('before it was decided leaves the old register, and nothing lies about', async () => {
    expect(await whatIsIn(besides('restore.part', 'undecided'))).toBe('old');
  });

  it('right after it was decided is carried out by the next start', async () => {
    expect(await whatIsIn(besides(READY, 'decided'))).toBe('new');
  });

  it.each(LAST.map(([what], index) => [what, index] as const))(
    'after %s is carried out by the next start',
    async (_what, index) => {
      const folder = besides(READY, `step-${index}`);
      mkdirSync(join(folder, BEFORE));
      for (const [, move] of LAST.slice(0, index + 1)) {
        move(folder);
      }
      expect(await whatIsIn(folder)).toBe('new');
    },
  );

  it(`by kill -9 leaves one or the other (${KILLS} kills)`, async () => {
    const outcomes: string[] = [];
    const { took, folder: whole } = await removeAndKill('whole', null);
    expect(await whatIsIn(whole), 'it ends when nobody kills it').toBe('new');
    const control = Buffer.from(NAMES.join());
    expect(textsIn(control, NAMES)).toEqual(NAMES);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const milliseconds = ((kill + 0.5) / KILLS) * took;
      const { folder, isTold } = await removeAndKill(`kill-${kill}`, milliseconds);
      const inClear = filesUnder(folder).flatMap((path) => textsIn(readFileSync(path), NAMES));
      expect(inClear, 'what it left is encrypted').toEqual([]);
      const found = await whatIsIn(folder);
      expect(isTold && found === 'old', 'what was acknowledged has happened').toBe(false);
      outcomes.push(`${Math.round(milliseconds)}ms: ${found}`);
    }
    console.log(`register after each kill of ${Math.round(took)} ms: ${outcomes.join(', ')}`);
    expect(outcomes).toHaveLength(KILLS);
  }, 600_000);
});

const CHILD = join(import.meta.dirname, 'vault-rotation-child.ts');

async function removeAndKill(name: string, milliseconds: number | null) {
  const folder = join(root, name, 'register');
  cpSync(old.folder, folder, { recursive: true });
  const words = [folder, TEST_PASSPHRASE, slot].map((text) => JSON.stringify(text)).join(', ');
  const code = `import('vite').then((vite) => vite.runnerImport(${JSON.stringify(CHILD)})).then((m) => m.module.removeInChild(${words}))`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let began = 0;
  let took = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begin') {
      began = performance.now();
      if (milliseconds !== null) {
        void wait(milliseconds).then(() => child.kill('SIGKILL'));
      }
    } else if (line === 'end') {
      took = performance.now() - began;
    }
  }
  await closed;
  return { folder, took, isTold: took > 0 };
}
