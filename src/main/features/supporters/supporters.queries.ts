// Data access of the 担い手 (見守り員 and 民生委員).
import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { people, supporters } from '#main/platform/database/schema/people.ts';

type SupporterRow = typeof supporters.$inferSelect;

export function listSupporters(reader: Reader): SupporterRow[] {
  return reader.select().from(supporters).orderBy(asc(supporters.kind), asc(supporters.name)).all();
}

export function findSupporter(reader: Reader, id: string): SupporterRow | null {
  return reader.select().from(supporters).where(eq(supporters.id, id)).get() ?? null;
}

/** How many people under watch name each supporter, in either role. */
export function countAssigned(reader: Reader): Map<string, number> {
  const totals = new Map<string, number>();
  for (const column of [people.volunteerId, people.commissionerId]) {
    const rows = reader
      .select({ id: column, n: count() })
      .from(people)
      .where(isNull(people.watchEndedOn))
      .groupBy(column)
      .all();
    for (const { id, n } of rows) {
      if (id !== null) {
        totals.set(id, (totals.get(id) ?? 0) + n);
      }
    }
  }
  return totals;
}

export function findSupporterByName(reader: Reader, kind: string, name: string): SupporterRow | null {
  return (
    reader
      .select()
      .from(supporters)
      .where(and(eq(supporters.kind, kind), eq(supporters.name, name)))
      .get() ?? null
  );
}

export function insertSupporter(writer: Writer, row: SupporterRow): void {
  writer.insert(supporters).values(row).run();
}

export function updateSupporter(writer: Writer, id: string, changes: Partial<Omit<SupporterRow, 'id'>>): void {
  writer.update(supporters).set(changes).where(eq(supporters.id, id)).run();
}
