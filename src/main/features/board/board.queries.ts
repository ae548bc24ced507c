// Data access of the Today screen: reads people, visits, consultations and meetings, each in one pass. Never one query a person.
import {
  and,
  asc,
  count,
  countDistinct,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lte,
  max,
  ne,
  notExists,
  notInArray,
  or,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { consultations, meetings, visits } from '#main/platform/database/schema/activities.ts';
import { people, supporters } from '#main/platform/database/schema/people.ts';

/** People under watch with what a call on them needs, in the order of the round. */
export function listPeopleToCallOn(reader: Reader) {
  return reader
    .select({
      id: people.id,
      name: people.name,
      kana: people.kana,
      district: people.district,
      address: people.address,
      building: people.building,
      wing: people.wing,
      room: people.room,
      hasAutoLock: people.hasAutoLock,
      phone: people.phone,
      mobile: people.mobile,
      residence: people.residence,
      frequency: people.frequency,
      volunteerName: supporters.name,
      watchStartedOn: people.watchStartedOn,
      watchEndedOn: people.watchEndedOn,
      lastSeenBeforeOn: people.lastSeenBeforeOn,
      roundKey: people.roundKey,
    })
    .from(people)
    .leftJoin(supporters, eq(supporters.id, people.volunteerId))
    .where(isNull(people.watchEndedOn))
    .orderBy(asc(people.roundKey), asc(people.kanaKey))
    .all();
}

export interface UnansweredVisit {
  readonly personId: string;
  readonly visitedOn: string;
  readonly result: string;
}

/**
 * Visits of people under watch that did not make sure of the 安否 and that no later one has cleared up, oldest first. Within one
 * day the order in which they were written down counts. The days come from an index; only what is left is looked at in full.
 */
export function listUnansweredVisits(reader: Reader, seenResults: readonly string[]): UnansweredVisit[] {
  const seen = reader
    .select({ personId: visits.personId, day: max(visits.visitedOn).as('day') })
    .from(visits)
    .where(inArray(visits.result, [...seenResults]))
    .groupBy(visits.personId)
    .as('seen');
  const sameDay = alias(visits, 'same_day');
  const clearedUpThatDay = reader
    .select({ id: sameDay.id })
    .from(sameDay)
    .where(
      and(
        eq(sameDay.personId, visits.personId),
        eq(sameDay.visitedOn, visits.visitedOn),
        inArray(sameDay.result, [...seenResults]),
        gte(sameDay.createdAt, visits.createdAt),
      ),
    );
  return reader
    .select({ personId: visits.personId, visitedOn: visits.visitedOn, result: visits.result })
    .from(visits)
    .innerJoin(people, and(eq(people.id, visits.personId), isNull(people.watchEndedOn)))
    .leftJoin(seen, eq(seen.personId, visits.personId))
    .where(
      and(
        notInArray(visits.result, [...seenResults]),
        or(
          isNull(seen.day),
          gt(visits.visitedOn, seen.day),
          and(eq(visits.visitedOn, seen.day), notExists(clearedUpThatDay)),
        ),
      ),
    )
    .orderBy(asc(visits.visitedOn), asc(visits.createdAt))
    .all();
}

/** Consultations that are not closed and of which a step is to be done or an answer awaited; by the step's date, then by age. */
export function listOpenConsultations(reader: Reader, closedStates: readonly string[]) {
  const hasOpenStep = and(ne(consultations.nextStep, ''), isNull(consultations.nextStepDoneOn));
  const isAwaiting = and(isNotNull(consultations.referredTo), isNull(consultations.acknowledgedOn));
  return reader
    .select({
      consultationId: consultations.id,
      personId: consultations.personId,
      personName: people.name,
      content: consultations.content,
      nextStep: consultations.nextStep,
      nextStepOn: consultations.nextStepOn,
      nextStepDoneOn: consultations.nextStepDoneOn,
      referredTo: consultations.referredTo,
      referredOn: consultations.referredOn,
      acknowledgedOn: consultations.acknowledgedOn,
      consultedOn: consultations.consultedOn,
    })
    .from(consultations)
    .leftJoin(people, eq(people.id, consultations.personId))
    .where(and(notInArray(consultations.state, [...closedStates]), or(hasOpenStep, isAwaiting)))
    .orderBy(asc(consultations.consultedOn), asc(consultations.createdAt))
    .all();
}

/** The first meeting on or after this day. */
export function findNextMeeting(reader: Reader, from: string) {
  return (
    reader
      .select({
        id: meetings.id,
        district: meetings.district,
        heldOn: meetings.heldOn,
        startsAt: meetings.startsAt,
        place: meetings.place,
      })
      .from(meetings)
      .where(gte(meetings.heldOn, from))
      .orderBy(asc(meetings.heldOn), asc(meetings.startsAt))
      .limit(1)
      .get() ?? null
  );
}

/** Visits from one day to another, both included. */
export function countVisits(reader: Reader, from: string, to: string): number {
  const days = and(gte(visits.visitedOn, from), lte(visits.visitedOn, to));
  return reader.select({ n: count() }).from(visits).where(days).get()?.n ?? 0;
}

/** How many people under watch had a visit with one of these results between two days, both included. */
export function countPeopleSeen(reader: Reader, from: string, to: string, seenResults: readonly string[]): number {
  const row = reader
    .select({ n: countDistinct(visits.personId) })
    .from(visits)
    .innerJoin(people, and(eq(people.id, visits.personId), isNull(people.watchEndedOn)))
    .where(and(gte(visits.visitedOn, from), lte(visits.visitedOn, to), inArray(visits.result, [...seenResults])))
    .get();
  return row?.n ?? 0;
}
