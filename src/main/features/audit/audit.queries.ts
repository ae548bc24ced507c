// Data access of the audit trail's screen: pages of it, with the names of today. Reads only.
import { and, count, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { disposals } from '#main/platform/database/schema/disposals.ts';
import { people } from '#main/platform/database/schema/people.ts';
import { auditTrail } from '#main/platform/database/schema/registry.ts';

export interface TrailSelection {
  readonly subjectId: string | null;
  readonly actor: string | null;
  /** `null`: any. */
  readonly operations: readonly string[] | null;
  /** Instants; the first included, the last not. */
  readonly since: string | null;
  readonly until: string | null;
}

function conditionOf({ subjectId, actor, operations, since, until }: TrailSelection): SQL | undefined {
  return and(
    subjectId === null ? undefined : eq(auditTrail.subjectId, subjectId),
    actor === null ? undefined : eq(auditTrail.actor, actor),
    operations === null ? undefined : inArray(auditTrail.operation, [...operations]),
    since === null ? undefined : gte(auditTrail.at, since),
    until === null ? undefined : lt(auditTrail.at, until),
  );
}

export function countTrail(reader: Reader, selection: TrailSelection): number {
  return reader.select({ n: count() }).from(auditTrail).where(conditionOf(selection)).get()?.n ?? 0;
}

/** Newest first. */
export function selectTrail(reader: Reader, selection: TrailSelection, before: number | null, limit: number) {
  const { sequence, at, actor, operation, subjectId, detail } = auditTrail;
  const { name } = people;
  // Of an erased person the ledger knows the number; two restored rows of one person must not double a row of the trail.
  const erasedNumber = sql<
    number | null
  >`(SELECT max(${disposals.registerNumber}) FROM ${disposals} WHERE ${disposals.personId} = ${subjectId})`;
  const registerNumber = sql<number | null>`coalesce(${people.registerNumber}, ${erasedNumber})`;
  return reader
    .select({ sequence, at, actor, operation, subjectId, detail, name, registerNumber })
    .from(auditTrail)
    .leftJoin(people, eq(people.id, subjectId))
    .where(and(conditionOf(selection), before === null ? undefined : lt(sequence, before)))
    .orderBy(desc(sequence))
    .limit(limit)
    .all();
}

export function listActors(reader: Reader): string[] {
  const rows = reader.selectDistinct({ actor: auditTrail.actor }).from(auditTrail).orderBy(auditTrail.actor).all();
  return rows.map(({ actor }) => actor);
}
