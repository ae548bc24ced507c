// axe looks at every screen, on a register with people in it, in the largest letters too. Positive control at the end.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  addCoordinator,
  createRegister,
  createRegisterWithCode,
  E2E_PASSPHRASE,
  goTo,
  lock,
  openKeys,
  type Place,
  typeRecoveryCode,
  unlock,
} from './pages/gate.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';
import { type SeededRegister, seedRegister } from './support/seeded-register.ts';

let seeded: SeededRegister;
test.beforeAll(async () => {
  seeded = await seedRegister(120);
});
test.afterAll(() => seeded.discard());

async function openSeeded(app: AppUnderTest): Promise<AppUnderTest['page']> {
  await app.close();
  seeded.copyTo(app.userData);
  await app.restart();
  await unlock(app.page);
  await app.page.getByRole('navigation').waitFor();
  return app.page;
}

test('the set-up screen and the lock screen', async ({ app, page }) => {
  await page.getByRole('button', { name: '台帳を作る' }).waitFor();
  await expectNoViolations(page);
  await app.close();
  seeded.copyTo(app.userData);
  await app.restart();
  await app.page.getByRole('heading', { name: '台帳を開く' }).waitFor();
  await expectNoViolations(app.page);
});

const PLACES: readonly Place[] = ['今日', '見守り台帳', '相談', '連絡会', '月次集計', '取り込み', '設定'];

test('every place of the navigation, in standard and in the largest letters', async ({ app }) => {
  const page = await openSeeded(app);
  for (const size of ['standard', 'xlarge']) {
    await page.evaluate((textSize) => window.document.documentElement.setAttribute('data-text-size', textSize), size);
    for (const place of PLACES) {
      await goTo(page, place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForTimeout(300);
      await test.step(`${place} (${size})`, () => expectNoViolations(page));
    }
  }
});

const lookAt = (page: AppUnderTest['page']) => (name: string) => test.step(name, () => expectNoViolations(page));

test('a person and the dialogs', async ({ app }) => {
  const page = await openSeeded(app);
  const look = lookAt(page);

  await page.keyboard.press('Control+k');
  await page.keyboard.type('yama');
  await page.waitForTimeout(400);
  await look('find anything');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await goTo(page, '見守り台帳');
  await page.getByRole('row').nth(2).click();
  await page.getByRole('heading', { name: 'これまでの記録' }).waitFor();
  await look('person');

  await page.getByRole('button', { name: '見守りを記録' }).first().click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('i');
  await look('visit entry with signs');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '保存せずに閉じる' }).click();

  await page.getByRole('button', { name: '見守りを終了' }).click();
  await look('end of the watch');
  await page.getByRole('button', { name: 'やめる' }).click();

  await page.getByRole('button', { name: '同意を記録する' }).click();
  await look('consent');
  await page.getByRole('button', { name: 'やめる' }).click();
});

test('the trail of deeds', async ({ app }) => {
  const page = await openSeeded(app);
  const look = lookAt(page);

  await goTo(page, '見守り台帳');
  await page.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: 'この方の操作の記録' }).click();
  await page
    .getByRole('gridcell', { name: '記録を見た' })
    .or(page.getByRole('cell', { name: '記録を見た' }))
    .waitFor();
  await look('one person');

  await page.getByRole('button', { name: 'すべての操作を表示' }).click();
  await page.getByRole('button', { name: '書きかえがないか確かめる' }).click();
  await page.getByText('すべて書かれた時のままです').waitFor();
  await look('everything, checked');
});

test('what somebody is given of themselves', async ({ app }) => {
  const page = await openSeeded(app);
  const look = lookAt(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: 'ご本人への開示' }).click();
  await page.getByRole('heading', { level: 1, name: 'ご本人への開示' }).waitFor();
  await page
    .getByRole('button', { name: /^黒塗り：/u })
    .first()
    .click();
  await page.getByText('黒塗り 1か所').waitFor();
  await look('one passage blackened');
});

test('the ward, before anything is open', async ({ app }) => {
  const page = await openSeeded(app);
  await goTo(page, '月次集計');
  await page.getByRole('link', { name: '区のまとめ（社協用）' }).click();
  await page.getByText('各地域の集計を開くと、ここで1つの表になります').waitFor();
  // What several 地域 look like when they are open: ward.e2e.ts.
  await lookAt(page)('the empty ward');
});

test('the end of a record', async ({ app }) => {
  const page = await openSeeded(app);
  const look = lookAt(page);
  await goTo(page, '設定');
  await page.getByRole('button', { name: '廃棄の一覧を開く' }).click();
  await page.getByText(/まだ保存年限の中の方が\d+人/u).waitFor();
  await look('list of whose term is over');
});

test('the return to a backup', async ({ app }) => {
  const page = await openSeeded(app);
  const look = lookAt(page);
  await goTo(page, '設定');
  await page.getByRole('button', { name: '控えに戻す' }).click();
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await look('choose a backup');
  await page.getByRole('dialog').getByRole('link').first().click();
  await look('passphrase of a backup');
  await page.getByText('合言葉のかわりに回復用コードを使う').click();
  await look('recovery code of a backup');
  await page.getByText('合言葉のかわりに回復用コードを使う').click();
  await page.getByLabel('控えをとったときの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: '控えを確かめる' }).click();
  await page.getByText('いまの台帳とのちがい').waitFor();
  await look('difference to a backup');
});

test('the keys and coordinators', async ({ page }) => {
  const look = lookAt(page);
  await createRegister(page);
  await addCoordinator(page, '見本 太郎', 'umi-kaze-tsubame-77');
  await look('keys and coordinators');
  await page.getByRole('button', { name: '見本 太郎さんを外す' }).click();
  await look('take a coordinator out');
  await page.getByLabel('あなたの合言葉').fill('chigau-aikotoba-99');
  await page.getByRole('button', { name: '外して、鍵を新しくする' }).click();
  await page.getByRole('alert').waitFor();
  await look('take a coordinator out, wrong passphrase');
  await page.getByRole('button', { name: 'やめる' }).click();

  await page.getByRole('button', { name: '担当者を足す' }).click();
  await look('add a coordinator');
  await page.getByRole('button', { name: 'やめる' }).click();
  await lock(page);
  await look('lock screen with two coordinators');
});

test('a recovery code made anew, and a forgotten passphrase', async ({ page }) => {
  const look = lookAt(page);
  const code = await createRegisterWithCode(page);
  await openKeys(page);
  await page.getByRole('button', { name: '回復用コードを作り直す' }).click();
  await page.getByLabel('あなたの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: 'コードを作る' }).click();
  await page.getByRole('button', { name: '手で書き写した' }).waitFor();
  await look('a new recovery code');
  await page.getByRole('button', { name: '手で書き写した' }).click();
  await look('two groups retyped');
  await lock(page);
  await page.getByRole('button', { name: '合言葉を忘れたとき' }).click();
  await typeRecoveryCode(page, `${code.slice(0, -1)}U`);
  await page.getByRole('button', { name: /^次へ/u }).click();
  await look('recovery code with a letter that no code has');
  await typeRecoveryCode(page, code);
  await page.getByRole('button', { name: /^次へ/u }).click();
  await look('new passphrase by the recovery code');
});

test('the step of the recovery code after the set-up', async ({ page }) => {
  await page.getByLabel('コーディネーターのお名前').fill('見本 花子');
  await page.getByLabel(/^合言葉（12文字以上/u).fill(E2E_PASSPHRASE);
  await page.getByLabel('合言葉（もう一度）').fill(E2E_PASSPHRASE);
  await page.getByText('合言葉を紙に控えました').click();
  await page.getByRole('button', { name: '台帳を作る' }).click();
  await page.getByRole('button', { name: '紙に印刷する' }).waitFor();
  await expectNoViolations(page);
});

test('the recovery screen', async ({ app }) => {
  await app.close();
  seeded.copyTo(app.userData);
  for (const copy of ['keyslots.json', 'keyslots.twin.json']) {
    writeFileSync(join(app.userData, 'register', copy), '{');
  }
  await app.restart();
  await app.page.getByRole('heading', { name: '鍵のファイルが読めません' }).waitFor();
  await lookAt(app.page)('damaged key slots');
  await app.page.getByRole('button', { name: '新しく始める…' }).click();
  await lookAt(app.page)('begin anew');
});

test('the forms', async ({ app }) => {
  const page = await openSeeded(app);
  const look = lookAt(page);

  await goTo(page, '見守り台帳');
  await page.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await page.getByLabel('氏名').waitFor();
  await look('person form');

  await goTo(page, '相談');
  await page.getByRole('button', { name: '相談を記録' }).first().click();
  await page.getByLabel('聞かれたこと').waitFor();
  await look('consultation form');

  await goTo(page, '連絡会');
  await page.getByRole('button', { name: '連絡会を計画する' }).first().click();
  await page.getByRole('dialog').waitFor();
  await look('plan a meeting');
});

test('axe does find a picture without words (positive control)', async ({ page }) => {
  await page.getByRole('button', { name: '台帳を作る' }).waitFor();
  await page.evaluate(() => {
    const button = document.createElement('button');
    document.querySelector('main')?.append(button);
  });
  await expect(expectNoViolations(page)).rejects.toThrow(/button-name/u);
});
