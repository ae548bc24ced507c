// Sees to what the app's development needs from the system: a Chromium, a Japanese font, and for the tests a tool that turns a PDF into
// pictures. Installs Debian's packages when it may; otherwise names in one line what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.ts';

interface Need {
  /** Debian's package. */
  readonly package: string;
  readonly name: string;
  isMet(): boolean;
}

const answers = (command: string, ...values: readonly string[]): string =>
  spawnSync(command, values, { encoding: 'utf8' }).stdout ?? '';

const CHROMIUM: Need = {
  package: 'chromium',
  name: 'Chromium, Chrome or Edge (or its path in MIMAMORI_CHROMIUM)',
  isMet: () => findChromium() !== null,
};

const JAPANESE_FONT: Need = {
  package: 'fonts-ipafont-gothic',
  name: 'a Japanese font',
  isMet: () => process.platform !== 'linux' || answers('fc-list', ':lang=ja', 'family').trim() !== '',
};

const PDF_TO_PICTURES: Need = {
  package: 'poppler-utils',
  name: 'pdftoppm and pdftotext (poppler)',
  isMet: () => ['pdftoppm', 'pdftotext'].every((tool) => spawnSync(tool, ['-v']).error === undefined),
};

/** For `npm run torture`; what needs it says so where it is absent. */
export const STRACE: Need = {
  package: 'strace',
  name: 'strace',
  isMet: () => spawnSync('strace', ['-V']).error === undefined,
};

/** What showing a window in the Chromium shell needs. */
export const WINDOW_NEEDS: readonly Need[] = [CHROMIUM, JAPANESE_FONT];
export const TEST_NEEDS: readonly Need[] = [...WINDOW_NEEDS, PDF_TO_PICTURES];

const mayInstall = () =>
  process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');

/** Quiet unless it fails. */
function run(command: string, values: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, values, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    let said = '';
    const keep = (text: Buffer) => {
      said += String(text);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${values.join(' ')} failed:\n${said.slice(-2000)}`));
    });
  });
}

async function install(packages: readonly string[]): Promise<void> {
  const started = performance.now();
  console.log(`Installing from Debian: ${packages.join(', ')} (once, about a minute) ...`);
  await run('apt-get', ['update', '-qq']);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  console.log(`Installed in ${Math.round((performance.now() - started) / 1000)} s.`);
}

/** @throws Error with one line that names what is missing and how to get it. */
export async function ensureSystem(needs: readonly Need[]): Promise<void> {
  const wanted = needs.filter((need) => !need.isMet());
  if (wanted.length === 0) return;
  const packages = wanted.map((need) => need.package);
  if (mayInstall()) await install(packages);
  const missing = wanted.filter((need) => !need.isMet());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.name).join('; ');
  throw new Error(`Missing on this machine: ${names}. On Debian: sudo apt-get install ${packages.join(' ')}`);
}

if (import.meta.main) {
  try {
    await ensureSystem(TEST_NEEDS);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
