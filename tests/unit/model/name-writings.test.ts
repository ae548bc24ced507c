// The writings of a name in a text. All people are invented.

import { describe, expect, it } from 'vitest';
import { countIn, createNameFinder } from '#shared/model/name-writings.ts';
import { searchKey } from '#shared/model/person-name.ts';

const person = { name: '髙橋 架空子', kana: 'たかはし かくうこ' };
const find = (text: string, who = person) => createNameFinder(who)(text, searchKey(text));
const textsOf = (text: string, who = person) => find(text, who).map((writing) => writing.text);

describe('the writings of a name', () => {
  it.each([
    ['きのう髙橋架空子が来た', ['髙橋架空子']],
    ['高橋 架空子さんの件', ['高橋 架空子']],
    ['高橋　架空子と髙橋架空子', ['高橋　架空子', '髙橋架空子']],
    ['タカハシ カクウコ（電話）', ['タカハシ カクウコ']],
    ['ﾀｶﾊｼｶｸｳｺ', ['ﾀｶﾊｼｶｸｳｺ']],
    ['となりの人が来た', []],
    ['', []],
  ])('in 「%s」 are found as they stand there', (text, expected) => {
    expect(textsOf(text).toSorted()).toEqual(expected.toSorted());
  });

  it('are found by the surname too, told apart as what may be somebody else', () => {
    expect(find('高橋さんと佐藤さん、高橋 架空子さん')).toEqual([
      { text: '高橋 架空子', isSurnameOnly: false },
      { text: '高橋さん', isSurnameOnly: true },
    ]);
    expect(textsOf('高橋の角を曲がる')).toEqual([]);
  });

  it('with a mark of repetition and in one letter', () => {
    expect(textsOf('佐々木一の家', { name: '佐佐木一', kana: '' })).toEqual(['佐々木一']);
  });

  it('of one letter are found with さん only, and never inside a word', () => {
    expect(textsOf('森林の林さん、林業', { name: '林', kana: '' })).toEqual(['林さん']);
  });

  it('in short kana are told apart as what may be no name at all', () => {
    expect(find('いやはやしかし', { name: '林', kana: 'はやし' })).toEqual([{ text: 'はやし', isSurnameOnly: true }]);
  });

  it('are counted', () => {
    expect(countIn('高橋さん、高橋さん', '高橋さん')).toBe(2);
  });
});
