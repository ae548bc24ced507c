// Finds full names of people in the register in a text that is to be printed, in any writing of them. A surname alone is not found.
import { searchKey } from '#shared/model/person-name.ts';

/** After these a short name is a name and not a part of some word. */
const HONORIFICS = ['さん', '様', '氏', '殿', '君', 'ちゃん'].map(searchKey);
const SHORTEST_PLAIN = 3;

/** The names of `names` that stand in the text. A name of one or two characters counts only with 「さん」 or the like after it. */
export function findNamesIn(text: string, names: readonly string[]): string[] {
  const key = searchKey(text);
  return names.filter((name) => {
    const nameKey = searchKey(name);
    if (nameKey === '') {
      return false;
    }
    return nameKey.length >= SHORTEST_PLAIN
      ? key.includes(nameKey)
      : HONORIFICS.some((honorific) => key.includes(nameKey + honorific));
  });
}
