// Data access of the people, their consents and contacts.
import { and, asc, desc, eq, getTableColumns, inArray, isNotNull, like, lte, max, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { visits } from '#main/platform/database/schema/activities.ts';
import { disposals } from '#main/platform/database/schema/disposals.ts';
import { consents, emergencyContacts, people, supporters } from '#main/platform/database/schema/people.ts';
import { FIELD_SEPARATOR } from '#shared/model/person-name.ts';

export type PersonRecord = typeof people.$inferSelect;
export type ConsentRecord = typeof consents.$inferSelect;
type ContactRecord = typeof emergencyContacts.$inferSelect;

export interface NamedPersonRecord extends PersonRecord {
  readonly volunteerName: string | null;
  readonly commissionerName: string | null;
}

const volunteer = alias(supporters, 'volunteer');
const commissioner = alias(supporters, 'commissioner');

const selectNamed = (reader: Reader) =>
  reader
    .select({
      ...getTableColumns(people),
      volunteerName: volunteer.name,
      commissionerName: commissioner.name,
    })
    .from(people)
    .leftJoin(volunteer, eq(volunteer.id, people.volunteerId))
    .leftJoin(commissioner, eq(commissioner.id, people.commissionerId));

/** Everybody in 五十音 order, ended watches too. */
export function listPeople(reader: Reader): NamedPersonRecord[] {
  return selectNamed(reader).orderBy(asc(people.kanaKey), asc(people.kana), asc(people.registerNumber)).all();
}

export function findPerson(reader: Reader, personId: string): NamedPersonRecord | null {
  return selectNamed(reader).where(eq(people.id, personId)).get() ?? null;
}

/**
 * Whose search text holds, for every term, one of its keys, or who bears the number; the bearer first, then people under
 * watch, each in 五十音 order.
 */
export function findBySearchTerms(
  reader: Reader,
  { terms, number }: { readonly terms: readonly (readonly string[])[]; readonly number: number | null },
  limit: number,
): Pick<PersonRecord, 'id' | 'registerNumber' | 'name' | 'kana' | 'address' | 'building' | 'searchText'>[] {
  const { id, registerNumber, name, kana, address, building, searchText } = getTableColumns(people);
  const holds = (before: string) =>
    and(...terms.map((keys) => or(...keys.map((key) => like(searchText, `%${before}${key}%`)))));
  return reader
    .select({ id, registerNumber, name, kana, address, building, searchText })
    .from(people)
    .where(or(number === null ? undefined : eq(registerNumber, number), holds('')))
    .orderBy(
      ...(number === null ? [] : [desc(eq(registerNumber, number))]),
      asc(isNotNull(people.watchEndedOn)),
      // やま finds 山田 before 中山: where a field begins with what was typed comes first.
      desc(sql`${holds(FIELD_SEPARATOR)}`),
      asc(people.kanaKey),
      asc(kana),
      asc(registerNumber),
    )
    .limit(limit)
    .all();
}

/** Last day, up to `until` where one is given, on which a visit with one of these results was made, by person. */
export function lastVisitsWith(reader: Reader, results: readonly string[], until?: string): Map<string, string> {
  const rows = reader
    .select({ personId: visits.personId, day: max(visits.visitedOn) })
    .from(visits)
    .where(and(inArray(visits.result, [...results]), until === undefined ? undefined : lte(visits.visitedOn, until)))
    .groupBy(visits.personId)
    .all();
  return new Map(rows.flatMap(({ personId, day }) => (day === null ? [] : [[personId, day] as const])));
}

export function lastVisitOfPersonWith(reader: Reader, personId: string, results: readonly string[]): string | null {
  const row = reader
    .select({ day: max(visits.visitedOn) })
    .from(visits)
    .where(and(eq(visits.personId, personId), inArray(visits.result, [...results])))
    .get();
  return row?.day ?? null;
}

/** Status in force of everybody who has one. */
export function currentConsentStatuses(reader: Reader): Map<string, string> {
  const rows = reader
    .select({ personId: consents.personId, status: consents.status })
    .from(consents)
    .orderBy(asc(consents.position))
    .all();
  return new Map(rows.map(({ personId, status }) => [personId, status]));
}

/** Newest first. */
export function listConsents(reader: Reader, personId: string): ConsentRecord[] {
  return reader.select().from(consents).where(eq(consents.personId, personId)).orderBy(desc(consents.position)).all();
}

export function insertConsent(writer: Writer, row: ConsentRecord): void {
  writer.insert(consents).values(row).run();
}

export function listContacts(reader: Reader, personId: string): ContactRecord[] {
  return reader
    .select()
    .from(emergencyContacts)
    .where(eq(emergencyContacts.personId, personId))
    .orderBy(asc(emergencyContacts.position))
    .all();
}

export function replaceContacts(writer: Writer, personId: string, rows: readonly ContactRecord[]): void {
  writer.delete(emergencyContacts).where(eq(emergencyContacts.personId, personId)).run();
  for (const row of rows) {
    writer.insert(emergencyContacts).values(row).run();
  }
}

/** Of the register and of those who were erased from it: a number on a certificate never becomes somebody else's. */
export function highestRegisterNumber(reader: Reader): number {
  const highestOf = (table: typeof people | typeof disposals) =>
    reader
      .select({ n: max(table.registerNumber) })
      .from(table)
      .get()?.n ?? 0;
  return Math.max(highestOf(people), highestOf(disposals));
}

export function insertPerson(writer: Writer, row: PersonRecord): void {
  writer.insert(people).values(row).run();
}

export function updatePerson(writer: Writer, personId: string, changes: Partial<Omit<PersonRecord, 'id'>>): void {
  writer.update(people).set(changes).where(eq(people.id, personId)).run();
}
