// Which drafts are about a person, how they are erased, and where other drafts may name somebody. Used by nobody but the erasure.
import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { drafts } from '#main/platform/database/schema/registry.ts';

/** Whose key or text holds one of these ids: the person's, or that of one of their consultations. */
function keysAbout(reader: Reader, ids: readonly string[]): string[] {
  const rows = reader.select().from(drafts).all();
  return rows.filter(({ key, body }) => ids.some((id) => key.includes(id) || body.includes(id))).map(({ key }) => key);
}

export function countDraftsAbout(reader: Reader, ids: readonly string[]): number {
  return keysAbout(reader, ids).length;
}

export function purgeDraftsAbout(writer: Writer, ids: readonly string[]): void {
  for (const key of keysAbout(writer, ids)) {
    writer.delete(drafts).where(eq(drafts.key, key)).run();
  }
}

/** The texts as they are kept, in JSON; the id of a draft is its key. */
export function listDraftTexts(reader: Reader) {
  return reader
    .select()
    .from(drafts)
    .all()
    .map(({ key, body }) => ({ id: key as string, personId: null, on: null, field: 'body', text: body }));
}

export function rewriteDraftText(writer: Writer, key: string, _field: string, text: string): void {
  writer.update(drafts).set({ body: text }).where(eq(drafts.key, key)).run();
}
