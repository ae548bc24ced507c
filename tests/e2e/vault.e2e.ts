// The gate: making a register, locking, a wrong passphrase, changing it, and what is left on the disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RegisterBridge } from '#shared/contract/bridge.ts';
import { createRegister, E2E_PASSPHRASE, goTo, lock, unlock } from './pages/gate.ts';
import { expect, test } from './support/app-fixture.ts';

const NEW_PASSPHRASE = 'yama-kawa-sora-2027';

test('a register is made, locked, refused to a wrong passphrase and opened again after a restart', async ({
  app,
  page,
}) => {
  await createRegister(page);
  await lock(page);

  await unlock(page, 'chigau-aikotoba-99');
  await expect(page.getByRole('alert')).toContainText('合言葉が違います');

  await unlock(page);
  await expect(page.getByRole('navigation')).toBeVisible();

  await app.restart();
  await expect(app.page.getByText('見本 花子さんの台帳です')).toBeVisible();
  await unlock(app.page);
  await expect(app.page.getByRole('navigation')).toBeVisible();

  const head = readFileSync(join(app.userData, 'register', 'register.db'))
    .subarray(0, 16)
    .toString('latin1');
  expect(head).not.toContain('SQLite format 3');
});

test('a weak or mistyped passphrase makes no register, and what was typed stays', async ({ page }) => {
  await page.getByLabel('コーディネーターのお名前').fill('見本 花子');
  await page.getByLabel(/^合言葉（12文字以上/u).fill('mijikai');
  await page.getByRole('button', { name: '台帳を作る' }).click();
  await expect(page.getByRole('alert')).toContainText('12文字以上');
  await expect(page.getByLabel('コーディネーターのお名前')).toHaveValue('見本 花子');

  await page.getByLabel(/^合言葉（12文字以上/u).fill(E2E_PASSPHRASE);
  await page.getByLabel('合言葉（もう一度）').fill(`${E2E_PASSPHRASE}x`);
  await page.getByRole('button', { name: '台帳を作る' }).click();
  await expect(page.getByRole('alert')).toContainText('同じではありません');
});

test('after a change only the new passphrase opens', async ({ page }) => {
  await createRegister(page);
  await goTo(page, '設定');
  await page.getByRole('button', { name: '合言葉を変える' }).click();
  await page.getByLabel('いまの合言葉').fill(E2E_PASSPHRASE);
  await page.getByLabel('新しい合言葉（12文字以上）').fill(NEW_PASSPHRASE);
  await page.getByLabel('新しい合言葉（もう一度）').fill(NEW_PASSPHRASE);
  await page.getByRole('button', { name: '変える', exact: true }).click();
  await expect(page.getByText('合言葉を変えました')).toBeVisible();
  await lock(page);

  await unlock(page);
  await expect(page.getByRole('alert')).toContainText('合言葉が違います');
  await unlock(page, NEW_PASSPHRASE);
  await expect(page.getByRole('navigation')).toBeVisible();
});

for (const signal of ['suspend', 'lock-screen'] as const) {
  test(`the register locks itself on ${signal}`, async ({ app, page }) => {
    await createRegister(page);
    await app.signalPower(signal);
    await expect(page.getByRole('heading', { name: '台帳を開く' })).toBeVisible();
    const answer = await page.evaluate(() =>
      (window as unknown as { register: RegisterBridge }).register.call('people.list', {}),
    );
    expect(answer).toEqual({ ok: false, error: { code: 'locked' } });
  });
}
