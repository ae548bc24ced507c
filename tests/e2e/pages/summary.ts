// 月のしめ and the steps of a summary as a person uses them.
import type { Page } from 'playwright/test';
import { goTo } from './gate.ts';

/** Reckoning and checking take seconds each, on a busy machine more. */
const PATIENCE = { timeout: 120_000 };

/** Closes the month that is over last; a register in which nothing is closed yet begins with it. */
export async function closeLastMonth(page: Page): Promise<void> {
  await goTo(page, '月次集計');
  await page.getByRole('link', { name: '月のしめへ' }).click();
  const deed = page.getByRole('button', { name: /をしめる$/u });
  await deed.waitFor();
  const beginning = page.getByRole('button', { name: /集計を始める月/u });
  if (await beginning.isVisible()) {
    await beginning.click();
    await page.getByRole('option').first().click();
  }
  await deed.click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /をしめる$/u })
    .click();
  await page.getByText(/をしめました/u).waitFor();
}

/** To the step of the tables, with the share of ＊ of each. */
export async function chooseTables(page: Page): Promise<void> {
  await goTo(page, '月次集計');
  await page.getByRole('button', { name: '集計をつくる' }).click();
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('おすすめ', { exact: true }).first().waitFor(PATIENCE);
}

/** From the words to the checked summary. What cannot be made safe of few people is left out, as the refusal offers. */
export async function checkSummary(page: Page): Promise<void> {
  const safe = page.getByRole('button', { name: '書き出す' });
  const leaveOut = page.getByRole('button', { name: /の表をのぞく$/u });
  for (;;) {
    await page.getByRole('button', { name: '安全を確認する' }).click();
    await safe.or(leaveOut).first().waitFor(PATIENCE);
    if (await safe.isVisible()) return;
    await leaveOut.click();
    await page.getByRole('button', { name: '次へ' }).click();
  }
}
