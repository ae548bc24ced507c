// The screens that the three jobs do not pass: the register, a new person, finding, settings, and the set-up of a new register.
import { join } from 'node:path';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import type { Stage } from '../stage.ts';

async function findPeople({ page, goTo, picture }: Stage): Promise<void> {
  await goTo('見守り台帳');
  await page.getByRole('row').nth(3).waitFor();
  await picture('register');
  await page.getByText('地番・棟階順').click();
  await picture('register-in-order-of-the-round');
  await page.getByPlaceholder(/氏名・かな/u).fill('高橋');
  await page.getByText('表記ちがい').first().waitFor();
  await picture('search-finds-other-writings');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('yama');
  await page.waitForTimeout(400);
  await picture('find-anything');
  // Once for the text, once for the window.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

async function editPeople({ page, goTo, picture }: Stage): Promise<void> {
  await goTo('見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).click();
  await page.getByLabel('氏名').fill('架空 新子');
  await page.getByLabel('生年月日').fill('S64.2.1');
  await page.keyboard.press('Tab');
  await picture('new-person-refused-date');
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '保存せずに移る' }).click();
  await page.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await page.getByLabel('氏名').waitFor();
  await picture('edit-person');
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '見守りを終了' }).click();
  await picture('end-watch');
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('button', { name: '同意を記録する' }).click();
  await picture('record-consent');
  await page.getByRole('button', { name: 'やめる' }).click();
}

async function settings({ page, goTo, picture }: Stage): Promise<void> {
  await goTo('設定');
  await picture('settings');
  await page.getByRole('button', { name: '合言葉を変える' }).click();
  await picture('change-passphrase');
  await page.getByRole('button', { name: 'やめる' }).click();
  await page.getByRole('heading', { name: '選択肢の一覧' }).scrollIntoViewIfNeeded();
  await picture('code-lists');
  await page.getByRole('button', { name: '見守り員・民生委員を開く' }).click();
  await page.getByRole('row').nth(3).waitFor();
  await picture('supporters');
  await goTo('設定');
  await page.getByRole('button', { name: '操作の記録を開く' }).click();
  await page.getByRole('row').nth(2).waitFor();
  await page.getByRole('button', { name: '書きかえがないか確かめる' }).click();
  await page.getByText('すべて書かれた時のままです').waitFor();
  await picture('trail-of-deeds');
  await goTo('設定');
  await page.getByRole('button', { name: '持ち出しの記録を開く' }).click();
  await page.getByRole('row').nth(1).waitFor();
  await picture('what-left-the-house');
}

/** What one person is given when they ask; it is not written. */
async function disclosure({ page, goTo, picture }: Stage): Promise<void> {
  await goTo('見守り台帳');
  await page.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: 'ご本人への開示' }).click();
  await page.getByRole('heading', { level: 1, name: 'ご本人への開示' }).waitFor();
  await picture('disclosure');
  const passage = page.getByRole('button', { name: /^黒塗り：/u });
  await passage.last().scrollIntoViewIfNeeded();
  await passage.last().click();
  await picture('disclosure-blackened');
}

/** Whose term is over; nobody is erased. */
async function disposal({ page, goTo, picture }: Stage): Promise<void> {
  await goTo('設定');
  await page.getByRole('button', { name: '廃棄の一覧を開く' }).click();
  await page.getByRole('heading', { name: '廃棄の一覧' }).waitFor();
  await picture('disposal-list');
}

/** What going back to a backup looks like; it is not gone back to. */
async function backups({ page, goTo, picture, passphrase }: Stage): Promise<void> {
  await goTo('設定');
  await page.getByRole('heading', { name: '控え（バックアップ）' }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: 'いま控えをとる' }).click();
  await page.getByText(/控えをとり、確かめました|前の控えから変わっていない/u).waitFor();
  await picture('backups');
  await page.getByRole('heading', { name: 'パソコンをなくしたときの説明書' }).scrollIntoViewIfNeeded();
  await picture('paper-for-a-lost-machine');
  await page.getByRole('button', { name: '控えに戻す' }).click();
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await picture('choose-a-backup');
  await page.getByRole('dialog').getByRole('link').last().click();
  await page.getByLabel('控えをとったときの合言葉').fill(passphrase);
  await page.getByRole('button', { name: '控えを確かめる' }).click();
  await page.getByText('いまの台帳とのちがい').waitFor();
  await picture('difference-to-a-backup');
  await page.getByRole('button', { name: 'やめる' }).click();
}

/** Another start on an empty folder: what the very first screen looks like. */
async function firstDay({ folders, scratch, picture: _picture }: Stage): Promise<void> {
  const empty = await chooseBackend().launch({
    app: process.cwd(),
    userData: join(scratch, 'empty'),
    scratch: join(scratch, 'first-day'),
  });
  try {
    await empty.page.setViewportSize({ width: 1366, height: 768 });
    await empty.page.getByRole('button', { name: '台帳を作る' }).waitFor();
    await empty.page.screenshot({ path: join(folders.screens, '00-first-day.png') });
  } finally {
    await empty.close();
  }
}

/** The month that is over and still open, up to the question. */
async function closing({ page, goTo, picture }: Stage): Promise<void> {
  await goTo('今日');
  await page.getByRole('link', { name: '月のしめを開く' }).click();
  const close = page.getByRole('button', { name: /をしめる$/u });
  await close.waitFor();
  await picture('closing-a-month');
  await close.click();
  await picture('closing-a-month-question');
  await page.getByRole('button', { name: 'まだしめない' }).click();
}

export async function lookAround(stage: Stage): Promise<void> {
  await findPeople(stage);
  await editPeople(stage);
  await settings(stage);
  await disclosure(stage);
  await closing(stage);
  await disposal(stage);
  await backups(stage);
  await firstDay(stage);
}
