// Kana to Latin letters, for searching with a keyboard that is not in Japanese. Never for print: it is not a transliteration of record.

const ROWS: Readonly<Record<string, string>> = {
  あ: 'a i u e o',
  か: 'ka ki ku ke ko',
  さ: 'sa shi su se so',
  た: 'ta chi tsu te to',
  な: 'na ni nu ne no',
  は: 'ha hi fu he ho',
  ま: 'ma mi mu me mo',
  ら: 'ra ri ru re ro',
  が: 'ga gi gu ge go',
  ざ: 'za ji zu ze zo',
  だ: 'da ji zu de do',
  ば: 'ba bi bu be bo',
  ぱ: 'pa pi pu pe po',
};

const KANA: Readonly<Record<string, string>> = {
  あ: 'あいうえお',
  か: 'かきくけこ',
  さ: 'さしすせそ',
  た: 'たちつてと',
  な: 'なにぬねの',
  は: 'はひふへほ',
  ま: 'まみむめも',
  ら: 'らりるれろ',
  が: 'がぎぐげご',
  ざ: 'ざじずぜぞ',
  だ: 'だぢづでど',
  ば: 'ばびぶべぼ',
  ぱ: 'ぱぴぷぺぽ',
};

const OTHERS =
  'や:ya ゆ:yu よ:yo わ:wa ゐ:i ゑ:e を:o ん:n ゔ:vu ぁ:a ぃ:i ぅ:u ぇ:e ぉ:o ゃ:ya ゅ:yu ょ:yo ゎ:wa ゕ:ka ゖ:ke';

const SYLLABLES: ReadonlyMap<string, string> = new Map([
  ...Object.entries(KANA).flatMap(([row, kana]) => {
    const latin = (ROWS[row] ?? '').split(' ');
    return Array.from(kana, (each, index) => [each, latin[index] ?? ''] as const);
  }),
  ...OTHERS.split(' ').map((pair) => [pair.slice(0, 1), pair.slice(2)] as const),
]);

const SMALL_Y: Readonly<Record<string, string>> = { ゃ: 'a', ゅ: 'u', ょ: 'o', ぇ: 'e' };
const SMALL_VOWELS: Readonly<Record<string, string>> = { ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' };

/** き + ゃ is kya, し + ゃ is sha, じ + ぇ is je; null when the two do not make one syllable. */
function contracted(latin: string, small: string): string | null {
  const vowel = SMALL_Y[small];
  if (vowel !== undefined && latin.length > 1 && latin.endsWith('i')) {
    const stem = latin.slice(0, -1);
    return /^(?:sh|ch|j)$/.test(stem) ? stem + vowel : `${stem}y${vowel}`;
  }
  const foreign = SMALL_VOWELS[small];
  if (foreign === undefined || !/^(?:fu|vu|tsu|te|de|u)$/.test(latin)) return null;
  return (latin === 'u' ? 'w' : latin.slice(0, -1)) + foreign;
}

/** Hepburn of hiragana, letter by letter (おおの is oono, さとう is satou); what is not kana stays. ー is dropped. */
export function hiraganaToHepburn(hiragana: string): string {
  const letters = Array.from(hiragana);
  let out = '';
  let isDoubled = false;
  for (let index = 0; index < letters.length; index += 1) {
    const letter = letters[index] ?? '';
    if (letter === 'っ') {
      isDoubled = true;
      continue;
    }
    if (letter === 'ー') continue;
    let latin = SYLLABLES.get(letter) ?? letter;
    const joined = contracted(latin, letters[index + 1] ?? '');
    if (joined !== null) {
      latin = joined;
      index += 1;
    }
    if (isDoubled && /^[b-df-hj-np-tv-z]/.test(latin)) out += latin.startsWith('ch') ? 't' : latin.slice(0, 1);
    isDoubled = false;
    out += latin;
  }
  return out;
}

/**
 * One spelling for all the ways in which people type the same sound: shi and si, chi and ti, satou, sato and satoh,
 * shimbashi and shinbashi. What is typed so far folds to a beginning of what the whole word folds to.
 */
export function foldRomaji(latin: string): string {
  return latin
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]/g, '')
    .replace(/sh(?=i)|sh$/g, 's')
    .replace(/sh/g, 'sy')
    .replace(/(?:t|c)?ch(?=i)|ch$/g, 't')
    .replace(/(?:t|c)?ch/g, 'ty')
    .replace(/ts/g, 't')
    .replace(/j(?=i)|j$/g, 'z')
    .replace(/jy?(?=[auoe])/g, 'zy')
    .replace(/f/g, 'h')
    .replace(/c$/, 't')
    .replace(/di/g, 'zi')
    .replace(/d[uz]u?/g, 'zu')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/wo/g, 'o')
    .replace(/([aiueo])h(?![aiueoy])/g, '$1')
    .replace(/o[ou]+/g, 'o')
    .replace(/u{2,}/g, 'u')
    .replace(/([b-df-hj-np-tv-z])\1+/g, '$1');
}
