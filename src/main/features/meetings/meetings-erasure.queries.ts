// Where the papers of the meetings may name somebody who is to be erased. Used by nobody but the erasure.
import { and, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { agendaItems, meetings } from '#main/platform/database/schema/activities.ts';

const FIELDS = ['place', 'attendees'] as const;
const AGENDA_FIELDS = ['title', 'body'] as const;

/** Place and attendees of every meeting. */
export function listMeetingTexts(reader: Reader) {
  return reader
    .select()
    .from(meetings)
    .all()
    .flatMap((row) =>
      FIELDS.filter((field) => row[field] !== '').map((field) => ({
        id: row.id,
        personId: null,
        on: row.heldOn,
        field: field as string,
        text: row[field],
      })),
    );
}

export function rewriteMeetingText(writer: Writer, meetingId: string, field: string, text: string): void {
  const known = FIELDS.find((each) => each === field);
  if (known) {
    writer
      .update(meetings)
      .set({ [known]: text })
      .where(eq(meetings.id, meetingId))
      .run();
  }
}

/** Every item of every agenda; its id is meeting and position. */
export function listAgendaTexts(reader: Reader) {
  const { meetingId, position, title, body } = agendaItems;
  return reader
    .select({ meetingId, position, title, body, heldOn: meetings.heldOn })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, meetingId))
    .all()
    .flatMap((row) =>
      AGENDA_FIELDS.filter((field) => row[field] !== '').map((field) => ({
        id: `${row.meetingId}:${row.position}`,
        personId: null,
        on: row.heldOn,
        field: field as string,
        text: row[field],
      })),
    );
}

export function rewriteAgendaText(writer: Writer, id: string, field: string, text: string): void {
  const known = AGENDA_FIELDS.find((each) => each === field);
  const [meetingId = '', position = ''] = id.split(':');
  if (known) {
    const item = and(eq(agendaItems.meetingId, meetingId), eq(agendaItems.position, Number(position)));
    writer
      .update(agendaItems)
      .set({ [known]: text })
      .where(item)
      .run();
  }
}
