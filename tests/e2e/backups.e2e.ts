// A backup as a coordinator uses it: made, gone back to, carried away, brought to a new machine.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { confirmWhoIsThere, createRegister, E2E_PASSPHRASE, goTo, unlock } from './pages/gate.ts';
import { enterPerson } from './pages/people.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { expect, test } from './support/app-fixture.ts';

async function openBackup(page: Page): Promise<void> {
  await page.getByLabel('控えをとったときの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: '控えを確かめる' }).click();
  await page.getByText('いまの台帳とのちがい').waitFor();
}

const isListed = async (page: Page, name: string) => {
  await goTo(page, '見守り台帳');
  await page.getByText('架空 前').first().waitFor();
  return (await page.getByText(name).count()) > 0;
};

test('a backup is made, something is written, and going back undoes it', async ({ page }) => {
  await createRegister(page);
  await enterPerson(page, '架空 前');
  await goTo(page, '設定');
  await page.getByRole('button', { name: 'いま控えをとる' }).click();
  await expect(page.getByText('控えをとり、確かめました')).toBeVisible();
  await enterPerson(page, '架空 後');

  await goTo(page, '設定');
  await page.getByRole('button', { name: '控えに戻す' }).click();
  await expectNoViolations(page);
  await page.getByRole('dialog').getByText('自分でとった控え').waitFor();
  await page.getByRole('dialog').getByRole('link').first().click();
  await openBackup(page);
  await expect(page.getByRole('row', { name: /登録した人/u })).toContainText('2人1人');
  await expect(page.getByText('1回の記録や変更があります')).toBeVisible();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'この控えに戻す' }).click();
  await confirmWhoIsThere(page);
  await page.getByRole('heading', { name: '台帳を開く' }).waitFor();
  await unlock(page);
  expect(await isListed(page, '架空 後')).toBe(false);
});

test('a new machine gets the register from the copied file and the passphrase alone', async ({ app, page }) => {
  await createRegister(page);
  await enterPerson(page, '架空 前');
  const stick = join(app.folder, 'usb');
  mkdirSync(stick, { recursive: true });
  await goTo(page, '今日');
  await expect(page.getByText('まだUSBなどに写していません')).toBeVisible();
  await page.getByRole('link', { name: '控えを写す' }).click();
  await app.stubDialog({ paths: [stick] });
  await page.getByRole('button', { name: 'USBなどに写す' }).click();
  await expect(page.getByText('読み返して確かめました')).toBeVisible();
  await goTo(page, '今日');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('まだUSBなどに写していません')).toHaveCount(0);
  const [name = ''] = readdirSync(stick);
  expect(name).toMatch(/^見守り台帳_控え_\d{4}-\d\d-\d\d\.mimamori$/u);

  await app.close();
  rmSync(app.userData, { recursive: true });
  await app.restart();
  await app.stubDialog({ paths: [join(stick, name)] });
  await app.page.getByRole('button', { name: /控えから戻す/u }).click();
  await app.page.getByRole('button', { name: 'USBなどの控えを選ぶ' }).click();
  await openBackup(app.page);
  await app.page.getByRole('button', { name: 'この控えに戻す' }).click();
  await expect(app.page.getByText('控えから戻しました')).toBeVisible();
  await unlock(app.page);
  expect(await isListed(app.page, '架空 後')).toBe(false);
});
