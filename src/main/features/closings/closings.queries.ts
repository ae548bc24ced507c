// Data access of the closed months: what was counted and when; which months hold records; names for the checklist alone.
import { and, asc, desc, eq, gte, lt, lte, min, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { consultations, meetings, visits } from '#main/platform/database/schema/activities.ts';
import { people } from '#main/platform/database/schema/people.ts';
import { closedCounts, closedMonths, countedEvents } from '#main/platform/database/schema/statistics.ts';

type ClosedMonthRow = typeof closedMonths.$inferSelect;
type ClosedCountsRow = typeof closedCounts.$inferSelect;
type CountedEventRow = typeof countedEvents.$inferSelect;

/** Newest first. */
export function listClosedMonths(reader: Reader): ClosedMonthRow[] {
  return reader.select().from(closedMonths).orderBy(desc(closedMonths.month)).all();
}

export function findFirstClosedMonth(reader: Reader): string | null {
  return (
    reader
      .select({ month: min(closedMonths.month) })
      .from(closedMonths)
      .get()?.month ?? null
  );
}

/** Everything that any closing has counted. */
export function listCountedEvents(reader: Reader): CountedEventRow[] {
  return reader.select().from(countedEvents).all();
}

export function insertClosedMonth(writer: Writer, row: ClosedMonthRow): void {
  writer.insert(closedMonths).values(row).run();
}

export function insertClosedCounts(writer: Writer, rows: readonly ClosedCountsRow[]): void {
  for (const row of rows) {
    writer.insert(closedCounts).values(row).run();
  }
}

/** Well below the number of values that one statement may carry. */
const ROWS_AT_ONCE = 1_000;

export function insertCountedEvents(writer: Writer, rows: readonly CountedEventRow[]): void {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    writer
      .insert(countedEvents)
      .values(rows.slice(start, start + ROWS_AT_ONCE))
      .run();
  }
}

/** Months in which something was done, up to a day, oldest first. */
export function listActiveMonths(reader: Reader, until: string): string[] {
  const months = new Set<string>();
  for (const [table, day] of [
    [visits, visits.visitedOn],
    [consultations, consultations.consultedOn],
    [meetings, meetings.heldOn],
  ] as const) {
    const rows = reader
      .selectDistinct({ month: sql<string>`substr(${day}, 1, 7)` })
      .from(table)
      .where(lte(day, until))
      .all();
    for (const { month } of rows) {
      months.add(month);
    }
  }
  return [...months].sort();
}

/** Ids of visits and consultations from one day to before another. */
export function listDatedIds(reader: Reader, from: string, before: string): string[] {
  const visited = reader
    .select({ id: visits.id })
    .from(visits)
    .where(and(gte(visits.visitedOn, from), lt(visits.visitedOn, before)))
    .all();
  const consulted = reader
    .select({ id: consultations.id })
    .from(consultations)
    .where(and(gte(consultations.consultedOn, from), lt(consultations.consultedOn, before)))
    .all();
  return [...visited, ...consulted].map(({ id }) => id);
}

/** Whoever had a visit between two days, both included. */
export function listVisitedPersons(reader: Reader, from: string, to: string): ReadonlySet<string> {
  const rows = reader
    .selectDistinct({ personId: visits.personId })
    .from(visits)
    .where(and(gte(visits.visitedOn, from), lte(visits.visitedOn, to)))
    .all();
  return new Set(rows.map(({ personId }) => personId));
}

/** Everybody's name, in 五十音 order. */
export function listNames(reader: Reader) {
  return reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .orderBy(asc(people.kanaKey), asc(people.registerNumber))
    .all();
}

/** Consultations between two days that may not be classified as they should be; oldest first. */
export function listDoubtfulConsultations(
  reader: Reader,
  { from, to, other }: { from: string; to: string; other: { content: string; field: string } },
) {
  const { id, personId, district, consultedOn, content, field } = consultations;
  return reader
    .select({ id, personId, district, consultedOn, content, field, personName: people.name })
    .from(consultations)
    .leftJoin(people, eq(people.id, personId))
    .where(and(gte(consultedOn, from), lte(consultedOn, to)))
    .orderBy(asc(consultedOn), asc(consultations.createdAt))
    .all()
    .flatMap((row) => {
      const isOther = row.content === other.content && row.field === other.field;
      const isNowhere = row.personId === null && row.district === null;
      return isOther || isNowhere ? [{ ...row, why: isOther ? ('both_other' as const) : ('nowhere' as const) }] : [];
    });
}
