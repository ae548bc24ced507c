// From a month that is over to a summary in somebody's hands: closed, chosen, checked, read by keys, given out, and kept in the ledger.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { goTo, handOut, unlock } from './pages/gate.ts';
import { checkSummary, chooseTables, closeLastMonth } from './pages/summary.ts';
import { expect, test } from './support/app-fixture.ts';
import { type SeededRegister, seedRegister } from './support/seeded-register.ts';

let seeded: SeededRegister;
test.beforeAll(async () => {
  seeded = await seedRegister(120);
});
test.afterAll(() => seeded.discard());

/** With the keys alone: to the first ＊ of a table. @returns where it stands, as 「row column」. */
async function walkToHidden(page: Page): Promise<string> {
  const table = page
    .getByRole('grid')
    .filter({ has: page.locator('td', { hasText: '＊' }) })
    .first();
  const place = await table.locator('td', { hasText: '＊' }).first().getAttribute('data-place');
  const [rows = 0, columns = 0] = (place ?? '').split(' ').map(Number);
  await table.locator('td[tabindex="0"]').focus();
  for (let row = 0; row < rows; row += 1) await page.keyboard.press('ArrowDown');
  for (let column = 0; column < columns; column += 1) await page.keyboard.press('ArrowRight');
  await expect(table.locator('td:focus')).toHaveText('＊');
  return place ?? '';
}

test('a month is closed, made into a summary, read by keys and given out', async ({ app }) => {
  test.setTimeout(480_000);
  await app.close();
  seeded.copyTo(app.userData);
  await app.restart();
  const { page } = app;
  await unlock(page);
  const folder = join(app.folder, 'summaries');
  mkdirSync(folder, { recursive: true });
  const [name = ''] = seeded.secrets;

  await test.step('the screen leads to 月のしめ while nothing is closed', async () => {
    await closeLastMonth(page);
  });

  await test.step('the usual tables are chosen, each with its share of ＊', async () => {
    await chooseTables(page);
    await expect(page.getByText(/^選んだ表：\d+/u)).toBeVisible();
    await expect(page.getByText(/^＊が\d+%$/u).first()).toBeVisible();
    await page.getByRole('button', { name: '次へ' }).click();
  });

  await test.step('a name in her words is shown and refused, and the words stay', async () => {
    const words = page.getByRole('textbox', { name: '連絡事項' });
    await words.fill(`${name}さんは、お元気でした。`);
    await page.getByRole('button', { name: '安全を確認する' }).click();
    await expect(page.getByText(/お名前と思われる言葉/u)).toBeVisible();
    await expect(words).toHaveValue(`${name}さんは、お元気でした。`);
    await words.fill('電話での見守りをふやしました。');
    await checkSummary(page);
    await expect(page.getByText(/人数を特定できないことを確認しました/u)).toBeVisible();
  });

  await test.step('the reason of a ＊ is read by keys, on the screen alone', async () => {
    const reading = page.getByRole('region', { name: '数字の中身' });
    for (const tab of await page.getByRole('tab').all()) {
      await tab.click();
      if ((await page.getByRole('grid').locator('td', { hasText: '＊' }).count()) > 0) break;
    }
    await walkToHidden(page);
    await expect(reading).toContainText('画面だけの内容・書き出されません');
    await expect(reading.getByText(/^\d+(?:人|件（\d+人）)$/u)).toBeVisible();
    await expect(reading).toContainText(/からです。|＊にしています。|くじで選びました/u);
  });

  await test.step('it is given out into a folder', async () => {
    await app.stubDialog({ paths: [folder] });
    await page.getByRole('button', { name: '書き出す' }).click();
    await handOut(page, '書き出す');
    await page.getByRole('button', { name: 'フォルダを開く' }).waitFor({ timeout: 120_000 });
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const cells = files.find((path) => path.endsWith('cells.csv')) ?? '';
    expect(readFileSync(join(folder, cells), 'utf8')).toContain('＊');
  });

  await test.step('the ledger has it, as it was, without what stood behind it', async () => {
    await page.getByRole('link', { name: '公表の記録で見る' }).click();
    await expect(page.getByRole('heading', { name: /第1号/u })).toBeVisible();
    await expect(page.getByRole('grid')).toHaveCount(0);
    await goTo(page, '月次集計');
    await expect(page.getByRole('row', { name: /第1号.*見本区社会福祉協議会/u })).toBeVisible();
    await page.getByRole('button', { name: '第1号' }).click();
    await expect(page.getByText('渡したときのままの表です。')).toBeVisible();
  });
});
