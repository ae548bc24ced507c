// Data access of the visits and the 異変サイン seen at them.
import { and, asc, desc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { visitSigns, visits } from '#main/platform/database/schema/activities.ts';
import { supporters } from '#main/platform/database/schema/people.ts';
import { countedEvents } from '#main/platform/database/schema/statistics.ts';
import { VISIT_EVENT } from '#shared/model/counted-events.ts';

type VisitRecord = typeof visits.$inferSelect;

export interface NamedVisitRecord extends VisitRecord {
  readonly visitorName: string | null;
  readonly countedIn: string | null;
}

/** Newest first; within a day by its time, then in the order of entry. */
export function listVisitsOfPerson(reader: Reader, personId: string): NamedVisitRecord[] {
  return reader
    .select({ ...getTableColumns(visits), visitorName: supporters.name, countedIn: countedEvents.month })
    .from(visits)
    .leftJoin(supporters, eq(supporters.id, visits.visitorId))
    .leftJoin(countedEvents, and(eq(countedEvents.kind, VISIT_EVENT), eq(countedEvents.recordId, visits.id)))
    .where(eq(visits.personId, personId))
    .orderBy(desc(visits.visitedOn), desc(visits.visitedAtTime), desc(visits.createdAt))
    .all();
}

export function findVisit(reader: Reader, visitId: string): VisitRecord | null {
  return reader.select().from(visits).where(eq(visits.id, visitId)).get() ?? null;
}

/** Signs of all visits of a person, by visit. */
export function listSignsOfPerson(reader: Reader, personId: string): Map<string, string[]> {
  const ofPerson = reader.select({ id: visits.id }).from(visits).where(eq(visits.personId, personId));
  const rows = reader
    .select()
    .from(visitSigns)
    .where(inArray(visitSigns.visitId, ofPerson))
    .orderBy(asc(visitSigns.visitId), asc(visitSigns.sign))
    .all();
  const signs = new Map<string, string[]>();
  for (const { visitId, sign } of rows) {
    signs.set(visitId, [...(signs.get(visitId) ?? []), sign]);
  }
  return signs;
}

export function insertVisit(writer: Writer, row: VisitRecord): void {
  writer.insert(visits).values(row).run();
}

export function updateVisit(writer: Writer, visitId: string, changes: Partial<Omit<VisitRecord, 'id'>>): void {
  writer.update(visits).set(changes).where(eq(visits.id, visitId)).run();
}

export function replaceSigns(writer: Writer, visitId: string, signs: readonly string[]): void {
  writer.delete(visitSigns).where(eq(visitSigns.visitId, visitId)).run();
  for (const sign of signs) {
    writer.insert(visitSigns).values({ visitId, sign }).run();
  }
}

/** Takes the visit and its signs out of the register. */
export function deleteVisit(writer: Writer, visitId: string): void {
  writer.delete(visitSigns).where(eq(visitSigns.visitId, visitId)).run();
  writer.delete(visits).where(eq(visits.id, visitId)).run();
}
