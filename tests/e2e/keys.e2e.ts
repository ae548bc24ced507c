// The keys through the window: the recovery code from the set-up to the forgotten passphrase, several coordinators, and a bare machine.
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  addCoordinator,
  createRegister,
  createRegisterWithCode,
  E2E_PASSPHRASE,
  goTo,
  lock,
  makeRecoveryCode,
  openKeys,
  setNewPassphrase,
  typeRecoveryCode,
  unlock,
  unlockAs,
} from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

const NEW_PASSPHRASE = 'yama-kawa-sora-2027';
const THEIR_PASSPHRASE = 'umi-kaze-tsubame-77';

test('a forgotten passphrase: the printed code, typed with a slip and then right, gives a new one', async ({
  page,
}) => {
  const code = await createRegisterWithCode(page);
  await expect(page.getByText('「回復用コード」の紙が、まだありません')).toHaveCount(0);
  await lock(page);
  await page.getByRole('button', { name: '合言葉を忘れたとき' }).click();

  const slip = `${code.slice(0, 12)}${code[12] === '2' ? '3' : '2'}${code.slice(13)}`;
  await typeRecoveryCode(page, slip);
  await expect(page.getByRole('status').filter({ hasText: '組目' })).toContainText('3組目を、紙と見くらべてください');
  await page.getByRole('button', { name: /^次へ/u }).click();
  await expect(page.getByRole('heading', { name: '合言葉を忘れたとき' })).toBeVisible();

  // As somebody types it who never switched the Japanese input off: lower case, full width, no hyphens.
  const wide = [...code.toLowerCase().replaceAll('-', '')].map((letter) =>
    String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );
  await typeRecoveryCode(page, wide.join(''));
  await expect(page.getByText('28文字を読み取りました')).toBeVisible();
  await page.getByRole('button', { name: /^次へ/u }).click();
  await setNewPassphrase(page, NEW_PASSPHRASE);
  await expect(page.getByRole('navigation')).toBeVisible();
  await lock(page);
  await unlock(page);
  await expect(page.getByRole('alert')).toContainText('合言葉が違います');
  await unlock(page, NEW_PASSPHRASE);
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('a code that was put off is asked for on the home screen and in the settings until it is made', async ({
  page,
}) => {
  await createRegister(page);
  await expect(page.getByText('「回復用コード」の紙が、まだありません')).toBeVisible();
  await lock(page);
  await page.getByRole('button', { name: '合言葉を忘れたとき' }).click();
  await expect(page.getByText('まだ回復用コードがありません')).toBeVisible();
  await page.getByRole('button', { name: '台帳を開く画面へ戻る' }).click();
  await unlock(page);
  await goTo(page, '設定');
  await expect(page.getByText('回復用コードが、まだありません')).toBeVisible();

  await goTo(page, '今日');
  await page.getByRole('link', { name: '回復用コードを作る' }).click();
  await page.getByRole('button', { name: '回復用コードを作る' }).click();
  await page.getByLabel('あなたの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: 'コードを作る' }).click();
  await makeRecoveryCode(page);
  await page.getByRole('button', { name: '「鍵と担当者」へ戻る' }).click();
  await expect(page.getByRole('button', { name: '回復用コードを作り直す' })).toBeVisible();
  await goTo(page, '今日');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.getByText('「回復用コード」の紙が、まだありません')).toHaveCount(0);
});

test('two groups that are not those of the paper make no code hold', async ({ page }) => {
  await createRegister(page);
  await openKeys(page);
  await page.getByRole('button', { name: '回復用コードを作る' }).click();
  await page.getByLabel('あなたの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: 'コードを作る' }).click();
  await page.getByRole('button', { name: '手で書き写した' }).click();
  await page.getByRole('textbox', { name: /^紙の/u }).nth(0).fill('----');
  await page.getByRole('textbox', { name: /^紙の/u }).nth(1).fill('????');
  await page.getByRole('button', { name: '確かめる', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('まだ有効になっていません');
  await goTo(page, '今日');
  await expect(page.getByText('「回復用コード」の紙が、まだありません')).toBeVisible();
});

test('a second coordinator logs in by name, the trail names them, and after they left only the other gets in', async ({
  page,
}) => {
  await createRegister(page);
  await addCoordinator(page, '見本 太郎', THEIR_PASSPHRASE);
  await lock(page);
  await page.getByLabel('合言葉', { exact: true }).fill(THEIR_PASSPHRASE);
  await unlockAs(page, '見本 太郎', THEIR_PASSPHRASE);
  await expect(page.getByRole('navigation')).toBeVisible();
  await goTo(page, '設定');
  await page.getByRole('button', { name: '操作の記録を開く' }).click();
  await expect(page.getByRole('row').nth(1)).toContainText('見本 太郎');
  await lock(page);

  await unlockAs(page, '見本 花子', E2E_PASSPHRASE);
  await openKeys(page);
  await page.getByRole('button', { name: '見本 太郎さんを外す' }).click();
  await page.getByLabel('あなたの合言葉').fill('chigau-aikotoba-99');
  await page.getByRole('button', { name: '外して、鍵を新しくする' }).click();
  await expect(page.getByRole('alert')).toContainText('あなたの合言葉が違います');
  await page.getByLabel('あなたの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: '外して、鍵を新しくする' }).click();
  await expect(page.getByText('台帳の鍵を新しくしました')).toBeVisible();
  await expect(page.getByText(/前の合言葉でも開けます/u)).toBeVisible();
  await page.getByRole('button', { name: '読みました' }).click();
  await expect(page.getByText('見本 太郎さん', { exact: true })).toHaveCount(0);
  await lock(page);

  await unlock(page, THEIR_PASSPHRASE);
  await expect(page.getByRole('alert')).toContainText('合言葉が違います');
  await unlock(page);
  await expect(page.getByRole('navigation')).toBeVisible();
});

test('after too many wrong tries the screen counts down and keeps what was typed', async ({ page }) => {
  await createRegister(page);
  await lock(page);
  const box = page.getByLabel('合言葉', { exact: true });
  await box.fill('chigau-aikotoba-99');
  const open = page.getByRole('button', { name: '開く', exact: true });
  const countdown = page.getByRole('timer');
  for (let tries = 0; tries < 10 && (await countdown.count()) === 0; tries += 1) {
    if (await open.isEnabled()) {
      await open.press('Enter');
    }
    // Its words are others while a try is looked at.
    await expect(open).toBeVisible();
  }
  await expect(countdown).toContainText(/あと \d+秒/u);
  await expect(open).toBeDisabled();
  await expect(box).toHaveValue('chigau-aikotoba-99');
});

test('a bare machine gets the register back from the stick and the recovery code alone', async ({ app, page }) => {
  const code = await createRegisterWithCode(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill('架空 見子');
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: '架空 見子さん' }).waitFor();
  const stick = join(app.folder, 'usb');
  mkdirSync(stick, { recursive: true });
  await app.stubDialog({ paths: [stick] });
  await goTo(page, '設定');
  await page.getByRole('button', { name: 'USBなどに写す' }).click();
  await expect(page.getByText('読み返して確かめました')).toBeVisible();

  await app.close();
  rmSync(app.userData, { recursive: true });
  await app.restart();
  await app.stubDialog({ paths: [join(stick, readdirSync(stick)[0] ?? '')] });
  await app.page.getByRole('button', { name: /控えから戻す/u }).click();
  await app.page.getByRole('button', { name: 'USBなどの控えを選ぶ' }).click();
  await app.page.getByText('合言葉のかわりに回復用コードを使う').click();
  await typeRecoveryCode(app.page, code);
  await app.page.getByRole('button', { name: '控えを確かめる' }).click();
  await app.page.getByRole('button', { name: 'この控えに戻す' }).click();
  await setNewPassphrase(app.page, NEW_PASSPHRASE);
  await goTo(app.page, '見守り台帳');
  await expect(app.page.getByText('架空 見子').first()).toBeVisible();
});

test('a register whose folder is gone comes back in two clicks and the code', async ({ app, page }) => {
  const code = await createRegisterWithCode(page);
  await lock(page);
  await app.close();
  rmSync(join(app.userData, 'register'), { recursive: true });
  await app.restart();
  await app.page.getByRole('heading', { name: '以前の台帳が見つかりません' }).waitFor();
  await app.page.getByRole('button', { name: 'この控えに戻す' }).first().click();
  await app.page.getByLabel('控えをとったときの合言葉').fill(code);
  await app.page.keyboard.press('Enter');
  await app.page.getByRole('dialog').getByRole('button', { name: 'この控えに戻す' }).click();
  await setNewPassphrase(app.page, NEW_PASSPHRASE);
  await expect(app.page.getByRole('navigation')).toBeVisible();
});
