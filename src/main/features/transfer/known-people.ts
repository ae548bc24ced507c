// The register's people as the plan compares them. Never writes.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { consentSchema, personInputSchema } from '#shared/contract/person-shape.ts';
import { personIdSchema } from '#shared/model/ids.ts';
import { listPeople } from '../people/people.queries.ts';
import type { KnownPerson } from './person-draft.ts';
import { consentsInForce, contactsByPerson } from './transfer.queries.ts';

/** Shapes that leave out what else stands in the tables. */
const storedPersonSchema = personInputSchema.omit({ contacts: true }).strip();
const storedContactSchema = personInputSchema.shape.contacts.element.strip();
const storedConsentSchema = consentSchema.omit({ scope: true }).strip();

/** People whose watch ended too: a ledger may still name them. */
export function readKnownPeople(reader: Reader): KnownPerson[] {
  const contacts = contactsByPerson(reader);
  const consents = consentsInForce(reader);
  return listPeople(reader).map((record) => {
    const { volunteerId, commissionerId, note, ...facts } = storedPersonSchema.parse(record);
    const consent = consents.get(record.id);
    return {
      personId: personIdSchema.parse(record.id),
      facts,
      volunteer: record.volunteerName ?? '',
      commissioner: record.commissionerName ?? '',
      volunteerId,
      commissionerId,
      contacts: (contacts.get(record.id) ?? []).map((contact) => storedContactSchema.parse(contact)),
      consent: consent ? { ...storedConsentSchema.parse(consent), scope: [] } : null,
      noteParts: note === '' ? [] : [note],
      isEnded: record.watchEndedOn !== null,
    };
  });
}
