// A month as people speak of it: the number alone within the year of today, else with its year.
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { today } from './today.ts';

/** 「9月」, or 「2025年9月」 where it is not of this year. */
export function monthWords(month: CalendarMonth): string {
  const isOfThisYear = month.slice(0, 4) === today().slice(0, 4);
  return isOfThisYear ? `${Number(month.slice(5))}月` : formatMonth(month, 'western');
}
