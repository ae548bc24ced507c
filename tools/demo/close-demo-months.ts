// Closes the months of the invented ward as a coordinator would have, each on the fifth of the next. The last month that is over stays open, so
// that the tour can show its checklist.
import { closeMonth } from '#main/features/closings/closings.service.ts';
import type { CommandContext } from '#main/platform/contexts.ts';
import { addDays, addMonthsToMonth, type CalendarMonth, monthEnd, monthOf } from '#shared/model/calendar-date.ts';

/** A year of closed months. */
const CLOSED = 12;
const CLOSING_DAY = 5;

/** Oldest first. */
export function closeDemoMonths(context: CommandContext): readonly CalendarMonth[] {
  const stillOpen = addMonthsToMonth(monthOf(context.today), -1);
  const months = Array.from({ length: CLOSED }, (_, index) => addMonthsToMonth(stillOpen, index - CLOSED));
  for (const month of months) {
    const today = addDays(monthEnd(month), CLOSING_DAY);
    closeMonth({ ...context, today, now: `${today}T01:00:00.000Z` }, month);
  }
  return months;
}
