// Instants (ISO 8601 UTC) on this machine's calendar and clock: for showing them, and for "from this day to that".
import { addDays, type CalendarDate, calendarDateOf, datePartsOf } from './calendar-date.ts';

const twoDigits = (value: number) => String(value).padStart(2, '0');

export function localDayOf(instant: string): CalendarDate {
  const at = new Date(instant);
  return calendarDateOf(at.getFullYear(), at.getMonth() + 1, at.getDate());
}

/** `HH:MM`. */
export function localTimeOf(instant: string): string {
  const at = new Date(instant);
  return `${twoDigits(at.getHours())}:${twoDigits(at.getMinutes())}`;
}

/** The first instant of a day. */
export function startOfDay(date: CalendarDate): string {
  const { year, month, day } = datePartsOf(date);
  return new Date(year, month - 1, day).toISOString();
}

/** The first instant after a day. */
export function endOfDay(date: CalendarDate): string {
  return startOfDay(addDays(date, 1));
}

/** The instant so many minutes before. */
export function minutesBefore(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) - minutes * 60_000).toISOString();
}
