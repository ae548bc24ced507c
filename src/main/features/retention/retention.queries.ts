// Data access of the holds and of the ledger of what was erased, and the few facts about whose watch ended.
import { asc, desc, eq, isNotNull, isNull, max, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { disposals, retentionHolds } from '#main/platform/database/schema/disposals.ts';
import { people } from '#main/platform/database/schema/people.ts';

export type HoldRecord = typeof retentionHolds.$inferSelect;
export type DisposalRecord = typeof disposals.$inferSelect;

const selectEnded = (reader: Reader) =>
  reader
    .select({
      personId: people.id,
      registerNumber: people.registerNumber,
      name: people.name,
      kana: people.kana,
      watchEndedOn: people.watchEndedOn,
      endReason: people.endReason,
      hold: retentionHolds,
    })
    .from(people)
    .leftJoin(retentionHolds, eq(retentionHolds.personId, people.id));

/** Everybody whose watch ended, the longest over first. */
export function listEndedPeople(reader: Reader) {
  return selectEnded(reader)
    .where(isNotNull(people.watchEndedOn))
    .orderBy(asc(people.watchEndedOn), asc(people.registerNumber))
    .all();
}

/** Anybody, whether the watch ended or not. */
export function findPersonAndHold(reader: Reader, personId: string) {
  return selectEnded(reader).where(eq(people.id, personId)).get() ?? null;
}

export function listNames(reader: Reader): Map<string, string> {
  const rows = reader.select({ id: people.id, name: people.name }).from(people).all();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export function putHold(writer: Writer, row: HoldRecord): void {
  const { personId: _key, ...changes } = row;
  writer.insert(retentionHolds).values(row).onConflictDoUpdate({ target: retentionHolds.personId, set: changes }).run();
}

export function deleteHold(writer: Writer, personId: string): void {
  writer.delete(retentionHolds).where(eq(retentionHolds.personId, personId)).run();
}

export function listHoldTexts(reader: Reader) {
  return reader
    .select()
    .from(retentionHolds)
    .where(ne(retentionHolds.note, ''))
    .all()
    .map(({ personId, note, heldOn }) => ({ id: personId, personId, on: heldOn, field: 'note', text: note }));
}

export function rewriteHoldText(writer: Writer, personId: string, _field: string, text: string): void {
  writer.update(retentionHolds).set({ note: text }).where(eq(retentionHolds.personId, personId)).run();
}

export function highestCertificateNumber(reader: Reader): number {
  return (
    reader
      .select({ n: max(disposals.certificateNumber) })
      .from(disposals)
      .get()?.n ?? 0
  );
}

export function insertDisposal(writer: Writer, row: DisposalRecord): void {
  writer.insert(disposals).values(row).run();
}

/** Newest certificate first, its people by their number. */
export function listDisposals(reader: Reader): DisposalRecord[] {
  return reader
    .select()
    .from(disposals)
    .orderBy(desc(disposals.certificateNumber), asc(disposals.registerNumber))
    .all();
}

export function hasResidue(reader: Reader): boolean {
  return (
    reader.select({ id: disposals.id }).from(disposals).where(isNull(disposals.residueClearedAt)).limit(1).get() !==
    undefined
  );
}

export function markResidueCleared(writer: Writer, at: string): void {
  writer.update(disposals).set({ residueClearedAt: at }).where(isNull(disposals.residueClearedAt)).run();
}
