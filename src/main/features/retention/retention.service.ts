// The rules of the term: who is due, who is kept longer and why. Erases nothing; that is `erasure.ts`.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { EndedPerson } from '#shared/contract/retention.contract.ts';
import { type CalendarDate, calendarDateSchema } from '#shared/model/calendar-date.ts';
import { type PersonId, personIdSchema } from '#shared/model/ids.ts';
import { HOLD_REASONS, type HoldReason, isRetentionOver, keptUntil } from '#shared/model/retention.ts';
import { readSettings } from '../settings/settings.service.ts';
import { deleteHold, findPersonAndHold, listEndedPeople, putHold } from './retention.queries.ts';

type PersonAndHold = NonNullable<ReturnType<typeof findPersonAndHold>>;

/** An unknown reason keeps the record just as well. */
const reasonOf = (stored: string): HoldReason => HOLD_REASONS.find((reason) => reason === stored) ?? 'other';

/** @throws Refusal `not_ended`: without an end there is no term. */
function toEnded({ hold, ...person }: PersonAndHold, years: number, today: CalendarDate): EndedPerson {
  if (person.watchEndedOn === null) {
    throw new Refusal('not_ended');
  }
  const endedOn = calendarDateSchema.parse(person.watchEndedOn);
  return {
    personId: personIdSchema.parse(person.personId),
    registerNumber: person.registerNumber,
    name: person.name,
    watchEndedOn: endedOn,
    endReason: person.endReason,
    keptUntil: keptUntil(endedOn, years),
    isOver: isRetentionOver(endedOn, years, today),
    hold: hold && {
      reason: reasonOf(hold.reason),
      note: hold.note,
      heldBy: hold.heldBy,
      heldOn: calendarDateSchema.parse(hold.heldOn),
    },
  };
}

export function readEndedPeople(reader: Reader, today: CalendarDate) {
  const { retentionYears: years } = readSettings(reader);
  return { years, people: listEndedPeople(reader).map((person) => toEnded(person, years, today)) };
}

export function readStanding(reader: Reader, today: CalendarDate) {
  const { people } = readEndedPeople(reader, today);
  return { due: people.filter(({ isOver, hold }) => isOver && hold === null).length };
}

/** @throws Refusal `not_found`, `not_ended`. */
export function readEndedPerson(reader: Reader, personId: PersonId, today: CalendarDate): EndedPerson {
  const found = findPersonAndHold(reader, personId);
  if (!found) {
    throw new Refusal('not_found');
  }
  return toEnded(found, readSettings(reader).retentionYears, today);
}

/** `null` while the watch goes on. @throws Refusal `not_found`. */
export function readTermOf(reader: Reader, personId: PersonId, today: CalendarDate): EndedPerson | null {
  const found = findPersonAndHold(reader, personId);
  return found && found.watchEndedOn === null ? null : readEndedPerson(reader, personId, today);
}

/** Keeps the record beyond its term until `releaseHold`. @throws Refusal `not_found`, `not_ended`. */
export function holdRecord(
  { writer, today, actor }: CommandContext,
  { personId, reason, note }: { readonly personId: PersonId; readonly reason: HoldReason; readonly note: string },
): void {
  readEndedPerson(writer, personId, today);
  putHold(writer, { personId, reason, note, heldBy: actor, heldOn: today });
}

/** @throws Refusal `not_found` when nothing holds. */
export function releaseHold(writer: Writer, personId: PersonId): void {
  if (!findPersonAndHold(writer, personId)?.hold) {
    throw new Refusal('not_found');
  }
  deleteHold(writer, personId);
}
