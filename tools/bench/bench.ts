// `npm run bench`: how long a coordinator waits, at 5,000 people, in the built app, and what the encryption costs. Prints `name: value` rows.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'electron-vite';
import type { Page } from 'playwright-core';
import { runnerImport } from 'vite';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import { ensureSystem, WINDOW_NEEDS } from '#tools/system/ensure.ts';
import { row, type Timing, timingOf, timingRow } from './figures.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const PASSPHRASE = 'hakaru-tame-no-aikotoba';
const PEOPLE = Number(process.env['BENCH_PEOPLE'] ?? 5000);
const ROUNDS = 5;

/** Modules that only a bundler can load (migrations as text). */
async function load<Module>(file: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(PROJECT, file), {
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
  });
  return module;
}

/** From each keystroke to the first frame that shows its result, in the page's own clock. */
async function timeKeystrokes(page: Page, texts: readonly string[]): Promise<Timing> {
  const samples: number[] = [];
  const box = page.getByPlaceholder(/氏名/u);
  for (const text of texts) {
    await box.fill('');
    await page.waitForTimeout(250);
    const waiting = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let typedAt = 0;
          addEventListener(
            'input',
            () => {
              typedAt = performance.now();
            },
            { capture: true, once: true },
          );
          const status = document.querySelector('main [role=status]');
          const observer = new MutationObserver(() => {
            observer.disconnect();
            requestAnimationFrame(() => resolve(performance.now() - typedAt));
          });
          observer.observe(status ?? document.body, { childList: true, characterData: true, subtree: true });
        }),
    );
    await box.fill(text);
    samples.push(await waiting);
  }
  return timingOf(samples);
}

interface Waits {
  readonly toLockScreen: number;
  readonly toToday: number;
  readonly toTable: number;
  readonly keystrokes: Timing | null;
}

async function openOnce(data: string, scratch: string, searchTexts: readonly string[] | null): Promise<Waits> {
  const started = performance.now();
  const app = await chooseBackend().launch({ app: PROJECT, userData: data, scratch });
  try {
    const box = app.page.getByLabel('合言葉');
    await box.waitFor();
    const toLockScreen = performance.now() - started;
    await box.fill(PASSPHRASE);
    const unlocking = performance.now();
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('navigation').waitFor();
    const toToday = performance.now() - unlocking;
    await app.page.getByRole('link', { name: '見守り台帳' }).first().click();
    await app.page.getByRole('row').nth(5).waitFor();
    const toTable = performance.now() - unlocking;
    return { toLockScreen, toToday, toTable, keystrokes: searchTexts && (await timeKeystrokes(app.page, searchTexts)) };
  } finally {
    await app.close();
  }
}

async function main(): Promise<void> {
  await ensureSystem(WINDOW_NEEDS);
  await build({ root: PROJECT, logLevel: 'error' });
  const scratch = mkdtempSync(join(tmpdir(), 'mimamori-bench-'));
  try {
    const folder = join(scratch, 'register');
    const { seedWard } = await load<typeof import('#tools/demo/seed-ward.ts')>('tools/demo/seed-ward.ts');
    const { benchIntegrity, benchQueries, SEARCH_TEXTS } =
      await load<typeof import('./queries-bench.ts')>('tools/bench/queries-bench.ts');
    const seeded = await seedWard({ folder, passphrase: PASSPHRASE, coordinator: '計測', people: PEOPLE, seed: 1 });
    row('register', `${seeded.people} invented people, ${seeded.visits} visits, ${seeded.consultations} consultations`);
    row('window', chooseBackend().name);
    const waits: Waits[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const data = join(scratch, `data-${round}`);
      mkdirSync(data);
      cpSync(folder, join(data, 'register'), { recursive: true });
      waits.push(await openOnce(data, join(scratch, `s${round}`), round === ROUNDS - 1 ? SEARCH_TEXTS : null));
    }
    timingRow('start to usable lock screen', timingOf(waits.map(({ toLockScreen }) => toLockScreen)));
    timingRow('unlock (passphrase entered) to first screen', timingOf(waits.map(({ toToday }) => toToday)));
    timingRow('unlock to the register table', timingOf(waits.map(({ toTable }) => toTable)));
    for (const { keystrokes } of waits) {
      if (keystrokes) {
        timingRow('search keystroke to result on screen', keystrokes);
      }
    }
    await benchIntegrity(folder, PASSPHRASE);
    await benchQueries(folder, PASSPHRASE, scratch);
    const { benchImport } = await load<typeof import('./import-bench.ts')>('tools/bench/import-bench.ts');
    for (const people of new Set([500, PEOPLE])) {
      await benchImport(people, scratch);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

await main();
