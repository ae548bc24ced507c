// Who may call main: the page at its own address, and no other address, not even of our own origin.
import { expect, test } from './support/app-fixture.ts';

interface Bridge {
  call(operation: string, input: unknown): Promise<unknown>;
}

declare const window: { readonly register: Bridge };

const readStatus = () => window.register.call('vault.status', {});

test('a page at another address of our own origin is refused as a forbidden sender', async ({ page }) => {
  expect(await page.evaluate(readStatus)).toMatchObject({ ok: true });
  await page.evaluate(() => history.pushState(null, '', '?elsewhere'));
  expect(await page.evaluate(readStatus)).toEqual({ ok: false, error: { code: 'forbidden_sender' } });
});
