// Making a month's summary safe and giving it out, through the contract: what is hidden, what is refused, what is left of it. Invented people.
import { afterEach, describe, expect, it } from 'vitest';
import type { TableChoice } from '#shared/contract/publications.contract.ts';
import type { ProfileId, Report } from '#shared/contract/report-shape.ts';
import { asCalendarDate, asCalendarMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { prepareUsual, publishUsual } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister, type TestRegisterOptions } from '#tests/support/test-register.ts';

const JULY = asCalendarMonth('2026-07');
const AUGUST = asCalendarMonth('2026-08');

let register: TestRegister;
afterEach(() => register.close());

const open = async (options: TestRegisterOptions = {}) => {
  register = await openTestRegister({ today: '2026-08-03', ...options });
};

async function watch(count: number, district: string): Promise<PersonId[]> {
  const ids: PersonId[] = [];
  for (let number = 0; number < count; number += 1) {
    const name = `架空 ${district}${number}`;
    const person = buildPerson({ name, kana: '', district, watchStartedOn: asCalendarDate('2026-04-01') });
    ids.push((await register.ok('people.register', { person, consent: null })).personId);
  }
  return ids;
}

async function visit(ids: readonly PersonId[], more: Parameters<typeof buildVisit>[0] = {}): Promise<void> {
  for (const personId of ids) {
    const made = buildVisit({ visitedOn: asCalendarDate('2026-07-10'), ...more });
    await register.ok('visits.record', { personId, visit: made });
  }
}

const close = (month: CalendarMonth) => register.ok('closings.close', { month });

/** Some people, some visits, closed: enough for a summary with something to hide. */
async function live(): Promise<void> {
  const ids = await watch(14, 'horie');
  await visit(ids);
  await visit(ids.slice(0, 3), { method: 'phone' });
  await close(JULY);
}

const choice = (tableId: string, span: TableChoice['span'] = 'month', form = 'fine'): TableChoice => ({
  tableId,
  span,
  form,
});

const prepare = (tables: TableChoice[], month = JULY, profile: ProfileId = 'council', remarks = '') =>
  register.ok('publications.prepare', { month, profile, tables, remarks });

async function safeReport(...wish: Parameters<typeof prepare>): Promise<Report> {
  const prepared = await prepare(...wish);
  if (prepared.state === 'refused') throw new Error(prepared.refusal.sentence);
  return prepared.report;
}

const tablesOf = (report: Report) => report.sections.flatMap(({ tables }) => tables);
const cellOf = (report: Report, tableId: string, rowId: string, column = 0) =>
  tablesOf(report)
    .find(({ id }) => id === tableId)
    ?.rows.find(({ id }) => id === rowId)?.cells[column];

describe('what is hidden', () => {
  it('fifty visits of one person are, and so is what would give them back', async () => {
    await open();
    await visit(await watch(20, 'horie'));
    const [lonely] = await watch(1, 'meiji');
    await visit(
      Array.from({ length: 50 }, () => lonely as PersonId),
      { method: 'meal' },
    );
    await close(JULY);
    const report = await safeReport([choice('visits_by_method')]);
    expect(cellOf(report, 'visits_by_method.month', 'meal')).toMatchObject({
      shown: '＊',
      inside: { value: 50, persons: 1, reason: 'fewPersons' },
    });
    expect(cellOf(report, 'visits_by_method.month', 'total')?.shown).toBe(70);
    expect(cellOf(report, 'visits_by_method.month', 'visit')?.shown).toBe('＊');
  });

  it('the only child, and a 地域 of four persons', async () => {
    await open();
    const ids = [...(await watch(12, 'horie')), ...(await watch(11, 'meiji')), ...(await watch(4, 'edobori'))];
    for (const [number, personId] of ids.entries()) {
      const field = number === 0 ? 'child' : 'elderly';
      const consultation = buildConsultation({ personId, consultedOn: asCalendarDate('2026-07-05'), field });
      await register.ok('consultations.record', { consultation });
    }
    await close(JULY);
    const report = await safeReport([choice('consultations_by_field'), choice('watched_by_district')]);
    expect(cellOf(report, 'consultations_by_field.month', 'child')).toMatchObject({
      shown: '＊',
      inside: { value: 1 },
    });
    expect(cellOf(report, 'watched_by_district.month', 'edobori')).toMatchObject({
      shown: '＊',
      inside: { value: 4, reason: 'fewPersons' },
    });
    expect(cellOf(report, 'watched_by_district.month', 'total')?.shown).toBe(27);
    expect(report.verdict.sentence).toMatch(/^＊の\d+か所は、この集計のすべての表と合わせても/u);
  });

  it('nothing in a month in which nothing happened, and the report says so sensibly', async () => {
    await open({ today: '2026-09-03' });
    const [personId] = await watch(1, 'horie');
    await visit([personId as PersonId]);
    const end = { endedOn: asCalendarDate('2026-07-31'), reason: 'moved', note: '' };
    await register.ok('people.endWatch', { personId: personId as PersonId, ...end });
    await close(JULY);
    await close(AUGUST);
    const prepared = await prepareUsual(register, AUGUST);
    expect(prepared.state).toBe('safe');
    const { report } = prepared as { report: Report };
    expect(report.verdict).toMatchObject({ hidden: 0, earlierTables: 0 });
    expect(report.verdict.sentence).toContain('＊にする数字はありませんでした');
    const figures = tablesOf(report).flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ shown }) => shown)),
    );
    expect(new Set(figures)).toEqual(new Set([0]));
  });

  it('a category that empties stays in the table, with what it was before', async () => {
    await open();
    const ids = await watch(12, 'horie');
    await visit(ids, { method: 'meal' });
    await close(JULY);
    await publishUsual(register, JULY);
    register.setToday('2026-09-03');
    await register
      .ok('codes.revise', { list: 'visitMethod', code: 'meal', isRetired: true } as never)
      .catch(() => null);
    await visit(ids, { visitedOn: asCalendarDate('2026-08-10') });
    await close(AUGUST);
    const report = await safeReport([choice('visits_by_method')], AUGUST);
    expect(cellOf(report, 'visits_by_method.month', 'visit')?.shown).toBe(12);
    const published = (await register.ok('publications.overview', {})).publications[0];
    const before = await register.ok('publications.get', { publicationId: published?.id as never });
    expect(cellOf(before, 'visits_by_method.month', 'meal')?.shown).toBe(12);
  });

  it('only three persons, where a decision says three; never fewer, and nothing below ten for everybody', async () => {
    await open();
    await live();
    const decision = { profile: 'council' as const, decidedBy: '見本区見守り連絡会', reason: '区との取り決め' };
    const day = { decidedOn: asCalendarDate('2026-08-01') };
    expect(await register.refused('publications.decide', { ...decision, ...day, k: 2 })).toBe('k_out_of_range');
    const forAll = { ...decision, ...day, profile: 'public', k: 9 };
    expect(await register.refused('publications.decide', forAll)).toBe('k_out_of_range');
    const later = { ...decision, decidedOn: '2026-08-04', k: 3 };
    expect(await register.refused('publications.decide', later)).toBe('date_in_future');
    expect(cellOf(await safeReport([choice('visits_by_method')]), 'visits_by_method.month', 'phone')?.shown).toBe('＊');
    await register.ok('publications.decide', { ...decision, ...day, k: 3 });
    const report = await safeReport([choice('visits_by_method')]);
    expect(report.k).toBe(3);
    const shown = cellOf(report, 'visits_by_method.month', 'phone');
    // Where something is hidden for show, that, and what covers it, can be this one.
    const isFeigned = tablesOf(report).some(({ rows }) =>
      rows.some(({ cells }) => cells.some(({ inside }) => inside?.reason === 'decoy')),
    );
    expect(isFeigned || shown?.shown === 3).toBe(true);
    const { profiles } = await register.ok('publications.overview', {});
    expect(profiles[0]).toMatchObject({ k: 3, leastK: 3, mostK: 10, decision: { decidedBy: '見本区見守り連絡会' } });
  });

  it('from everybody what the council was given with fewer than ten persons, with ways out', async () => {
    await open();
    const ids = await watch(30, 'horie');
    await visit(ids);
    await visit(ids.slice(0, 7), { method: 'phone' });
    await close(JULY);
    await publishUsual(register, JULY);
    const published = (await register.ok('publications.overview', {})).publications[0];
    const council = await register.ok('publications.get', { publicationId: published?.id as never });
    const prepared = await prepare([choice('visits_by_method'), choice('watched_by_age')], JULY, 'public');
    if (cellOf(council, 'visits_by_method.month', 'phone')?.shown === 7) {
      expect(prepared).toMatchObject({ state: 'refused', refusal: { code: 'below_promise' } });
      const offers = prepared.state === 'refused' ? prepared.refusal.offers : [];
      expect(offers.at(-1)).toMatchObject({
        title: '『見守りの件数（方法別）』の表をのぞく',
        choices: [choice('watched_by_age')],
      });
    } else {
      const shown =
        prepared.state === 'safe' ? cellOf(prepared.report, 'visits_by_method.month', 'phone')?.shown : '＊';
      expect(shown).toBe('＊');
    }
  });

  it('every 地域 from what everybody can see', async () => {
    await open();
    await live();
    const offers = await register.ok('publications.offers', { month: JULY, profile: 'public' });
    expect(offers.length).toBeGreaterThan(5);
    expect(offers.filter(({ tableId }) => tableId.includes('district'))).toEqual([]);
    const wish = { month: JULY, profile: 'public', tables: [choice('watched_by_district')], remarks: '' };
    expect(await register.refused('publications.prepare', wish)).toBe('no_tables');
    const report = await safeReport([choice('visits_by_method')], JULY, 'public');
    expect(report.k).toBe(10);
    expect(tablesOf(report).map(({ id }) => id)).toEqual(['visits_by_method.month', 'agenda_items.month']);
  });
});

describe('what is offered', () => {
  it('are the tables of a closed month, in every span that is whole', async () => {
    await open();
    expect(await register.refused('publications.offers', { month: JULY, profile: 'council' })).toBe('month_not_closed');
    await live();
    const offers = await register.ok('publications.offers', { month: JULY, profile: 'council' });
    expect(new Set(offers.map(({ span }) => span))).toEqual(new Set(['month']));
    expect(offers.every(({ advised }) => advised === null)).toBe(true);
    const reckoned = await register.ok('publications.reckon', { month: JULY, profile: 'council' });
    const method = reckoned.find(({ tableId }) => tableId === 'visits_by_method_result');
    expect(method?.forms.map(({ form }) => form)).toEqual(['fine', 'rounded']);
    expect(method?.forms.every(({ hiddenShare }) => hiddenShare !== null)).toBe(true);
    expect(method?.advised).toBe('fine');
    const kept = await register.ok('publications.offers', { month: JULY, profile: 'council' });
    expect(kept).toEqual(reckoned);
  });

  it('rounded tables are additive multiples of three, and bind the month to that form', async () => {
    await open();
    await live();
    const report = await safeReport([choice('visits_by_method_result', 'month', 'rounded')]);
    const table = tablesOf(report)[0];
    const shown = table?.rows.flatMap(({ cells }) => cells.map((cell) => cell.shown)) ?? [];
    expect(shown.every((figure) => typeof figure === 'number' && figure % 3 === 0)).toBe(true);
    expect(table?.notes[0]).toContain('3の倍数');
    const mixed = await prepare([
      choice('visits_by_method_result', 'month', 'rounded'),
      choice('visits_by_method', 'month'),
    ]);
    expect(mixed).toMatchObject({ state: 'refused', refusal: { code: 'mixed_modes' } });
  });
});

describe('remarks', () => {
  it('that name somebody are refused with what was found, in any writing', async () => {
    await open();
    const person = buildPerson({ name: '架空 髙子', kana: 'かくう たかこ' });
    const { personId } = await register.ok('people.register', { person, consent: null });
    await visit([personId]);
    await close(JULY);
    const words = ['架空高子さんが入院しました。', 'カクウ　タカコさんの件', '架 空　髙子様'];
    for (const remarks of words) {
      const prepared = await prepare([choice('visits_by_method')], JULY, 'council', remarks);
      expect(prepared).toMatchObject({ state: 'refused', refusal: { code: 'names_in_text', offers: [] } });
    }
    const prepared = await prepare([choice('visits_by_method')], JULY, 'council', words[0]);
    expect(prepared.state === 'refused' && prepared.refusal.sentence).toContain('「架空高子」');
    const report = await safeReport([choice('visits_by_method')], JULY, 'council', '夏の見守り月間でした。');
    expect(report.remarks).toBe('夏の見守り月間でした。');
  });
});
