// Reads a date as people type it, in 和暦 or 西暦. Never guesses silently: what is not certain is refused, or marked.
import {
  ageOn,
  type CalendarDate,
  calendarDateOf,
  datePartsOf,
  daysInMonth,
  FIRST_YEAR,
  isRealDay,
  LAST_YEAR,
  weekdayOf,
} from './calendar-date.ts';
import { type Notation, readNotation, type Written, type WrittenDay } from './date-notation.ts';
import { type Era, eraLastDay, formatDate, formatEra } from './era.ts';

export const DATE_PROBLEMS = [
  'empty',
  'unreadable',
  'unknown',
  'no_such_day',
  'outside_era',
  'in_future',
  'too_old',
  'year_missing',
] as const;
export type DateProblem = (typeof DATE_PROBLEMS)[number];

/**
 * What the date is for. `birth` and `event` (a visit, a consent) cannot lie after today; `plan` (a next step, a meeting)
 * may. Without a year an event takes the last such day up to today, a plan the next one from today, a birth is refused.
 */
export type DatePurpose = 'birth' | 'event' | 'plan';

export interface DateReadingOptions {
  readonly today: CalendarDate;
  readonly purpose: DatePurpose;
}

export type DateReading =
  | { readonly ok: true; readonly date: CalendarDate; readonly note?: 'year_assumed' }
  | {
      readonly ok: false;
      readonly problem: DateProblem;
      /** A date that may have been meant; to be offered, never taken by itself. */
      readonly suggestion?: CalendarDate;
      /** What is wrong and what to do, in Japanese, for the screen. */
      readonly message: string;
    };

/** Nobody has lived longer; beyond it a birth date is a slip of the pen. */
const OLDEST_AGE = 130;

function refuse(problem: DateProblem, message: string, suggestion?: CalendarDate): DateReading {
  return suggestion === undefined ? { ok: false, problem, message } : { ok: false, problem, message, suggestion };
}

const EXAMPLE = '「昭和12年3月4日」「S12.3.4」「1937/3/4」のように入れてください。';

function refuseUnfinished(kind: Exclude<Written['kind'], 'day' | 'month_and_day'>): DateReading {
  switch (kind) {
    case 'empty':
      return refuse('empty', '日付を入れてください。');
    case 'unknown':
      return refuse('unknown', '日付がわからないと書かれています。わからないときは空欄のままにしてください。');
    case 'day_missing':
      return refuse('unreadable', `日がありません。年・月・日を${EXAMPLE}`);
    case 'month_and_day_missing':
      return refuse('unreadable', `月と日がありません。年・月・日を${EXAMPLE}`);
    case 'short_year':
      return refuse('unreadable', `年号がないので、何年のことかわかりません。${EXAMPLE}`);
    case 'unreadable':
      return refuse('unreadable', `日付として読み取れません。${EXAMPLE}`);
  }
}

function outsideLimits(date: CalendarDate, { today, purpose }: DateReadingOptions): DateReading | null {
  if (purpose !== 'plan' && date > today) {
    return refuse(
      'in_future',
      `${formatDate(date, 'both')}はまだ来ていません。今日（${formatEra(today)}）までの日付を入れてください。`,
    );
  }
  if (purpose === 'birth' && ageOn(date, today) > OLDEST_AGE) {
    return refuse(
      'too_old',
      `${formatDate(date, 'both')}生まれは${ageOn(date, today)}歳になります。年をお確かめください。`,
    );
  }
  return null;
}

function refuseImpossibleDay(yearLabel: string, year: number, month: number, day: number): DateReading | null {
  if (month < 1 || month > 12) return refuse('no_such_day', `${month}月はありません。月は1から12までです。`);
  const last = daysInMonth(year, month);
  if (day >= 1 && day <= last) return null;
  return refuse('no_such_day', `${day}日はありません。${yearLabel}${month}月は1日から${last}日までです。`);
}

function refuseOutsideEra(
  era: Era,
  date: CalendarDate | null,
  isLate: boolean,
  options: DateReadingOptions,
): DateReading {
  const lastDay = eraLastDay(era);
  const limit = isLate && lastDay !== null ? lastDay : era.firstDay;
  const { year } = datePartsOf(limit);
  const eraYear = year - datePartsOf(era.firstDay).year + 1;
  const { month, day } = datePartsOf(limit);
  const bounds = `${era.name}は${eraYear === 1 ? '元' : eraYear}年${month}月${day}日${isLate ? 'まで' : 'から'}です。`;
  if (date === null || outsideLimits(date, options) !== null) {
    return refuse('outside_era', `${bounds}年号と年をお確かめください。`);
  }
  return refuse('outside_era', `${bounds}${formatEra(date)}のことですか？`, date);
}

function resolveDay(written: WrittenDay, options: DateReadingOptions): DateReading {
  const { era, month, day } = written;
  const year = era === null ? written.year : datePartsOf(era.firstDay).year + written.year - 1;
  const impossible = refuseImpossibleDay(
    `${era?.name ?? ''}${era !== null && written.year === 1 ? '元' : written.year}年`,
    year,
    month,
    day,
  );
  if (impossible !== null) return impossible;
  const date = isRealDay(year, month, day) ? calendarDateOf(year, month, day) : null;
  if (era !== null) {
    const lastDay = eraLastDay(era);
    if (lastDay !== null && (date === null || date > lastDay)) return refuseOutsideEra(era, date, true, options);
    if (date !== null && date < era.firstDay) return refuseOutsideEra(era, date, false, options);
  }
  if (year < FIRST_YEAR) return refuse('too_old', `${year}年は古すぎます。年をお確かめください。`);
  if (date === null) return refuse('in_future', `年が大きすぎます。${LAST_YEAR}年までの日付を入れてください。`);
  return outsideLimits(date, options) ?? { ok: true, date };
}

function resolveWithoutYear(month: number, day: number, { today, purpose }: DateReadingOptions): DateReading {
  const leapYear = 2000;
  if (refuseImpossibleDay('', leapYear, month, day) !== null) {
    return refuse('no_such_day', `${month}月${day}日という日はありません。日付をお確かめください。`);
  }
  if (purpose === 'birth') return refuse('year_missing', `年がありません。${EXAMPLE}`);
  const step = purpose === 'event' ? -1 : 1;
  for (let years = 0; years <= 8; years += 1) {
    const year = datePartsOf(today).year + years * step;
    if (!isRealDay(year, month, day)) continue;
    const date = calendarDateOf(year, month, day);
    if (purpose === 'event' ? date <= today : date >= today) return { ok: true, date, note: 'year_assumed' };
  }
  return refuse('year_missing', `年がありません。${EXAMPLE}`);
}

/** A weekday or a second year that stands beside the date must agree with it, or one of the two is wrong. */
function contradictionIn(notation: Notation, date: CalendarDate): DateReading | null {
  const { weekday, westernYear, eraYear } = notation;
  if (weekday !== undefined && weekdayOf(date) !== weekday) {
    const message = `${formatEra(date)}は${weekdayOf(date)}曜日です。日付か曜日をお確かめください。`;
    return refuse('unreadable', message, date);
  }
  const { year } = datePartsOf(date);
  const written = eraYear === undefined ? westernYear : datePartsOf(eraYear.era.firstDay).year + eraYear.year - 1;
  if (written === undefined || written === year) return null;
  return refuse('unreadable', '和暦の年と西暦の年が合っていません。どちらが正しいかお確かめください。');
}

/**
 * Reads one typed date. Takes S12.3.4, 昭和12年3月4日, 昭12.3.4, 昭和十二年三月四日, S120304, 19370304, 1937/3/4, 1937年3月4日
 * and the like, full or half width, 元年, with spaces, with a weekday in parentheses at the end.
 */
export function readDate(text: string, options: DateReadingOptions): DateReading {
  const notation = readNotation(text);
  const { written } = notation;
  if (written.kind !== 'day' && written.kind !== 'month_and_day') return refuseUnfinished(written.kind);
  const reading =
    written.kind === 'day' ? resolveDay(written, options) : resolveWithoutYear(written.month, written.day, options);
  if (!reading.ok) return reading;
  return contradictionIn(notation, reading.date) ?? reading;
}
