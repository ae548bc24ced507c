// Which months a table sums, and what they are called.
import { describe, expect, it } from 'vitest';
import { monthsOfSpan, spanTitleOf } from '#main/features/publications/spans.ts';
import { addMonthsToMonth, asCalendarMonth } from '#shared/model/calendar-date.ts';

const month = asCalendarMonth;
const closedFrom = (first: string, count: number) =>
  new Set<string>(Array.from({ length: count }, (_each, index) => addMonthsToMonth(month(first), index)));
const YEAR = closedFrom('2026-04', 12);

describe('the months of a span', () => {
  it.each([
    ['month', '2026-07', ['2026-07']],
    ['quarter', '2026-06', ['2026-04', '2026-05', '2026-06']],
    ['quarter', '2027-03', ['2027-01', '2027-02', '2027-03']],
    ['quarter', '2026-07', null],
    ['yearToDate', '2026-04', null],
    ['yearToDate', '2026-05', ['2026-04', '2026-05']],
    ['yearToDate', '2027-01', [...YEAR].slice(0, 10)],
    ['year', '2026-06', null],
    ['year', '2027-03', [...YEAR]],
  ] as const)('%s of %s', (span, of, months) => {
    expect(monthsOfSpan(span, month(of), false, YEAR)).toEqual(months);
  });

  it('are all closed, or there is no such table', () => {
    const late = closedFrom('2026-06', 10);
    expect(monthsOfSpan('quarter', month('2026-06'), false, late)).toBeNull();
    expect(monthsOfSpan('yearToDate', month('2026-09'), false, late)).toBeNull();
    expect(monthsOfSpan('quarter', month('2026-09'), false, late)).toHaveLength(3);
    expect(monthsOfSpan('month', month('2026-05'), false, late)).toBeNull();
  });

  it('of a stock are the month alone, whatever the span', () => {
    expect(monthsOfSpan('quarter', month('2026-09'), true, closedFrom('2026-09', 1))).toEqual(['2026-09']);
    expect(monthsOfSpan('quarter', month('2026-08'), true, YEAR)).toBeNull();
  });
});

describe('what a span is called', () => {
  it.each([
    ['month', '2026-09', false, '2026年9月'],
    ['month', '2026-09', true, '2026年9月末'],
    ['quarter', '2026-09', false, '2026年7月〜9月（四半期）'],
    ['yearToDate', '2026-09', false, '2026年4月〜9月（累計）'],
    ['yearToDate', '2027-01', false, '2026年4月〜2027年1月（累計）'],
    ['year', '2027-03', false, '2026年4月〜2027年3月（年度）'],
  ] as const)('%s of %s', (span, of, isStock, title) => {
    expect(spanTitleOf(span, month(of), isStock)).toBe(title);
  });
});
