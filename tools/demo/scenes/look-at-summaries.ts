// The screens of the summaries: what was published, the steps of a new one, the checked tables with what stands behind a ＊, one as it was.
import type { Page } from 'playwright-core';
import type { Stage } from '../stage.ts';

/** Reckoning and checking take seconds each, on a busy machine more. */
const PATIENCE = { timeout: 300_000 };

/** With the keys, to the first ＊ of the first table that has one. */
async function walkToHidden(page: Page): Promise<void> {
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    if ((await page.getByRole('grid').locator('td', { hasText: '＊' }).count()) > 0) break;
  }
  const hidden = page.getByRole('grid').locator('td', { hasText: '＊' }).first();
  await hidden.click();
}

async function makeASummary({ page, picture }: Stage): Promise<void> {
  await page.getByRole('button', { name: '集計をつくる' }).click();
  await picture('summary-month-and-recipient');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByText('おすすめ', { exact: true }).first().waitFor(PATIENCE);
  await picture('summary-tables');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByRole('textbox', { name: '連絡事項' }).waitFor();
  await picture('summary-words');
  await page.getByRole('button', { name: '安全を確認する' }).click();
  const safe = page.getByRole('button', { name: '書き出す' });
  const wayOut = page.getByRole('button', { name: /の表をのぞく$/u });
  await safe.or(wayOut).first().waitFor(PATIENCE);
  if (!(await safe.isVisible())) {
    await picture('summary-refused');
    return;
  }
  await picture('summary-checked');
  await walkToHidden(page);
  await picture('summary-behind-a-hidden-figure');
}

export async function lookAtSummaries(stage: Stage): Promise<void> {
  const { page, goTo, picture } = stage;
  await goTo('月次集計');
  await page.getByRole('button', { name: '第12号' }).waitFor();
  await picture('summaries');
  await page.getByRole('button', { name: '第12号' }).scrollIntoViewIfNeeded();
  await picture('summaries-ledger');
  await page.getByRole('button', { name: '第12号' }).click();
  await page.getByText('渡したときのままの表です。').waitFor();
  await picture('summary-as-published');
  await goTo('月次集計');
  await makeASummary(stage);
}
