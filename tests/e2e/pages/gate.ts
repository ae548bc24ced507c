// The lock and set-up screens as a person uses them.
import type { Page } from 'playwright/test';

export const E2E_PASSPHRASE = 'tsuki-hoshi-kaze-42';

async function fillSetUp(page: Page, coordinator: string): Promise<void> {
  await page.getByLabel('コーディネーターのお名前').fill(coordinator);
  await page.getByLabel(/^合言葉（12文字以上/u).fill(E2E_PASSPHRASE);
  await page.getByLabel('合言葉（もう一度）').fill(E2E_PASSPHRASE);
  await page.getByText('合言葉を紙に控えました').click();
  await page.getByRole('button', { name: '台帳を作る' }).click();
}

/** A new register, its recovery code put off. */
export async function createRegister(page: Page, coordinator = '見本 花子'): Promise<void> {
  await fillSetUp(page, coordinator);
  await page.getByRole('button', { name: 'あとで作る' }).click();
  await page.getByRole('navigation').waitFor();
}

/** A new register with its recovery code. @returns the code as it stands on the paper. */
export async function createRegisterWithCode(page: Page, coordinator = '見本 花子'): Promise<string> {
  await fillSetUp(page, coordinator);
  const code = await makeRecoveryCode(page);
  await page.getByRole('button', { name: '台帳を使いはじめる' }).click();
  await page.getByRole('navigation').waitFor();
  return code;
}

/** From the code on the screen to the end of its steps: printed, and the two groups retyped. */
export async function makeRecoveryCode(page: Page): Promise<string> {
  await page.getByRole('button', { name: '紙に印刷する' }).click();
  await page.getByText('プリンターへ送りました').waitFor();
  const groups = await page.getByTestId('recovery-group').allTextContents();
  await page.getByRole('button', { name: '紙を確かめる' }).click();
  for (let group = 1; group <= groups.length; group += 1) {
    const box = page.getByLabel(`紙の${group}組目`);
    if ((await box.count()) > 0) {
      await box.fill((groups[group - 1] ?? '').toLowerCase());
    }
  }
  await page.getByRole('button', { name: '確かめる', exact: true }).click();
  await page.getByText('回復用コードができました').waitFor();
  return groups.join('-');
}

export async function openKeys(page: Page): Promise<void> {
  await goTo(page, '設定');
  await page.getByRole('button', { name: '鍵と担当者を開く' }).click();
  await page.getByRole('button', { name: '担当者を足す' }).waitFor();
}

export async function addCoordinator(page: Page, name: string, passphrase: string): Promise<void> {
  await openKeys(page);
  await page.getByRole('button', { name: '担当者を足す' }).click();
  await page.getByLabel('担当者のお名前').fill(name);
  await page.getByLabel('新しい担当者の合言葉（12文字以上）').fill(passphrase);
  await page.getByLabel('新しい担当者の合言葉（もう一度）').fill(passphrase);
  await page.getByLabel('あなたの合言葉').fill(E2E_PASSPHRASE);
  await page.getByRole('button', { name: '担当者に足す' }).click();
  await page.getByText(`${name}さん`, { exact: true }).waitFor();
}

/** On the lock screen of a register with several coordinators. */
export async function unlockAs(page: Page, name: string, passphrase: string): Promise<void> {
  await page.getByText(name, { exact: true }).click();
  await unlock(page, passphrase);
}

/** The code as it is typed from the paper; leads to the new passphrase. */
export async function typeRecoveryCode(page: Page, code: string): Promise<void> {
  await page.getByRole('textbox', { name: '回復用コード' }).fill(code);
}

export async function setNewPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('新しい合言葉（12文字以上）').fill(passphrase);
  await page.getByLabel('新しい合言葉（もう一度）').fill(passphrase);
  await page.getByRole('button', { name: 'この合言葉にして台帳を開く' }).click();
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
