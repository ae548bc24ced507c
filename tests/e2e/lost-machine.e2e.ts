// A lost machine: after a full workload nothing of the register stands in clear in any file, nor in what any process holds open.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright/test';
import { findPlanted, inventCanaries, lookForCanaries } from '#tools/trials/canary-trial.ts';
import { seedTexts } from '#tools/trials/payload-seeding.ts';
import { createRegister, goTo, handOut, lock, unlock } from './pages/gate.ts';
import { checkSummary, chooseTables, closeLastMonth } from './pages/summary.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';

const CANARIES = inventCanaries(200);
/** Each in every text of a person, a visit and a consultation; every fortieth in all other fields too. */
const STEP = 40;

async function printAndCarryAway(app: AppUnderTest, page: Page, papers: string): Promise<void> {
  await closeLastMonth(page);
  await chooseTables(page);
  await page.getByRole('button', { name: '次へ' }).click();
  await checkSummary(page);
  await app.stubDialog({ paths: [papers] });
  await page.getByRole('button', { name: '書き出す' }).click();
  await handOut(page, '書き出す');
  await page.getByRole('button', { name: 'フォルダを開く' }).waitFor();
  await goTo(page, '設定');
  await app.stubDialog({ paths: [join(papers, 'loss.pdf')] });
  await page.getByRole('button', { name: '説明書をつくる（PDF）' }).click();
  await page.getByText('紛失時説明書ができました').waitFor();
  await page.getByRole('button', { name: 'いま控えをとる' }).click();
  await page.getByText('控えをとり、確かめました').waitFor();
}

async function readAround(page: Page): Promise<void> {
  await goTo(page, '見守り台帳');
  await page.getByPlaceholder(/氏名・かな/u).fill(CANARIES[7] ?? '');
  await page.getByRole('row').nth(1).waitFor();
  await page.getByRole('row').nth(1).click();
  await page.getByRole('heading', { name: 'これまでの記録' }).waitFor();
  await goTo(page, '相談');
  await page.getByRole('heading', { level: 1 }).waitFor();
}

test('two hundred canaries are in no file and no open file, while it is open, after the lock and after the end', async ({
  app,
  page,
}) => {
  test.setTimeout(300_000);
  const since = Date.now() - 5_000;
  const papers = join(app.folder, 'papers');
  mkdirSync(papers, { recursive: true });
  const around = { folders: [dirname(app.userData), '/dev/shm'], papers: [papers], since };
  await createRegister(page);
  await seedTexts(page, CANARIES, STEP);
  await readAround(page);

  const whileOpen = lookForCanaries(app, CANARIES, around);
  await printAndCarryAway(app, page, papers);
  await lock(page);
  const locked = lookForCanaries(app, CANARIES, around);
  await unlock(page);
  await page.getByRole('navigation').waitFor();
  await app.close();
  const ended = lookForCanaries(app, CANARIES, around);

  console.log(
    `canaries: ${CANARIES.length}, open files: ${whileOpen.openFiles} (${whileOpen.deletedOpenFiles} deleted) of ${whileOpen.processes} processes, found: ${whileOpen.leaks.length + locked.leaks.length + ended.leaks.length}`,
  );
  expect(whileOpen.processes).toBeGreaterThan(3);
  expect([...whileOpen.leaks, ...locked.leaks, ...ended.leaks]).toEqual([]);
  expect(findPlanted(app.folder, CANARIES), 'a planted file and an open one without a name (positive control)').toBe(2);
});
