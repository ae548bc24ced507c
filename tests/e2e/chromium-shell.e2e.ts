// The Chromium shell keeps Electron's promises, seen with a tiny app of its own. Runs in Electron too, where the same must hold.
import { fileURLToPath } from 'node:url';
import { expect, test } from './support/app-fixture.ts';

test.use({ appFolder: fileURLToPath(new URL('./support/sample-app', import.meta.url)) });

interface Sample {
  call(channel: string, value?: unknown): Promise<unknown>;
  on(channel: string, listener: (value: unknown) => void): void;
  readonly facts: { readonly list: number[] };
}

declare const window: { readonly sample: Sample; readonly inlineRan?: boolean; readonly ownScriptRan?: boolean };

test.beforeEach(({ app }) => {
  app.expectProblem(/inline script/u);
});

test('the policy of the response blocks an inline script and lets our own run', async ({ page }) => {
  expect(await page.evaluate(() => [window.inlineRan, window.ownScriptRan])).toEqual([undefined, true]);
});

test('a request to elsewhere reaches nobody and is recorded', async ({ app, page }) => {
  app.expectProblem(/example\.com|ERR_BLOCKED/u);
  const outcome = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const image = new Image();
        image.onload = () => resolve('loaded');
        image.onerror = () => resolve('blocked');
        image.src = 'https://example.com/forbidden-by-app.png';
      }),
  );
  expect(outcome).toBe('blocked');
  expect(await app.requests()).toContainEqual({
    url: 'https://example.com/forbidden-by-app.png',
    outcome: 'cancelled',
  });
});

test('the bridge gives frozen copies, and nothing else of the preload is left in the page', async ({ page }) => {
  const seen = await page.evaluate(() => {
    const { list } = window.sample.facts;
    const isReplaced = Reflect.set(window, 'sample', null);
    return {
      isFrozen: Object.isFrozen(list),
      isReplaced,
      leftovers: Object.keys(window).filter((key) => /hell$/u.test(key)),
    };
  });
  expect(seen).toEqual({ isFrozen: true, isReplaced: false, leftovers: [] });
});

test('a channel without a handler is refused, and an error of a handler arrives as an error', async ({ page }) => {
  const ask = (channel: string) => page.evaluate((name) => window.sample.call(name).catch(String), channel);
  expect(await ask('nobody')).toContain("No handler registered for 'nobody'");
  expect(await ask('fail')).toContain('TypeError: refused for the test');
});

test('what structured clone carries arrives unchanged', async ({ page }) => {
  const kinds = await page.evaluate(async () => {
    const sent = {
      bytes: new Uint8Array([1, 255]),
      day: new Date(0),
      map: new Map([[1, 'a']]),
      none: undefined,
      text: '髙橋',
    };
    const { bytes, day, map, none, text } = (await window.sample.call('echo', sent)) as typeof sent;
    return [[...bytes], day.toISOString(), map.get(1), none === undefined, text];
  });
  expect(kinds).toEqual([[1, 255], '1970-01-01T00:00:00.000Z', 'a', true, '髙橋']);
});

test('the handler knows the sender by our own address, and the app its name and folder', async ({ app, page }) => {
  expect(await page.evaluate(() => window.sample.call('sender'))).toEqual(['app://sample/index.html', true]);
  expect(await page.evaluate(() => window.sample.call('about'))).toEqual(['sample-app', '1.2.3', app.userData, false]);
});

test('a refused navigation leaves the page where it is', async ({ page }) => {
  const before = page.url();
  await page.evaluate(() => {
    location.href = 'https://example.com/elsewhere';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => window.ownScriptRan)).toBe(true);
});

test('a hidden window prints a PDF, dialogs answer from the queue, and the system can signal', async ({
  app,
  page,
}) => {
  const head = await page.evaluate(async () => {
    const pdf = (await window.sample.call('print')) as Uint8Array;
    return String.fromCharCode(...pdf.slice(0, 5));
  });
  expect(head).toBe('%PDF-');
  await app.stubDialog({ paths: ['/tmp/ledger.csv'] });
  expect(await page.evaluate(() => window.sample.call('choose'))).toEqual({
    canceled: false,
    filePaths: ['/tmp/ledger.csv'],
  });
  const signalled = page.evaluate(() => new Promise((resolve) => window.sample.on('power', resolve)));
  await page.waitForTimeout(100);
  await app.signalPower('suspend');
  expect(await signalled).toBe('suspend');
});

test('the app starts again on the same data folder after it was closed and after it was killed', async ({ app }) => {
  await app.restart();
  expect(await app.page.evaluate(() => window.ownScriptRan)).toBe(true);
  await app.kill();
  await app.restart();
  expect(await app.page.evaluate(() => window.sample.call('about'))).toContain(app.userData);
});

test('positive control: a page error that the test does not expect fails it', async ({ page }) => {
  test.fail();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error('not expected');
    });
  });
  await page.waitForTimeout(100);
});

test('positive control: a request to elsewhere that the test does not expect fails it', async ({ app, page }) => {
  test.fail();
  app.expectProblem(/console error/u);
  await page.evaluate(() => {
    new Image().src = 'https://example.com/forbidden-by-app.png';
  });
  await page.waitForTimeout(100);
});
