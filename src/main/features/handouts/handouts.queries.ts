// Data access of the ledger of what left the house, and of the names that may not stand in it.
import { asc, desc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { people, supporters } from '#main/platform/database/schema/people.ts';
import { issuedPapers } from '#main/platform/database/schema/registry.ts';

export type HandoutRecord = typeof issuedPapers.$inferSelect;

const newestFirst = [desc(issuedPapers.issuedAt), asc(issuedPapers.copyNumber)] as const;

export function listHandouts(reader: Reader, subjectId: string | null): HandoutRecord[] {
  return reader
    .select()
    .from(issuedPapers)
    .where(subjectId === null ? undefined : eq(issuedPapers.subjectId, subjectId))
    .orderBy(...newestFirst)
    .all();
}

export function findHandouts(reader: Reader, ids: readonly string[]): HandoutRecord[] {
  return reader
    .select()
    .from(issuedPapers)
    .where(inArray(issuedPapers.id, [...ids]))
    .all();
}

export function insertHandout(writer: Writer, row: HandoutRecord): void {
  writer.insert(issuedPapers).values(row).run();
}

export type HandoutSettlement = Pick<HandoutRecord, 'settledAs' | 'settledOn' | 'settledBy'>;

export function updateHandouts(writer: Writer, ids: readonly string[], settlement: HandoutSettlement): void {
  writer
    .update(issuedPapers)
    .set(settlement)
    .where(inArray(issuedPapers.id, [...ids]))
    .run();
}

/** Everybody in the register, whom no text that is given out may name. */
export function listPeopleNames(reader: Reader): { readonly name: string; readonly kana: string }[] {
  return reader.selectDistinct({ name: people.name, kana: people.kana }).from(people).all();
}

/** Names of supporters: theirs may stand in a text. */
export function listSupporterNames(reader: Reader): ReadonlySet<string> {
  return new Set(
    reader
      .select({ name: supporters.name })
      .from(supporters)
      .all()
      .map((row) => row.name),
  );
}
