// Data access of the readings that count: watches, visits and consultations as plain records. Never selects a name, a note or an address.
import { and, eq, gte, lte, min } from 'drizzle-orm';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { consultations, visits } from '#main/platform/database/schema/activities.ts';
import { people } from '#main/platform/database/schema/people.ts';
import { asCalendarDate, type CalendarDate } from '#shared/model/calendar-date.ts';
import type { ConsultationRecord, Period, VisitRecord, WatchRecord } from './monthly-statistics.ts';

const asDate = (text: string | null): CalendarDate | null => (text === null ? null : asCalendarDate(text));

export function listWatches(reader: Reader): WatchRecord[] {
  return reader
    .select({
      personId: people.id,
      district: people.district,
      startedOn: people.watchStartedOn,
      endedOn: people.watchEndedOn,
      endReason: people.endReason,
    })
    .from(people)
    .all()
    .map((row) => ({ ...row, startedOn: asDate(row.startedOn), endedOn: asDate(row.endedOn) }));
}

export function listVisitsWithin(reader: Reader, { from, to }: Period): VisitRecord[] {
  return reader
    .select({
      personId: visits.personId,
      district: people.district,
      visitedOn: visits.visitedOn,
      method: visits.method,
      result: visits.result,
    })
    .from(visits)
    .innerJoin(people, eq(people.id, visits.personId))
    .where(and(gte(visits.visitedOn, from), lte(visits.visitedOn, to)))
    .all()
    .map((row) => ({ ...row, visitedOn: asCalendarDate(row.visitedOn) }));
}

/** The 地域 is the person's; of a consultation about nobody in the register, its own. */
export function listConsultationsWithin(reader: Reader, { from, to }: Period): ConsultationRecord[] {
  return reader
    .select({
      personId: consultations.personId,
      ownDistrict: consultations.district,
      personDistrict: people.district,
      consultedOn: consultations.consultedOn,
      content: consultations.content,
      field: consultations.field,
    })
    .from(consultations)
    .leftJoin(people, eq(people.id, consultations.personId))
    .where(and(gte(consultations.consultedOn, from), lte(consultations.consultedOn, to)))
    .all()
    .map(({ ownDistrict, personDistrict, ...row }) => ({
      ...row,
      district: row.personId === null ? ownDistrict : personDistrict,
      consultedOn: asCalendarDate(row.consultedOn),
    }));
}

/** The first day on which something was done, or `null` in an empty register. */
export function findFirstActivityDay(reader: Reader): CalendarDate | null {
  const visited =
    reader
      .select({ day: min(visits.visitedOn) })
      .from(visits)
      .get()?.day ?? null;
  const consulted =
    reader
      .select({ day: min(consultations.consultedOn) })
      .from(consultations)
      .get()?.day ?? null;
  const days = [visited, consulted].filter((day) => day !== null).sort();
  return asDate(days[0] ?? null);
}
