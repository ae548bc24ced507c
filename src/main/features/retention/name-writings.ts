// Finds where a text names somebody, in any writing of the name, and as which letters it stands there, so that they can be replaced.
// What counts as a name is decided as for the papers of a meeting (`findNamesIn`); a surname with さん is found beside it.
import { searchKey } from '#shared/model/person-name.ts';
import { findNamesIn } from '../meetings/name-check.ts';

export interface NameOf {
  readonly name: string;
  readonly kana: string;
}

export interface Writing {
  /** As it stands in the text. */
  readonly text: string;
  readonly isSurnameOnly: boolean;
}

const HONORIFICS = ['さん', '様', 'さま', '氏'];

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

const hasName = (text: string, name: string) => name !== '' && findNamesIn(text, [name]).length > 0;

/** 高橋さん, 高橋様 ... as keys; none for a name without a space, of which the surname is not known. */
function surnameKeys(name: string): readonly string[] {
  const [surname = '', given = ''] = name.trim().split(/[\s　]+/u);
  return given === '' ? [] : HONORIFICS.map((honorific) => searchKey(surname + honorific));
}

/**
 * Finds the writings of one person's name in texts, each once: the full name and its kana, the longest first, then the surname with
 * さん or the like.
 */
export function createNameFinder({ name, kana }: NameOf): (text: string) => Writing[] {
  const bySurname = surnameKeys(name);
  const keys = [searchKey(name), searchKey(kana), ...bySurname].filter((key) => key !== '');
  return (text) => {
    const textKey = searchKey(text);
    if (!keys.some((key) => textKey.includes(key))) {
      return [];
    }
    const whole: readonly Writing[] = [name, kana]
      .filter((each) => hasName(text, each))
      .flatMap((each) => stretchesWithKey(text, searchKey(each)))
      .map((stretch) => ({ text: stretch, isSurnameOnly: false }));
    const surnames: readonly Writing[] = bySurname
      .filter((key) => textKey.includes(key))
      .flatMap((key) => stretchesWithKey(text, key))
      .map((stretch) => ({ text: stretch, isSurnameOnly: true }));
    return [...new Map([...surnames, ...whole].map((writing) => [writing.text, writing])).values()].sort(
      (a, b) => Number(a.isSurnameOnly) - Number(b.isSurnameOnly) || b.text.length - a.text.length,
    );
  };
}

export const countIn = (text: string, writing: string): number => text.split(writing).length - 1;
