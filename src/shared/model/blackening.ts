// 黒塗り: how a text is cut into passages that can be blackened one by one, and why one may be. Never knows whose text it is.

/** Why a passage is withheld from the person whom the record is about. */
export const BLACKENING_REASONS = ['third_party', 'agency', 'duties'] as const;
export type BlackeningReason = (typeof BLACKENING_REASONS)[number];

export const BLACKENING_WORDS: Readonly<Record<BlackeningReason, string>> = {
  third_party: '第三者の情報',
  agency: '関係機関の情報',
  duties: '業務に支障',
};

/** A sentence with its end and what closes behind it, or a line. */
const PASSAGE = /[^。！？\n]+[。！？]*[」』）]*\n*|[。！？\n]+/gu;

/** The sentences and lines of a text; put together they are the text again. */
export const passagesOf = (text: string): readonly string[] => text.match(PASSAGE) ?? [];

/** What stands where a passage stood, whatever its length was. */
export const blackenedWords = (reason: BlackeningReason): string => `（黒塗り：${BLACKENING_WORDS[reason]}）`;
