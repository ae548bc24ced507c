// The trail of deeds through the window: a look at a person is in it, it is checked, and an older register is said to be one.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { createRegister, goTo, lock, unlock } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

test('who looked at a person stands in the trail, from the person’s page and from the settings', async ({ page }) => {
  await createRegister(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill('架空 見子');
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: '架空 見子さん' }).waitFor();

  await page.getByRole('button', { name: 'この方の操作の記録' }).click();
  await expect(page.getByText('架空 見子さんについての操作だけ')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row').nth(1)).toContainText('見本 花子');
  await expect(page.getByRole('row').nth(1)).toContainText('記録を見た');
  await expect(page.getByRole('row').nth(2)).toContainText('台帳に登録した');

  await goTo(page, '設定');
  await page.getByRole('button', { name: '操作の記録を開く' }).click();
  await expect(page.getByRole('row').last()).toContainText('台帳を作った');
  await page.getByRole('button', { name: '書きかえがないか確かめる' }).click();
  await expect(page.getByRole('alert')).toContainText('操作の記録3件は、すべて書かれた時のままです');
});

test('an older register put in place is said to be older, with what to do', async ({ app, page }) => {
  await createRegister(page);
  await lock(page);
  const database = join(app.userData, 'register', 'register.db');
  cpSync(database, `${database}.old`);
  await unlock(page);
  await page.getByRole('navigation').waitFor();
  await lock(page);
  cpSync(`${database}.old`, database);
  await unlock(page);
  await expect(page.getByRole('alert')).toContainText('前に使った時より古い内容です');
  await expect(page.getByRole('alert')).toContainText('担当へ知らせてください');
  await page.screenshot({ path: test.info().outputPath('older.png') });
  await page.getByRole('button', { name: '読みました' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});
