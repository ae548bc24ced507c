// The job of the 社協: what three invented 地域 gave out is opened together, checked as an outsider would, and written out as the tables of the ward.

import { makeWard, writePackage } from '../invented-packages.ts';
import type { Stage } from '../stage.ts';

/** The check takes seconds, on a busy machine more. */
const PATIENCE = { timeout: 300_000 };

export async function addUpTheWard(stage: Stage): Promise<void> {
  const { app, page, folders, goTo, picture, tell } = stage;
  const { packages } = await makeWard();
  for (const made of packages) writePackage(folders.wardPackages, made);
  await goTo('月次集計');
  await page.getByRole('link', { name: /区のまとめ/u }).click();
  await page.getByRole('heading', { name: '区のまとめ' }).first().waitFor();
  await picture('ward');

  await app.answerDialogs({ paths: [folders.wardPackages] });
  await page.getByRole('button', { name: '地域の集計を開く' }).click();
  await page.getByRole('heading', { name: /^開いている集計/u }).waitFor();
  await picture('ward-packages-of-three-areas');
  await page.getByRole('button', { name: '安全を確かめる' }).click();
  const verdict = page.getByText(/数字を特定できないことを確かめました/u);
  await verdict.waitFor(PATIENCE);
  tell(`${packages.length} packages: ${await verdict.innerText()}`);
  await picture('ward-checked');
  await page.getByRole('heading', { name: '区の表' }).evaluate((heading) => heading.scrollIntoView());
  await picture('ward-tables');

  await app.answerDialogs({ paths: [folders.ward] });
  await page.getByRole('button', { name: '書き出す（Excel・CSV）' }).click();
  await stage.handOut('書き出す', '見本区役所', '区のまとめの報告');
  await page.getByText('2つのファイルを書き出しました。').waitFor();
  await picture('ward-written-out');
  await page.getByRole('button', { name: 'すべて片づける' }).click();
}
