// How a person's own rows are erased, and where the rows of others may name them. Used by nobody but the erasure.
import { count, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { consents, emergencyContacts, people } from '#main/platform/database/schema/people.ts';

export function countConsentsOf(reader: Reader, personId: string): number {
  return reader.select({ n: count() }).from(consents).where(eq(consents.personId, personId)).get()?.n ?? 0;
}

export function countContactsOf(reader: Reader, personId: string): number {
  const own = eq(emergencyContacts.personId, personId);
  return reader.select({ n: count() }).from(emergencyContacts).where(own).get()?.n ?? 0;
}

/** Consents, contacts and the person; what other features hold must be gone before. */
export function purgePersonRows(writer: Writer, personId: string): void {
  writer.delete(consents).where(eq(consents.personId, personId)).run();
  writer.delete(emergencyContacts).where(eq(emergencyContacts.personId, personId)).run();
  writer.delete(people).where(eq(people.id, personId)).run();
}

const FIELDS = ['note', 'accessNote', 'endNote'] as const;

/** Every written text about every person. */
export function listPersonTexts(reader: Reader) {
  const { id, note, accessNote, endNote } = people;
  return reader
    .select({ id, note, accessNote, endNote })
    .from(people)
    .all()
    .flatMap((row) =>
      FIELDS.filter((field) => row[field] !== '').map((field) => ({
        id: row.id,
        personId: row.id,
        on: null,
        field: field as string,
        text: row[field],
      })),
    );
}

export function rewritePersonText(writer: Writer, personId: string, field: string, text: string): void {
  const known = FIELDS.find((each) => each === field);
  if (known) {
    writer
      .update(people)
      .set({ [known]: text })
      .where(eq(people.id, personId))
      .run();
  }
}

const CONTACT_FIELDS = ['name', 'relation', 'note'] as const;

/** Every written text of every emergency contact: somebody's neighbour may be somebody else's person. */
export function listContactTexts(reader: Reader) {
  return reader
    .select()
    .from(emergencyContacts)
    .all()
    .flatMap((row) =>
      CONTACT_FIELDS.filter((field) => row[field] !== '').map((field) => ({
        id: row.id,
        personId: row.personId,
        on: null,
        field: field as string,
        text: row[field],
      })),
    );
}

export function rewriteContactText(writer: Writer, contactId: string, field: string, text: string): void {
  const known = CONTACT_FIELDS.find((each) => each === field);
  if (known) {
    writer
      .update(emergencyContacts)
      .set({ [known]: text })
      .where(eq(emergencyContacts.id, contactId))
      .run();
  }
}
