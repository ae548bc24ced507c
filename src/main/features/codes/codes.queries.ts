// Data access of the code tables.
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { codes } from '#main/platform/database/schema/registry.ts';
import { type CodeEntry, codeEntrySchema } from '#shared/contract/codes.contract.ts';
import type { CodeList } from '#shared/model/code-lists.ts';

type CodeRow = typeof codes.$inferSelect;

const toEntry = (row: CodeRow): CodeEntry =>
  codeEntrySchema.parse({
    ...row,
    attributes: JSON.parse(row.attributes),
    synonyms: JSON.parse(row.synonyms),
  });

/** Every list, each in its own order, retired codes too. */
export function listCodes(reader: Reader): CodeEntry[] {
  return reader.select().from(codes).orderBy(asc(codes.list), asc(codes.position)).all().map(toEntry);
}

export function listCodesOf(reader: Reader, list: CodeList): CodeEntry[] {
  return reader.select().from(codes).where(eq(codes.list, list)).orderBy(asc(codes.position)).all().map(toEntry);
}

/** Which of these exist, as `list/code`, retired ones too: one query, however many are to be checked. */
export function findCodeKeys(
  reader: Reader,
  wanted: readonly { readonly list: CodeList; readonly code: string }[],
): ReadonlySet<string> {
  const isWanted = and(
    inArray(codes.list, [...new Set(wanted.map(({ list }) => list))]),
    inArray(codes.code, [...new Set(wanted.map(({ code }) => code))]),
  );
  const rows = reader.select({ list: codes.list, code: codes.code }).from(codes).where(isWanted).all();
  return new Set(rows.map(({ list, code }) => `${list}/${code}`));
}

export function findCode(reader: Reader, list: CodeList, code: string): CodeEntry | null {
  const row = reader
    .select()
    .from(codes)
    .where(and(eq(codes.list, list), eq(codes.code, code)))
    .get();
  return row ? toEntry(row) : null;
}

export function insertCode(writer: Writer, entry: CodeEntry): void {
  writer
    .insert(codes)
    .values({ ...entry, attributes: JSON.stringify(entry.attributes), synonyms: JSON.stringify(entry.synonyms) })
    .run();
}

export function updateCode(
  writer: Writer,
  list: CodeList,
  code: string,
  changes: { readonly label: string; readonly position: number; readonly isRetired: boolean },
): void {
  writer
    .update(codes)
    .set(changes)
    .where(and(eq(codes.list, list), eq(codes.code, code)))
    .run();
}
