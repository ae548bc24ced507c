// The lock and set-up screens as a person uses them.
import type { Page } from 'playwright/test';

export const E2E_PASSPHRASE = 'tsuki-hoshi-kaze-42';

export async function createRegister(page: Page, coordinator = '見本 花子'): Promise<void> {
  await page.getByLabel('コーディネーターのお名前').fill(coordinator);
  await page.getByLabel(/^合言葉（12文字以上/u).fill(E2E_PASSPHRASE);
  await page.getByLabel('合言葉（もう一度）').fill(E2E_PASSPHRASE);
  await page.getByText('合言葉を紙に控えました').click();
  await page.getByRole('button', { name: '台帳を作る' }).click();
  await page.getByRole('navigation').waitFor();
}

export async function unlock(page: Page, passphrase = E2E_PASSPHRASE): Promise<void> {
  await page.getByLabel('合言葉', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

export async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'ロック', exact: true }).click();
  await page.getByRole('heading', { name: '台帳を開く' }).waitFor();
}

export type Place = '今日' | '見守り台帳' | '相談' | '連絡会' | '月次集計' | '取り込み' | '設定';

export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: place, exact: false }).click();
}

/** Answers the question who is there, which comes before anything leaves the house. */
export async function confirmWhoIsThere(page: Page, passphrase = E2E_PASSPHRASE): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '本人の確認' });
  await dialog.getByLabel('いまの合言葉').fill(passphrase);
  await dialog.getByRole('button', { name: '確かめて進む' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Says who receives what is about to leave and what for, and confirms with the passphrase. */
export async function handOut(page: Page, deed: string, recipient = '見本区社会福祉協議会'): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^渡す先/u }).fill(recipient);
  await dialog.getByRole('textbox', { name: /^目的/u }).fill('報告');
  await dialog.getByRole('button', { name: deed, exact: true }).click();
  await confirmWhoIsThere(page);
}
