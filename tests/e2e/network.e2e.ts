// The app reaches nobody: a page that tries every way out arrives nowhere, and the system sees no packet leave any of its processes.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { shellBackend } from '#tools/driven-app/shell-backend.ts';
import { findChromium } from '#tools/system/find-chromium.ts';
import { createRegister, goTo, lock } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';
import { isElectron } from './support/only-electron.ts';
import { listen, tryWaysOut, WAYS } from './support/ways-out.ts';

test('a page that turned hostile arrives at no server, whichever way it tries', async ({ app, page }) => {
  app.expectProblem(/./u);
  const listener = await listen();
  await createRegister(page);
  await tryWaysOut(page, listener.port);
  expect([...listener.arrived]).toEqual([]);
  await listener.close();
});

test('every one of these ways does arrive from a page without our controls (positive control)', async () => {
  const listener = await listen('<!doctype html><title>x</title><body></body>');
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    chromiumSandbox: process.getuid?.() !== 0,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${listener.port}/`);
  await tryWaysOut(page, listener.port);
  await browser.close();
  expect(WAYS.filter((way) => !listener.arrived.has(way))).toEqual([]);
  await listener.close();
});

/** Calls by which a packet leaves: a connection that begins, or anything that is sent. A UDP socket's `connect` sends nothing. */
const LEAVING = /\b(?:connect\(\d+<TCP|send(?:to|msg|mmsg)\(\d+<(?:TCP|UDP))/u;

const canTrace = () => !isElectron() && spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

/** Starts the app in the shell under strace, lets `work` use it, and answers the system calls by which a packet left. */
async function packetsOf(
  app: string,
  work: (started: Awaited<ReturnType<typeof shellBackend.launch>>) => Promise<void>,
): Promise<readonly string[]> {
  // A short path: Chromium puts a socket into it.
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-'));
  const log = join(folder, 'strace.log');
  const calls = 'trace=connect,sendto,sendmsg,sendmmsg';
  const started = await shellBackend.launch({
    app,
    userData: join(folder, 'data'),
    scratch: folder,
    under: ['strace', '-D', '-f', '-yy', '--seccomp-bpf', '-qq', '-e', calls, '-o', log],
  });
  try {
    await work(started);
  } finally {
    await started.close();
  }
  const lines = readFileSync(log, 'utf8').split('\n');
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  return lines.filter((line) => LEAVING.test(line));
}

test.describe('what the system sees', () => {
  // biome-ignore lint/suspicious/noSkippedTests: said aloud where it cannot run.
  test.skip(
    !canTrace(),
    'NOT RUN: strace (Debian package `strace`) is missing or may not trace here, or the app runs in Electron',
  );

  test('no packet leaves the app while it is used, nor when its page tries every way out', async () => {
    const listener = await listen();
    const packets = await packetsOf('.', async ({ page }) => {
      await createRegister(page);
      for (const place of ['見守り台帳', '相談', '連絡会', '月次集計', '設定', '今日'] as const)
        await goTo(page, place);
      await tryWaysOut(page, listener.port);
      await lock(page);
    });
    await listener.close();
    expect(packets).toEqual([]);
  });

  test('packets that do leave are seen (positive control)', async () => {
    const listener = await listen();
    const careless = fileURLToPath(new URL('./support/careless-app', import.meta.url));
    const packets = await packetsOf(careless, async ({ page }) => {
      await tryWaysOut(page, listener.port);
    });
    await listener.close();
    expect(packets.length).toBeGreaterThan(0);
  });
});
