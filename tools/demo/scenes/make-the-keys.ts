// The keys: the recovery code of the invented register is made and its sheet shown, a second coordinator joins and leaves, and the lock
// screen of two. The register is an invented one; of a real one no picture of a code would ever be taken.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stage } from '../stage.ts';

const THEIR_PASSPHRASE = 'mihon-no-futarime-2026';

async function makeTheCode({ app, page, folders, passphrase, picture, goTo, tell }: Stage): Promise<void> {
  await goTo('設定');
  await page.getByRole('button', { name: '鍵と担当者を開く' }).click();
  await page.getByRole('button', { name: '回復用コードを作る' }).click();
  await page.getByLabel('あなたの合言葉').fill(passphrase);
  await page.getByRole('button', { name: 'コードを作る' }).click();
  await page.getByRole('button', { name: '紙に印刷する' }).click();
  await page.getByText('プリンターへ送りました').waitFor();
  await picture('recovery-code');
  const groups = await page.getByTestId('recovery-group').allTextContents();
  await page.getByRole('button', { name: '紙を確かめる' }).click();
  await picture('recovery-code-retyped');
  for (const [at, group] of groups.entries()) {
    const box = page.getByLabel(`紙の${at + 1}組目`);
    if ((await box.count()) > 0) await box.fill(group);
  }
  await page.getByRole('button', { name: '確かめる', exact: true }).click();
  await page.getByText('回復用コードができました').waitFor();
  await picture('recovery-code-done');
  await page.getByRole('button', { name: '「鍵と担当者」へ戻る' }).click();
  const [sheet] = (await app.records()).printed;
  if (sheet) {
    writeFileSync(join(folders.out, 'recovery-code.pdf'), Buffer.from(sheet.pdf, 'base64'));
    tell('The sheet with the recovery code of this invented register went to the printer (recovery-code.pdf).');
  }
}

async function joinAndLeave({ page, passphrase, picture }: Stage): Promise<void> {
  await page.getByRole('button', { name: '担当者を足す' }).click();
  await page.getByLabel('担当者のお名前').fill('見本 太郎');
  await page.getByLabel('新しい担当者の合言葉（12文字以上）').fill(THEIR_PASSPHRASE);
  await page.getByLabel('新しい担当者の合言葉（もう一度）').fill(THEIR_PASSPHRASE);
  await picture('add-a-coordinator');
  await page.getByLabel('あなたの合言葉').fill(passphrase);
  await page.getByRole('button', { name: '担当者に足す' }).click();
  await page.getByText('見本 太郎さん', { exact: true }).waitFor();
  await picture('keys-and-coordinators');
  await page.getByRole('button', { name: 'ロック', exact: true }).click();
  await page.getByRole('radio', { name: '見本 太郎' }).waitFor();
  await picture('lock-screen-of-two');
  await page.getByRole('button', { name: '合言葉を忘れたとき' }).click();
  await page.getByRole('textbox', { name: '回復用コード' }).fill('r49p 02py');
  await picture('forgotten-passphrase');
  await page.getByRole('button', { name: '戻る' }).click();
  await page.getByText('見本 花子', { exact: true }).click();
  await page.getByLabel('合言葉', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

async function takeOut({ page, passphrase, picture, goTo }: Stage): Promise<void> {
  await goTo('設定');
  await page.getByRole('button', { name: '鍵と担当者を開く' }).click();
  await page.getByRole('button', { name: '見本 太郎さんを外す' }).click();
  await picture('take-a-coordinator-out');
  await page.getByLabel('あなたの合言葉').fill(passphrase);
  await page.getByRole('button', { name: '外して、鍵を新しくする' }).click();
  await page.getByText('台帳の鍵を新しくしました').waitFor();
  await picture('key-changed');
  await page.getByRole('button', { name: '読みました' }).click();
}

export async function makeTheKeys(stage: Stage): Promise<void> {
  await makeTheCode(stage);
  await joinAndLeave(stage);
  await takeOut(stage);
}
