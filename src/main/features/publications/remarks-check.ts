// Looks for people of the register in the coordinator's own words, in any writing of a name. What is given out names nobody.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { createNameFinder } from '../retention/name-writings.ts';
import { listPeopleNames, listSupporterNames } from './publications.queries.ts';

/** As it stands in the text, each once. Names that a supporter has too may stand there. */
export function namesInRemarks(reader: Reader, remarks: string): readonly string[] {
  const key = searchKey(remarks);
  if (key === '') return [];
  const supporters = new Set([...listSupporterNames(reader)].map(searchKey));
  const found = listPeopleNames(reader)
    .filter(({ name }) => !supporters.has(searchKey(name)))
    .flatMap((person) => createNameFinder(person)(remarks, key))
    .map(({ text }) => text);
  return [...new Set(found)];
}

/** SAFE-STATISTICS: refused with the names found, and the text is kept. */
export const namesSentence = (names: readonly string[]): string =>
  `「連絡事項」に、台帳の方のお名前と思われる言葉（${names.map((name) => `「${name}」`).join('')}）が入っています。お名前を消してから、もう一度確かめてください。書いた文はそのまま残っています。`;
