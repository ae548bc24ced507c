// When somebody is next to be looked in on, and how pressing that is. Never asks a clock: "today" is handed in.
import { addDays, addMonths, type CalendarDate, daysBetween } from './calendar-date.ts';
import type { Frequency } from './code-lists.ts';

export interface DueInput {
  /** Null for 随時: nothing falls due by itself. */
  readonly frequency: Frequency | null;
  /** The last day on which the 安否 was confirmed. A visit that met nobody does not count. */
  readonly lastSeenOn: CalendarDate | null;
  readonly watchStartedOn: CalendarDate;
}

/**
 * The day by which the person is next to be seen, or null for 随時. Counted from the last confirmation; somebody never seen
 * yet is due on the day the watch began.
 */
export function nextDueOn({ frequency, lastSeenOn, watchStartedOn }: DueInput): CalendarDate | null {
  if (frequency === null) return null;
  if (lastSeenOn === null) return watchStartedOn;
  const { every, unit } = frequency;
  return unit === 'day' ? addDays(lastSeenOn, every) : addMonths(lastSeenOn, every);
}

export const DUE_STATES = ['overdue', 'due_today', 'due_soon', 'later', 'none'] as const;
export type DueState = (typeof DUE_STATES)[number];

const SOON_DAYS = 3;

/** How pressing a due date is; `due_soon` is one to three days ahead, `none` is without a date (随時). */
export function dueState(dueOn: CalendarDate | null, today: CalendarDate): DueState {
  if (dueOn === null) return 'none';
  const daysLeft = daysBetween(today, dueOn);
  if (daysLeft < 0) return 'overdue';
  if (daysLeft === 0) return 'due_today';
  return daysLeft <= SOON_DAYS ? 'due_soon' : 'later';
}
