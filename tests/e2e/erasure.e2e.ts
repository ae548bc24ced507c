// The end of a record through the window: kept longer, on the list when its term is over, looked at, erased, certified. All people are invented.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { confirmWhoIsThere, createRegister, goTo } from './pages/gate.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { expect, test } from './support/app-fixture.ts';

async function registerPerson(page: import('playwright/test').Page, name: string, note = ''): Promise<void> {
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill(name);
  await page.getByRole('textbox', { name: '見守りの開始日' }).fill('H28.4.1');
  await page.getByRole('textbox', { name: '備考' }).fill(note);
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: `${name}さん` }).waitFor();
}

async function endWatch(page: import('playwright/test').Page, day: string): Promise<void> {
  await page.getByRole('button', { name: '見守りを終了' }).click();
  await page.getByRole('dialog').getByRole('radio').first().click({ force: true });
  await page.getByRole('textbox', { name: '終了の日' }).fill(day);
  await page.getByRole('button', { name: '終了を記録する' }).click();
  await page.getByRole('heading', { name: '保存と廃棄' }).waitFor();
}

test('a record is kept longer, comes up when its term is over, is looked at, erased and certified', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await createRegister(page);
  await registerPerson(page, '架空 残子', 'ゴミ出しは、となりの架空満了子さんが手伝っている。架空さんとは古い友だち。');
  await registerPerson(page, '架空 満了子');
  await endWatch(page, 'H30.3.31');

  await page.getByRole('button', { name: '保存を延ばす' }).click();
  await page.getByRole('dialog').getByText('子どもに関わる記録').click();
  await expectNoViolations(page);
  await page.screenshot({ path: test.info().outputPath('hold.png') });
  await page.getByRole('dialog').getByRole('button', { name: '保存を延ばす' }).click();
  await expect(page.getByText(/子どもに関わる記録/u)).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('person.png') });

  await goTo(page, '今日');
  await expect(page.getByText('保存年限がすぎた方')).toBeHidden();
  await goTo(page, '設定');
  await page.getByRole('heading', { name: '保存年限と廃棄' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('settings.png') });
  await page.getByRole('button', { name: '廃棄の一覧を開く' }).click();
  await page.getByRole('button', { name: '架空 満了子さんの延長をやめる' }).waitFor();
  await page.screenshot({ path: test.info().outputPath('held.png') });
  await expectNoViolations(page);
  await page.getByRole('button', { name: '架空 満了子さんの延長をやめる' }).click();

  await goTo(page, '今日');
  await expect(page.getByText('保存年限がすぎた方が1人います')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('today.png') });
  await page.getByRole('link', { name: '廃棄の一覧を見る' }).click();
  await page.getByText('架空 満了子さん（台帳番号 2）').click();
  await page.screenshot({ path: test.info().outputPath('due.png') });
  await expectNoViolations(page);
  await page.getByRole('button', { name: '印をつけた1人の中身を確かめる' }).click();

  await page.getByRole('heading', { name: '廃棄する前に' }).waitFor();
  await page.getByRole('button', { name: '1人の記録を廃棄する' }).click();
  await expect(page.getByText('「1」と入れてください。')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('review.png'), fullPage: true });
  await expectNoViolations(page);
  await page.getByLabel('廃棄する人数').fill('１人');
  await page.getByRole('button', { name: '1人の記録を廃棄する' }).click();
  await confirmWhoIsThere(page);
  await page.getByRole('heading', { name: '廃棄しました' }).waitFor();
  await page.screenshot({ path: test.info().outputPath('done.png') });
  await expectNoViolations(page);

  const paper = join(app.folder, 'shoumei.pdf');
  await app.stubDialog({ paths: [paper] });
  await page.getByRole('button', { name: '廃棄証明書をPDFにする' }).click();
  await expect(page.getByText('「shoumei.pdf」ができました。')).toBeVisible();
  expect(existsSync(paper)).toBe(true);

  await page.getByRole('link', { name: '廃棄の一覧' }).click();
  await expect(page.getByText(/廃棄証明書 第1号/u).first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('ledger.png') });
  await expectNoViolations(page);
  await goTo(page, '設定');
  await page.getByRole('button', { name: '操作の記録を開く' }).click();
  await expect(page.getByText('廃棄した2番の方').first()).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('trail.png') });
});

test('a record is erased before its term only with a reason', async ({ page }) => {
  await createRegister(page);
  await registerPerson(page, '架空 請求子');
  await endWatch(page, 'R8.4.1');
  await page.getByRole('button', { name: '記録を廃棄する' }).click();
  await page.getByLabel('廃棄する人数').fill('1');
  await page.getByRole('button', { name: '1人の記録を廃棄する' }).click();
  await expect(page.getByText('わけを選んでください。')).toBeVisible();
  await expectNoViolations(page);
  await page.getByText('ご本人・ご家族の請求').click();
  await page.getByRole('button', { name: '1人の記録を廃棄する' }).click();
  await confirmWhoIsThere(page);
  await page.getByRole('heading', { name: '廃棄しました' }).waitFor();
  await page.getByRole('link', { name: '廃棄の一覧' }).click();
  await expect(page.getByText(/ご本人・ご家族の請求/u)).toBeVisible();
});
