// What is said about names of the register in the coordinator's own words: the words that were found, and that nothing is lost.

/** SAFE-STATISTICS: refused with the names found, and the text is kept. */
export const namesSentence = (names: readonly string[]): string =>
  `「連絡事項」に、台帳の方のお名前と思われる言葉（${names.map((name) => `「${name}」`).join('')}）が入っています。お名前を消してから、もう一度確かめてください。書いた文はそのまま残っています。`;
