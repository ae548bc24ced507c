// Job 3: the month's summary of each of the last twelve months, as the 社協 receives it.
import type { Stage } from '../stage.ts';

const MONTHS = 12;

async function lookAtTheTables({ page, picture }: Stage): Promise<void> {
  for (const [index, tab] of (await page.getByRole('tab').all()).entries()) {
    await tab.click();
    await picture(`monthly-summary-${index + 1}`);
  }
}

export async function exportTheYear(stage: Stage): Promise<void> {
  const { app, page, goTo, handOut, picture, folders, tell } = stage;
  await goTo('月次集計');
  const exportButton = page.getByRole('button', { name: /^書き出す/u });
  await exportButton.waitFor();
  await lookAtTheTables(stage);
  for (let month = 1; month <= MONTHS; month += 1) {
    await app.answerDialogs({ paths: [folders.monthly] });
    await exportButton.click();
    await handOut('書き出す', '見本区社会福祉協議会', '毎月の報告', month === 1 ? 'monthly-summary' : undefined);
    await page.getByRole('button', { name: 'フォルダを開く' }).waitFor();
    tell(`month ${month} of ${MONTHS} is exported`);
    if (month === 1) {
      await picture('monthly-summary-exported');
    }
    await page.getByRole('button', { name: '前の月' }).click();
    await page.getByRole('button', { name: 'フォルダを開く' }).waitFor({ state: 'hidden' });
  }
}
