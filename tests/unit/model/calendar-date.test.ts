import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  ageOn,
  asCalendarDate,
  asCalendarMonth,
  type CalendarDate,
  calendarDateOf,
  calendarDateSchema,
  calendarMonthSchema,
  compareDates,
  datePartsOf,
  daysBetween,
  fiscalYearMonths,
  fiscalYearOf,
  isCalendarDate,
  isCalendarMonth,
  monthEnd,
  monthOf,
  monthStart,
  weekdayOf,
} from '#shared/model/calendar-date.ts';

const on = asCalendarDate;
const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays(on('1870-01-01'), days));

describe('a calendar date', () => {
  it('is a real day of the years 1868 to 2199', () => {
    for (const text of ['1868-01-01', '2024-02-29', '2000-02-29', '2199-12-31']) {
      expect(isCalendarDate(text), text).toBe(true);
      expect(calendarDateSchema.parse(text)).toBe(text);
    }
  });

  it('is nothing else', () => {
    const refused = [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-01-00',
      '1867-12-31',
      '2200-01-01',
      '2026-1-1',
      '20260101',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '',
    ];
    for (const text of refused) {
      expect(isCalendarDate(text), text).toBe(false);
      expect(calendarDateSchema.safeParse(text).success, text).toBe(false);
      expect(() => asCalendarDate(text), text).toThrow(RangeError);
    }
    expect(calendarDateSchema.safeParse(20260101).success).toBe(false);
    expect(() => calendarDateOf(2026, 2, 30)).toThrow(RangeError);
    expect(() => calendarDateOf(2026, 1.5, 3)).toThrow(RangeError);
  });

  it('counts days across month ends, leap days and years', () => {
    expect(addDays(on('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(on('2025-12-31'), 1)).toBe('2026-01-01');
    expect(addDays(on('2026-03-01'), -1)).toBe('2026-02-28');
    expect(daysBetween(on('2024-02-28'), on('2024-03-01'))).toBe(2);
    expect(daysBetween(on('2026-10-05'), on('2026-10-01'))).toBe(-4);
    expect(() => addDays(on('2199-12-31'), 1)).toThrow(RangeError);
  });

  it('adding days and counting them are each other’s inverse', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -700, max: 700 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  it('adding months keeps the day or takes the last of the month', () => {
    expect(addMonths(on('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(on('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(on('2026-11-22'), 3)).toBe('2027-02-22');
    expect(addMonths(on('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(on('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(on('2026-12-01'), 0)).toBe('2026-12-01');
  });

  it('sorts earliest first', () => {
    const sorted = [on('2026-10-05'), on('1937-03-04'), on('2026-09-30'), on('1937-03-04')].sort(compareDates);
    expect(sorted).toEqual(['1937-03-04', '1937-03-04', '2026-09-30', '2026-10-05']);
  });

  it('knows its weekday', () => {
    expect(weekdayOf(on('1937-03-04'))).toBe('木');
    expect(weekdayOf(on('2026-11-22'))).toBe('日');
    expect(weekdayOf(on('2000-02-29'))).toBe('火');
  });

  it('falls into its parts and comes together again', () => {
    fc.assert(
      fc.property(anyDay, (day: CalendarDate) => {
        const { year, month, day: number } = datePartsOf(day);
        expect(calendarDateOf(year, month, number)).toBe(day);
      }),
    );
  });
});

describe('age', () => {
  it('steps up on the birthday', () => {
    expect(ageOn(on('1937-03-04'), on('2026-03-03'))).toBe(88);
    expect(ageOn(on('1937-03-04'), on('2026-03-04'))).toBe(89);
    expect(ageOn(on('1937-03-04'), on('1937-03-04'))).toBe(0);
    expect(ageOn(on('1937-03-04'), on('1937-03-03'))).toBe(-1);
  });

  it('of somebody born on a leap day steps up on 1 March in a common year', () => {
    expect(ageOn(on('1940-02-29'), on('2026-02-28'))).toBe(85);
    expect(ageOn(on('1940-02-29'), on('2026-03-01'))).toBe(86);
    expect(ageOn(on('1940-02-29'), on('2024-02-29'))).toBe(84);
  });
});

describe('a month', () => {
  it('is written as YYYY-MM', () => {
    expect(isCalendarMonth('2026-10')).toBe(true);
    for (const text of ['2026-13', '2026-1', '2026-10-01', '1867-12', '']) {
      expect(isCalendarMonth(text), text).toBe(false);
      expect(calendarMonthSchema.safeParse(text).success, text).toBe(false);
      expect(() => asCalendarMonth(text), text).toThrow(RangeError);
    }
    expect(calendarMonthSchema.parse('2026-10')).toBe('2026-10');
  });

  it('has a first and a last day', () => {
    expect(monthOf(on('2024-02-29'))).toBe('2024-02');
    expect(monthStart(asCalendarMonth('2024-02'))).toBe('2024-02-01');
    expect(monthEnd(asCalendarMonth('2024-02'))).toBe('2024-02-29');
    expect(monthEnd(asCalendarMonth('2026-04'))).toBe('2026-04-30');
    expect(addMonthsToMonth(asCalendarMonth('2026-01'), -1)).toBe('2025-12');
    expect(addMonthsToMonth(asCalendarMonth('2026-11'), 14)).toBe('2028-01');
  });
});

describe('a 年度', () => {
  it('runs from April to March', () => {
    expect(fiscalYearOf(on('2026-03-31'))).toBe(2025);
    expect(fiscalYearOf(on('2026-04-01'))).toBe(2026);
    expect(fiscalYearOf(asCalendarMonth('2027-01'))).toBe(2026);
    const months = fiscalYearMonths(2026);
    expect(months).toHaveLength(12);
    expect([months[0], months[8], months[9], months[11]]).toEqual(['2026-04', '2026-12', '2027-01', '2027-03']);
  });
});
