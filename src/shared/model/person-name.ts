// Keys under which a person is found and sorted: by kanji in any writing, kana, Latin letters, telephone. Never changes what is stored as the name.
import { addressSearchForm } from './address.ts';
import { foldRomaji, hiraganaToHepburn } from './kana-romaji.ts';
import { foldKanjiVariants } from './kanji-variants.ts';
import { phoneDigits } from './phone.ts';

/**
 * Stands before, between and after the fields of a search text. No field contains it. A key that begins with it is found at the
 * beginning of a field only.
 */
export const FIELD_SEPARATOR = '\n';

const KATAKANA_TO_HIRAGANA = 0x60;

/** Katakana, half width too, as hiragana. */
function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[ァ-ヶヽヾ]/g, (each) => String.fromCharCode(each.charCodeAt(0) - KATAKANA_TO_HIRAGANA));
}

/** The key without the table of variants: what two equal writings have in common. */
function plainKey(text: string): string {
  return toHiragana(text.replace(/[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu, ''))
    .toLowerCase()
    .replace(/[\s\p{Cc}\p{Cf}・·•‧゠=%_\\]/gu, '');
}

/** 佐々木 as 佐佐木, みすゞ as みすず. A mark that nothing stands before is kept. */
function expandIterationMarks(text: string): string {
  let previous = '';
  return Array.from(text, (each) => {
    if (previous !== '' && (each === '々' || each === '〻' || each === 'ゝ')) return previous;
    if (previous !== '' && each === 'ゞ') return `${previous}\u3099`.normalize('NFC');
    previous = each;
    return each;
  }).join('');
}

/**
 * The form in which names are compared: NFKC, no variation selectors, one form for variant kanji, hiragana for all kana, lower
 * case, no spaces and middle dots. Small kana and long vowel marks are kept. Also without `%`, `_` and `\`, so that it can
 * stand in a LIKE pattern as it is.
 */
export function searchKey(text: string): string {
  return foldKanjiVariants(expandIterationMarks(plainKey(text)));
}

/** Whether two texts are the same without help from the table of variants (髙橋 and 髙橋, but not 高橋). */
export function isSameWithoutVariants(a: string, b: string): boolean {
  return plainKey(a) === plainKey(b);
}

/** How a stored text contains what was typed: as written, only in another writing (表記ちがい), or not at all. */
export function matchName(storedText: string, query: string): 'exact' | 'variant' | null {
  const plain = plainKey(query);
  if (plain === '') return null;
  if (plainKey(storedText).includes(plain)) return 'exact';
  return searchKey(storedText).includes(searchKey(query)) ? 'variant' : null;
}

/** The words of a name written in kana: やまだ　はなこ has two. */
function kanaWords(kana: string): readonly string[] {
  return toHiragana(kana)
    .toLowerCase()
    .split(/[\s・]+/)
    .filter((each) => each !== '');
}

/** Latin letters for a name in kana, in the one spelling of {@link foldRomaji}: やまだ　はなこ is yamadahanako. */
export function romajiKey(kana: string): string {
  return foldRomaji(kanaWords(kana).map(hiraganaToHepburn).join(''));
}

/** First letters in Hepburn: やまだ　はなこ is yh, ちば　しずお is cs. */
export function romajiInitials(kana: string): string {
  return kanaWords(kana)
    .map((word) => hiraganaToHepburn(word).slice(0, 1))
    .join('');
}

const LARGE_FORM: Readonly<Record<string, string>> = {
  ぁ: 'あ',
  ぃ: 'い',
  ぅ: 'う',
  ぇ: 'え',
  ぉ: 'お',
  っ: 'つ',
  ゃ: 'や',
  ゅ: 'ゆ',
  ょ: 'よ',
  ゎ: 'わ',
  ゕ: 'か',
  ゖ: 'け',
};

const VOWEL_ROWS = [
  'あかさたなはまやらわ',
  'いきしちにひみりゐ',
  'うくすつぬふむゆる',
  'えけせてねへめれゑ',
  'おこそとのほもよろを',
];

/** ー sounds like the vowel before it and is sorted as that (スー as すう). */
function vowelOf(hiragana: string): string {
  const row = VOWEL_ROWS.findIndex((each) => each.includes(hiragana));
  return 'あいうえお'.slice(row, row + 1) || 'ー';
}

/**
 * The key for 五十音 order: hiragana without voicing marks, small kana as large, ー as its vowel, one space between the words.
 * Sort by it in code point order, and by the kana itself where keys are equal.
 */
export function kanaKey(kana: string): string {
  const base = kanaWords(kana)
    .map(expandIterationMarks)
    .join(' ')
    .normalize('NFD')
    .replace(/[\u3099\u309a]/g, '');
  let previous = '';
  return Array.from(base, (each) => {
    previous = each === 'ー' ? vowelOf(previous) : (LARGE_FORM[each] ?? each);
    return previous;
  }).join('');
}

export const KANA_ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ', '他'] as const;
export type KanaRow = (typeof KANA_ROWS)[number];

/** The 行 of the first letter, or 他 when the name does not begin with kana. */
export function kanaRow(kana: string): KanaRow {
  const first = kanaKey(kana).slice(0, 1);
  if (!/^[あ-ん]$/.test(first)) return '他';
  return KANA_ROWS.findLast((row) => row !== '他' && row <= first) ?? '他';
}

export interface PersonSearchFields {
  readonly name: string;
  readonly kana?: string | null;
  readonly phones?: readonly string[];
  readonly address?: string | null;
  readonly building?: string | null;
  /** Anything else by which the person is found: room, 町会, a number in the ledger. */
  readonly others?: readonly string[];
}

/**
 * One text to keep with a person and to search with `LIKE '%' || key || '%'`: all keys, each between two separators.
 * Look for what {@link queryKeys} returns.
 */
export function personSearchText(fields: PersonSearchFields): string {
  const words = kanaWords(fields.kana ?? '').map((word) => foldRomaji(hiraganaToHepburn(word)));
  const keys = [
    searchKey(fields.name),
    searchKey(fields.kana ?? ''),
    ...words,
    words.join(''),
    romajiInitials(fields.kana ?? ''),
    ...(fields.phones ?? []).map(phoneDigits),
    searchKey(addressSearchForm(fields.address ?? '')),
    searchKey(fields.building ?? ''),
    ...(fields.others ?? []).map(searchKey),
  ];
  const present = [...new Set(keys)].filter((each) => each !== '');
  return FIELD_SEPARATOR + present.map((each) => each + FIELD_SEPARATOR).join('');
}

/** The keys of which one must be found, for one typed word. */
export type SearchTerm = readonly string[];

/** Two consonants with which a Japanese syllable may begin; any other two are the initials of a name. */
const SYLLABLE_BEGINNING = /^(?:sh|ch|ts|dz|[kgsztcdjnhbpmr]y)$/;

/**
 * Latin letters: so few as one or two are looked for at the beginning of a word, or as initials; more also inside, for names whose
 * kana were written in one.
 */
function keysOfLatinWord(word: string): SearchTerm {
  const folded = foldRomaji(word);
  const initials = FIELD_SEPARATOR + word;
  if (/^[^aiueo]{2}$/.test(word) && !SYLLABLE_BEGINNING.test(word)) return [initials];
  // A last m may be the n of shinbashi, which people also write shimbashi.
  const spellings = folded.endsWith('m') ? [folded, `${folded.slice(0, -1)}n`] : [folded];
  const anchored = spellings.map((each) => FIELD_SEPARATOR + each);
  return word.length < 3 ? [...anchored, initials] : [...anchored, folded, searchKey(word)];
}

function keysOfWord(word: string): SearchTerm {
  const plain = word.toLowerCase();
  if (/^[a-z\u00c0-\u017f'’]+$/.test(plain) && foldRomaji(plain) !== '') return [...new Set(keysOfLatinWord(plain))];
  const digits = /^[\d\-‐‑–—−ー().+]+$/.test(plain) ? phoneDigits(plain) : '';
  const keys = [searchKey(word), searchKey(addressSearchForm(word)), digits.length >= 4 ? digits : ''];
  return [...new Set(keys)].filter((each) => each !== '');
}

/**
 * What to look for in search texts. Every typed word must be found; each word by any one of its keys. An empty list means that
 * nothing was typed, and everybody is found.
 */
export function queryKeys(text: string): readonly SearchTerm[] {
  return text
    .normalize('NFKC')
    .split(/\s+/)
    .map(keysOfWord)
    .filter((term) => term.length > 0);
}

/** Whether a person's search text answers a query: the rule that a database query must follow. */
export function matchesQuery(searchText: string, query: string): boolean {
  return queryKeys(query).every((term) => term.some((key) => searchText.includes(key)));
}
