// The ledger of what left the house. Whatever exports or prints enters it here, in the transaction that makes the file appear, or does not.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { Handout, HandoutEnd, HandoutKind, HandoutReason } from '#shared/contract/handouts.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { localDayOf } from '#shared/model/instant.ts';
import { findHandouts, type HandoutRecord, insertHandout, listHandouts, updateHandouts } from './handouts.queries.ts';
import { isNameRefused, namesInReason } from './named-people.ts';

/**
 * Before the work that would be in vain. `recordHandouts` sees to it in any case.
 * @throws Refusal `names_in_reason` for a summary whose recipient or purpose names somebody of the register.
 */
export function assertNamesNobody(reader: Reader, kind: HandoutKind, reason: HandoutReason): void {
  if (!isNameRefused(kind)) return;
  const { recipient, purpose } = namesInReason(reader, reason);
  if (recipient.length + purpose.length === 0) return;
  throw new Refusal('names_in_reason', {
    ...(recipient.length === 0 ? {} : { 'handout.recipient': 'names_somebody' }),
    ...(purpose.length === 0 ? {} : { 'handout.purpose': 'names_somebody' }),
  });
}

export interface NewHandouts {
  readonly kind: HandoutKind;
  /** Id of the meeting, the month, or the person; empty where there is none. */
  readonly subjectId: string;
  /** What it is, without a name of a watched person. */
  readonly title: string;
  /** One row each; `null` for a single row without a number. */
  readonly copyNumbers: readonly number[] | null;
  readonly reason: HandoutReason;
}

/** Enters what leaves, and says in the audit row who receives it and what for. @throws Refusal `names_in_reason` */
export function recordHandouts(context: CommandContext, leaving: NewHandouts): void {
  const { writer, newId, now, actor, auditDetail } = context;
  const { kind, subjectId, title, copyNumbers, reason } = leaving;
  const { recipient, purpose } = reason;
  assertNamesNobody(writer, kind, reason);
  for (const copyNumber of copyNumbers ?? [null]) {
    insertHandout(writer, {
      id: newId(),
      kind,
      subjectId,
      title,
      copyNumber,
      recipient,
      purpose,
      issuedAt: now,
      actor,
      settledAs: null,
      settledOn: null,
      settledBy: null,
    });
  }
  auditDetail({ recipient, purpose });
}

/** Figures of a month, and what somebody asked to have of themselves, are made to be given away; the rest should come back or be shredded. */
const isToComeBack = (kind: string) => kind !== 'month_summary' && kind !== 'disclosure';

const handoutOf = ({ settledBy: _settledBy, ...row }: HandoutRecord) => ({
  ...row,
  isOpen: row.settledAs === null && isToComeBack(row.kind),
});

/** Open ones first, each part newest first. */
export function readHandouts(reader: Reader, subjectId: string | null): Handout[] {
  const all = listHandouts(reader, subjectId).map(handoutOf) as Handout[];
  return [...all.filter(({ isOpen }) => isOpen), ...all.filter(({ isOpen }) => !isOpen)];
}

const MOST_REASONS = 30;

/** Each once, newest first. */
export function readReasons(reader: Reader) {
  const found = new Map<string, { kind: HandoutKind; recipient: string; purpose: string }>();
  for (const { kind, recipient, purpose } of listHandouts(reader, null)) {
    const reason = { kind: kind as HandoutKind, recipient, purpose };
    const key = JSON.stringify(reason);
    if (!found.has(key)) {
      found.set(key, reason);
    }
  }
  return [...found.values()].slice(0, MOST_REASONS);
}

/** @throws Refusal `not_found` when one of them is not in the ledger. */
function getHandouts(reader: Reader, ids: readonly string[]): HandoutRecord[] {
  const found = findHandouts(reader, ids);
  if (found.length !== new Set(ids).size) {
    throw new Refusal('not_found');
  }
  return found;
}

/** @throws Refusal `not_found`, `date_in_future`, `date_out_of_order`. */
export function settleHandouts(
  { writer, today, actor, auditDetail }: CommandContext,
  { handoutIds, as, on }: { handoutIds: readonly string[]; as: HandoutEnd; on: CalendarDate },
): void {
  if (on > today) {
    throw new Refusal('date_in_future', { on: 'in_future' });
  }
  if (getHandouts(writer, handoutIds).some(({ issuedAt }) => on < localDayOf(issuedAt))) {
    throw new Refusal('date_out_of_order', { on: 'out_of_order' });
  }
  updateHandouts(writer, handoutIds, { settledAs: as, settledOn: on, settledBy: actor });
  auditDetail({ copies: handoutIds.length, as });
}

/** @throws Refusal `not_found`. */
export function reopenHandouts({ writer, auditDetail }: CommandContext, handoutIds: readonly string[]): void {
  getHandouts(writer, handoutIds);
  updateHandouts(writer, handoutIds, { settledAs: null, settledOn: null, settledBy: null });
  auditDetail({ copies: handoutIds.length });
}
