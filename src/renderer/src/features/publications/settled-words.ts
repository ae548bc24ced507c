// Words for the two ways in which a publication that is missing is with nobody.
import type { SettledStanding } from '#shared/contract/publications.contract.ts';

export const STANDING_WORDS: Readonly<Record<SettledStanding, { readonly label: string; readonly note: string }>> = {
  never_handed_out: { label: 'だれにも渡していない', note: '書き出したファイルも消しました' },
  taken_back: { label: '渡したものを取り戻した', note: '写しも残っていません' },
};
