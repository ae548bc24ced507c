// The machine falls asleep while a visit, and then a new person, is being written; both are there again after the passphrase.
import type { Stage } from '../stage.ts';

/** What is typed is kept within two seconds. */
const KEPT_MS = 3000;

async function sleepAndOpen({ app, page, passphrase }: Stage): Promise<void> {
  await page.waitForTimeout(KEPT_MS);
  await app.signalPower('suspend');
  await page.getByLabel('合言葉', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

export async function lockInTheMiddle(stage: Stage): Promise<void> {
  const { page, goTo, picture, tell } = stage;
  await goTo('今日');
  await page
    .getByRole('button', { name: /さんの見守りを記録/u })
    .first()
    .click();
  await page.getByRole('dialog').getByLabel('メモ').fill('玄関先でお話しした。ひざの具合は先月よりよいとのこと。');
  await sleepAndOpen(stage);
  await page.getByText('書きかけが1件あります').waitFor();
  await picture('draft-is-offered');
  await page.getByRole('button', { name: 'の続きを書く' }).click();
  await page.getByText('前回の書きかけを戻しました').waitFor();
  await picture('draft-of-a-visit');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '保存せずに閉じる' }).click();

  await goTo('見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).click();
  await page.getByLabel('氏名').fill('架空 眠子');
  await sleepAndOpen(stage);
  await page.getByText('前回の書きかけを戻しました').waitFor();
  await picture('draft-of-a-person');
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '保存せずに移る' }).click();
  tell('what was being written is there again after the passphrase');
}
