// The rules of the register: what a person's record must hold, how a watch begins and ends. Every writer of people goes through here.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { Consent, PersonInput } from '#shared/contract/person-shape.ts';
import { roundKey } from '#shared/model/address.ts';
import { type CalendarDate, compareDates } from '#shared/model/calendar-date.ts';
import { type PersonId, personIdSchema } from '#shared/model/ids.ts';
import { kanaKey, personSearchText } from '#shared/model/person-name.ts';
import { assertCodes } from '../codes/codes.service.ts';
import { assertSupporters } from '../supporters/supporters.service.ts';
import {
  findPerson,
  highestRegisterNumber,
  insertConsent,
  insertPerson,
  listConsents,
  type NamedPersonRecord,
  replaceContacts,
  updatePerson,
} from './people.queries.ts';

const isAfter = (date: CalendarDate | null, limit: CalendarDate) => date !== null && compareDates(date, limit) > 0;
const isBefore = (date: CalendarDate | null, limit: CalendarDate) => date !== null && compareDates(date, limit) < 0;

const PAST_DATES = ['birthOn', 'watchStartedOn', 'lastSeenBeforeOn'] as const;

/** Codes exist, supporters exist, no date of the person in the future or before the birth. */
function assertPerson(reader: Reader, person: PersonInput, today: CalendarDate): void {
  assertCodes(reader, [
    { field: 'sex', list: 'sex', code: person.sex },
    { field: 'district', list: 'district', code: person.district },
    { field: 'household', list: 'household', code: person.household },
    { field: 'careLevel', list: 'careLevel', code: person.careLevel },
    { field: 'dementiaLevel', list: 'dementiaLevel', code: person.dementiaLevel },
    { field: 'dailyLivingLevel', list: 'dailyLivingLevel', code: person.dailyLivingLevel },
    { field: 'handbookPhysical', list: 'handbookPhysical', code: person.handbookPhysical },
    { field: 'handbookIntellectual', list: 'handbookIntellectual', code: person.handbookIntellectual },
    { field: 'handbookMental', list: 'handbookMental', code: person.handbookMental },
    { field: 'eligibility', list: 'eligibility', code: person.eligibility },
    { field: 'residence', list: 'residence', code: person.residence },
    { field: 'watchType', list: 'watchType', code: person.watchType },
    { field: 'frequency', list: 'frequency', code: person.frequency },
  ]);
  assertSupporters(reader, { volunteerId: person.volunteerId, commissionerId: person.commissionerId });
  const inFuture = PAST_DATES.filter((field) => isAfter(person[field], today));
  if (inFuture.length > 0) {
    throw new Refusal('date_in_future', Object.fromEntries(inFuture.map((field) => [field, 'in_future'])));
  }
  const { birthOn } = person;
  const beforeBirth = PAST_DATES.filter((field) => birthOn !== null && isBefore(person[field], birthOn));
  if (beforeBirth.length > 0) {
    throw new Refusal('date_before_birth', Object.fromEntries(beforeBirth.map((field) => [field, 'before_birth'])));
  }
}

/** The columns that follow from others; rebuilt on every write so that search and orders never lag behind. */
function derivedColumns(person: PersonInput) {
  return {
    searchText: personSearchText({
      name: person.name,
      kana: person.kana,
      phones: [person.phone, person.mobile],
      address: person.address,
      building: `${person.building}${person.wing}${person.room}`,
    }),
    kanaKey: kanaKey(person.kana || person.name),
    roundKey: roundKey({ address: person.address, building: person.building, wing: person.wing, room: person.room }),
  };
}

function saveContacts({ writer, newId }: CommandContext, personId: PersonId, person: PersonInput): void {
  replaceContacts(
    writer,
    personId,
    person.contacts.map((contact, position) => ({ ...contact, id: newId(), personId, position })),
  );
}

function getPerson(reader: Reader, personId: PersonId): NamedPersonRecord {
  const record = findPerson(reader, personId);
  if (!record) {
    throw new Refusal('not_found');
  }
  return record;
}

/**
 * Enters a person; the watch starts today unless a day is given.
 * @throws Refusal `unknown_code`, `not_found` (supporter), `date_in_future`, `date_before_birth`.
 */
export function registerPerson(
  context: CommandContext,
  person: PersonInput,
  consent: Consent | null,
): { readonly personId: PersonId; readonly registerNumber: number } {
  const { writer, today, now, newId } = context;
  assertPerson(writer, person, today);
  const personId = personIdSchema.parse(newId());
  const registerNumber = highestRegisterNumber(writer) + 1;
  const { contacts: _contacts, ...columns } = person;
  insertPerson(writer, {
    ...columns,
    ...derivedColumns(person),
    watchStartedOn: person.watchStartedOn ?? today,
    id: personId,
    registerNumber,
    watchEndedOn: null,
    endReason: null,
    endNote: '',
    createdAt: now,
    updatedAt: now,
  });
  saveContacts(context, personId, person);
  if (consent) {
    recordConsent(context, personId, consent);
  }
  return { personId, registerNumber };
}

/**
 * The first day of the watch stays a day: without one nothing would ever fall due again.
 * @throws as `registerPerson`, and `not_found`, `invalid_input` (no first day), `date_out_of_order` (first day after the last).
 */
export function revisePerson(context: CommandContext, personId: PersonId, person: PersonInput): void {
  const { writer, today, now } = context;
  const { watchEndedOn } = getPerson(writer, personId);
  assertPerson(writer, person, today);
  if (person.watchStartedOn === null) {
    throw new Refusal('invalid_input', { watchStartedOn: 'required' });
  }
  if (watchEndedOn !== null && person.watchStartedOn > watchEndedOn) {
    throw new Refusal('date_out_of_order', { watchStartedOn: 'out_of_order' });
  }
  const { contacts: _contacts, ...columns } = person;
  updatePerson(writer, personId, { ...columns, ...derivedColumns(person), updatedAt: now });
  saveContacts(context, personId, person);
}

/** Adds a consent; the earlier ones stay as history. */
export function recordConsent(context: CommandContext, personId: PersonId, consent: Consent): void {
  const { writer, today, newId } = context;
  getPerson(writer, personId);
  assertCodes(writer, [
    { field: 'status', list: 'consentStatus', code: consent.status },
    { field: 'method', list: 'consentMethod', code: consent.method },
    ...consent.scope.map((code) => ({ field: 'scope', list: 'consentScope' as const, code })),
  ]);
  if (isAfter(consent.decidedOn, today)) {
    throw new Refusal('date_in_future', { decidedOn: 'in_future' });
  }
  insertConsent(writer, {
    ...consent,
    id: newId(),
    personId,
    scope: JSON.stringify(consent.scope),
    recordedOn: today,
    position: (listConsents(writer, personId)[0]?.position ?? 0) + 1,
  });
}

/** Ends the watch and keeps everything that was recorded. @throws Refusal `already_ended`, `date_out_of_order`, `date_in_future`. */
export function endWatch(
  { writer, today, now }: CommandContext,
  { personId, endedOn, reason, note }: { personId: PersonId; endedOn: CalendarDate; reason: string; note: string },
): void {
  const person = getPerson(writer, personId);
  if (person.watchEndedOn !== null) {
    throw new Refusal('already_ended');
  }
  assertCodes(writer, [{ field: 'reason', list: 'endReason', code: reason }]);
  if (isAfter(endedOn, today)) {
    throw new Refusal('date_in_future', { endedOn: 'in_future' });
  }
  if (person.watchStartedOn !== null && endedOn < person.watchStartedOn) {
    throw new Refusal('date_out_of_order', { endedOn: 'out_of_order' });
  }
  updatePerson(writer, personId, { watchEndedOn: endedOn, endReason: reason, endNote: note, updatedAt: now });
}

/** Takes an ended watch up again, as if it had not ended. @throws Refusal `not_ended`. */
export function resumeWatch({ writer, now }: CommandContext, personId: PersonId): void {
  if (getPerson(writer, personId).watchEndedOn === null) {
    throw new Refusal('not_ended');
  }
  updatePerson(writer, personId, { watchEndedOn: null, endReason: null, endNote: '', updatedAt: now });
}
