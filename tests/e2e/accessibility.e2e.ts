// axe looks at every screen, on a register with people in it, in the largest letters too. Positive control at the end.
import { E2E_PASSPHRASE, goTo, type Place, unlock } from './pages/gate.ts';
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
  await page.getByLabel('控えをとったときの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: '控えを確かめる' }).click();
  await page.getByText('いまの台帳とのちがい').waitFor();
  await look('difference to a backup');
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
