// Data access of the import: everybody in the register at once, and the mappings of earlier ledgers.
import { asc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { consents, emergencyContacts } from '#main/platform/database/schema/people.ts';
import { importMappings } from '#main/platform/database/schema/registry.ts';

type ContactRecord = typeof emergencyContacts.$inferSelect;
type ConsentRecord = typeof consents.$inferSelect;

/** Everybody's contacts, in their order. */
export function contactsByPerson(reader: Reader): Map<string, ContactRecord[]> {
  const rows = reader.select().from(emergencyContacts).orderBy(asc(emergencyContacts.position)).all();
  return Map.groupBy(rows, ({ personId }) => personId);
}

/** The consent in force of everybody who has one. */
export function consentsInForce(reader: Reader): Map<string, ConsentRecord> {
  const rows = reader.select().from(consents).orderBy(asc(consents.position)).all();
  return new Map(rows.map((row) => [row.personId, row]));
}

/** JSON, or null for headings that were never imported. */
export function findMapping(reader: Reader, heading: string): string | null {
  return reader.select().from(importMappings).where(eq(importMappings.heading, heading)).get()?.mapping ?? null;
}

export function saveMapping(writer: Writer, row: typeof importMappings.$inferInsert): void {
  writer
    .insert(importMappings)
    .values(row)
    .onConflictDoUpdate({ target: importMappings.heading, set: { mapping: row.mapping, usedAt: row.usedAt } })
    .run();
}
