// Every row of the register that is about one person. Reads only; a new table with people in it is added here, or a test fails.
import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { consultations, visitSigns, visits } from '#main/platform/database/schema/activities.ts';
import { disposals, retentionHolds } from '#main/platform/database/schema/disposals.ts';
import { consents, emergencyContacts, people } from '#main/platform/database/schema/people.ts';
import { auditTrail, drafts, issuedPapers } from '#main/platform/database/schema/registry.ts';

/** `null` when there is nobody. Within a table the oldest row first. */
export function selectAllAbout(reader: Reader, personId: string) {
  const person = reader.select().from(people).where(eq(people.id, personId)).get();
  if (!person) {
    return null;
  }
  const ownConsultations = selectConsultations(reader, personId);
  return {
    people: [person],
    consents: reader
      .select()
      .from(consents)
      .where(eq(consents.personId, personId))
      .orderBy(asc(consents.position))
      .all(),
    emergencyContacts: reader
      .select()
      .from(emergencyContacts)
      .where(eq(emergencyContacts.personId, personId))
      .orderBy(asc(emergencyContacts.position))
      .all(),
    visits: selectVisits(reader, personId),
    visitSigns: selectSigns(reader, personId),
    consultations: ownConsultations,
    retentionHolds: reader.select().from(retentionHolds).where(eq(retentionHolds.personId, personId)).all(),
    disposals: reader.select().from(disposals).where(eq(disposals.personId, personId)).all(),
    drafts: selectDrafts(reader, [personId, ...ownConsultations.map(({ id }) => id)]),
    ...selectDeeds(reader, personId),
  };
}

function selectVisits(reader: Reader, personId: string) {
  return reader
    .select()
    .from(visits)
    .where(eq(visits.personId, personId))
    .orderBy(asc(visits.visitedOn), asc(visits.visitedAtTime), asc(visits.createdAt))
    .all();
}

function selectConsultations(reader: Reader, personId: string) {
  return reader
    .select()
    .from(consultations)
    .where(eq(consultations.personId, personId))
    .orderBy(asc(consultations.consultedOn), asc(consultations.createdAt))
    .all();
}

/** Whose key or text holds one of these ids. */
function selectDrafts(reader: Reader, ids: readonly string[]) {
  const all = reader.select().from(drafts).orderBy(asc(drafts.savedAt)).all();
  return all.filter(({ key, body }) => ids.some((id) => key.includes(id) || body.includes(id)));
}

/** What left the house about the person, and what was done with the record. */
function selectDeeds(reader: Reader, personId: string) {
  return {
    issuedPapers: reader
      .select()
      .from(issuedPapers)
      .where(eq(issuedPapers.subjectId, personId))
      .orderBy(asc(issuedPapers.issuedAt))
      .all(),
    auditTrail: reader
      .select()
      .from(auditTrail)
      .where(eq(auditTrail.subjectId, personId))
      .orderBy(asc(auditTrail.sequence))
      .all(),
  };
}

function selectSigns(reader: Reader, personId: string) {
  const ofPerson = reader.select({ id: visits.id }).from(visits).where(eq(visits.personId, personId));
  return reader
    .select()
    .from(visitSigns)
    .where(inArray(visitSigns.visitId, ofPerson))
    .orderBy(asc(visitSigns.sign))
    .all();
}

export type AllAbout = NonNullable<ReturnType<typeof selectAllAbout>>;
