import { describe, expect, it } from 'vitest';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import {
  describeBirth,
  ERAS,
  eraLastDay,
  eraOf,
  formatDate,
  formatEra,
  formatEraShort,
  formatFiscalYear,
  formatMonth,
  formatWestern,
} from '#shared/model/era.ts';

const on = asCalendarDate;

describe('a date in 和暦', () => {
  it('has its era, year, month and day, the first year as 元年', () => {
    expect(formatEra(on('1937-03-04'))).toBe('昭和12年3月4日');
    expect(formatEra(on('2019-05-01'))).toBe('令和元年5月1日');
    expect(formatEraShort(on('1937-03-04'))).toBe('S12.3.4');
    expect(formatEraShort(on('2019-12-31'))).toBe('R1.12.31');
  });

  it('changes era exactly on the first day of each', () => {
    const pairs = [
      ['1868-01-24', '1868年1月24日'],
      ['1868-01-25', '明治元年1月25日'],
      ['1912-07-29', '明治45年7月29日'],
      ['1912-07-30', '大正元年7月30日'],
      ['1926-12-24', '大正15年12月24日'],
      ['1926-12-25', '昭和元年12月25日'],
      ['1989-01-07', '昭和64年1月7日'],
      ['1989-01-08', '平成元年1月8日'],
      ['2019-04-30', '平成31年4月30日'],
      ['2019-05-01', '令和元年5月1日'],
    ] as const;
    for (const [date, text] of pairs) expect(formatEra(on(date))).toBe(text);
    expect(formatEraShort(on('1868-01-24'))).toBe('1868.1.24');
    expect(eraOf(on('1868-01-01'))).toBeNull();
  });

  it('may be written up to the last day of the era, which 明治 and 大正 share with the next', () => {
    expect(ERAS.map(eraLastDay)).toEqual(['1912-07-30', '1926-12-25', '1989-01-07', '2019-04-30', null]);
  });

  it('is shown in the style of the setting', () => {
    const date = on('1937-03-04');
    expect(formatDate(date, 'era')).toBe('昭和12年3月4日');
    expect(formatDate(date, 'western')).toBe('1937年3月4日');
    expect(formatDate(date, 'both')).toBe('昭和12年3月4日（1937年）');
    expect(formatDate(on('1868-01-02'), 'both')).toBe('1868年1月2日');
    expect(formatWestern(date)).toBe('1937年3月4日');
  });

  it('of a birth is echoed with the year and the age', () => {
    expect(describeBirth(on('1937-03-04'), on('2026-11-22'))).toBe('昭和12年3月4日（1937年・89歳）');
  });
});

describe('a month and a 年度', () => {
  it('are shown in both calendars', () => {
    expect(formatMonth(asCalendarMonth('2026-10'))).toBe('令和8年10月（2026年10月）');
    expect(formatMonth(asCalendarMonth('2026-10'), 'era')).toBe('令和8年10月');
    expect(formatMonth(asCalendarMonth('2026-10'), 'western')).toBe('2026年10月');
    expect(formatMonth(asCalendarMonth('2019-04'))).toBe('平成31年4月（2019年4月）');
    expect(formatMonth(asCalendarMonth('2019-05'))).toBe('令和元年5月（2019年5月）');
    expect(formatFiscalYear(2026)).toBe('令和8年度');
    expect(formatFiscalYear(2019)).toBe('平成31年度');
  });
});
