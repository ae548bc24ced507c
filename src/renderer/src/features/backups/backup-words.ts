// The words in which a backup (控え) is spoken of: why it was made, how large.
import { momentWords } from '#renderer/lib/instant.ts';
import type { BackupReason } from '#shared/contract/backups.contract.ts';

export const REASON_WORDS: Readonly<Record<BackupReason, string>> = {
  by_hand: '自分でとった控え',
  on_close: '閉じたときの控え',
  before_import: '取り込みの前の控え',
  before_migration: 'アプリを新しくする前の控え',
  after_key_change: '鍵を替えたあとの控え',
  after_erasure: '廃棄したあとの控え',
};

/** 12MB; never 0. */
const sizeWords = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1024 ** 2))}MB`;

type Replaced = { readonly count: number; readonly bytes: number; readonly oldestAt: string };

export const replacedWords = ({ count, bytes, oldestAt }: Replaced): string =>
  `${count}個（合わせて${sizeWords(bytes)}、いちばん古いものは ${momentWords(oldestAt)}）。新しいもの3個までを残します`;
