// Reads the snapshots of closed months back as they were written. The one thing that a publication may count from.
import { asc, inArray } from 'drizzle-orm';
import type { CountRecord, Source } from '#main/disclosure-control/publication-model.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { closedCounts, closedMonths } from '#main/platform/database/schema/statistics.ts';
import { asCalendarMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import type { Snapshot, SourceSnapshot } from './snapshot.ts';

/** As it lies in the register: the person, the count, and a value for each dimension in its order. */
export type StoredRecord = readonly [personId: string, count: number, ...values: string[]];

function readSource(month: string, definition: string, records: string): SourceSnapshot {
  const source = JSON.parse(definition) as Source;
  const rows = JSON.parse(records) as readonly StoredRecord[];
  return {
    source,
    records: rows.map(
      ([personId, count, ...values]): CountRecord => ({
        source: source.id,
        month,
        values: Object.fromEntries(source.dimensions.map(({ id }, index) => [id, values[index] ?? ''])),
        personId,
        count,
      }),
    ),
  };
}

/** Of those of the months that are closed, oldest first. */
export function readSnapshots(reader: Reader, months: readonly CalendarMonth[]): Snapshot[] {
  const counts = reader
    .select()
    .from(closedCounts)
    .where(inArray(closedCounts.month, [...months]))
    .all();
  const byMonth = Map.groupBy(counts, ({ month }) => month);
  return reader
    .select({ month: closedMonths.month, plain: closedMonths.plain })
    .from(closedMonths)
    .where(inArray(closedMonths.month, [...months]))
    .orderBy(asc(closedMonths.month))
    .all()
    .map(({ month, plain }) => ({
      month: asCalendarMonth(month),
      sources: new Map(
        (byMonth.get(month) ?? []).map(({ source, definition, records }) => [
          source,
          readSource(month, definition, records),
        ]),
      ),
      plain: JSON.parse(plain) as Snapshot['plain'],
    }));
}
