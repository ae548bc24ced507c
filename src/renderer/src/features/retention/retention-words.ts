// The words of the end of a record for its screens: what goes, where a name stands.
import {
  DISPOSAL_CATEGORIES,
  type DisposalCertificate,
  type DisposalCounts,
  type MENTION_SOURCES,
} from '#shared/contract/retention.contract.ts';

const CATEGORY_WORDS: Readonly<Record<keyof DisposalCounts, string>> = {
  visits: '見守り',
  consultations: '相談',
  consents: '同意',
  contacts: '緊急連絡先',
  drafts: '書きかけ',
};

/** 見守り30件・相談1件; what there is none of is left out. */
export function countWords(counts: DisposalCounts): string {
  const parts = DISPOSAL_CATEGORIES.filter((category) => counts[category] > 0).map(
    (category) => `${CATEGORY_WORDS[category]}${counts[category]}件`,
  );
  return parts.length === 0 ? '台帳の記録だけ' : `台帳の記録・${parts.join('・')}`;
}

export const SOURCE_WORDS: Readonly<Record<(typeof MENTION_SOURCES)[number], string>> = {
  visit: '見守りの記録',
  consultation: '相談の記録',
  person: '台帳の覚え書き',
  contact: '緊急連絡先',
  meeting: '連絡会の予定',
  agenda: '連絡会の議題',
  draft: '書きかけ',
  hold: '保存の延長の覚え書き',
};

export const certificateName = ({ number }: Pick<DisposalCertificate, 'number'>): string => `廃棄証明書 第${number}号`;

/** A whole number in half or full width, with or without 人; `null` for anything else. */
export function readCount(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[人名]$/u, '');
  return /^\d{1,3}$/u.test(plain) ? Number(plain) : null;
}
