// The list of people, as a coordinator uses it.
import type { Page } from 'playwright/test';
import { goTo } from './gate.ts';

/** Registers somebody with a name and its reading, and ends on their page. */
export async function enterPerson(page: Page, name: string): Promise<void> {
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill(name);
  await page.getByLabel('フリガナ').fill('カクウ');
  await page.getByRole('button', { name: '登録する', exact: true }).first().click();
  await page.getByRole('heading', { name }).first().waitFor();
}
