// What a refusal offers: each way out says what it changes, and of which tables how much would be ＊. Invented people.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hiddenShares } from '#main/disclosure-control/protect-in-worker.ts';
import { readGround } from '#main/features/publications/ground.ts';
import { planTables } from '#main/features/publications/table-plan.ts';
import { waysOut } from '#main/features/publications/ways-out.ts';
import type { TableChoice } from '#shared/contract/publications.contract.ts';
import { addDays, asCalendarMonth, monthEnd } from '#shared/model/calendar-date.ts';
import { inventLife, monthsFrom } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const JUNE = asCalendarMonth('2026-06');

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-04-01' });
  const life = inventLife(register, { people: 14, visits: 12, consultations: 6 });
  for (const month of monthsFrom('2026-04', 3)) {
    await life.live(month);
    register.setToday(addDays(monthEnd(month), 5));
    await register.ok('closings.close', { month });
  }
});
afterEach(() => register.close());

const choice = (tableId: string, span: TableChoice['span'] = 'month'): TableChoice => ({ tableId, span, form: 'fine' });

/** A place in the table, as the library names it. */
const placeIn = (source: string, months: string) => `${source}|events|${months}|計`;

/** The ways out when these places are refused. */
function waysOf(choices: readonly TableChoice[], ...places: readonly string[]) {
  const ground = readGround(register.vault.session.reader, { month: JUNE, profile: 'council' });
  return waysOut(ground, planTables(ground, choices), places);
}

const METHODS = choice('visits_by_method');
const FIELDS = choice('consultations_by_field');

describe('leaving out what cannot be protected', () => {
  it('says which table it is, and leaves the others as they are', () => {
    const last = waysOf([METHODS, FIELDS], placeIn('visits', JUNE)).at(-1);
    expect(last?.title).toBe('『見守りの件数（方法別）』の表をのぞく');
    expect(last?.choices).toEqual([FIELDS]);
  });

  it('says of which months it is, where the same table is there for others too', () => {
    const quarter = choice('visits_by_method', 'quarter');
    const last = waysOf([METHODS, quarter, FIELDS], placeIn('visits', '2026-04+2026-05+2026-06')).at(-1);
    expect(last?.title).toBe('『見守りの件数（方法別）　2026年4月〜6月（四半期）』の表をのぞく');
    expect(last?.choices).toEqual(expect.arrayContaining([METHODS, FIELDS]));
  });

  it('of several names the first on the button, and all of them beside it', () => {
    const fields = [FIELDS, choice('consultations_by_content'), choice('consultations_by_district', 'quarter')];
    const last = waysOf([...fields, METHODS], placeIn('consultations', JUNE)).at(-1);
    expect(last?.title).toBe('『相談の件数（内容別）』など2つの表をのぞく');
    expect(last?.leavesOut).toEqual(['相談の件数（内容別）', '相談の件数（分野別）']);
  });

  it('is reckoned over the tables that stay, as the other ways out are over those that change', async () => {
    const ways = waysOf([METHODS, FIELDS], placeIn('visits', JUNE));
    const requests = ways.map(({ request }) => request);
    expect(new Set(requests.at(-1)?.tables.map(({ source }) => source))).toEqual(new Set(['consultations']));
    const shares = (await hiddenShares(requests)) ?? [];
    expect(shares.at(-1)).toBeGreaterThanOrEqual(0);
    expect(shares.at(-1)).toBeLessThanOrEqual(1);
  });

  it('of a figure of an earlier month: what says something about it, also by what everybody knows of people who came and went', () => {
    const last = waysOf([choice('persons_flow'), FIELDS, METHODS], placeIn('begun', '2026-05')).at(-1);
    expect(last?.choices).toEqual(expect.arrayContaining([FIELDS, METHODS]));
    expect(last?.choices).toHaveLength(2);
    const ended = waysOf([choice('ended_by_reason', 'yearToDate'), FIELDS], placeIn('begun', '2026-05')).at(-1);
    expect(ended?.choices).toEqual([FIELDS]);
  });

  it('is not offered where nothing would stay', () => {
    const titles = waysOf([METHODS], placeIn('visits', JUNE)).map(({ title }) => title);
    expect(titles.filter((title) => title.endsWith('をのぞく'))).toEqual([]);
  });
});
