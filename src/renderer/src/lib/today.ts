// Today on the machine's calendar, for screens. The clock of the renderer is read here and nowhere else.
import { type CalendarDate, calendarDateOf } from '#shared/model/calendar-date.ts';

export function today(): CalendarDate {
  const now = new Date();
  return calendarDateOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The time of day, `HH:MM`. */
export function timeOfDay(): string {
  const now = new Date();
  return `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
}
