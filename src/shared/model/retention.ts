// How long a record is kept after the end of the watch. Never asks a clock: "today" is handed in.
import { addDays, addMonths, type CalendarDate, datePartsOf } from './calendar-date.ts';

/** Bounds and start of the setting 「終結後の保存年数」. No statute sets the term; five years is our proposal to the ward. */
export const RETENTION_YEARS = { least: 1, most: 30, standard: 5 } as const;

/**
 * The last day on which the record is to be kept: so many years that begin with the day after the end of the watch, reckoned as
 * 民法 140条・143条 reckon a term. It ends on the eve of the day of the same date, and on the last day of February where the 29th
 * is missing.
 */
export function keptUntil(endedOn: CalendarDate, years: number): CalendarDate {
  const firstDay = addDays(endedOn, 1);
  const sameDay = addMonths(firstDay, years * 12);
  const isMissing = datePartsOf(sameDay).day !== datePartsOf(firstDay).day;
  return isMissing ? sameDay : addDays(sameDay, -1);
}

/** Whether the term is over: the record may be erased from the day after its last. */
export function isRetentionOver(endedOn: CalendarDate, years: number, today: CalendarDate): boolean {
  return today > keptUntil(endedOn, years);
}

/** Why a record is kept beyond its term (保存の延長). */
export const HOLD_REASONS = ['dispute', 'disclosure', 'investigation', 'child', 'bereaved', 'other'] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const HOLD_WORDS: Readonly<Record<HoldReason, string>> = {
  dispute: '争い・苦情の途中',
  disclosure: '開示の請求の途中',
  investigation: '事故・事件の確認の途中',
  child: '子どもに関わる記録',
  bereaved: 'ご遺族からの申し出',
  other: 'そのほか',
};

/** Why a record is erased: its term is over, the person (or who speaks for them) asked, or it should never have been entered. */
export const DISPOSAL_BASES = ['term', 'request', 'mistake'] as const;
export type DisposalBasis = (typeof DISPOSAL_BASES)[number];

export const BASIS_WORDS: Readonly<Record<DisposalBasis, string>> = {
  term: '保存年限がすぎた',
  request: 'ご本人・ご家族の請求',
  mistake: 'まちがって登録した',
};

/** What stands in another record where the name of an erased person stood. */
export const ERASED_WORDS = '（廃棄済みの方）';
