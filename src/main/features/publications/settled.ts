// A recorded decision: publications that the register does not know are with nobody, so that nobody can subtract them. Never taken back.
import type { CommandContext } from '#main/platform/contexts.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { MissingHistory, SettledStanding } from '#shared/contract/publications.contract.ts';
import { type CalendarMonth, calendarDateSchema, calendarMonthSchema } from '#shared/model/calendar-date.ts';
import { insertSettled, listSettled } from './publications.queries.ts';
import { type Lost, monthsOf, type PublishedHead } from './published-head.ts';

export const missingOf = (lost: Lost | null): MissingHistory | null =>
  lost === null ? null : { kind: lost.kind, months: [...monthsOf(lost)] };

export function readSettled(reader: Reader) {
  return listSettled(reader).map(({ month, standing, reason, settledOn, actor }) => ({
    month: calendarMonthSchema.nullable().parse(month),
    standing: standing as SettledStanding,
    reason,
    settledOn: calendarDateSchema.parse(settledOn),
    actor,
  }));
}

/** @throws Refusal `not_found` (nothing is missing), `publication_outdated` (something else is than was shown) */
export function settleMissing(
  { writer, now, today, actor, auditDetail }: CommandContext,
  head: PublishedHead,
  wish: { readonly months: readonly CalendarMonth[]; readonly standing: SettledStanding; readonly reason: string },
): void {
  const lost = head.settle(writer);
  if (lost === null) throw new Refusal('not_found');
  const months = monthsOf(lost);
  if (JSON.stringify(months) !== JSON.stringify(wish.months)) throw new Refusal('publication_outdated');
  const { standing, reason } = wish;
  for (const { mark, month } of lost.parts) {
    insertSettled(writer, { mark, month, standing, reason, settledAt: now, settledOn: today, actor });
  }
  auditDetail({ ...(months.length === 0 ? {} : { month: months.join('・') }), settledAs: standing });
}
