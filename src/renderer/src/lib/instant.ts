// An instant as day and time on this machine's clock, for the screen. Reads no clock.

import { type CalendarDate, calendarDateOf } from '#shared/model/calendar-date.ts';

/** `at`: ISO 8601 UTC. */
export function dayAndTimeOf(at: string): { readonly day: CalendarDate; readonly time: string } {
  const date = new Date(at);
  return {
    day: calendarDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate()),
    time: `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`,
  };
}
