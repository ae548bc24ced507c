// axe looks at every screen from the end of a month to the ledger of what was published. Its positive control is in accessibility.e2e.ts.
import { confirmWhoIsThere, E2E_PASSPHRASE, goTo, unlock } from './pages/gate.ts';
import { checkSummary, chooseTables, closeLastMonth } from './pages/summary.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { test } from './support/app-fixture.ts';
import { type SeededRegister, seedRegister } from './support/seeded-register.ts';

let seeded: SeededRegister;
test.beforeAll(async () => {
  seeded = await seedRegister(120);
});
test.afterAll(() => seeded.discard());

test('a month closed, made into a summary, and given out', async ({ app }) => {
  test.setTimeout(480_000);
  await app.close();
  seeded.copyTo(app.userData);
  await app.restart();
  const { page } = app;
  await unlock(page);
  const look = (name: string) => test.step(name, () => expectNoViolations(page));
  await closeLastMonth(page);
  await goTo(page, '月次集計');
  await page.getByText('まだ公表した集計はありません').waitFor();
  await look('nothing published yet');
  await page.getByRole('button', { name: '集計をつくる' }).click();
  await look('month and recipient');
  await page.getByRole('button', { name: '人数を変えて、決定を記録する' }).click();
  await page.getByRole('dialog').waitFor();
  await look('decision on the fewest people');
  await page.getByRole('button', { name: 'やめる' }).click();
  await chooseTables(page);
  await look('the tables and their forms');
  await page.getByRole('button', { name: '次へ' }).click();
  await page.getByRole('textbox', { name: '連絡事項' }).fill(`${seeded.secrets[0]}さん`);
  await page.getByRole('button', { name: '安全を確認する' }).click();
  await page.getByText(/お名前と思われる言葉/u).waitFor();
  await look('a name in the words');
  await page.getByRole('textbox', { name: '連絡事項' }).fill('電話をふやしました。');
  await checkSummary(page);
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click();
    await look(`the checked summary: ${await tab.textContent()}`);
  }

  await app.stubDialog({ paths: [app.folder] });
  await page.getByRole('button', { name: '書き出す' }).click();
  await page.getByRole('textbox', { name: /^渡す先/u }).fill('見本区社会福祉協議会');
  await look('who receives it');
  const deed = page.getByRole('dialog').getByRole('button', { name: '書き出す', exact: true });
  const purpose = page.getByRole('textbox', { name: /^目的/u });
  await purpose.fill(`${seeded.secrets[0]}さんの件`);
  await deed.click();
  await page
    .getByText(/お名前と思われる言葉/u)
    .first()
    .waitFor();
  await page.screenshot({ path: test.info().outputPath('named.png') });
  await look('somebody is named in what it is for');
  await purpose.fill('毎月の報告');
  await deed.click();
  await page.getByRole('dialog', { name: '本人の確認' }).waitFor();
  await look('who is there');
  await page.getByLabel('いまの合言葉').fill(`${E2E_PASSPHRASE}x`);
  await page.getByRole('button', { name: '確かめて進む' }).click();
  await page.getByText('合言葉が違います').waitFor();
  await look('wrong passphrase');
  await confirmWhoIsThere(page);
  await page.getByRole('button', { name: 'フォルダを開く' }).waitFor({ timeout: 120_000 });
  await look('given out');
  await page.getByRole('link', { name: '公表の記録で見る' }).click();
  await page.getByRole('heading', { name: '渡した記録' }).waitFor();
  await look('a published summary');
  await goTo(page, '月次集計');
  await page.getByRole('button', { name: '第1号' }).waitFor();
  await look('the ledger of what was published');

  await goTo(page, '設定');
  await page.getByRole('button', { name: '持ち出しの記録を開く' }).click();
  await page.getByText('1件のうち、まだ戻っていないもの 0件').waitFor();
  await look('what left the house');
  await page.getByRole('button', { name: /の返却・廃棄を記録$/u }).click();
  await page.getByRole('dialog').waitFor();
  await look('what became of it');
});
