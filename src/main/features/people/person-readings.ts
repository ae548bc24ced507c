// Puts people together as the screen reads them: the rows of the register table, one whole person. Never writes.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { type Person, type PersonRow, personSchema } from '#shared/contract/person-shape.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { dueCalendar, dueDatesOf } from './due-calendar.ts';
import {
  currentConsentStatuses,
  findPerson,
  listConsents,
  listContacts,
  listPeople,
  type NamedPersonRecord,
} from './people.queries.ts';

function rowReader(reader: Reader): (record: NamedPersonRecord) => PersonRow {
  const consents = currentConsentStatuses(reader);
  const dueDates = dueCalendar(reader);
  // The router parses what leaves main; parsing each row here as well would double the wait at 5,000 people.
  return (record) =>
    ({ ...record, ...dueDates(record), consentStatus: consents.get(record.id) ?? null }) as unknown as PersonRow;
}

export function readPersonRows(reader: Reader, keep: (record: NamedPersonRecord) => boolean = () => true): PersonRow[] {
  return listPeople(reader).filter(keep).map(rowReader(reader));
}

/** @throws Refusal `not_found`. */
export function readPerson(reader: Reader, personId: PersonId): Person {
  const record = findPerson(reader, personId);
  if (!record) {
    throw new Refusal('not_found');
  }
  return personSchema.parse({
    ...record,
    ...dueDatesOf(reader, record),
    contacts: listContacts(reader, personId).map(({ name, relation, phone, note }) => ({
      name,
      relation,
      phone,
      note,
    })),
    consents: listConsents(reader, personId).map(({ scope, ...consent }) => ({ ...consent, scope: JSON.parse(scope) })),
  });
}
