// Data access of the consultations.
import { and, desc, eq, getTableColumns } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { consultations } from '#main/platform/database/schema/activities.ts';
import { people } from '#main/platform/database/schema/people.ts';
import { countedEvents } from '#main/platform/database/schema/statistics.ts';
import { CONSULTATION_EVENT } from '#shared/model/counted-events.ts';

type ConsultationRecord = typeof consultations.$inferSelect;

export interface NamedConsultationRecord extends ConsultationRecord {
  readonly personName: string | null;
  readonly countedIn: string | null;
}

const selectNamed = (reader: Reader) =>
  reader
    .select({ ...getTableColumns(consultations), personName: people.name, countedIn: countedEvents.month })
    .from(consultations)
    .leftJoin(people, eq(people.id, consultations.personId))
    .leftJoin(
      countedEvents,
      and(eq(countedEvents.kind, CONSULTATION_EVENT), eq(countedEvents.recordId, consultations.id)),
    );

const newestFirst = [desc(consultations.consultedOn), desc(consultations.createdAt)] as const;

/** Newest first. */
export function listConsultations(reader: Reader, limit: number): NamedConsultationRecord[] {
  return selectNamed(reader)
    .orderBy(...newestFirst)
    .limit(limit)
    .all();
}

/** Newest first. */
export function listConsultationsOfPerson(reader: Reader, personId: string): NamedConsultationRecord[] {
  return selectNamed(reader)
    .where(eq(consultations.personId, personId))
    .orderBy(...newestFirst)
    .all();
}

export function findConsultation(reader: Reader, consultationId: string): NamedConsultationRecord | null {
  return selectNamed(reader).where(eq(consultations.id, consultationId)).get() ?? null;
}

export function insertConsultation(writer: Writer, row: ConsultationRecord): void {
  writer.insert(consultations).values(row).run();
}

export function updateConsultation(
  writer: Writer,
  consultationId: string,
  changes: Partial<Omit<ConsultationRecord, 'id'>>,
): void {
  writer.update(consultations).set(changes).where(eq(consultations.id, consultationId)).run();
}

export function deleteConsultation(writer: Writer, consultationId: string): void {
  writer.delete(consultations).where(eq(consultations.id, consultationId)).run();
}
