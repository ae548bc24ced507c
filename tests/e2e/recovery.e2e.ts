// A register that is damaged, gone or newer, as a coordinator meets it: one screen that says what happened, and the way back in two clicks
// and the passphrase.
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { createRegister, E2E_PASSPHRASE, goTo, lock, unlock } from './pages/gate.ts';
import { enterPerson } from './pages/people.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';

/** A register with two people and the backup of its lock. */
async function prepare(app: AppUnderTest): Promise<void> {
  await createRegister(app.page);
  await enterPerson(app.page, '架空 一');
  await enterPerson(app.page, '架空 二');
  await lock(app.page);
  await app.close();
}

const databaseOf = (app: AppUnderTest) => join(app.userData, 'register', 'register.db');

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(path, bytes);
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

async function expectBothPeople(page: Page): Promise<void> {
  await goTo(page, '見守り台帳');
  await expect(page.getByText('架空 一').first()).toBeVisible();
  await expect(page.getByText('架空 二').first()).toBeVisible();
}

test('a damaged register comes back whole from the newest backup: two clicks and the passphrase', async ({ app }) => {
  await prepare(app);
  flip(databaseOf(app), 5 * 4096 + 300);
  await app.restart();
  const { page } = app;
  await unlock(page);
  await heading(page, '台帳のファイルが壊れています').waitFor();
  await expect(page.getByText('アプリは何も消していません')).toBeVisible();
  await expectNoViolations(page);

  await page.getByRole('button', { name: 'この控えに戻す' }).click();
  await page.getByLabel('控えをとったときの合言葉').fill(E2E_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'この控えに戻す' }).click();
  await expect(page.getByText('控えから戻しました')).toBeVisible();
  await unlock(page);
  await expectBothPeople(page);
});

test('damaged key slots are said before anybody types a passphrase, and the backups still open', async ({ app }) => {
  await prepare(app);
  for (const copy of ['keyslots.json', 'keyslots.twin.json']) {
    writeFileSync(join(app.userData, 'register', copy), '{');
  }
  await app.restart();
  const { page } = app;
  await heading(page, '鍵のファイルが読めません').waitFor();
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'この控えに戻す' }).click();
  await page.getByLabel('控えをとったときの合言葉').fill(E2E_PASSPHRASE);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'この控えに戻す' }).click();
  await expect(page.getByText('控えから戻しました')).toBeVisible();
  await unlock(page);
  await expectBothPeople(page);
});

test('damage at work shuts the register and leads to the same screen', async ({ app, page }) => {
  await createRegister(page);
  await enterPerson(page, '架空 一');
  app.expectProblem(/./u);
  const path = databaseOf(app);
  const whole = readFileSync(path);
  writeFileSync(path, Buffer.alloc(whole.byteLength, 7));
  await goTo(page, '連絡会');
  await heading(page, '台帳のファイルが壊れています').waitFor();
  await expect(page.getByText('お使いの途中で')).toBeVisible();
  writeFileSync(path, whole);
  await page.getByRole('button', { name: 'もう一度、合言葉を入れて開いてみる' }).click();
  await unlock(page);
  await goTo(page, '見守り台帳');
  await expect(page.getByText('架空 一').first()).toBeVisible();
});

test('a register that vanished is not taken for a new machine, and is brought back from where it lies', async ({
  app,
}) => {
  await prepare(app);
  const documents = join(app.folder, 'Documents', '古いもの');
  cpSync(join(app.userData, 'register'), documents, { recursive: true });
  rmSync(join(app.userData, 'register'), { recursive: true });
  await app.restart();
  const { page } = app;
  await heading(page, '以前の台帳が見つかりません').waitFor();
  await expect(page.getByRole('button', { name: '台帳を作る' })).toHaveCount(0);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'この台帳を使う' }).click();
  await heading(page, '台帳を開く').waitFor();
  await unlock(page);
  await expectBothPeople(page);
});

test('beginning anew is last, asks twice, and keeps the damaged files', async ({ app }) => {
  await prepare(app);
  renameSync(databaseOf(app), join(app.userData, 'register', 'gone.db'));
  await app.restart();
  const { page } = app;
  await heading(page, '台帳のファイルがありません').waitFor();
  await app.stubDialog({ paths: [app.folder] });
  await page.getByRole('button', { name: '写す場所を選ぶ' }).click();
  await expect(page.getByText('というフォルダに写しました')).toBeVisible();
  await page.getByRole('button', { name: '新しく始める…' }).click();
  await expect(page.getByRole('button', { name: '新しく始める', exact: true })).toBeDisabled();
  await expectNoViolations(page);
  await page.getByText('これまでの記録が入っていない台帳になることを').click();
  await page.getByRole('button', { name: '新しく始める', exact: true }).click();
  await page.getByRole('button', { name: '台帳を作る' }).waitFor();
  const aside = readdirSync(app.userData).find((name) => name.startsWith('register-aside-')) ?? '';
  expect(readdirSync(join(app.userData, aside))).toContain('gone.db');
});
