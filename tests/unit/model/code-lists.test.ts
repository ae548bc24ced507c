import { describe, expect, it } from 'vitest';
import {
  CODE_LISTS,
  type CodeList,
  codeAttributesSchema,
  codeLabelKey,
  codeSchema,
  frequencyOf,
  matchCodeLabel,
  SHIPPED_CODES,
  shippedCodesOf,
} from '#shared/model/code-lists.ts';

const labelsOf = (list: CodeList) => shippedCodesOf(list).map((each) => each.label);
const match = (list: CodeList, text: string) => matchCodeLabel(list, text, shippedCodesOf(list))?.code ?? null;

describe('the shipped codes', () => {
  it('fill every list, with stable codes and an order', () => {
    expect([...new Set(SHIPPED_CODES.map((each) => each.list))].sort()).toEqual([...CODE_LISTS].sort());
    for (const list of CODE_LISTS) {
      const codes = shippedCodesOf(list);
      expect(codes.length, list).toBeGreaterThan(1);
      expect(codes.map((each) => each.position)).toEqual(codes.map((_, index) => index + 1));
      expect(new Set(codes.map((each) => each.code)).size, list).toBe(codes.length);
      expect(new Set(codes.map((each) => codeLabelKey(each.label))).size, list).toBe(codes.length);
      for (const { code, label, attributes } of codes) {
        expect(codeSchema.safeParse(code).success, code).toBe(true);
        expect(label.length, label).toBeLessThanOrEqual(40);
        if (attributes !== undefined) expect(codeAttributesSchema.parse(attributes)).toEqual(attributes);
      }
    }
  });

  it('never let one word stand for two codes of a list', () => {
    for (const list of CODE_LISTS) {
      const words = new Map<string, string>();
      for (const { code, label, synonyms = [] } of shippedCodesOf(list)) {
        for (const word of [label, ...synonyms].map(codeLabelKey)) {
          expect(word, `${list} ${code}`).not.toBe('');
          expect(words.get(word) ?? code, `${list}: ${word}`).toBe(code);
          words.set(word, code);
        }
      }
    }
  });

  it('name the 14 地域, the 14 kinds of 相談 and the 4 fields in the order of their sources', () => {
    expect(labelsOf('district')).toEqual(
      '江戸堀 靱 西船場 明治 広教 西六 堀江 高台 日吉 千代崎 本田 九条南 九条東 九条北'.split(' '),
    );
    expect(shippedCodesOf('consultationContent').map(({ code, label }) => `${code} ${label}`)).toEqual([
      '01 在宅福祉',
      '02 介護保険',
      '03 健康・保健医療',
      '04 子育て・母子保健',
      '05 子どもの地域生活',
      '06 子どもの教育・学校生活',
      '07 生活費',
      '08 年金・保険',
      '09 仕事',
      '10 家族関係',
      '11 住居',
      '12 生活環境',
      '13 日常的な支援',
      '14 その他',
    ]);
    expect(labelsOf('consultationField')).toHaveLength(4);
    expect(labelsOf('meetingAgenda')).toHaveLength(7);
    expect(labelsOf('endReason')).toEqual(['転出', '施設入所', '死亡', '本人の希望', '同意の撤回', 'その他']);
  });

  it('carry what the program must know about them', () => {
    expect(
      shippedCodesOf('visitResult')
        .filter((each) => each.attributes?.seen)
        .map((each) => each.code),
    ).toEqual(['met', 'answered', 'third_party', 'refused', 'in_care', 'moved_away', 'found_deceased']);
    expect(
      shippedCodesOf('visitResult')
        .filter((each) => each.attributes?.concern)
        .map((each) => each.code),
    ).toEqual(['trouble']);
    expect(
      shippedCodesOf('consultationState')
        .filter((each) => each.attributes?.closed)
        .map((each) => each.code),
    ).toEqual(['closed']);
    expect(
      shippedCodesOf('consentStatus')
        .filter((each) => each.attributes?.given)
        .map((each) => each.code),
    ).toEqual(['given']);
    expect(shippedCodesOf('sign').every((each) => each.attributes?.group !== undefined)).toBe(true);
    expect(shippedCodesOf('frequency').map((each) => frequencyOf(each.attributes ?? null))).toEqual([
      { every: 1, unit: 'day' },
      { every: 7, unit: 'day' },
      { every: 14, unit: 'day' },
      { every: 1, unit: 'month' },
      { every: 3, unit: 'month' },
      { every: 12, unit: 'month' },
      null,
    ]);
    expect(frequencyOf({ every: 0, unit: 'day' })).toBeNull();
    expect(frequencyOf({ every: 2, unit: 'week' })).toBeNull();
    expect(frequencyOf(null)).toBeNull();
  });
});

describe('a stable code', () => {
  it('is short and ASCII', () => {
    expect(codeSchema.safeParse('kujo_minami').success).toBe(true);
    for (const code of ['', '九条', 'a b', 'a'.repeat(41), "a'"])
      expect(codeSchema.safeParse(code).success).toBe(false);
  });
});

describe('a word of a ledger', () => {
  it.each([
    ['district', '靭', 'utsubo'],
    ['district', '九条 南', 'kujo_minami'],
    ['sex', '女性', 'female'],
    ['household', 'ひとり暮らし', 'alone'],
    ['household', '夫婦', 'couple'],
    ['household', '８０５０', 'eighty_fifty'],
    ['careLevel', '介３', 'care3'],
    ['careLevel', '要介護２', 'care2'],
    ['careLevel', '要介護Ⅱ', 'care2'],
    ['careLevel', '支1', 'support1'],
    ['careLevel', '要支援２', 'support2'],
    ['careLevel', '申請中', 'applying'],
    ['handbookPhysical', '身2', 'p2'],
    ['handbookPhysical', '身体1級', 'p1'],
    ['handbookPhysical', '身体障害 ２級', 'p2'],
    ['handbookMental', '精神２級', 'm2'],
    ['handbookIntellectual', '療育A', 'a'],
    ['handbookIntellectual', '療育（Ｂ１）', 'b1'],
    ['dementiaLevel', 'Ⅱa', 'd2a'],
    ['dementiaLevel', 'IIb', 'd2b'],
    ['dementiaLevel', 'ⅲＡ', 'd3a'],
    ['dementiaLevel', 'Ⅲ', 'd3'],
    ['dementiaLevel', 'Ⅰ', 'd1'],
    ['dementiaLevel', 'Ｍ', 'dm'],
    ['dailyLivingLevel', 'Ｊ１', 'j1'],
    ['consentStatus', '○', 'given'],
    ['consentStatus', '〇', 'given'],
    ['consentStatus', '×', 'refused'],
    ['consentStatus', '送付済', 'sent'],
    ['frequency', '月1', 'monthly'],
    ['frequency', '３ヶ月', 'quarterly'],
    ['frequency', '3カ月', 'quarterly'],
    ['frequency', '３箇月', 'quarterly'],
    ['frequency', '年1', 'yearly'],
    ['frequency', '週1', 'weekly'],
    ['frequency', '月２回', 'twice_a_month'],
    ['consultationField', '障害者', 'disability'],
  ] as const)('%s: %s is %s', (list, text, code) => {
    expect(match(list, text)).toBe(code);
  });

  it.each([
    ['consentStatus', '同意(口頭)'],
    ['handbookMental', '身2'],
    ['handbookPhysical', '精神２級'],
    ['careLevel', '介6'],
    ['frequency', ''],
    ['frequency', '　'],
    ['household', '犬'],
  ] as const)('%s: %s stands for nothing', (list, text) => {
    expect(match(list, text)).toBeNull();
  });

  it('is matched against the labels that the register has now', () => {
    const codes = [
      { code: 'alone', label: 'おひとり' },
      { code: 'own_code', label: '独居', synonyms: ['ひとり住まい'] },
    ];
    expect(matchCodeLabel('household', 'おひとり', codes)).toEqual({ code: 'alone' });
    expect(matchCodeLabel('household', '独居', codes)).toEqual({ code: 'own_code' });
    expect(matchCodeLabel('household', 'ひとり住まい', codes)).toEqual({ code: 'own_code' });
    expect(matchCodeLabel('household', '単身', codes)).toEqual({ code: 'alone' });
    expect(matchCodeLabel('household', '夫婦', codes)).toBeNull();
  });
});
