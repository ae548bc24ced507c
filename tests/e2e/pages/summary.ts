// 月のしめ and the steps of a summary as a person uses them.
import type { Page } from 'playwright/test';
import { goTo } from './gate.ts';

/** Reckoning and checking take seconds each, on a busy machine more. */
const PATIENCE = { timeout: 120_000 };

/** The first closing of a register, begun with the month that is over last. */
export async function closeLastMonth(page: Page): Promise<void> {
  await goTo(page, '月次集計');
  await page.getByRole('link', { name: '月のしめへ' }).click();
  await page.getByRole('button', { name: /集計を始める月/u }).click();
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: /をしめる$/u }).click();
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

/** From the words to the checked summary. */
export async function checkSummary(page: Page): Promise<void> {
  await page.getByRole('button', { name: '安全を確認する' }).click();
  await page.getByRole('button', { name: '書き出す' }).waitFor(PATIENCE);
}
