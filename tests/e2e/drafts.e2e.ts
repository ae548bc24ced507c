// What was being typed is there again: after the machine fell asleep, after a crash, after the lock button; and never in clear on the disk.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { createRegister, goTo, lock, unlock } from './pages/gate.ts';
import { closeLastMonth } from './pages/summary.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';
import { seedRegister } from './support/seeded-register.ts';

const NOTE = '合鍵は架空の植木鉢の下にある';
/** What is typed is kept within two seconds; here with a margin for a slow machine. */
const KEPT_MS = 3500;

async function registerPerson(page: Page, name: string): Promise<void> {
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill(name);
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: `${name}さん` }).waitFor();
}

const dialog = (page: Page) => page.getByRole('dialog');
const note = (page: Page) => dialog(page).getByLabel('メモ');

async function writeVisit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '見守りを記録' }).first().click();
  await dialog(page).waitFor();
  await note(page).fill(NOTE);
  await page.waitForTimeout(KEPT_MS);
}

/** Files of the data folder that hold the text, in UTF-8 or UTF-16. */
function filesWith({ userData }: AppUnderTest, text: string): readonly string[] {
  return readdirSync(userData, { recursive: true, encoding: 'utf8' })
    .map((name) => join(userData, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .filter((path) => {
      const bytes = readFileSync(path);
      return bytes.includes(Buffer.from(text)) || bytes.includes(Buffer.from(text, 'utf16le'));
    });
}

test('a visit that was being written when the machine fell asleep is led back to, and saved', async ({ app, page }) => {
  await createRegister(page);
  await registerPerson(page, '架空 ハナ');
  await writeVisit(page);
  await app.signalPower('suspend');
  await page.getByRole('heading', { name: '台帳を開く' }).waitFor();
  await expect(page.getByText(NOTE)).toHaveCount(0);
  expect(filesWith(app, NOTE)).toEqual([]);

  await unlock(page);
  await expect(page.getByText('書きかけが1件あります')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: '架空 ハナさんの見守りの続きを書く' }).click();
  await expect(note(page)).toHaveValue(NOTE);
  await expect(dialog(page).getByText('前回の書きかけを戻しました')).toBeVisible();
  await expectNoViolations(page);

  await dialog(page).getByText('訪問', { exact: true }).click();
  await dialog(page).getByText('面会', { exact: true }).click();
  await dialog(page).getByRole('button', { name: '記録する', exact: true }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText('書きかけが1件あります')).toBeHidden();
  await expect(page.getByText(NOTE)).toBeVisible();
});

test('the form of a person survives a crash (kill -9), and thrown away it stays away', async ({ app, page }) => {
  await createRegister(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill('架空 次郎');
  await page.getByRole('textbox', { name: '備考' }).fill(NOTE);
  await page.waitForTimeout(KEPT_MS);
  await app.kill();
  expect(filesWith(app, NOTE)).toEqual([]);

  await app.restart();
  await unlock(app.page);
  await app.page.getByRole('button', { name: '新しい方の登録の続きを書く' }).click();
  await expect(app.page.getByLabel('氏名')).toHaveValue('架空 次郎');
  await expect(app.page.getByRole('textbox', { name: '備考' })).toHaveValue(NOTE);

  await app.page.getByRole('button', { name: '捨てて始めから' }).click();
  await expect(app.page.getByLabel('氏名')).toHaveValue('');
  await goTo(app.page, '今日');
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(app.page.getByText(/書きかけが/u)).toHaveCount(0);
});

test('the lock button asks nothing and loses nothing; leaving on purpose keeps nothing', async ({ page }) => {
  await createRegister(page);
  await registerPerson(page, '架空 三郎');
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await page.getByRole('textbox', { name: '備考' }).fill(NOTE);
  await lock(page);
  await unlock(page);
  await expect(page.getByRole('textbox', { name: '備考' })).toHaveValue(NOTE);

  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '保存せずに移る' }).click();
  await page.getByRole('heading', { name: '架空 三郎さん' }).waitFor();
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await page.getByLabel('氏名').waitFor();
  await expect(page.getByRole('textbox', { name: '備考' })).toHaveValue('');
  await expect(page.getByText(/書きかけ/u)).toHaveCount(0);
});

test('the words of a summary are there again after the lock, on another screen, and after a crash', async ({ app }) => {
  const seeded = await seedRegister(20);
  await app.close();
  seeded.copyTo(app.userData);
  seeded.discard();
  await app.restart();
  const words = () => app.page.getByRole('textbox', { name: '連絡事項' });
  const next = () => app.page.getByRole('button', { name: '次へ' }).click();
  const restored = () => app.page.getByText('前回の書きかけを戻しました');
  await unlock(app.page);
  await closeLastMonth(app.page);
  await goTo(app.page, '月次集計');
  await app.page.getByRole('button', { name: '集計をつくる' }).click();
  await next();
  await next();
  await words().fill(NOTE);
  await lock(app.page);
  expect(filesWith(app, NOTE)).toEqual([]);

  await unlock(app.page);
  await expect(restored()).toBeVisible();
  await expectNoViolations(app.page);
  await next();
  await next();
  await expect(words()).toHaveValue(NOTE);

  await words().fill(`${NOTE}。`);
  await goTo(app.page, '今日');
  await app.page.getByRole('button', { name: /月の集計の連絡事項の続きを書く$/u }).click();
  await expect(restored()).toBeVisible();
  await next();
  await next();
  await expect(words()).toHaveValue(`${NOTE}。`);

  await words().fill(`${NOTE}。以上`);
  await app.page.waitForTimeout(KEPT_MS);
  await app.kill();
  expect(filesWith(app, NOTE)).toEqual([]);
  await app.restart();
  await unlock(app.page);
  await app.page.getByRole('button', { name: /月の集計の連絡事項の続きを書く$/u }).click();
  await next();
  await next();
  await expect(words()).toHaveValue(`${NOTE}。以上`);
});
