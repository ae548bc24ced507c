// 区のまとめ through the window: packages of three invented 地域 from a stick, one altered and one twice; mended, checked, written out.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeWard, relabeled, writePackage } from '#tools/demo/invented-packages.ts';
import { createRegister, goTo, handOut } from './pages/gate.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';

let packages: Awaited<ReturnType<typeof makeWard>>['packages'];
test.beforeAll(async () => {
  test.setTimeout(180_000);
  ({ packages } = await makeWard());
});

const look = (page: AppUnderTest['page'], name: string) =>
  test.step(name, async () => {
    await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
    await expectNoViolations(page);
  });

test('the packages of three 地域 become the tables of the ward', async ({ app, page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const stick = join(app.folder, 'usb');
  mkdirSync(stick, { recursive: true });
  for (const made of packages) writePackage(stick, made);
  const altered = join(stick, '中部地域_2026-05_5人', 'cells.csv');
  const asWritten = readFileSync(altered, 'utf8');
  writeFileSync(altered, asWritten.replace('＊', '3'));
  cpSync(join(stick, '北部地域_2026-04_5人'), join(stick, '北部地域_2026-04_5人のコピー'), { recursive: true });

  await createRegister(page);
  await goTo(page, '月次集計');
  await page.getByRole('link', { name: '区のまとめ（社協用）' }).click();
  await page.getByText('各地域の集計を開くと、ここで1つの表になります').waitFor();
  await look(page, 'empty');

  await app.stubDialog({ paths: [stick] });
  await page.getByRole('button', { name: '地域の集計を開く' }).click();
  await expect(page.getByText(/書き出したあとに中身が変わっています/u)).toBeVisible();
  await expect(page.getByText(/同じものが2つあったので、一つだけ使っています/u)).toBeVisible();
  await expect(page.getByRole('button', { name: '安全を確かめる' })).toBeDisabled();
  await look(page, 'findings');

  await page.getByRole('button', { name: '「中部地域_2026-05_5人」を外す' }).click();
  await expect(page.getByText(/中部地域の2026年5月分がありません/u)).toBeVisible();
  await look(page, 'gap');

  // The 地域 sends it again.
  const again = join(app.folder, 'again');
  const [sent] = packages.filter(({ register, index }) => register === '中部地域' && index === 1);
  if (sent) writePackage(again, sent);
  await app.stubDialog({ paths: [again] });
  await page.getByRole('button', { name: '地域の集計を追加で開く' }).click();
  await expect(page.getByRole('heading', { name: '開いている集計（3地域・9件）' })).toBeVisible();

  await page.getByRole('button', { name: '安全を確かめる' }).click();
  await expect(page.getByText(/数字を特定できないことを確かめました/u)).toBeVisible({ timeout: 120_000 });
  await look(page, 'checked');

  const out = join(app.folder, 'out');
  mkdirSync(out);
  await app.stubDialog({ paths: [out] });
  await page.getByRole('button', { name: '書き出す（Excel・CSV）' }).click();
  await handOut(page, '書き出す', '見本区役所');
  await expect(page.getByText('「out」に2つのファイルを書き出しました。')).toBeVisible();
  expect(readdirSync(out).toSorted()).toEqual(['区のまとめ_2026年4月〜6月.csv', '区のまとめ_2026年4月〜6月.xlsx']);
  cpSync(join(out, '区のまとめ_2026年4月〜6月.xlsx'), test.info().outputPath('ward.xlsx'));
  await look(page, 'written');

  await page.getByRole('button', { name: 'すべて片づける' }).click();
  await page.getByText('各地域の集計を開くと、ここで1つの表になります').waitFor();
});

test('months that were protected without knowing of each other are named, and nothing is written out', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 1280, height: 800 });
  const { packages: leaking } = await makeWard({ registers: ['北部地域'], isForgetful: true });
  const stick = join(app.folder, 'usb');
  mkdirSync(stick, { recursive: true });
  // It took another name after the first month, one that another 地域 has as well.
  const name = '中央地域';
  for (const made of leaking) writePackage(stick, made.index === 0 ? made : relabeled(made, { name }));
  for (const made of packages) if (made.register === '南部地域') writePackage(stick, relabeled(made, { name }));
  await createRegister(page);
  await goTo(page, '月次集計');
  await page.getByRole('link', { name: '区のまとめ（社協用）' }).click();
  await app.stubDialog({ paths: [stick] });
  await page.getByRole('button', { name: '地域の集計を開く' }).click();
  await expect(page.getByRole('heading', { name: '開いている集計（2地域・6件）' })).toBeVisible();
  await expect(page.getByText('旧：北部地域')).toBeVisible();
  await expect(page.getByText(/同じ名前の地域が2つあります/u)).toBeVisible();
  await expect(page.getByRole('rowheader', { name: /^中央地域（台帳 [\da-f]{4}）/u })).toHaveCount(2);
  await look(page, 'renamed');
  await page.getByRole('button', { name: '安全を確かめる' }).click();
  await expect(page.getByText(/計算すると分かってしまいます。書き出せません。/u)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('button', { name: '書き出す（Excel・CSV）' })).toHaveCount(0);
  await look(page, 'leak');
});
