// Data access of the meetings, their agendas and the ledger of numbered papers.
import { and, asc, count, desc, eq, isNull, lt, max } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { agendaItems, meetings } from '#main/platform/database/schema/activities.ts';
import { people, supporters } from '#main/platform/database/schema/people.ts';
import { issuedPapers } from '#main/platform/database/schema/registry.ts';
import type { HandoutKind } from '#shared/contract/handouts.contract.ts';

export type MeetingRecord = typeof meetings.$inferSelect;
type AgendaRecord = typeof agendaItems.$inferSelect;

/** Kind of the meeting's papers in the ledger. */
const PACKET_KIND: HandoutKind = 'meeting_packet';

export function listMeetings(reader: Reader): MeetingRecord[] {
  return reader.select().from(meetings).orderBy(asc(meetings.heldOn), asc(meetings.startsAt)).all();
}

export function findMeeting(reader: Reader, meetingId: string): MeetingRecord | null {
  return reader.select().from(meetings).where(eq(meetings.id, meetingId)).get() ?? null;
}

/** The last meeting of the same 地域 before this day. */
export function findMeetingBefore(reader: Reader, district: string | null, heldOn: string): MeetingRecord | null {
  const sameDistrict = district === null ? isNull(meetings.district) : eq(meetings.district, district);
  return (
    reader
      .select()
      .from(meetings)
      .where(and(sameDistrict, lt(meetings.heldOn, heldOn)))
      .orderBy(desc(meetings.heldOn), desc(meetings.startsAt))
      .limit(1)
      .get() ?? null
  );
}

/** Agendas by meeting, each in its order. */
export function listAgendas(reader: Reader): Map<string, AgendaRecord[]> {
  const rows = reader.select().from(agendaItems).orderBy(asc(agendaItems.position)).all();
  return Map.groupBy(rows, ({ meetingId }) => meetingId);
}

export function listAgenda(reader: Reader, meetingId: string): AgendaRecord[] {
  return reader
    .select()
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, meetingId))
    .orderBy(asc(agendaItems.position))
    .all();
}

export function insertMeeting(writer: Writer, row: MeetingRecord): void {
  writer.insert(meetings).values(row).run();
}

export function updateMeeting(writer: Writer, meetingId: string, changes: Partial<Omit<MeetingRecord, 'id'>>): void {
  writer.update(meetings).set(changes).where(eq(meetings.id, meetingId)).run();
}

/** Its agenda goes with it; the ledger of papers keeps every copy that was made. */
export function deleteMeeting(writer: Writer, meetingId: string): void {
  writer.delete(meetings).where(eq(meetings.id, meetingId)).run();
}

export function replaceAgenda(writer: Writer, meetingId: string, rows: readonly AgendaRecord[]): void {
  writer.delete(agendaItems).where(eq(agendaItems.meetingId, meetingId)).run();
  for (const row of rows) {
    writer.insert(agendaItems).values(row).run();
  }
}

/** How many copies were made, by meeting. */
export function countIssuedPackets(reader: Reader): Map<string, number> {
  const rows = reader
    .select({ meetingId: issuedPapers.subjectId, copies: count() })
    .from(issuedPapers)
    .where(eq(issuedPapers.kind, PACKET_KIND))
    .groupBy(issuedPapers.subjectId)
    .all();
  return new Map(rows.map(({ meetingId, copies }) => [meetingId, copies]));
}

/** The highest copy number that a packet of this meeting got; 0 before the first. */
export function highestCopyNumber(reader: Reader, meetingId: string): number {
  return (
    reader
      .select({ number: max(issuedPapers.copyNumber) })
      .from(issuedPapers)
      .where(and(eq(issuedPapers.kind, PACKET_KIND), eq(issuedPapers.subjectId, meetingId)))
      .get()?.number ?? 0
  );
}

/** Names that must not stand on a paper: everybody in the register, except where a supporter has the same name. */
export function listProtectedNames(reader: Reader): string[] {
  const known = new Set(
    reader
      .select({ name: supporters.name })
      .from(supporters)
      .all()
      .map(({ name }) => name),
  );
  const names = reader.selectDistinct({ name: people.name }).from(people).all();
  return names.map(({ name }) => name).filter((name) => !known.has(name));
}
