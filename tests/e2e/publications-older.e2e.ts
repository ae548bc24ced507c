// An older register in the place of one that published: the month is named, and the coordinator gets on by a decision. Looked at by axe.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { addMonthsToMonth, asCalendarDate, type CalendarMonth, monthOf } from '#shared/model/calendar-date.ts';
import { buildPerson, buildVisit, HANDOUT } from '#tests/support/builders.ts';
import { confirmWhoIsThere, createRegister, E2E_PASSPHRASE, goTo, unlock } from './pages/gate.ts';
import { closeLastMonth } from './pages/summary.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { type AppUnderTest, expect, test } from './support/app-fixture.ts';

/** Calls an operation as the page does. @throws Error when it is refused */
const callFrom = (page: Page) => async (operation: string, input: unknown) => {
  const answer = await page.evaluate(
    ([name, value]) =>
      (
        window as unknown as {
          register: { call(name: string, input: unknown): Promise<{ ok: boolean; value?: Record<string, never> }> };
        }
      ).register.call(name as string, value),
    [operation, input] as const,
  );
  if (!answer.ok) throw new Error(`${operation} was refused: ${JSON.stringify(answer)}`);
  return answer.value ?? {};
};

const today = () => {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return asCalendarDate(`${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`);
};

/** Fourteen invented people who were visited in the month. */
async function enterMonth(page: Page, month: CalendarMonth): Promise<void> {
  const call = callFrom(page);
  for (let number = 0; number < 14; number += 1) {
    const watchStartedOn = asCalendarDate(`${month}-01`);
    const person = buildPerson({ name: `架空 ${number}郎`, kana: '', watchStartedOn });
    const { personId } = await call('people.register', { person, consent: null });
    const visitedOn = asCalendarDate(`${month}-10`);
    const visit = buildVisit({ visitedOn, method: number < 3 ? 'phone' : 'visit' });
    await call('visits.record', { personId, visit });
  }
}

async function publish(app: AppUnderTest, month: CalendarMonth): Promise<void> {
  const call = callFrom(app.page);
  const tables = [{ tableId: 'visits_by_method', span: 'month', form: 'fine' }];
  const { preparedId } = await call('publications.prepare', { month, profile: 'council', tables, remarks: '' });
  const folder = join(app.folder, 'summaries');
  mkdirSync(folder);
  await app.stubDialog({ paths: [folder] });
  await call('vault.reauthenticate', { operation: 'publications.publish', passphrase: E2E_PASSPHRASE });
  await call('publications.publish', { preparedId, handout: HANDOUT });
}

test('an older register names the month that is missing, and goes on after a decision', async ({ app }) => {
  test.setTimeout(180_000);
  const month = addMonthsToMonth(monthOf(today()), -1);
  const words = `${Number(month.slice(5))}月分の公表記録が見つからないため、安全を確認できません。`;
  const look = async (name: string) => {
    await expectNoViolations(app.page);
    await app.page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
  };
  await createRegister(app.page);
  await enterMonth(app.page, month);
  await closeLastMonth(app.page);
  await app.close();
  const older = join(app.folder, 'older.db');
  const database = join(app.userData, 'register', 'register.db');
  copyFileSync(database, older);
  await app.restart();
  await unlock(app.page);
  await goTo(app.page, '月次集計');
  await publish(app, month);
  await app.close();
  copyFileSync(older, database);
  await app.restart();
  const { page } = app;
  await unlock(page);

  await test.step('the list says so, quietly', async () => {
    await goTo(page, '月次集計');
    await expect(page.getByText(/の集計が、この記録にありません$/u)).toBeVisible();
    await look('list');
  });

  await test.step('the check refuses, names the month, and shows the ways out', async () => {
    await page.getByRole('button', { name: '集計をつくる' }).click();
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByText('おすすめ', { exact: true }).first().waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: '次へ' }).click();
    await page.getByRole('button', { name: '安全を確認する' }).click();
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole('link', { name: '設定で、新しい控えに戻す' })).toBeVisible();
    await look('refused');
  });

  await test.step('a decision needs a reason and the passphrase', async () => {
    await page.getByRole('button', { name: 'だれの手元にもないと記録する' }).click();
    await page.getByRole('button', { name: '確かめたと記録する' }).click();
    await expect(page.getByText('どちらかを選んでください。').first()).toBeVisible();
    await look('decision-incomplete');
    await page.getByRole('radio', { name: /だれにも渡していない/u }).click({ force: true });
    await page
      .getByRole('textbox', { name: /どうやって確かめたか/u })
      .fill('書き出したフォルダを消し、だれにも渡していません。');
    await look('decision');
    await page.getByRole('button', { name: '確かめたと記録する' }).click();
    await confirmWhoIsThere(page);
    await page.getByText(/^記録しました。/u).waitFor();
  });

  await test.step('it is checked again, and the list keeps the decision', async () => {
    await page.getByRole('button', { name: '安全を確認する' }).click();
    await expect(page.getByText(words)).toHaveCount(0);
    await page.getByRole('button', { name: /^(?:書き出す|自分で表を選び直す)$/u }).waitFor({ timeout: 120_000 });
    await goTo(page, '月次集計');
    await expect(page.getByText(/だれにも渡していないと、見本 花子さんが/u)).toBeVisible();
    await look('settled');
  });
});
