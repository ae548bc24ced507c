// How the visits of a person are erased, and where their notes may name somebody else. Used by nobody but the erasure.
import { count, eq, inArray, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { visitSigns, visits } from '#main/platform/database/schema/activities.ts';

export function countVisitsOf(reader: Reader, personId: string): number {
  return reader.select({ n: count() }).from(visits).where(eq(visits.personId, personId)).get()?.n ?? 0;
}

export function purgeVisitsOf(writer: Writer, personId: string): void {
  const own = writer.select({ id: visits.id }).from(visits).where(eq(visits.personId, personId));
  writer.delete(visitSigns).where(inArray(visitSigns.visitId, own)).run();
  writer.delete(visits).where(eq(visits.personId, personId)).run();
}

/** Every written note of every visit. */
export function listVisitTexts(reader: Reader) {
  return reader
    .select({ id: visits.id, personId: visits.personId, on: visits.visitedOn, text: visits.note })
    .from(visits)
    .where(ne(visits.note, ''))
    .all()
    .map((row) => ({ ...row, field: 'note' }));
}

export function rewriteVisitText(writer: Writer, visitId: string, _field: string, text: string): void {
  writer.update(visits).set({ note: text }).where(eq(visits.id, visitId)).run();
}
