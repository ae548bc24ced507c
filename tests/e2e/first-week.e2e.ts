// The whole of it, as a new coordinator meets it: her ledger comes in, she looks in on somebody, prepares the 連絡会, and finds what the summary waits for.
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRegister, goTo, handOut } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

const LEDGER = 'tests/fixtures/ledgers/excel-cp932.csv';

test('from an Excel ledger to the first papers', async ({ app, page }) => {
  mkdirSync(app.folder, { recursive: true });
  const ledger = join(app.folder, 'ledger.csv');
  copyFileSync(LEDGER, ledger);
  await createRegister(page);

  await test.step('the ledger is imported, every row accounted for', async () => {
    await goTo(page, '取り込み');
    await app.stubDialog({ paths: [ledger] });
    await page.getByRole('button', { name: 'ファイルを選ぶ' }).click();
    await page.getByRole('button', { name: '次へ（中身を確かめる）' }).click();
    await expect(page.getByText('人の行ではない').first()).toBeVisible();
    await page.getByRole('button', { name: '次へ（取り込む）' }).click();
    await page.getByRole('button', { name: '取り込む', exact: true }).click();
    await page.getByRole('button', { name: '別の名簿を取り込む' }).waitFor();
    await goTo(page, '見守り台帳');
    await expect(page.getByText('480人中 480人を表示')).toBeVisible();
  });

  await test.step('somebody is looked in on from the Today screen', async () => {
    await goTo(page, '今日');
    const first = page.getByRole('button', { name: /さんの見守りを記録/u }).first();
    const label = (await first.getAttribute('aria-label')) ?? '';
    await first.click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('q');
    await page.keyboard.press('Enter');
    await expect(page.getByText(`${label.split('さん')[0]}さんの見守りを記録しました`)).toBeVisible();
  });

  await test.step('the next 連絡会 is planned and its packet made', async () => {
    await goTo(page, '連絡会');
    await page.getByRole('button', { name: '連絡会を計画する' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^開催日/u }).fill('12/20');
    await dialog.getByLabel('場所').fill('見本会館');
    await dialog.getByRole('button', { name: '計画して、議題をつくる' }).click();
    await page.getByRole('tab', { name: '資料を見る・つくる' }).click();
    await page.getByLabel('部数').fill('2');
    const packet = join(app.folder, 'packet.pdf');
    await app.stubDialog({ paths: [packet] });
    await page.getByRole('button', { name: '資料をつくる（PDF）' }).click();
    await handOut(page, '資料をつくる');
    await page.getByRole('button', { name: 'フォルダを開く' }).waitFor();
    expect(readFileSync(packet).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('the summary says that it waits for the end of a month, and leads there', async () => {
    await goTo(page, '月次集計');
    await expect(page.getByText('集計は、月をしめてからつくります')).toBeVisible();
    await page.getByRole('link', { name: '月のしめへ' }).click();
    await expect(page.getByRole('heading', { level: 1, name: '月のしめ' })).toBeVisible();
  });

  await test.step('it is all there after the power was cut', async () => {
    await app.kill();
    await app.restart();
    await expect(app.page.getByRole('heading', { name: '台帳を開く' })).toBeVisible();
    expect(existsSync(join(app.userData, 'register', 'register.db'))).toBe(true);
  });
});
