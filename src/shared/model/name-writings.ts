// Finds where a text names somebody, in any writing of the name, and as which letters it stands there, so that they can be replaced.
// What counts as a name is decided as for the papers of a meeting (`name-check.ts`); a surname with さん is found beside it.
import { searchKey } from './person-name.ts';

export interface NameOf {
  readonly name: string;
  readonly kana: string;
}

export interface Writing {
  /** As it stands in the text. */
  readonly text: string;
  /** May be somebody or something else: a surname with さん, short kana. */
  readonly isSurnameOnly: boolean;
}

const HONORIFICS = ['さん', '様', 'さま', '氏', '殿', '君', 'ちゃん'];

/** A name may be written with spaces between its letters, hardly with more. */
const mostLetters = (key: string) => key.length * 2 + 4;

/** The stretches of a text whose key is `key`, from the left, none over another; blanks at their ends are not part of them. */
function stretchesWithKey(text: string, key: string): string[] {
  const letters = Array.from(text);
  const found: string[] = [];
  for (let from = 0; from < letters.length; from += 1) {
    if (searchKey(letters[from] ?? '') === '') {
      continue;
    }
    const most = Math.min(letters.length, from + mostLetters(key));
    for (let to = from + 1; to <= most; to += 1) {
      const stretch = letters.slice(from, to).join('');
      const its = searchKey(stretch);
      if (its === key) {
        found.push(stretch);
        from = to - 1;
        break;
      }
      if (its.length > key.length) {
        break;
      }
    }
  }
  return found;
}

/** Shorter names are parts of words (林 of 森林), so they count only with さん or the like, as on the papers of a meeting. */
const SHORTEST_PLAIN = 3;
/** はやし stands in many a sentence; from five letters on, kana are a name. */
const SHORTEST_CERTAIN_KANA = 5;

const HONORIFIC_KEYS = HONORIFICS.map(searchKey);

/** The keys under which a name is looked for. */
const keysOf = (nameKey: string): readonly string[] =>
  nameKey.length >= SHORTEST_PLAIN || nameKey === ''
    ? [nameKey]
    : HONORIFIC_KEYS.map((honorific) => nameKey + honorific);

/** 高橋さん, 高橋様 ... as keys; none for a name without a space, of which the surname is not known. */
function surnameKeys(name: string): readonly string[] {
  const [surname = '', given = ''] = name.trim().split(/[\s　]+/u);
  return given === '' ? [] : HONORIFIC_KEYS.map((honorific) => searchKey(surname) + honorific);
}

/**
 * Finds the writings of one person's name in texts, each once: the certain ones first, the longest first. A surname with さん and
 * short kana may be somebody or something else.
 * @returns a function of a text and its `searchKey`.
 */
export function createNameFinder({ name, kana }: NameOf): (text: string, textKey: string) => Writing[] {
  const kanaKey = searchKey(kana);
  const wanted = [
    ...surnameKeys(name).map((key) => ({ key, isSurnameOnly: true })),
    ...keysOf(kanaKey).map((key) => ({ key, isSurnameOnly: kanaKey.length < SHORTEST_CERTAIN_KANA })),
    ...keysOf(searchKey(name)).map((key) => ({ key, isSurnameOnly: false })),
  ].filter(({ key }) => key !== '');
  return (text, textKey) => {
    const found = wanted
      .filter(({ key }) => textKey.includes(key))
      .flatMap(({ key, isSurnameOnly }) =>
        stretchesWithKey(text, key).map((stretch) => ({ text: stretch, isSurnameOnly })),
      );
    return [...new Map(found.map((writing) => [writing.text, writing])).values()].sort(
      (a, b) => Number(a.isSurnameOnly) - Number(b.isSurnameOnly) || b.text.length - a.text.length,
    );
  };
}

export const countIn = (text: string, writing: string): number => text.split(writing).length - 1;
