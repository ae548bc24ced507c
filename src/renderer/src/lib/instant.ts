// An instant as day and time on this machine's clock, for the screen. Reads no clock.

import { type CalendarDate, calendarDateOf } from '#shared/model/calendar-date.ts';
import { formatDate } from '#shared/model/era.ts';

/** `at`: ISO 8601 UTC. */
export function dayAndTimeOf(at: string): { readonly day: CalendarDate; readonly time: string } {
  const date = new Date(at);
  return {
    day: calendarDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate()),
    time: `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`,
  };
}

/** 令和8年10月15日 12:00 */
export function momentWords(at: string): string {
  const { day, time } = dayAndTimeOf(at);
  return `${formatDate(day, 'era')} ${time}`;
}
