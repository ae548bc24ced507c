// How the consultations of a person are erased, and where their words may name somebody else. Used by nobody but the erasure.
import { eq } from 'drizzle-orm';
import type { Reader, Writer } from '#main/platform/database/reader-writer.ts';
import { consultations } from '#main/platform/database/schema/activities.ts';

export function listConsultationIdsOf(reader: Reader, personId: string): string[] {
  const rows = reader
    .select({ id: consultations.id })
    .from(consultations)
    .where(eq(consultations.personId, personId))
    .all();
  return rows.map(({ id }) => id);
}

export function purgeConsultationsOf(writer: Writer, personId: string): void {
  writer.delete(consultations).where(eq(consultations.personId, personId)).run();
}

const FIELDS = ['question', 'answer', 'nextStep'] as const;

/** Every written text of every consultation. */
export function listConsultationTexts(reader: Reader) {
  const { id, personId, consultedOn, question, answer, nextStep } = consultations;
  return reader
    .select({ id, personId, on: consultedOn, question, answer, nextStep })
    .from(consultations)
    .all()
    .flatMap((row) =>
      FIELDS.filter((field) => row[field] !== '').map((field) => ({
        id: row.id,
        personId: row.personId,
        on: row.on,
        field: field as string,
        text: row[field],
      })),
    );
}

export function rewriteConsultationText(writer: Writer, consultationId: string, field: string, text: string): void {
  const known = FIELDS.find((each) => each === field);
  if (known) {
    writer
      .update(consultations)
      .set({ [known]: text })
      .where(eq(consultations.id, consultationId))
      .run();
  }
}
