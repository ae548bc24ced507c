// ご本人への開示 through the window: read, blacken, hand over; what is blackened is in neither file. All people are invented.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { goTo, handOut, unlock } from './pages/gate.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';
import { type SeededRegister, seedRegister } from './support/seeded-register.ts';

let seeded: SeededRegister;
test.beforeAll(async () => {
  seeded = await seedRegister(12);
});
test.afterAll(() => seeded.discard());

const OPEN = 'ご本人は買い物に行けている。';
const CANARY = '隣の金糸雀さんが、毎朝どなり声を聞くと話した。';
/** More than fits on a few lines. */
const LONG = 'ひざの具合がよくなり、体操にも出かけるようになった。'.repeat(25);

const textOf = (pdf: string) =>
  spawnSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout.replaceAll(/\s/gu, '');

/** The whole of a PDF with its streams opened, as it would be looked through byte by byte. */
function openedBytes(pdf: string): Buffer {
  const bytes = readFileSync(pdf);
  const parts = [bytes];
  for (let at = bytes.indexOf('stream'); at >= 0; at = bytes.indexOf('stream', at + 6)) {
    const start = bytes.indexOf('\n', at) + 1;
    try {
      parts.push(inflateSync(bytes.subarray(start)));
    } catch {
      // Not a deflated stream: it stands among the bytes as it is.
    }
  }
  return Buffer.concat(parts);
}

/** Whether the letters of the PDF's own fonts hold this one: they are embedded as far as they are used. */
const hasLetter = (pdf: string, letter: string) =>
  openedBytes(pdf)
    .toString('latin1')
    .toUpperCase()
    .includes((letter.codePointAt(0) ?? 0).toString(16).toUpperCase());

async function openPerson(app: AppUnderTest): Promise<AppUnderTest['page']> {
  await app.close();
  seeded.copyTo(app.userData);
  await app.restart();
  const { page } = app;
  await page.setViewportSize({ width: 1280, height: 800 });
  await unlock(page);
  await goTo(page, '見守り台帳');
  await page.getByRole('row').nth(2).click();
  await page.getByRole('button', { name: '直す', exact: true }).click();
  await page.getByRole('textbox', { name: '備考' }).fill(`${OPEN}${CANARY}${LONG}`);
  await page.getByRole('button', { name: '保存する' }).click();
  await page.getByRole('button', { name: 'ご本人への開示' }).waitFor();
  return page;
}

/** Writes both files into a new folder. */
async function write(app: AppUnderTest, name: string) {
  const folder = join(app.folder, name);
  mkdirSync(folder, { recursive: true });
  await app.stubDialog({ paths: [folder] });
  await app.page.getByRole('button', { name: '書き出す（PDF・CSV）' }).click();
  await handOut(app.page, '書き出す', 'ご本人');
  await expect(app.page.getByText(`「${name}」に2つのファイルを書き出しました。`)).toBeVisible();
  const [csv = '', pdf = ''] = readdirSync(folder).toSorted();
  return { csv: readFileSync(join(folder, csv), 'utf8'), pdf: join(folder, pdf) };
}

test('everything on one person is read, blackened and handed over', async ({ app }) => {
  const page = await openPerson(app);
  await page.screenshot({ path: test.info().outputPath('person.png'), fullPage: true });
  await page.getByRole('button', { name: 'ご本人への開示' }).click();
  await page.getByRole('heading', { level: 1, name: 'ご本人への開示' }).waitFor();
  await expect(page.getByText('黒塗りはありません')).toBeVisible();
  await page.screenshot({ path: test.info().outputPath('screen.png') });
  await expectNoViolations(page);

  const open = await write(app, 'open');
  expect(open.csv).toContain(CANARY);
  expect(textOf(open.pdf)).toContain('金糸雀');
  expect(hasLetter(open.pdf, '雀')).toBe(true);

  await page.getByRole('button', { name: `黒塗り：${CANARY.slice(0, 20)}` }).click();
  await expect(page.getByText('黒塗り 1か所')).toBeVisible();
  await page.getByRole('button', { name: `元に戻す：${CANARY.slice(0, 20)}` }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: test.info().outputPath('blackened.png') });
  await expectNoViolations(page);
  const closed = await write(app, 'closed');
  await page.screenshot({ path: test.info().outputPath('written.png') });
  expect(closed.csv).not.toContain('金糸雀');
  expect(closed.csv).toContain(`${OPEN}（黒塗り：第三者の情報）`);
  copyFileSync(closed.pdf, test.info().outputPath('disclosure.pdf'));
  const text = textOf(closed.pdf);
  expect(text).not.toContain('金糸雀');
  expect(text).not.toContain('どなり声');
  expect(text).toContain(OPEN);
  expect(text).toContain('（第三者の情報）');
  for (const words of [
    '台帳の内容',
    '同意',
    '緊急連絡先',
    '見守りの記録',
    '相談の記録',
    '操作の記録',
    '取扱注意',
    '1/',
  ]) {
    expect(text).toContain(words);
  }
  expect(hasLetter(closed.pdf, '雀')).toBe(false);
  await page.getByRole('button', { name: /^元に戻す/u }).click();
  await expect(page.getByText('黒塗りはありません')).toBeVisible();
});
