// A person from the first letter typed to the end of the watch, as she does it: typos, going back, the same button twice.
import { createRegister, goTo } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

test.beforeEach(async ({ page }) => {
  await createRegister(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
});

test('a person is registered once however often the button is pressed, and found by another writing of the name', async ({
  page,
}) => {
  await page.getByLabel('氏名').fill('髙橋 架空子');
  await page.getByLabel('フリガナ').fill('タカハシ カクウコ');
  await page.getByLabel('生年月日').fill('Ｓ１２．３．４');
  await expect(page.getByText('昭和12年3月4日（1937年')).toBeVisible();
  await page.getByLabel('住所（町名から）').fill('南堀江１－６－５');
  await page.getByRole('button', { name: '登録する' }).dblclick();
  await expect(page.getByRole('heading', { name: '髙橋 架空子さん' })).toBeVisible();

  await goTo(page, '見守り台帳');
  await page.getByPlaceholder(/氏名・かな/u).fill('高橋');
  await expect(page.getByText('1人中 1人を表示')).toBeVisible();
  await expect(page.getByText('表記ちがい')).toBeVisible();
});

test('a date that no calendar had is refused with the right era offered, and nothing typed is lost', async ({
  page,
}) => {
  await page.getByLabel('氏名').fill('架空 一郎');
  await page.getByLabel('生年月日').fill('昭和64年2月1日');
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('alert').first()).toContainText('昭和は64年1月7日まで');
  await expect(page.getByLabel('氏名')).toHaveValue('架空 一郎');

  await page.getByRole('button', { name: '平成元年2月1日にする' }).click();
  await page.getByRole('button', { name: '登録する' }).click();
  await expect(page.getByRole('heading', { name: '架空 一郎さん' })).toBeVisible();
});

test('leaving a form with something typed asks first', async ({ page }) => {
  await page.getByLabel('氏名').fill('架空 次郎');
  await goTo(page, '今日');
  await expect(page.getByRole('alertdialog')).toContainText('まだ保存していません');
  await page.getByRole('button', { name: '続けて書く' }).click();
  await expect(page.getByLabel('氏名')).toHaveValue('架空 次郎');
});

test('a watch is ended with its reason, and undone from the toast', async ({ page }) => {
  await page.getByLabel('氏名').fill('架空 三郎');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: '見守りを終了' }).click();
  await page.getByRole('dialog').getByText('転出').click();
  await page.getByRole('button', { name: '終了を記録する' }).click();
  await expect(page.getByText('に見守りを終了', { exact: false }).first()).toBeVisible();

  await page.getByRole('button', { name: '元に戻す' }).click();
  await expect(page.getByRole('button', { name: '見守りを終了' })).toBeVisible();
});
