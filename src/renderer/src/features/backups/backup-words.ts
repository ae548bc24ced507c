// The words in which a backup (控え) is spoken of: when, why, how much is in it.
import { dayAndTimeOf } from '#renderer/lib/instant.ts';
import type { BackupReason, RegisterCounts } from '#shared/contract/backups.contract.ts';
import { formatDate } from '#shared/model/era.ts';

export const REASON_WORDS: Readonly<Record<BackupReason, string>> = {
  by_hand: '自分でとった控え',
  on_close: '閉じたときの控え',
  before_import: '取り込みの前の控え',
  before_migration: 'アプリを新しくする前の控え',
  after_key_change: '鍵を替えたあとの控え',
  after_erasure: '廃棄したあとの控え',
};

/** 令和8年10月15日 12:00 */
export function momentWords(at: string): string {
  const { day, time } = dayAndTimeOf(at);
  return `${formatDate(day, 'era')} ${time}`;
}

/** 12MB; never 0. */
const sizeWords = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 ** 2))}MB`;

type Replaced = { readonly count: number; readonly bytes: number; readonly oldestAt: string };

export const replacedWords = ({ count, bytes, oldestAt }: Replaced): string =>
  `${count}個（合わせて${sizeWords(bytes)}、いちばん古いものは ${momentWords(oldestAt)}）。新しいもの3個までを残します`;

export const countWords = ({ people, visits, consultations }: RegisterCounts): string =>
  `${people}人・見守り${visits}件・相談${consultations}件`;
