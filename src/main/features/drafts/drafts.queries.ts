// Data access of the drafts, and of the few facts about the records that they belong to.
import { desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { consultations, meetings, visits } from '#main/platform/database/schema/activities.ts';
import { people } from '#main/platform/database/schema/people.ts';
import { drafts } from '#main/platform/database/schema/registry.ts';
import { closedMonths } from '#main/platform/database/schema/statistics.ts';

type DraftRecord = typeof drafts.$inferSelect;

/** Newest first, without their texts. */
export function listDrafts(reader: Reader): Omit<DraftRecord, 'body'>[] {
  return reader.select({ key: drafts.key, savedAt: drafts.savedAt }).from(drafts).orderBy(desc(drafts.savedAt)).all();
}

export function findDraft(reader: Reader, key: string): DraftRecord | null {
  return reader.select().from(drafts).where(eq(drafts.key, key)).get() ?? null;
}

export function putDraft(writer: Writer, { key, body, savedAt }: DraftRecord): void {
  writer
    .insert(drafts)
    .values({ key, body, savedAt })
    .onConflictDoUpdate({ target: drafts.key, set: { body, savedAt } })
    .run();
}

export function deleteDraft(writer: Writer, key: string): void {
  writer.delete(drafts).where(eq(drafts.key, key)).run();
}

export function findPersonName(reader: Reader, personId: string): string | null {
  return reader.select({ name: people.name }).from(people).where(eq(people.id, personId)).get()?.name ?? null;
}

export function hasVisit(reader: Reader, visitId: string): boolean {
  return reader.select({ id: visits.id }).from(visits).where(eq(visits.id, visitId)).get() !== undefined;
}

/** Null when there is no such consultation. */
export function findConsultationPerson(reader: Reader, consultationId: string): { personId: string | null } | null {
  return (
    reader
      .select({ personId: consultations.personId })
      .from(consultations)
      .where(eq(consultations.id, consultationId))
      .get() ?? null
  );
}

export function findMeetingDay(reader: Reader, meetingId: string): string | null {
  return (
    reader.select({ heldOn: meetings.heldOn }).from(meetings).where(eq(meetings.id, meetingId)).get()?.heldOn ?? null
  );
}

export function isMonthClosed(reader: Reader, month: string): boolean {
  return (
    reader.select({ month: closedMonths.month }).from(closedMonths).where(eq(closedMonths.month, month)).get() !==
    undefined
  );
}
