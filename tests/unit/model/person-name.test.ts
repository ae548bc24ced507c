// All names are invented.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldKanjiVariants, KANJI_VARIANT_GROUPS } from '#shared/model/kanji-variants.ts';
import {
  isSameWithoutVariants,
  kanaKey,
  kanaRow,
  matchesQuery,
  matchName,
  personSearchText,
  queryKeys,
  romajiInitials,
  romajiKey,
  searchKey,
} from '#shared/model/person-name.ts';

describe('the search key of a name', () => {
  it.each([
    ['髙橋　花子', '高橋花子'],
    ['山﨑', '山崎'],
    ['山嵜', '山崎'],
    ['渡邊', '渡辺'],
    ['渡邉', '渡辺'],
    ['渡邉\u{e0101}', '渡辺'],
    ['齋藤', '斉藤'],
    ['斎藤', '斉藤'],
    ['澤田', '沢田'],
    ['濵田', '浜田'],
    ['濱田', '浜田'],
    ['𠮷田', '吉田'],
    ['神\ufe00田', '神田'],
    ['神田', '神田'],
    ['塚本', '塚本'],
    ['佐々木', '佐佐木'],
    ['佐佐木', '佐佐木'],
    ['みすゞ', 'みすず'],
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'やまだはなこ'],
    ['ヤマダ・ハナコ', 'やまだはなこ'],
    ['鶴ヶ岡', '鶴け岡'],
    ['鶴ケ岡', '鶴け岡'],
    ['ローズ', 'ろーず'],
    ['ろおず', 'ろおず'],
    ['きょうこ', 'きょうこ'],
    ['ＡＢＣ', 'abc'],
    ['100%_\\', '100'],
    ['々木', '々木'],
    [' 　', ''],
  ])('of %s is %s', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('is its own key, and never holds a separator or a wildcard of LIKE', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
        const key = searchKey(text);
        expect(key).not.toMatch(/[\n%_\\]/);
      }),
    );
    for (const text of ['髙橋　花子', 'ﾔﾏﾀﾞ', '佐々木', '鶴ヶ岡'])
      expect(searchKey(searchKey(text))).toBe(searchKey(text));
  });
});

describe('the table of variants', () => {
  it('names every character once, each in a form that NFKC keeps', () => {
    const all = KANJI_VARIANT_GROUPS.flatMap((group) => [...group]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((each) => each.normalize('NFKC') !== each)).toEqual([]);
    expect(KANJI_VARIANT_GROUPS.every((group) => [...group].length > 1)).toBe(true);
    expect(all.length).toBeGreaterThan(500);
  });

  it('folds every group to one form and leaves other characters', () => {
    for (const group of KANJI_VARIANT_GROUPS) expect(new Set(foldKanjiVariants(group)).size, group).toBe(1);
    expect(foldKanjiVariants('山田花子')).toBe('山田花子');
  });
});

describe('a hit on a name', () => {
  it('is exact in the writing of its owner, whatever the width, spaces or kana', () => {
    expect(matchName('髙橋　花子', '髙橋')).toBe('exact');
    expect(matchName('髙橋　花子', '髙橋 花')).toBe('exact');
    expect(matchName('ヤマダ ハナコ', 'やまだ')).toBe('exact');
  });

  it('by another writing is told as a variant', () => {
    expect(matchName('髙橋　花子', '高橋')).toBe('variant');
    expect(matchName('高橋　花子', '髙橋')).toBe('variant');
    expect(matchName('佐々木', '佐佐木')).toBe('variant');
  });

  it('is none for another name or for nothing', () => {
    expect(matchName('髙橋　花子', '高田')).toBeNull();
    expect(matchName('髙橋　花子', ' ')).toBeNull();
  });

  it('knows two equal writings from two variants', () => {
    expect(isSameWithoutVariants('山田 花子', '山田　花子')).toBe(true);
    expect(isSameWithoutVariants('高橋', '髙橋')).toBe(false);
  });
});

describe('romaji', () => {
  it.each([
    ['やまだ　はなこ', 'yh'],
    ['ﾁﾊﾞ ｼｽﾞｵ', 'cs'],
    ['ふじた きょう', 'fk'],
    ['つじ', 't'],
    ['', ''],
  ])('initials of %s are %s', (kana, initials) => {
    expect(romajiInitials(kana)).toBe(initials);
  });

  it('spells one sound one way', () => {
    expect(romajiKey('やまだ　はなこ')).toBe('yamadahanako');
    expect(romajiKey('しみず')).toBe('simizu');
    expect(romajiKey('おおの')).toBe('ono');
    expect(romajiKey('さとう')).toBe('sato');
    expect(romajiKey('はっとり')).toBe('hatori');
    expect(romajiKey('ちゃたに')).toBe('tyatani');
    expect(romajiKey('ジョー')).toBe('zyo');
  });

  const person = (kana: string) => personSearchText({ name: '試', kana });

  it.each([
    [
      'やまだ　はなこ',
      ['y', 'ya', 'yam', 'yama', 'yamada', 'YAMADA', 'hana', 'yh', 'yamada hanako', 'yamadahanako', 'h'],
    ],
    ['しみず　ちよ', ['shi', 'si', 'shimizu', 'simizu', 'sc', 'chiyo', 'tiyo']],
    ['つじ　ふみえ', ['tsuji', 'tuji', 'tuzi', 'fumie', 'humie', 'ts']],
    ['しんばし　じゅんいち', ['shim', 'shin', 'shimbashi', 'shinbashi', "jun'ichi", 'junichi', 'zyun', 'jyunichi']],
    ['おおた　しょうこ', ['ota', 'oota', 'ohta', 'ōta', 'shoko', 'shouko', 'syouko']],
    ['はっとり　ゆうこ', ['hattori', 'hatt', 'yuko', 'yuuko']],
    ['いのうえ　よういち', ['inoue', 'inou', 'inoe', 'yoichi']],
    ['やまだはなこ', ['yama', 'hanako', 'nako']],
  ])('%s is found by each of %j', (kana, queries) => {
    for (const query of queries) expect(matchesQuery(person(kana), query), query).toBe(true);
  });

  it.each([
    ['きよた　みや', ['ya', 'y', 'yk', 'tanaka', 'mk']],
    ['やまだ　はなこ', ['hy', 'yamadi', 'ma', 'sato']],
  ])('%s is not found by any of %j', (kana, queries) => {
    for (const query of queries) expect(matchesQuery(person(kana), query), query).toBe(false);
  });

  it('every beginning of a typed name finds it', () => {
    const names = ['yamashita', 'shinjou', 'chiba', 'tsuchiya', 'fujiwara', 'kyougoku', 'matsumoto', 'jinnai'];
    const kana = ['やました', 'しんじょう', 'ちば', 'つちや', 'ふじわら', 'きょうごく', 'まつもと', 'じんない'];
    for (const [index, name] of names.entries()) {
      for (let length = 1; length <= name.length; length += 1) {
        const typed = name.slice(0, length);
        expect(matchesQuery(person(kana[index] ?? ''), typed), typed).toBe(true);
      }
    }
  });
});

describe('the search text of a person', () => {
  const text = personSearchText({
    name: '髙橋　美代子',
    kana: 'タカハシ　ミヨコ',
    phones: ['06-6511-2299', '090-8110-4841'],
    address: '南堀江1丁目6-5',
    building: 'ﾒｿﾞﾝ・ﾄﾞ・ﾘﾍﾞﾙ',
    others: ['805', '第3町会'],
  });

  it('keeps each field between separators', () => {
    expect(text.split('\n').slice(1, -1)).toEqual([
      '高橋美代子',
      'たかはしみよこ',
      'takahasi',
      'miyoko',
      'takahasimiyoko',
      'tm',
      '0665112299',
      '09081104841',
      '南堀江1-6-5',
      'めぞんどりべる',
      '805',
      '第3町会',
    ]);
    expect(personSearchText({ name: '' })).toBe('\n');
  });

  it.each([
    '高橋',
    '髙橋',
    '高橋 美代子',
    '美代子 高橋',
    'たかはし',
    'ﾀｶﾊｼ',
    'たか みよ',
    'takahashi',
    'takahasi miyoko',
    'tm',
    '6511-2299',
    '06(6511)2299',
    '2299',
    '０６６５１１',
    '90-8110-4841',
    '南堀江',
    '南堀江1丁目',
    '南堀江一丁目6番5号',
    '南堀江１－６－５',
    '1丁目6-5',
    'メゾン・ド・リベル',
    'ﾒｿﾞﾝ 805',
    '高橋 南堀江',
    '',
    '　',
  ])('is found by %j', (query) => {
    expect(matchesQuery(text, query)).toBe(true);
  });

  it.each(['高田', 'たかはしはなこ', '南堀江2丁目', '高橋 新町', '6512', 'mt', '06-6511-2298', 'ぬ'])(
    'is not found by %j',
    (query) => {
      expect(matchesQuery(text, query)).toBe(false);
    },
  );

  it('is looked for word by word, each by one of its keys', () => {
    expect(queryKeys('髙橋　0665')).toEqual([['高橋'], ['0665']]);
    expect(queryKeys('ya')).toEqual([['\nya']]);
    expect(queryKeys('yh')).toEqual([['\nyh']]);
    expect(queryKeys('')).toEqual([]);
  });
});

describe('五十音 order', () => {
  it('ignores voicing, size of kana and script', () => {
    expect(kanaKey('がっきゅう　ﾊﾟｽﾞ')).toBe('かつきゆう はす');
    expect(kanaKey('ローザ')).toBe('ろおさ');
    expect(kanaKey('スー')).toBe('すう');
    expect(kanaKey('ヴェネ')).toBe('うえね');
    expect(kanaKey('みすゞ')).toBe('みすす');
  });

  it('sorts families together, then given names', () => {
    const names = [
      'やまだ はな',
      'やまたに あき',
      'やま だいち',
      'わだ えみ',
      'あべ けん',
      'ヤマダ ハル',
      'がとう しん',
      'かとう いち',
    ];
    const sorted = [...names].sort((a, b) => (kanaKey(a) < kanaKey(b) ? -1 : 1));
    expect(sorted).toEqual([
      'あべ けん',
      'かとう いち',
      'がとう しん',
      'やま だいち',
      'やまだ はな',
      'ヤマダ ハル',
      'やまたに あき',
      'わだ えみ',
    ]);
  });

  it.each([
    ['あべ', 'あ'],
    ['ヴァン', 'あ'],
    ['ごとう', 'か'],
    ['じんない', 'さ'],
    ['ﾂｼﾞ', 'た'],
    ['なかい', 'な'],
    ['ぱく', 'は'],
    ['もり', 'ま'],
    ['ゆあさ', 'や'],
    ['りく', 'ら'],
    ['わだ', 'わ'],
    ['を', 'わ'],
    ['んだ', 'わ'],
    ['Smith', '他'],
    ['', '他'],
    ['山田', '他'],
  ])('%s stands in the row of %s', (kana, row) => {
    expect(kanaRow(kana)).toBe(row);
  });
});
