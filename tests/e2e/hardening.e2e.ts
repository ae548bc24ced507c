// What a page of the real app must not be able to do, seen from inside the page.
import { expect, test } from './support/app-fixture.ts';

interface Bridge {
  call(operation: string, input: unknown): Promise<unknown>;
}

declare const window: { readonly register: Bridge; open(url: string): unknown } & Record<string, unknown>;

test('the page has the bridge and nothing of Node or Electron', async ({ page }) => {
  const found = await page.evaluate(() => ({
    bridge: Object.keys(window.register).sort(),
    isFrozen: Object.isFrozen(window.register),
    powers: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'].filter(
      (name) => name in window,
    ),
  }));
  expect(found).toEqual({ bridge: ['call', 'onEvent'], isFrozen: true, powers: [] });
});

test('the policy arrives as a header and blocks inline scripts, inline handlers and foreign requests', async ({
  app,
  page,
}) => {
  app.expectProblem(/Content Security Policy|violates/u);
  const outcome = await page.evaluate(async () => {
    const response = await fetch('index.html');
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true;';
    document.body.append(script);
    const isFetched = await fetch('https://example.com/').then(
      () => true,
      () => false,
    );
    const link = document.createElement('a');
    link.setAttribute('onclick', 'window.handlerRan = true');
    link.click();
    return {
      policy: response.headers.get('content-security-policy'),
      isFetched,
      ran: ['inlineRan', 'handlerRan'].filter((name) => name in window),
    };
  });
  expect(outcome.policy).toContain("default-src 'none'; script-src 'self';");
  expect(outcome).toMatchObject({ isFetched: false, ran: [] });
});

test('no file outside the renderer is served', async ({ app, page }) => {
  app.expectProblem(/status of 404/u);
  const statuses = await page.evaluate(() => {
    const paths = [
      '/../main/index.js',
      '/%2e%2e/main/index.js',
      '/..%2fmain/index.js',
      '/%5c..%5cmain%5cindex.js',
      '/package.json',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(statuses).toEqual([404, 404, 404, 404, 404]);
});

test('the page cannot be led away, open a window or get a permission', async ({ page }) => {
  const before = page.url();
  const opened = await page.evaluate(() => {
    location.href = 'https://example.com/';
    return window.open('https://example.com/');
  });
  await page.waitForTimeout(300);
  expect(opened).toBeNull();
  expect(page.url()).toBe(before);
  expect(page.context().pages()).toHaveLength(1);
  const geolocation = await page.evaluate(
    async () => (await navigator.permissions.query({ name: 'geolocation' })).state,
  );
  expect(geolocation).not.toBe('granted');
});

test('an unknown operation, and one that only looks known, is refused as a value', async ({ page }) => {
  const names = ['nothing.here', '__proto__.toString', 'constructor', '', 'vault'];
  const codes = await page.evaluate(
    (operations) =>
      Promise.all(
        operations.map(async (operation) => {
          const envelope = (await window.register.call(operation, {})) as { ok: boolean; error?: { code: string } };
          return envelope.error?.code;
        }),
      ),
    names,
  );
  expect(codes).toEqual(names.map(() => 'unknown_operation'));
});
