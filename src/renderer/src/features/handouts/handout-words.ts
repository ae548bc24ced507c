// The ledger's own words: kinds, numbers, what became of a copy.
import type { Handout, HandoutEnd } from '#shared/contract/handouts.contract.ts';

export const END_WORDS: Readonly<Record<HandoutEnd, string>> = {
  returned: '返却された',
  shredded: '廃棄した',
};

/** 「第3号」; nothing for what is not numbered. */
export const numberOf = ({ copyNumber }: Handout) => (copyNumber === null ? '' : `第${copyNumber}号`);

/** @param formatDate in as few letters as a column allows. */
export function standingOf(
  { settledAs, settledOn, isOpen }: Handout,
  formatDate: (on: NonNullable<Handout['settledOn']>) => string,
): string {
  if (settledAs !== null) {
    return `${END_WORDS[settledAs]}${settledOn === null ? '' : `　${formatDate(settledOn)}`}`;
  }
  return isOpen ? 'まだ戻っていません' : '渡したまま（返却は要りません）';
}
