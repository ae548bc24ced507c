// Why nothing can be given out, in plain words. Never a figure of the register, never a system word.
import type { PublicationRefusal } from '#main/disclosure-control/publication-model.ts';
import type { MissingHistory } from '#shared/contract/publications.contract.ts';
import { type CalendarMonth, isCalendarMonth } from '#shared/model/calendar-date.ts';

/** 「6月分」; with the year where the period is no month. */
const periodWords = (period: string | null | undefined): string =>
  period && isCalendarMonth(period) ? `${Number((period as CalendarMonth).slice(5))}月分の` : '';

/** What this machine remembers and the register does not know. */
export function missingSentence({ kind, months }: MissingHistory): string {
  const named = months.map((month) => `${Number(month.slice(5))}月分`).join('・');
  switch (kind) {
    case 'missing':
      return `${named}の公表記録が見つからないため、安全を確認できません。`;
    case 'unfinished':
      return `${named}の書き出しが途中で終わっていて、書きかけのファイルが残っていないか、確認できません。`;
    case 'unreadable':
      return '公表記録がそろっているかを確かめるためのファイルが読めないため、安全を確認できません。';
  }
}

export interface Circumstances {
  /** The same tables would be safe if nothing had been published before. */
  readonly isHistoryTheCause: boolean;
  /** The month before was published. */
  readonly isMonthBeforePublished: boolean;
}

function notProtectable(cells: number, { isHistoryTheCause, isMonthBeforePublished }: Circumstances): string {
  const places = cells === 0 ? 'いくつか' : `${cells}か所`;
  const before = isMonthBeforePublished ? '先月の表との引き算で' : 'これまでに公表した表との引き算で';
  const how = isHistoryTheCause ? before : '表の中の引き算で';
  return `この表は出力できません。＊にした数字のうち${places}が、${how}分かってしまいます。`;
}

export function refusalSentence(
  { code, cells, missingPeriod }: Pick<PublicationRefusal, 'code' | 'cells' | 'missingPeriod'>,
  circumstances: Circumstances,
): string {
  switch (code) {
    case 'not_protectable':
      return notProtectable(cells.length, circumstances);
    case 'not_certain':
      return `この表は出力できません。＊にした数字のうち${cells.length}か所について、安全を確かめきれませんでした。`;
    case 'history_missing':
      return `${periodWords(missingPeriod)}公表記録が見つからないため、安全を確認できません。`;
    case 'history_damaged':
      return `${periodWords(missingPeriod)}公表記録が、公表したときのものと違うため、安全を確認できません。`;
    case 'restated':
      return '公表済みの月の数が、公表したときと違っています。公表した数字は変えられないため、出力していません。';
    case 'mixed_modes':
      return '同じ月の同じ数を、＊の表と丸めた表の両方で出すことはできません。どちらかにそろえてください。';
    case 'rounding_impossible':
      return '足し算が合うように丸めることができませんでした。出力していません。';
    case 'timed_out':
      return '時間内に安全を確認できませんでした。出力していません。';
    case 'cancelled':
      return '取りやめました。出力していません。';
    case 'file_differs':
      return '書き出したファイルが、確認した内容と違っていました。出力していません。';
    case 'invalid_publication':
    case 'solver_failed':
      return '安全を確認する計算が、途中で止まりました。出力していません。もう一度お試しください。';
  }
}
