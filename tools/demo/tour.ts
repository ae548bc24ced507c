// The guided tour (`npm run demo`): without a window it goes through the real screens on an invented ward, does the three jobs of a
// coordinator, and leaves the papers, the files and a picture of every screen in `out/demo`. Everybody in it is invented.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-vite';
import { runnerImport } from 'vite';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import { ensureSystem, WINDOW_NEEDS } from '#tools/system/ensure.ts';
import { findLeaks } from './leak-check.ts';
import { LEDGER_NAMES } from './scenes/import-a-ledger.ts';
import { SCENES } from './scenes.ts';
import type { SeedResult } from './seed-ward.ts';
import { createStage, type Folders, layOut } from './stage.ts';
import { unpack } from './unpack.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PASSPHRASE = 'mihon-no-aikotoba-2026';
const PEOPLE = 520;

async function seed(folders: Folders): Promise<SeedResult> {
  const file = join(PROJECT, 'tools/demo/seed-ward.ts');
  const { module } = await runnerImport<typeof import('./seed-ward.ts')>(file, {
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
  });
  const folder = join(folders.data, 'register');
  return module.seedWard({
    folder,
    passphrase: PASSPHRASE,
    coordinator: '見本 花子',
    people: PEOPLE,
    seed: 20_260_401,
  });
}

/** A name with its space, without it, and with a wide one. */
const inEverySpacing = (name: string) =>
  name.includes(' ') ? [name, name.replace(' ', ''), name.replace(' ', '　')] : [name];

/** Proves that nobody of the register is named outside of it, and that the search would find it. @throws Error when somebody is. */
function proveNobodyIsNamed(folders: Folders, scratch: string, secrets: readonly string[], since: number): void {
  const register = join(folders.data, 'register');
  const search = { secrets, since, unpack };
  const skip = [join(register, 'register.db'), folders.screens];
  const leaks = findLeaks({ ...search, folders: [folders.out, folders.wardPackages, scratch, tmpdir()], skip });
  const planted = join(scratch, 'planted.txt');
  writeFileSync(planted, `control ${secrets[0]}`);
  const control = findLeaks({ ...search, folders: [scratch], skip: [] });
  rmSync(planted);
  if (control.length === 0) {
    throw new Error('The search for names does not find a planted one.');
  }
  if (leaks.length > 0) {
    throw new Error(`Names of the register are in ${leaks.map(({ file }) => file).join(', ')}`);
  }
  const head = readFileSync(join(register, 'register.db')).subarray(0, 16).toString('latin1');
  if (head.startsWith('SQLite format 3')) {
    throw new Error('The register is not encrypted.');
  }
  console.log(
    `  ${secrets.length} writings of names and telephones looked for outside the register: 0 found (a planted one is found).`,
  );
}

function list(folder: string): string {
  const names = readdirSync(folder).sort();
  return `${names.length} files`;
}

function closingWords(folders: Folders, seeded: SeedResult, seconds: number): string {
  const at = (folder: string) => `${relative(PROJECT, folder)}/`;
  return `
The guided tour is over (${seconds} s). Everybody in it is invented.

  ${at(join(folders.data, 'register'))}   the encrypted register: ${seeded.people} people, ${seeded.visits} visits, ${seeded.consultations} consultations
  ${at(folders.monthly)}         the month's summary of the last twelve months as XLSX, CSV and PDF (${list(folders.monthly)})
  ${at(folders.meeting)}         the packet for the next 連絡会 as PDF (${list(folders.meeting)})
  ${at(folders.ward)}            the tables of the ward, of the packages of three invented 地域 in ${at(folders.wardPackages)} (${list(folders.ward)})
  ${at(folders.screens)}         a picture of every screen (${list(folders.screens)})

To open this register: npm start -- --user-data-dir="${folders.data}"   (needs a display)
Passphrase: ${PASSPHRASE}
`;
}

async function tour(): Promise<void> {
  const started = Date.now();
  await ensureSystem(WINDOW_NEEDS);
  await build({ root: PROJECT, logLevel: 'error' });
  const backend = chooseBackend();
  console.log(`Guided tour, in ${backend.name}, without a window.`);
  const folders = layOut(join(PROJECT, 'out', 'demo'));
  const scratch = mkdtempSync(join(tmpdir(), 'mimamori-tour-'));
  try {
    console.log(`[1/${SCENES.length + 2}] An encrypted register with an invented ward`);
    const seeded = await seed(folders);
    const app = await backend.launch({ app: PROJECT, userData: folders.data, scratch });
    try {
      await app.page.setViewportSize({ width: 1366, height: 768 });
      app.page.setDefaultTimeout(20_000);
      const stage = createStage(app, folders, PASSPHRASE, scratch);
      for (const [index, scene] of SCENES.entries()) {
        console.log(`[${index + 2}/${SCENES.length + 2}] ${scene.title}`);
        await scene.play(stage);
      }
    } finally {
      await app.close();
    }
    console.log(`[${SCENES.length + 2}/${SCENES.length + 2}] Nobody is named outside the register`);
    proveNobodyIsNamed(folders, scratch, [...seeded.secrets, ...LEDGER_NAMES].flatMap(inEverySpacing), started);
    console.log(closingWords(folders, seeded, Math.round((Date.now() - started) / 1000)));
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await tour();
