// The counts of a month, and the equation that holds between them whatever was recorded. All records are invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countConsultations,
  countEndedByReason,
  countFlow,
  countStock,
  countVisits,
  isWatchedOn,
  NO_CODE,
  type WatchRecord,
} from '#main/features/reports/monthly-statistics.ts';
import { addDays, asCalendarDate } from '#shared/model/calendar-date.ts';

const day = asCalendarDate;
const SEPTEMBER = { from: day('2026-09-01'), to: day('2026-09-30') };

const watch = (overrides: Partial<WatchRecord> = {}): WatchRecord => ({
  personId: 'a',
  district: 'horie',
  startedOn: day('2026-04-01'),
  endedOn: null,
  endReason: null,
  ...overrides,
});

const nearSeptember = fc.integer({ min: -40, max: 70 }).map((days) => addDays(SEPTEMBER.from, days));
const anyWatch = fc.record({
  personId: fc.uuid(),
  district: fc.constantFrom('horie', 'meiji', null),
  startedOn: fc.option(nearSeptember, { nil: null }),
  endedOn: fc.option(nearSeptember, { nil: null }),
  endReason: fc.constantFrom('moved', 'deceased', null),
});

describe('persons of a month', () => {
  it('start + new - ended = end, for any records', () => {
    fc.assert(
      fc.property(fc.array(anyWatch, { maxLength: 60 }), (watches) => {
        const { start, added, ended, end } = countFlow(watches, SEPTEMBER);
        expect(start + added - ended).toBe(end);
      }),
      { numRuns: 500 },
    );
  });

  it('makes the end of one month the start of the next', () => {
    const october = { from: day('2026-10-01'), to: day('2026-10-31') };
    fc.assert(
      fc.property(fc.array(anyWatch, { maxLength: 60 }), (watches) => {
        expect(countFlow(watches, october).start).toBe(countFlow(watches, SEPTEMBER).end);
      }),
    );
  });

  it('agrees with its tables: reasons add up to those who ended, districts to those at month end', () => {
    fc.assert(
      fc.property(fc.array(anyWatch, { maxLength: 60 }), (watches) => {
        const flow = countFlow(watches, SEPTEMBER);
        expect(countEndedByReason(watches, SEPTEMBER, ['moved']).total.persons).toBe(flow.ended);
        expect(countStock(watches, SEPTEMBER.to, ['horie']).total.persons).toBe(flow.end);
      }),
    );
  });

  it('counts a person from the first day of the watch to the day before it ended', () => {
    const one = watch({ startedOn: day('2026-09-10'), endedOn: day('2026-09-20') });
    expect(isWatchedOn(one, day('2026-09-09'))).toBe(false);
    expect(isWatchedOn(one, day('2026-09-10'))).toBe(true);
    expect(isWatchedOn(one, day('2026-09-19'))).toBe(true);
    expect(isWatchedOn(one, day('2026-09-20'))).toBe(false);
  });

  it('counts somebody who began and ended within the month in both, and an impossible watch nowhere', () => {
    const both = watch({ startedOn: day('2026-09-03'), endedOn: day('2026-09-03') });
    const impossible = watch({ startedOn: day('2026-09-20'), endedOn: day('2026-09-03') });
    expect(countFlow([both, impossible], SEPTEMBER)).toEqual({ start: 0, added: 1, ended: 1, end: 0 });
  });

  it('takes a watch without a first day as one that went on before', () => {
    expect(countFlow([watch({ startedOn: null })], SEPTEMBER)).toEqual({ start: 1, added: 0, ended: 0, end: 1 });
  });
});

describe('visits and consultations of a month', () => {
  const visit = (personId: string, visitedOn: string, method = 'phone') => ({
    personId,
    visitedOn: day(visitedOn),
    method,
    result: 'met',
    district: 'horie',
  });

  it('counts visits 延べ and persons once, within the month only', () => {
    const visits = [
      visit('a', '2026-08-31'),
      visit('a', '2026-09-01'),
      visit('a', '2026-09-30', 'visit'),
      visit('b', '2026-09-15'),
      visit('b', '2026-10-01'),
    ];
    expect(countVisits(visits, SEPTEMBER, 'method', ['visit', 'phone', 'meal'])).toEqual({
      rows: [
        { code: 'visit', events: 1, persons: 1 },
        { code: 'phone', events: 2, persons: 2 },
        { code: 'meal', events: 0, persons: 0 },
      ],
      total: { events: 3, persons: 2 },
    });
  });

  it('counts each consultation about nobody in the register as one unknown person', () => {
    const about = (personId: string | null) => ({
      personId,
      district: 'horie',
      consultedOn: day('2026-09-05'),
      content: '11',
      field: 'elderly',
    });
    const table = countConsultations([about(null), about(null), about('a'), about('a')], SEPTEMBER, 'content', ['11']);
    expect(table.rows).toEqual([{ code: '11', events: 4, persons: 3 }]);
  });

  it('gives what carries no code or a retired one a row of its own', () => {
    const visits = [
      { ...visit('a', '2026-09-02'), district: null },
      { ...visit('b', '2026-09-02'), district: 'old' },
    ];
    expect(countVisits(visits, SEPTEMBER, 'district', ['horie']).rows.map(({ code }) => code)).toEqual([
      'horie',
      'old',
      NO_CODE,
    ]);
  });
});
