// The 紛失時説明書 through the window: one A4 page with what the council asks, and nobody's name on it.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createRegister, goTo } from './pages/gate.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { expect, test } from './support/app-fixture.ts';

const textOf = (pdf: string) => spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).stdout;

test('the paper for a lost machine is one page, says how the register is protected, and names nobody in it', async ({
  app,
  page,
}) => {
  await createRegister(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('button', { name: '新しく登録する' }).first().click();
  await page.getByLabel('氏名').fill('架空 紛太');
  await page.getByRole('button', { name: '登録する' }).click();
  await page.getByRole('heading', { name: '架空 紛太さん' }).waitFor();

  await goTo(page, '設定');
  await expect(page.getByText('いま印刷して、パソコンとは別の')).toBeVisible();
  mkdirSync(app.folder, { recursive: true });
  const pdf = join(app.folder, 'loss.pdf');
  await app.stubDialog({ paths: [pdf] });
  await page.getByRole('button', { name: '説明書をつくる（PDF）' }).click();
  await expect(page.getByText('紛失時説明書ができました')).toBeVisible();
  await expectNoViolations(page);

  const text = textOf(pdf);
  expect(text.split('\f').filter((sheet) => sheet.trim() !== '')).toHaveLength(1);
  for (const words of ['紛失時説明書', '取扱注意', 'AES-256', 'Argon2id', '128MiB', '見本 花子さん', '登録 1人']) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('紛太');
});
