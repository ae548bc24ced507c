// The rules of 月のしめ: oldest month first, only when it is over, once. What is closed is never opened again: numbers that were given out stay.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { closingsContract } from '#shared/contract/closings.contract.ts';
import type { OutputOf } from '#shared/contract/operation.ts';
import {
  addMonthsToMonth,
  asCalendarMonth,
  type CalendarDate,
  type CalendarMonth,
  calendarDateSchema,
  fiscalYearOf,
  monthEnd,
  monthOf,
  monthStart,
} from '#shared/model/calendar-date.ts';
import { CONSULTATION_EVENT, VISIT_EVENT } from '#shared/model/counted-events.ts';
import {
  insertClosedCounts,
  insertClosedMonth,
  insertCountedEvents,
  listActiveMonths,
  listClosedMonths,
  listDatedIds,
} from './closings.queries.ts';
import { countMonth, type MonthCount, readingOf } from './month-count.ts';

type Overview = OutputOf<(typeof closingsContract)['overview']>;

/** How far back the statistics can begin. */
const MOST_MONTHS = 24;

interface StoredCounts {
  readonly events: Readonly<Record<string, number>>;
  readonly late: number;
}

const isOver = (month: CalendarMonth, today: CalendarDate) => monthEnd(month) < today;

/** Months that are over, back to the first record, at most two years; newest first. */
function startsOf(activeMonths: readonly CalendarMonth[], today: CalendarDate): CalendarMonth[] {
  const first = activeMonths[0] ?? monthOf(today);
  const months: CalendarMonth[] = [];
  for (let back = 1; back <= MOST_MONTHS; back += 1) {
    const month = addMonthsToMonth(monthOf(today), -back);
    if (month >= first) {
      months.push(month);
    }
  }
  return months;
}

/** The first month of the running 年度 that has records, else the first of the last twelve months, else the last one; without any record the running month. */
function proposedStart(activeMonths: readonly CalendarMonth[], today: CalendarDate): CalendarMonth {
  const over = activeMonths.filter((month) => isOver(month, today));
  const oneYearAgo = addMonthsToMonth(monthOf(today), -12);
  return (
    over.find((month) => fiscalYearOf(month) === fiscalYearOf(today)) ??
    over.find((month) => month >= oneYearAgo) ??
    (over.length > 0 ? addMonthsToMonth(monthOf(today), -1) : monthOf(today))
  );
}

export function readOverview(reader: Reader, today: CalendarDate): Overview {
  const closed = listClosedMonths(reader).map(({ month, closedOn, closedBy, counts }) => {
    const { events, late } = JSON.parse(counts) as StoredCounts;
    return {
      month: asCalendarMonth(month),
      closedOn: calendarDateSchema.parse(closedOn),
      closedBy,
      visits: events[VISIT_EVENT] ?? 0,
      consultations: events[CONSULTATION_EVENT] ?? 0,
      lateEntries: late,
    };
  });
  const [newest] = closed;
  if (newest) {
    const next = addMonthsToMonth(newest.month, 1);
    return { closed, next, canClose: isOver(next, today), starts: [] };
  }
  const activeMonths = listActiveMonths(reader, today).map(asCalendarMonth);
  const next = proposedStart(activeMonths, today);
  return { closed, next, canClose: isOver(next, today), starts: startsOf(activeMonths, today) };
}

/** The month is the one that comes next, or one with which the statistics can begin. @throws Refusal `not_next_month`. */
export function assertIsNext(reader: Reader, month: CalendarMonth, today: CalendarDate): void {
  const { next, starts } = readOverview(reader, today);
  if (month !== next && !starts.includes(month)) {
    throw new Refusal('not_next_month');
  }
}

/** Visits and consultations among what is counted whose date lies before the month. */
export function countLate(
  reader: Reader,
  { events }: MonthCount,
  firstDay: CalendarDate,
  month: CalendarMonth,
): number {
  const counted = new Set(
    events.filter(({ kind }) => kind === VISIT_EVENT || kind === CONSULTATION_EVENT).map(({ recordId }) => recordId),
  );
  return listDatedIds(reader, firstDay, monthStart(month)).filter((id) => counted.has(id)).length;
}

export const countsByKind = ({ events }: MonthCount): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(events, ({ kind }) => kind)].map(([kind, same]) => [kind, same.length]));

/**
 * Counts everything that happened up to the end of the month and was not counted yet, and keeps it for ever.
 * @throws Refusal `month_not_over`, `not_next_month` (closed already, or an earlier one is open).
 */
export function closeMonth({ writer, today, now, actor, auditDetail }: CommandContext, month: CalendarMonth): void {
  if (!isOver(month, today)) {
    throw new Refusal('month_not_over');
  }
  assertIsNext(writer, month, today);
  const reading = readingOf(writer, month);
  const count = countMonth(reading);
  const events = countsByKind(count);
  const counts: StoredCounts = { events, late: countLate(writer, count, reading.firstDay, month) };
  insertClosedMonth(writer, {
    ...{ month, closedAt: now, closedOn: today, closedBy: actor },
    counts: JSON.stringify(counts),
    plain: JSON.stringify(count.plain),
  });
  insertCountedEvents(
    writer,
    count.events.map((event) => ({ ...event, month })),
  );
  insertClosedCounts(
    writer,
    count.sources.map(({ source, records }) => ({
      ...{ month, source: source.id },
      definition: JSON.stringify(source),
      records: JSON.stringify(records),
    })),
  );
  auditDetail({ month });
}
