// The one source of time, handed to whoever needs it, so that a test can stand on any day.
import { type CalendarDate, calendarDateOf } from '#shared/model/calendar-date.ts';

export interface Clock {
  /** Today on this machine's calendar. */
  today(): CalendarDate;
  /** This instant, ISO 8601 in UTC. */
  now(): string;
}

export const systemClock: Clock = {
  today() {
    const date = new Date();
    return calendarDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  },
  now: () => new Date().toISOString(),
};

/** The day of an instant on this machine's calendar. */
export function localDayOf(instant: string): CalendarDate {
  const date = new Date(instant);
  return calendarDateOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
}
