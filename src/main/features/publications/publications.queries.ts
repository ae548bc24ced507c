// Data access of what was published, of the head of the history, and of the decisions on the smallest number of persons.
import { asc, desc, eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import {
  profileDecisions,
  publicationHead,
  publications,
  settledPublications,
} from '#main/platform/database/schema/statistics.ts';

export type PublicationRow = typeof publications.$inferSelect;
export type ListedPublication = Omit<PublicationRow, 'record'>;
export type DecisionRow = typeof profileDecisions.$inferSelect;
export type SettledRow = typeof settledPublications.$inferSelect;

/** All columns but the record, which is large and reveals the truth. */
const { id, number, month, profile, recipient, purpose, publishedAt, publishedOn, actor, report, figures, files } =
  publications;
const LISTED = {
  ...{ id, number, month, profile, recipient, purpose, publishedAt, publishedOn, actor, report, figures, files },
  recordHash: publications.recordHash,
};

/** Newest first. */
export function listPublications(reader: Reader): ListedPublication[] {
  return reader.select(LISTED).from(publications).orderBy(desc(publications.number)).all();
}

export function findPublication(reader: Reader, publicationId: string): ListedPublication | null {
  return reader.select(LISTED).from(publications).where(eq(publications.id, publicationId)).get() ?? null;
}

/** Oldest first: what an audit needs of every publication. */
export function listRecords(reader: Reader): Pick<PublicationRow, 'number' | 'month' | 'record' | 'recordHash'>[] {
  return reader
    .select({
      number: publications.number,
      month: publications.month,
      record: publications.record,
      recordHash: publications.recordHash,
    })
    .from(publications)
    .orderBy(asc(publications.number))
    .all();
}

/** What is shown in each publication, oldest first. */
export function listFigures(reader: Reader): Pick<PublicationRow, 'month' | 'number' | 'figures'>[] {
  return reader
    .select({ month: publications.month, number: publications.number, figures: publications.figures })
    .from(publications)
    .orderBy(asc(publications.number))
    .all();
}

export function insertPublication(writer: Writer, row: PublicationRow): void {
  writer.insert(publications).values(row).run();
}

/** Which publications there are, oldest first, without unpacking any. */
export function listHashes(reader: Reader): { readonly hash: string; readonly month: string }[] {
  const { recordHash: hash, month } = publications;
  return reader.select({ hash, month }).from(publications).orderBy(asc(publications.number)).all();
}

/** Oldest first. */
export function listSettled(reader: Reader): SettledRow[] {
  return reader.select().from(settledPublications).orderBy(asc(settledPublications.settledAt)).all();
}

export function insertSettled(writer: Writer, row: SettledRow): void {
  writer.insert(settledPublications).values(row).run();
}

const HEAD_ID = 1;

export interface Head {
  readonly hash: string;
  readonly count: number;
  readonly month: string;
}

export function findHead(reader: Reader): Head | null {
  return reader.select().from(publicationHead).where(eq(publicationHead.id, HEAD_ID)).get() ?? null;
}

export function writeHead(writer: Writer, head: Head): void {
  writer
    .insert(publicationHead)
    .values({ id: HEAD_ID, ...head })
    .onConflictDoUpdate({ target: publicationHead.id, set: head })
    .run();
}

/** Oldest first: the last of a profile is in force. */
export function listDecisions(reader: Reader): DecisionRow[] {
  return reader.select().from(profileDecisions).orderBy(asc(profileDecisions.recordedAt)).all();
}

export function insertDecision(writer: Writer, row: DecisionRow): void {
  writer.insert(profileDecisions).values(row).run();
}
