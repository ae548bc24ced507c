// Calendar days and months without a clock or a time zone. Never reads the current time: "today" is always handed in.
import { z } from 'zod';

/** A real day of the Gregorian calendar, `YYYY-MM-DD`, in the years 1868 to 2199. */
export type CalendarDate = string & { readonly __calendarDate: true };

/** A month, `YYYY-MM`, in the years 1868 to 2199. */
export type CalendarMonth = string & { readonly __calendarMonth: true };

export const FIRST_YEAR = 1868;
export const LAST_YEAR = 2199;

const DAY_MS = 86_400_000;

export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Days in a month (1 to 12) of a year, leap years included. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether year, month and day name a day that exists, in the years this register knows. */
export function isRealDay(year: number, month: number, day: number): boolean {
  if (![year, month, day].every(Number.isInteger)) return false;
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

export function isCalendarDate(text: string): text is CalendarDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function isCalendarMonth(text: string): text is CalendarMonth {
  return isCalendarDate(`${text}-01`);
}

export const calendarDateSchema = z.custom<CalendarDate>(
  (value) => typeof value === 'string' && isCalendarDate(value),
  {
    error: 'not_a_calendar_date',
  },
);

export const calendarMonthSchema = z.custom<CalendarMonth>(
  (value) => typeof value === 'string' && isCalendarMonth(value),
  { error: 'not_a_calendar_month' },
);

/** Takes `YYYY-MM-DD` as a date. Throws RangeError for anything that is not a real day. */
export function asCalendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`Not a calendar date: ${JSON.stringify(text)}`);
  return text;
}

/** Takes `YYYY-MM` as a month. Throws RangeError for anything else. */
export function asCalendarMonth(text: string): CalendarMonth {
  if (!isCalendarMonth(text)) throw new RangeError(`Not a calendar month: ${JSON.stringify(text)}`);
  return text;
}

/** The date of a year, month (1 to 12) and day. Throws RangeError when there is no such day. */
export function calendarDateOf(year: number, month: number, day: number): CalendarDate {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return asCalendarDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function datePartsOf(date: CalendarDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

function utcOf(date: CalendarDate): number {
  const { year, month, day } = datePartsOf(date);
  return Date.UTC(year, month - 1, day);
}

/** The day `days` later (earlier when negative). Throws RangeError outside the years 1868 to 2199. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return asCalendarDate(new Date(utcOf(date) + days * DAY_MS).toISOString().slice(0, 10));
}

/** The same day `months` later; where that month is shorter, its last day (31 Jan + 1 month = 28 or 29 Feb). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = datePartsOf(date);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  return calendarDateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / DAY_MS);
}

/** Negative, zero or positive: for sorting, earliest first. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Full years of age on a day, stepping up on the birthday. Somebody born on 29 February has their birthday on
 * 1 March in a common year, as people count it. Negative before birth.
 */
export function ageOn(birthOn: CalendarDate, on: CalendarDate): number {
  const years = datePartsOf(on).year - datePartsOf(birthOn).year;
  return on.slice(5) < birthOn.slice(5) ? years - 1 : years;
}

/** 年度: April to March, named by the year in which it begins. */
export function fiscalYearOf(date: CalendarDate | CalendarMonth): number {
  const year = Number(date.slice(0, 4));
  return Number(date.slice(5, 7)) >= 4 ? year : year - 1;
}

/** The twelve months of a 年度, April first. */
export function fiscalYearMonths(fiscalYear: number): readonly CalendarMonth[] {
  const april = asCalendarMonth(`${fiscalYear}-04`);
  return Array.from({ length: 12 }, (_, index) => addMonthsToMonth(april, index));
}

export function monthOf(date: CalendarDate): CalendarMonth {
  return date.slice(0, 7) as CalendarMonth;
}

export function monthStart(month: CalendarMonth): CalendarDate {
  return asCalendarDate(`${month}-01`);
}

export function monthEnd(month: CalendarMonth): CalendarDate {
  const { year, month: number } = datePartsOf(monthStart(month));
  return calendarDateOf(year, number, daysInMonth(year, number));
}

export function addMonthsToMonth(month: CalendarMonth, months: number): CalendarMonth {
  return monthOf(addMonths(monthStart(month), months));
}

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export function weekdayOf(date: CalendarDate): Weekday {
  return WEEKDAYS[new Date(utcOf(date)).getUTCDay()] as Weekday;
}
