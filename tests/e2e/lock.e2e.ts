// After a lock the page is a new world: nothing of the old one's variables, and no name in its document or in its heap.
import type { Page } from 'playwright/test';
import { createRegister, goTo, lock, unlock } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

const CANARY = '金糸雀野鳴子';
const MARK = 'oldWorld';

/** Whether a text stands anywhere in what the page's scripts hold. */
async function isInHeap(page: Page, text: string): Promise<boolean> {
  const devtools = await page.context().newCDPSession(page);
  let snapshot = '';
  devtools.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    snapshot += chunk;
  });
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await devtools.detach();
  const { strings } = JSON.parse(snapshot) as { readonly strings: readonly string[] };
  expect(strings, 'the snapshot is one of this app').toContain('createElement');
  return strings.some((each) => each.includes(text));
}

const isInDocument = async (page: Page, text: string) => (await page.content()).includes(text);

async function showCanary(page: Page): Promise<void> {
  await createRegister(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill(CANARY);
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: `${CANARY}さん` }).waitFor();
  await page.evaluate((mark) => Object.assign(globalThis, { [mark]: true }), MARK);
}

async function expectNewWorld(page: Page): Promise<void> {
  expect(await page.evaluate((mark) => mark in globalThis, MARK)).toBe(false);
  expect(await isInDocument(page, CANARY)).toBe(false);
  expect(await isInHeap(page, CANARY)).toBe(false);
}

test('a lock throws the page away, and the unlock leads back to where she was', async ({ page }) => {
  await showCanary(page);
  expect([await isInDocument(page, CANARY), await isInHeap(page, CANARY)], 'the control').toEqual([true, true]);
  await lock(page);
  await expectNewWorld(page);
  await unlock(page);
  await expect(page.getByRole('heading', { name: `${CANARY}さん` })).toBeVisible();
});

for (const signal of ['suspend', 'lock-screen'] as const) {
  test(`so does ${signal}, and a form that is not saved does not hold it up`, async ({ app, page }) => {
    await showCanary(page);
    await page.getByRole('button', { name: '見守りを記録' }).first().click();
    await page.getByRole('dialog').getByLabel('メモ').fill(`${CANARY}は留守`);
    await app.signalPower(signal);
    await page.getByRole('heading', { name: '台帳を開く' }).waitFor();
    await expectNewWorld(page);
  });
}
