// 月のしめ as she does it: choose where to begin, close two months, enter something late, and find it in the third.
import type { Page } from 'playwright-core';
import {
  addDays,
  addMonthsToMonth,
  type CalendarDate,
  type CalendarMonth,
  monthOf,
  monthStart,
} from '#shared/model/calendar-date.ts';
import { createRegister, goTo } from './pages/gate.ts';
import { expectNoViolations } from './support/accessibility.ts';
import { expect, test } from './support/app-fixture.ts';

type Bridge = { call(name: string, input: unknown): Promise<{ ok: boolean; value?: unknown; error?: unknown }> };

/** Enters what is not the matter of this test, through the same door as the screens. */
async function call<Value>(page: Page, name: string, input: unknown): Promise<Value> {
  const answer = await page.evaluate(
    ([operation, given]) => (window as unknown as { register: Bridge }).register.call(operation as string, given),
    [name, input] as const,
  );
  if (!answer.ok) {
    throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  }
  return answer.value as Value;
}

const NOBODY_KNOWS = {
  ...{ kana: '', sex: null, birthOn: null, district: 'horie', neighbourhood: '', postalCode: '', address: '' },
  ...{ building: '', wing: '', room: '', hasAutoLock: false, accessNote: '', phone: '', mobile: '', household: null },
  ...{ careLevel: null, dementiaLevel: null, dailyLivingLevel: null, handbookPhysical: null, eligibility: null },
  ...{ handbookIntellectual: null, handbookMental: null, residence: null, watchType: null, frequency: 'monthly' },
  ...{ volunteerId: null, commissionerId: null, lastSeenBeforeOn: null, note: '', contacts: [] },
};

const enter = (page: Page, name: string, watchStartedOn: CalendarDate) =>
  call<{ personId: string }>(page, 'people.register', {
    person: { ...NOBODY_KNOWS, name, watchStartedOn },
    consent: null,
  });
const visit = (page: Page, personId: string, visitedOn: CalendarDate) =>
  call(page, 'visits.record', {
    personId,
    visit: { visitedOn, visitedAtTime: null, method: 'visit', result: 'met', signs: [], visitorId: null, note: '' },
  });

/** The third, second and last month that are over, by the clock of this machine. */
async function lastMonths(page: Page): Promise<readonly [CalendarMonth, CalendarMonth, CalendarMonth]> {
  const { today } = await call<{ today: CalendarDate }>(page, 'board.today', {});
  const back = (months: number) => addMonthsToMonth(monthOf(today), -months);
  return [back(3), back(2), back(1)];
}

const openClosings = async (page: Page) => {
  await goTo(page, '今日');
  await page.getByRole('link', { name: '月のしめを開く' }).click();
  await page.getByRole('heading', { level: 1, name: '月のしめ' }).waitFor();
};

const numberOf = (month: CalendarMonth) => `${Number(month.slice(5))}月`;

async function close(page: Page, month: CalendarMonth): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${numberOf(month)}をしめる$`, 'u') }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('開き直せません');
  await question.getByRole('button', { name: new RegExp(`${numberOf(month)}をしめる$`, 'u') }).click();
  await expect(question).toBeHidden();
}

const closedMonths = (page: Page) => page.getByRole('list', { name: 'しめた月' }).getByRole('listitem');

test('two months are closed, and what is entered late is counted in the third', async ({ page }) => {
  await createRegister(page);
  const [first, second, third] = await lastMonths(page);
  const long = addDays(monthStart(first), -400);
  const { personId } = await enter(page, '架空 訪問子', long);
  await enter(page, '架空 未訪問子', long);
  await visit(page, personId, monthStart(first));
  await visit(page, personId, monthStart(second));
  await openClosings(page);

  await page.getByRole('button', { name: /集計を始める月/u }).click();
  await page
    .getByRole('option', { name: new RegExp(`${numberOf(first)}`, 'u') })
    .last()
    .click();
  await expect(page.getByRole('region', { name: 'この月に訪問の記録がない方' })).toContainText('架空 未訪問子さん');
  await expectNoViolations(page);
  await close(page, first);
  await close(page, second);
  await expect(closedMonths(page)).toHaveCount(2);

  await visit(page, personId, addDays(monthStart(first), 1));
  await expect(page.getByText('このうち1件は、前の月までの日付の記録です', { exact: false })).toBeVisible();
  await close(page, third);
  await expect(closedMonths(page)).toHaveCount(3);
  await expect(closedMonths(page).first()).toContainText('うち前の月までの分 1件');
  await expect(page.getByText(/が終わってから、/u)).toBeVisible();

  await page.goto(page.url().replace(/#.*$/u, `#/people/${personId}`));
  await page.getByRole('heading', { level: 1, name: '架空 訪問子さん' }).waitFor();
  await page.getByRole('button', { name: /直す$/u }).last().click();
  await expect(page.getByRole('dialog')).toContainText('のしめで数えた記録です');
});

test('the long list of people who were not visited shows its first lines, and the rest when it is asked', async ({
  page,
}) => {
  await createRegister(page);
  const [, , last] = await lastMonths(page);
  const long = addDays(monthStart(last), -400);
  const { personId } = await enter(page, '架空 訪問子', long);
  await visit(page, personId, monthStart(last));
  for (let number = 0; number < 60; number += 1) {
    await enter(page, `架空 ${String.fromCodePoint(0x4e00 + number * 7)}子`, long);
  }
  await openClosings(page);
  const part = page.getByRole('region', { name: 'この月に訪問の記録がない方' });
  await expect(part.getByRole('listitem')).toHaveCount(6);
  await part.getByRole('button', { name: 'のこりの54人も見る' }).click();
  await expect(part.getByRole('listitem')).toHaveCount(60);
  await expectNoViolations(page);
  await part.getByRole('link').nth(40).click();
  await expect(page.getByRole('heading', { level: 1, name: /^架空 .子さん$/u })).toBeVisible();
});

test('an empty register has nothing to close, and says when', async ({ page }) => {
  await createRegister(page);
  await goTo(page, '今日');
  await expect(page.getByRole('link', { name: '月のしめを開く' })).toHaveCount(0);
  await page.goto(page.url().replace(/#.*$/u, '#/closings'));
  await expect(page.getByText('しめる月は、まだありません')).toBeVisible();
  await expectNoViolations(page);
});
