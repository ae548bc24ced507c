// Today on the machine's calendar, for screens. The clock of the renderer is read here and nowhere else.
import { type CalendarDate, calendarDateOf } from '#shared/model/calendar-date.ts';

export function today(): CalendarDate {
  const now = new Date();
  return calendarDateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** This moment, in milliseconds: for a countdown. */
export const momentNow = (): number => Date.now();
