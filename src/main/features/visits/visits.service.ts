// The rules of a visit: whom, when, by whom, with what result. Every writer of visits goes through here.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { type Visit, type VisitInput, visitSchema } from '#shared/contract/visits.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { type PersonId, personIdSchema, type VisitId, visitIdSchema } from '#shared/model/ids.ts';
import { assertCodes } from '../codes/codes.service.ts';
import { findPerson } from '../people/people.queries.ts';
import { assertSupporters } from '../supporters/supporters.service.ts';
import {
  deleteVisit,
  findVisit,
  insertVisit,
  listSignsOfPerson,
  listVisitsOfPerson,
  replaceSigns,
  updateVisit,
} from './visits.queries.ts';

/** The person exists, codes and visitor exist, and the day lies within the person's life, the watch and the past. */
function assertVisit(reader: Reader, personId: string, visit: VisitInput, today: CalendarDate): void {
  const person = findPerson(reader, personId);
  if (!person) {
    throw new Refusal('not_found');
  }
  assertCodes(reader, [
    { field: 'method', list: 'visitMethod', code: visit.method },
    { field: 'result', list: 'visitResult', code: visit.result },
    ...visit.signs.map((code) => ({ field: 'signs', list: 'sign' as const, code })),
  ]);
  assertSupporters(reader, { visitorId: visit.visitorId });
  if (visit.visitedOn > today) {
    throw new Refusal('date_in_future', { visitedOn: 'in_future' });
  }
  if (person.birthOn !== null && visit.visitedOn < person.birthOn) {
    throw new Refusal('date_before_birth', { visitedOn: 'before_birth' });
  }
  if (person.watchEndedOn !== null && visit.visitedOn > person.watchEndedOn) {
    throw new Refusal('date_out_of_order', { visitedOn: 'out_of_order' });
  }
}

function getPersonIdOf(reader: Reader, visitId: VisitId): PersonId {
  const visit = findVisit(reader, visitId);
  if (!visit) {
    throw new Refusal('not_found');
  }
  return personIdSchema.parse(visit.personId);
}

/** Newest first. */
export function readVisitsOfPerson(reader: Reader, personId: PersonId): Visit[] {
  const signs = listSignsOfPerson(reader, personId);
  return listVisitsOfPerson(reader, personId).map((visit) =>
    visitSchema.parse({ ...visit, signs: signs.get(visit.id) ?? [] }),
  );
}

/**
 * Enters a visit. A day before the watch began is allowed: somebody looked in, and the paper of that day may come later.
 * @throws Refusal `not_found` (person or visitor), `unknown_code`, `date_in_future`, `date_before_birth`, and
 * `date_out_of_order` for a day after the end of the watch.
 */
export function recordVisit(context: CommandContext, personId: PersonId, visit: VisitInput): VisitId {
  const { writer, today, now, newId } = context;
  assertVisit(writer, personId, visit, today);
  const { signs, ...columns } = visit;
  const visitId = visitIdSchema.parse(newId());
  insertVisit(writer, { ...columns, id: visitId, personId, createdAt: now, updatedAt: now });
  replaceSigns(writer, visitId, [...new Set(signs)]);
  return visitId;
}

/** Corrects a visit; whose it is does not change. @throws as `recordVisit`. */
export function reviseVisit({ writer, today, now }: CommandContext, visitId: VisitId, visit: VisitInput): PersonId {
  const personId = getPersonIdOf(writer, visitId);
  assertVisit(writer, personId, visit, today);
  const { signs, ...columns } = visit;
  updateVisit(writer, visitId, { ...columns, updatedAt: now });
  replaceSigns(writer, visitId, [...new Set(signs)]);
  return personId;
}

/** Takes back a visit as if it had not been entered; only the audit trail tells of it. @throws Refusal `not_found`. */
export function withdrawVisit({ writer }: CommandContext, visitId: VisitId): PersonId {
  const personId = getPersonIdOf(writer, visitId);
  deleteVisit(writer, visitId);
  return personId;
}
