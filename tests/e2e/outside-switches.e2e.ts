// A packaged app that another program wants to steer ends at once; the control, without the switch or unpackaged, opens its window.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'playwright/test';

const LAUNCHER = fileURLToPath(new URL('../../tools/chromium-shell/electron.ts', import.meta.url));
const PACKAGED = new URL('./support/packaged-start.ts', import.meta.url).href;

/** How the start went: it ended by itself with this code, or it opened a page (and is then ended). */
async function start(isPackaged: boolean, ...switches: readonly string[]): Promise<number | 'opened'> {
  const scratch = mkdtempSync(join(tmpdir(), 'mimamori-start-'));
  const before = isPackaged ? ['--import', PACKAGED] : [];
  const values = ['.', '--headless', `--user-data-dir=${join(scratch, 'data')}`, ...switches];
  const child = spawn(process.execPath, [...before, LAUNCHER, ...values], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { ...process.env, TMPDIR: scratch, PWTEST_SERVER_REGISTRY: join(scratch, 'pw') },
  });
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? -1));
  });
  const opened = new Promise<'opened'>((resolve) => {
    child.on('message', ({ value }: { value?: { requests?: readonly unknown[] } }) => {
      if ((value?.requests?.length ?? 0) > 0) resolve('opened');
    });
  });
  const asking = setInterval(() => child.connected && child.send({ id: 1, request: { ask: 'records' } }), 100);
  const outcome = await Promise.race([ended, opened]);
  clearInterval(asking);
  if (outcome === 'opened') child.kill('SIGTERM');
  await ended;
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  return outcome;
}

for (const given of ['remote-debugging-port=9222', 'inspect', 'js-flags=--expose-gc']) {
  test(`a packaged app that is started with --${given} ends at once`, async () => {
    expect(await start(true, `--${given}`)).toBe(0);
  });
}

test('a packaged app without such a switch opens, and one in development with it (control)', async () => {
  expect(await start(true)).toBe('opened');
  expect(await start(false, '--remote-debugging-port=9222')).toBe('opened');
});
