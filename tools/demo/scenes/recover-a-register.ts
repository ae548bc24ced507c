// What is on the screen when the register is damaged, gone, or of a newer version: each state on a copy of its own, the register of the tour
// stays as it is.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { openDatabase } from '#main/platform/database/connection.ts';
import { createRegisterFiles } from '#main/platform/vault/register-files.ts';
import { deriveKey } from '#main/platform/vault/register-keys.ts';
import { openSlots } from '#main/platform/vault/slot-file.ts';
import { chooseBackend } from '#tools/driven-app/choose-backend.ts';
import type { Stage } from '../stage.ts';

interface Trouble {
  readonly name: string;
  /** What happens to the copy, before the app starts on it. `home`: the user's own folder. */
  readonly happen: (register: string, home: string, passphrase: string) => void | Promise<void>;
  /** From the start of the app to the screen that is to be seen. */
  readonly reach: (page: Page, passphrase: string, register: string) => Promise<void>;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

async function unlock(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('合言葉', { exact: true }).fill(passphrase);
  await page.keyboard.press('Enter');
}

function flip(path: string, offset: number): void {
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(offset) ^ 1, offset);
  writeFileSync(path, bytes);
}

async function becomeNewer(register: string, passphrase: string): Promise<void> {
  const files = createRegisterFiles(register);
  const opened = await openSlots(files.readSlots(), { passphrase, slot: null });
  if (!opened) {
    throw new Error('The register of the tour does not open.');
  }
  const connection = openDatabase(files.database, deriveKey(opened.keys, 'database'), { create: false });
  connection.pragma('user_version=99');
  connection.close();
}

const TROUBLES: readonly Trouble[] = [
  {
    name: 'damaged',
    happen: (register) => flip(join(register, 'register.db'), 9 * 4096 + 300),
    async reach(page, passphrase) {
      await unlock(page, passphrase);
      await heading(page, '台帳のファイルが壊れています');
    },
  },
  {
    name: 'damaged-at-work',
    happen: () => {},
    async reach(page, passphrase, register) {
      await unlock(page, passphrase);
      await page.getByRole('navigation').waitFor();
      const path = join(register, 'register.db');
      writeFileSync(path, Buffer.alloc(readFileSync(path).byteLength, 7));
      await page.getByRole('navigation').getByRole('link', { name: '連絡会' }).click();
      await heading(page, '台帳のファイルが壊れています');
    },
  },
  {
    name: 'key-slots-damaged',
    happen: (register) => {
      writeFileSync(join(register, 'keyslots.json'), '{');
      writeFileSync(join(register, 'keyslots.twin.json'), '{');
    },
    reach: (page) => heading(page, '鍵のファイルが読めません'),
  },
  {
    name: 'file-gone-begin-anew',
    happen: (register) => rmSync(join(register, 'register.db')),
    async reach(page) {
      await heading(page, '台帳のファイルがありません');
      await page.getByRole('button', { name: '新しく始める…' }).click();
      await page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'newer',
    happen: (register, _home, passphrase) => becomeNewer(register, passphrase),
    async reach(page, passphrase) {
      await unlock(page, passphrase);
      await heading(page, 'アプリを新しくすると開けます');
    },
  },
  {
    name: 'vanished-and-found',
    happen(register, home) {
      mkdirSync(join(home, 'Documents'), { recursive: true });
      cpSync(register, join(home, 'Documents', '古いもの'), { recursive: true });
      rmSync(register, { recursive: true });
    },
    reach: (page) => heading(page, '以前の台帳が見つかりません'),
  },
  {
    name: 'found-elsewhere',
    happen(register, home) {
      cpSync(join(register, '..', 'backups'), join(home, 'Desktop'), { recursive: true });
      for (const name of ['register', 'backups', 'register-location.json']) {
        rmSync(join(register, '..', name), { recursive: true, force: true });
      }
    },
    reach: (page) => heading(page, '以前の台帳が見つかりました'),
  },
];

async function show(trouble: Trouble, { folders, scratch: root, passphrase }: Stage): Promise<void> {
  const scratch = join(root, `recovery-${trouble.name}`);
  const [data, home] = [join(scratch, 'data'), join(scratch, 'home')];
  for (const name of ['register', 'backups', 'register-location.json']) {
    cpSync(join(folders.data, name), join(data, name), { recursive: true });
  }
  const register = join(data, 'register');
  await trouble.happen(register, home, passphrase);
  const app = await chooseBackend().launch({ app: process.cwd(), userData: data, scratch });
  try {
    await app.page.setViewportSize({ width: 1280, height: 800 });
    await trouble.reach(app.page, passphrase, register);
    await app.page.evaluate(() => document.fonts.ready);
    await app.page.waitForTimeout(250);
    await app.page.screenshot({ path: join(folders.screens, `recovery-${trouble.name}.png`) });
  } finally {
    await app.close();
  }
}

export async function recoverARegister(stage: Stage): Promise<void> {
  for (const trouble of TROUBLES) {
    await show(trouble, stage);
  }
  stage.tell(`${TROUBLES.length} ways in which a register can be lost each lead to the recovery screen`);
}
