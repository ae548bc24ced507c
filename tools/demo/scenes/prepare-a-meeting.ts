// Job 2: a 連絡会 of one 地域 is planned, its agenda filled from the period, looked at, and the numbered packet made.
import { join } from 'node:path';
import { today } from '../days.ts';
import type { Stage } from '../stage.ts';

const COPIES = '3';

export async function prepareAMeeting({ app, page, goTo, handOut, picture, folders, tell }: Stage): Promise<void> {
  await goTo('連絡会');
  await page.getByRole('button', { name: '連絡会を計画する' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /地域/u }).click();
  await page.getByRole('option', { name: '堀江' }).click();
  await dialog.getByRole('textbox', { name: /^開催日/u }).fill(today(9));
  await dialog.getByLabel('始まり').fill('10:00');
  await dialog.getByLabel('終わり').fill('11:30');
  await dialog.getByLabel('場所').fill('見本会館 2階');
  await dialog.getByLabel('出席（予定）').fill('町会、民生委員・児童委員、地域包括支援センター');
  await picture('plan-a-meeting');
  await dialog.getByRole('button', { name: '計画して、議題をつくる' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('tab', { name: /議題を書く/u }).waitFor();
  tell('the agenda is filled from the numbers of the period, without a name');
  await picture('meeting-agenda');
  await page.getByRole('tab', { name: '資料を見る・つくる' }).click();
  await page.getByRole('region', { name: '資料の下見' }).waitFor();
  await picture('meeting-paper-preview');
  await page.getByLabel('部数').fill(COPIES);
  await app.answerDialogs({ paths: [join(folders.meeting, 'packet.pdf')] });
  await page.getByRole('button', { name: '資料をつくる（PDF）' }).click();
  await handOut('資料をつくる', '堀江の連絡会の出席者', '連絡会で配る', 'meeting-packet');
  await page.getByRole('button', { name: 'フォルダを開く' }).waitFor();
  tell(`a packet of ${COPIES} numbered copies is made`);
  await picture('meeting-packet-made');
  await page.getByRole('tab', { name: /資料の回収/u }).click();
  await page.getByText('まだ戻っていない資料が3部あります').waitFor();
  await picture('meeting-copies-out');
  await page.getByRole('button', { name: /第1号の返却・廃棄を記録$/u }).click();
  await page.getByRole('dialog').waitFor();
  await picture('meeting-copy-returned');
  await page.getByRole('button', { name: '記録する', exact: true }).click();
  await page.getByText('まだ戻っていない資料が2部あります').waitFor();
  await goTo('連絡会');
  await picture('meetings');
}
