// Data access of what is counted: watches, visits, consultations, meetings as plain records. Never selects a name, a note or an address.
import { and, asc, eq, gte, lte, sql } from 'drizzle-orm';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { agendaItems, consultations, meetings, visits } from '#main/platform/database/schema/activities.ts';
import { consents, people } from '#main/platform/database/schema/people.ts';
import { asCalendarDate, type CalendarDate } from '#shared/model/calendar-date.ts';

const asDate = (text: string | null): CalendarDate | null => (text === null ? null : asCalendarDate(text));

/** A person's watch and what it is broken down by, as the register has it now: it keeps no earlier 地域 or 世帯. */
export function listWatches(reader: Reader) {
  return reader
    .select({
      id: people.id,
      district: people.district,
      birthOn: people.birthOn,
      household: people.household,
      careLevel: people.careLevel,
      residence: people.residence,
      frequency: people.frequency,
      lastSeenBeforeOn: people.lastSeenBeforeOn,
      watchStartedOn: people.watchStartedOn,
      watchEndedOn: people.watchEndedOn,
      endReason: people.endReason,
    })
    .from(people)
    .all()
    .map((row) => ({ ...row, birthOn: asDate(row.birthOn) }));
}

/** The consent that was in force on a day: of those decided (or else written down) by then the one that was entered last. */
export function consentsInForceOn(reader: Reader, day: CalendarDate): ReadonlyMap<string, string> {
  const rows = reader
    .select({ personId: consents.personId, status: consents.status })
    .from(consents)
    .where(lte(sql`coalesce(${consents.decidedOn}, ${consents.recordedOn})`, day))
    .orderBy(asc(consents.position))
    .all();
  return new Map(rows.map(({ personId, status }) => [personId, status]));
}

/** Visits from one day to another, both included. */
export function listVisitsWithin(reader: Reader, from: CalendarDate, to: CalendarDate) {
  return reader
    .select({
      id: visits.id,
      personId: visits.personId,
      visitedOn: visits.visitedOn,
      method: visits.method,
      result: visits.result,
    })
    .from(visits)
    .where(and(gte(visits.visitedOn, from), lte(visits.visitedOn, to)))
    .all();
}

/** All consultations up to a day. The 地域 is the person's; of one about nobody in the register, its own. */
export function listConsultationsUpTo(reader: Reader, to: CalendarDate) {
  return reader
    .select({
      id: consultations.id,
      personId: consultations.personId,
      ownDistrict: consultations.district,
      personDistrict: people.district,
      consultedOn: consultations.consultedOn,
      content: consultations.content,
      field: consultations.field,
      referredTo: consultations.referredTo,
      referredOn: consultations.referredOn,
      acknowledgedOn: consultations.acknowledgedOn,
    })
    .from(consultations)
    .leftJoin(people, eq(people.id, consultations.personId))
    .where(lte(consultations.consultedOn, to))
    .all()
    .map(({ ownDistrict, personDistrict, ...row }) => ({
      ...row,
      district: row.personId === null ? ownDistrict : personDistrict,
    }));
}

/** Meetings held from one day to another, both included, each with the kinds of its agenda. */
export function listMeetingsWithin(reader: Reader, from: CalendarDate, to: CalendarDate) {
  const held = and(gte(meetings.heldOn, from), lte(meetings.heldOn, to));
  const items = reader
    .select({ meetingId: agendaItems.meetingId, kind: agendaItems.kind })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(held)
    .all();
  const byMeeting = Map.groupBy(items, ({ meetingId }) => meetingId);
  return reader
    .select({ id: meetings.id, district: meetings.district, heldOn: meetings.heldOn })
    .from(meetings)
    .where(held)
    .all()
    .map((meeting) => ({ ...meeting, agenda: (byMeeting.get(meeting.id) ?? []).map(({ kind }) => kind) }));
}
