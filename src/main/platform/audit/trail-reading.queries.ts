// Reads the audit trail for those who must trust it: where it ends, whether it is whole, whether a look is in it already. Writes nothing.
import { and, asc, desc, eq, gt, gte, inArray, lte } from 'drizzle-orm';
import type { Reader } from '../database/reader-writer.ts';
import { auditTrail } from '../database/schema/registry.ts';
import { CHAIN_START, chainHash, isSameHash } from './audit-chain.ts';

/** Where the trail ends. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}

const EMPTY_TRAIL: AuditHead = { sequence: 0, hash: CHAIN_START };

export function auditHeadOf(reader: Reader): AuditHead {
  const { sequence, hash } = auditTrail;
  return reader.select({ sequence, hash }).from(auditTrail).orderBy(desc(sequence)).limit(1).get() ?? EMPTY_TRAIL;
}

export function auditHashAt(reader: Reader, sequence: number): string | null {
  const row = reader.select({ hash: auditTrail.hash }).from(auditTrail).where(eq(auditTrail.sequence, sequence)).get();
  return row?.hash ?? null;
}

/** Whether this coordinator has looked at this record since `since`, through any of these operations. */
export function hasLooked(
  reader: Reader,
  look: { readonly actor: string; readonly at: string; readonly subjectId: string },
  since: string,
  operations: readonly string[],
): boolean {
  const { subjectId, actor, operation, at, sequence } = auditTrail;
  const found = reader
    .select({ sequence })
    .from(auditTrail)
    .where(
      and(
        eq(subjectId, look.subjectId),
        eq(actor, look.actor),
        inArray(operation, [...operations]),
        gte(at, since),
        lte(at, look.at),
      ),
    )
    .limit(1)
    .get();
  return found !== undefined;
}

export interface TrailVerdict {
  /** How many rows there are. */
  readonly rows: number;
  /** The first row that is not what was written, or that does not follow the one before it; `null` when the chain holds. */
  readonly brokenAt: { readonly sequence: number; readonly at: string } | null;
}

const PAGE = 2000;

/**
 * Reckons the whole chain again. Finds every row that was changed, removed, put in or moved; rows cut off at the end are found
 * by the head that is kept beside the register (`audit-head.ts`).
 */
export function verifyTrail(reader: Reader, key: Uint8Array): TrailVerdict {
  let head = EMPTY_TRAIL;
  let rows = 0;
  let brokenAt: TrailVerdict['brokenAt'] = null;
  for (;;) {
    const page = reader
      .select()
      .from(auditTrail)
      .where(gt(auditTrail.sequence, head.sequence))
      .orderBy(asc(auditTrail.sequence))
      .limit(PAGE)
      .all();
    for (const row of page) {
      if (!brokenAt && !isSameHash(row.hash, chainHash(key, head.hash, row))) {
        brokenAt = { sequence: row.sequence, at: row.at };
      }
      head = row;
    }
    rows += page.length;
    if (page.length < PAGE) {
      return { rows, brokenAt };
    }
  }
}
