// Data access of the 紛失時説明書: counts and moments, never a person. Reads only.
import { and, count, desc, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { consultations, meetings, visits } from '#main/platform/database/schema/activities.ts';
import { consents, emergencyContacts, people, supporters } from '#main/platform/database/schema/people.ts';
import { auditTrail } from '#main/platform/database/schema/registry.ts';

const rowsIn = (reader: Reader, table: SQLiteTable, condition?: SQL) =>
  reader.select({ n: count() }).from(table).where(condition).get()?.n ?? 0;

const hasCare = or(isNotNull(people.careLevel), isNotNull(people.dementiaLevel), isNotNull(people.dailyLivingLevel));
const hasHandbook = or(
  isNotNull(people.handbookPhysical),
  isNotNull(people.handbookIntellectual),
  isNotNull(people.handbookMental),
);
const isWatched = and(isNotNull(people.watchStartedOn), isNull(people.watchEndedOn));

export function countHeld(reader: Reader) {
  const registered = rowsIn(reader, people);
  return {
    people: { registered, watched: rowsIn(reader, people, isWatched) },
    held: {
      identity: registered,
      home: registered,
      care: rowsIn(reader, people, hasCare),
      handbook: rowsIn(reader, people, hasHandbook),
      consents: rowsIn(reader, consents),
      contacts: rowsIn(reader, emergencyContacts),
      visits: rowsIn(reader, visits),
      consultations: rowsIn(reader, consultations),
      supporters: rowsIn(reader, supporters),
      meetings: rowsIn(reader, meetings),
    },
  };
}

/** The last entry of one of these operations; of those before `sequence`, when one is said. */
export function findLastDeed(reader: Reader, operations: readonly string[], before: number | null = null) {
  const { sequence, at, actor, detail, operation } = auditTrail;
  return reader
    .select({ sequence, at, actor, detail })
    .from(auditTrail)
    .where(and(inArray(operation, [...operations]), before === null ? undefined : lt(sequence, before)))
    .orderBy(desc(sequence))
    .limit(1)
    .get();
}
