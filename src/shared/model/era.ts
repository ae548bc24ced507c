// Writes dates the way people in Japan read them: 和暦, 西暦, or both. Never decides what "today" is.
import {
  addDays,
  ageOn,
  asCalendarDate,
  type CalendarDate,
  type CalendarMonth,
  datePartsOf,
  monthEnd,
  monthStart,
} from './calendar-date.ts';

export interface Era {
  readonly name: string;
  readonly short: string;
  readonly letter: 'M' | 'T' | 'S' | 'H' | 'R';
  readonly firstDay: CalendarDate;
}

/**
 * The eras with their first days, earliest first. 明治 was declared to begin with its first lunar year (25 January 1868).
 * 大正 and 昭和 began on the day of the death that ended the era before, so those two days belong to both.
 */
export const ERAS = [
  { name: '明治', short: '明', letter: 'M', firstDay: asCalendarDate('1868-01-25') },
  { name: '大正', short: '大', letter: 'T', firstDay: asCalendarDate('1912-07-30') },
  { name: '昭和', short: '昭', letter: 'S', firstDay: asCalendarDate('1926-12-25') },
  { name: '平成', short: '平', letter: 'H', firstDay: asCalendarDate('1989-01-08') },
  { name: '令和', short: '令', letter: 'R', firstDay: asCalendarDate('2019-05-01') },
] as const satisfies readonly Era[];

/** The last day that may be written in this era, or null for the present one. */
export function eraLastDay(era: Era): CalendarDate | null {
  const next = ERAS[ERAS.findIndex((each) => each.letter === era.letter) + 1];
  if (next === undefined) return null;
  const sharesItsDay = next.letter === 'T' || next.letter === 'S';
  return sharesItsDay ? next.firstDay : addDays(next.firstDay, -1);
}

/** The era of a day and the year in it, or null before 明治. */
export function eraOf(date: CalendarDate): { readonly era: Era; readonly year: number } | null {
  const era = ERAS.findLast((each) => each.firstDay <= date);
  if (era === undefined) return null;
  return { era, year: datePartsOf(date).year - datePartsOf(era.firstDay).year + 1 };
}

function yearLabel(year: number): string {
  return year === 1 ? '元' : String(year);
}

/** 1937年3月4日 */
export function formatWestern(date: CalendarDate): string {
  const { year, month, day } = datePartsOf(date);
  return `${year}年${month}月${day}日`;
}

/** 昭和12年3月4日; the first year is 元年. Before 明治 the western date. */
export function formatEra(date: CalendarDate): string {
  const found = eraOf(date);
  if (found === null) return formatWestern(date);
  const { month, day } = datePartsOf(date);
  return `${found.era.name}${yearLabel(found.year)}年${month}月${day}日`;
}

/** S12.3.4, for narrow columns. Before 明治 1868.1.1. */
export function formatEraShort(date: CalendarDate): string {
  const found = eraOf(date);
  const { year, month, day } = datePartsOf(date);
  return found === null ? `${year}.${month}.${day}` : `${found.era.letter}${found.year}.${month}.${day}`;
}

export const DATE_STYLES = ['era', 'western', 'both'] as const;
export type DateStyle = (typeof DATE_STYLES)[number];

/** 昭和12年3月4日, 1937年3月4日, or 昭和12年3月4日（1937年）. */
export function formatDate(date: CalendarDate, style: DateStyle): string {
  switch (style) {
    case 'era':
      return formatEra(date);
    case 'western':
      return formatWestern(date);
    case 'both':
      return eraOf(date) === null ? formatWestern(date) : `${formatEra(date)}（${datePartsOf(date).year}年）`;
  }
}

/** 令和8年10月（2026年10月）. A month in which the era changed takes the era of its last day. */
export function formatMonth(month: CalendarMonth, style: DateStyle = 'both'): string {
  const { year, month: number } = datePartsOf(monthStart(month));
  const western = `${year}年${number}月`;
  const found = eraOf(monthEnd(month));
  if (style === 'western' || found === null) return western;
  const japanese = `${found.era.name}${yearLabel(found.year)}年${number}月`;
  return style === 'era' ? japanese : `${japanese}（${western}）`;
}

/** 令和8年度 for the 年度 that begins in April 2026. The 年度 of an era change keeps the era of its first day, as offices wrote it. */
export function formatFiscalYear(fiscalYear: number): string {
  const found = eraOf(asCalendarDate(`${fiscalYear}-04-01`));
  return found === null ? `${fiscalYear}年度` : `${found.era.name}${yearLabel(found.year)}年度`;
}

/** What a birth date box echoes: 昭和12年3月4日（1937年・89歳）. */
export function describeBirth(birthOn: CalendarDate, today: CalendarDate): string {
  return `${formatEra(birthOn)}（${datePartsOf(birthOn).year}年・${ageOn(birthOn, today)}歳）`;
}
