// The term of a record in the calendar: to the day, over leap years.
import { describe, expect, it } from 'vitest';
import { addDays, asCalendarDate, datePartsOf } from '#shared/model/calendar-date.ts';
import { isRetentionOver, keptUntil } from '#shared/model/retention.ts';

const on = asCalendarDate;

describe('the last day of the term', () => {
  it.each([
    ['2021-03-31', 5, '2026-03-31'],
    ['2021-10-15', 5, '2026-10-15'],
    ['2021-12-31', 5, '2026-12-31'],
    // The term begins on 1 March and ends on the eve of a 1 March, whether that is a 28th or a 29th.
    ['2024-02-29', 5, '2029-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-02-28', 5, '2028-02-29'],
    ['2023-02-28', 4, '2027-02-28'],
    // The term begins on a 29 February; the year of its end has none.
    ['2024-02-28', 5, '2029-02-28'],
    ['2024-02-28', 4, '2028-02-28'],
    ['2099-02-28', 1, '2100-02-28'],
  ])('of a watch that ended on %s, kept %i years, is %s', (endedOn, years, last) => {
    expect(keptUntil(on(endedOn), years)).toBe(last);
  });

  it('never comes earlier for a watch that ended later, over eight years of days', () => {
    let before = on('2020-01-01');
    for (let day = on('2020-01-01'); day < '2028-01-01'; day = addDays(day, 1)) {
      const last = keptUntil(day, 5);
      expect(last >= before, `${day} ends on ${last}`).toBe(true);
      expect(datePartsOf(last).year - datePartsOf(day).year).toBe(5);
      before = last;
    }
  });

  it('is a day on which the record is still kept; the next is not', () => {
    expect(isRetentionOver(on('2021-10-15'), 5, on('2026-10-15'))).toBe(false);
    expect(isRetentionOver(on('2021-10-15'), 5, on('2026-10-16'))).toBe(true);
  });
});
