// What every scene of the guided tour stands on: the window, the folders, numbered screenshots, lines of progress.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { DrivenApp } from '#tools/driven-app/driven-app.ts';

export interface Folders {
  /** All that the tour leaves. */
  readonly out: string;
  /** The app's data folder; the encrypted register is in `register` inside. */
  readonly data: string;
  readonly screens: string;
  readonly monthly: string;
  readonly meeting: string;
  /** What the 社協 makes of the packages of several 地域. */
  readonly ward: string;
  /**
   * Those packages, apart from `out`: three histories that have nothing to do with the register's. Whoever attacks `out` takes all exports in it
   * for those of one register.
   */
  readonly wardPackages: string;
}

export function layOut(out: string): Folders {
  const folders: Folders = {
    out,
    data: join(out, 'data'),
    screens: join(out, 'screens'),
    monthly: join(out, 'monthly'),
    meeting: join(out, 'meeting'),
    ward: join(out, 'ward'),
    wardPackages: `${out}-ward-packages`,
  };
  for (const folder of [folders.out, folders.wardPackages]) {
    rmSync(folder, { recursive: true, force: true });
  }
  for (const folder of Object.values(folders)) {
    mkdirSync(folder, { recursive: true });
  }
  return folders;
}

export interface Stage {
  readonly app: DrivenApp;
  readonly page: Page;
  readonly folders: Folders;
  readonly passphrase: string;
  /** A place for files that must not stay. */
  readonly scratch: string;
  /** Says what happens now. */
  tell(text: string): void;
  /** Takes a picture of the window under the next number. */
  picture(name: string): Promise<void>;
  /** Says who receives what is about to leave and what for, and gives the passphrase again. */
  handOut(deed: string, recipient: string, purpose: string, name?: string): Promise<void>;
  /** Chooses a place in the navigation and waits until it is there. */
  goTo(place: string): Promise<void>;
}

/** Messages of what was done a moment ago would stand in the picture of the next screen. */
async function closeToasts(page: Page): Promise<void> {
  const toasts = page.getByRole('region', { name: 'お知らせ' }).getByRole('button', { name: '閉じる' });
  while ((await toasts.count()) > 0 && (await page.getByRole('dialog').count()) === 0) {
    await toasts.first().click();
  }
}

export function createStage(app: DrivenApp, folders: Folders, passphrase: string, scratch: string): Stage {
  const { page } = app;
  let pictures = 0;
  const picture = async (name: string) => {
    pictures += 1;
    await closeToasts(page);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(250);
    await page.screenshot({ path: join(folders.screens, `${String(pictures).padStart(2, '0')}-${name}.png`) });
  };
  return {
    app,
    page,
    folders,
    passphrase,
    scratch,
    tell: (text) => console.log(`  ${text}`),
    picture,
    async handOut(deed, recipient, purpose, name) {
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^渡す先/u }).fill(recipient);
      await dialog.getByRole('textbox', { name: /^目的/u }).fill(purpose);
      if (name !== undefined) {
        await picture(`${name}-who-receives-it`);
      }
      await dialog.getByRole('button', { name: deed, exact: true }).click();
      const question = page.getByRole('dialog', { name: '本人の確認' });
      await question.getByLabel('いまの合言葉').fill(passphrase);
      if (name !== undefined) {
        await picture(`${name}-who-is-there`);
      }
      await question.getByRole('button', { name: '確かめて進む' }).click();
    },
    async goTo(place) {
      await page.getByRole('navigation').getByRole('link', { name: place }).click();
      await page.getByRole('main').waitFor();
      await page.waitForTimeout(300);
    },
  };
}
