// Job 1: from the Today screen to a person, visits in a few keys, a consultation that is passed on.
import type { Stage } from '../stage.ts';

async function writeVisit({ page, picture, tell }: Stage, methodKey: string, resultKey: string): Promise<void> {
  await page
    .getByRole('button', { name: /さんの見守りを記録/u })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await page.keyboard.press(methodKey);
  await page.keyboard.press(resultKey);
  await picture('visit-entry');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  tell('a visit is written with four keys');
}

async function writeConsultation({ page, picture }: Stage): Promise<void> {
  await page.getByRole('button', { name: '相談を記録' }).first().click();
  const choose = async (group: string, label: string) =>
    page.getByRole('radiogroup', { name: group }).getByText(label, { exact: true }).click();
  await choose('誰から', '本人');
  await choose('どうやって', '電話');
  await choose('内容', '介護保険');
  await page.getByLabel('聞かれたこと').fill('要介護認定の申し込みの仕方を知りたい。');
  await page.getByLabel('答えたこと・したこと').fill('地域包括支援センターの電話番号を書いて渡した。');
  await page.getByLabel('次にすること').fill('申し込めたかどうか、電話で聞く');
  await picture('consultation-entry');
  await page.getByRole('button', { name: '記録する' }).click();
  await page.getByText('記録しました').first().waitFor();
}

export async function writeTheDay(stage: Stage): Promise<void> {
  const { page, goTo, picture } = stage;
  await writeVisit(stage, '1', 'q');
  await page.getByRole('link', { name: /さん$/u }).first().click();
  await page.getByRole('heading', { name: 'これまでの記録' }).waitFor();
  await picture('person');
  await writeConsultation(stage);
  await goTo('相談');
  await picture('consultations');
  await goTo('今日');
  await picture('today-afterwards');
}
