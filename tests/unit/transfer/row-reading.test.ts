// What a careful clerk makes of single cells. All people are invented.
import { describe, expect, it } from 'vitest';
import { planOf, rowOf } from './plan-of.ts';

const factsOf = (cells: Readonly<Record<string, string>>) => rowOf(cells).draft?.facts;
const noteOf = (cells: Readonly<Record<string, string>>) => rowOf(cells).draft?.noteParts;
const reasonsOf = (cells: Readonly<Record<string, string>>) =>
  rowOf(cells).issues.map(({ kind, reason }) => `${kind} ${reason}`);

describe('a birthday', () => {
  it.each([
    ['昭和12年3月4日', '1937-03-04'],
    ['S12.3.4', '1937-03-04'],
    ['Ｓ１２．３．４', '1937-03-04'],
    ['s12/03/04', '1937-03-04'],
    ['昭12.3.4', '1937-03-04'],
    ['19370304', '1937-03-04'],
    ['1937/3/4', '1937-03-04'],
    ['1937-03-04', '1937-03-04'],
    ['大正元年8月1日', '1912-08-01'],
    ['平成元年1月8日', '1989-01-08'],
  ])('is read: %s', (written, birthOn) => {
    expect(factsOf({ 生年月日: written })?.birthOn).toBe(birthOn);
    expect(noteOf({ 生年月日: written })).toEqual([]);
  });

  it.each([
    ['明治100年1月1日', 'outside_era'],
    ['昭和64年2月1日', 'outside_era'],
    ['S65.13.1', 'no_such_day'],
    ['2050/1/1', 'date_in_future'],
    ['1850/1/1', 'date_too_old'],
    ['不明', 'date_unknown'],
    ['S12.3', 'date_unreadable'],
    ['3/4', 'year_missing'],
  ])('stays as text: %s', (written, reason) => {
    expect(factsOf({ 生年月日: written })?.birthOn).toBeNull();
    expect(reasonsOf({ 生年月日: written })).toEqual([`kept_as_note ${reason}`]);
    expect(noteOf({ 生年月日: written })).toEqual([`生年月日（台帳のまま）: ${written}`]);
  });
});

describe('an age', () => {
  it('that the birthday tells already is not kept', () => {
    expect(noteOf({ 生年月日: 'S12.3.4', 年齢: '89' })).toEqual([]);
    expect(noteOf({ 生年月日: 'S12.3.4', 年齢: '８８歳' })).toEqual([]);
  });
  it('that does not fit the birthday is doubted and kept', () => {
    expect(reasonsOf({ 生年月日: '1937-03-04', 年齢: '86' })).toEqual(['kept_as_note age_differs']);
    expect(noteOf({ 生年月日: '1937-03-04', 年齢: '86' })).toEqual(['年齢（台帳のまま）: 86']);
  });
  it('without a birthday goes to the note', () => expect(noteOf({ 年齢: '75' })).toEqual(['年齢: 75']));
  it('is compared with the year in which the ledger was written', () => {
    const table = [['氏名', '生年月日', '年齢']];
    for (let index = 0; index < 8; index += 1) {
      table.push([`見本${index}`, `19${30 + index}/4/1`, String(2018 - 1930 - index)]);
    }
    expect(planOf(table).flatMap(({ issues }) => issues.filter(({ field }) => field === 'age'))).toEqual([]);
  });
});

describe('telephones', () => {
  it('get back what Excel took away and what nobody writes', () => {
    expect(factsOf({ 電話: '6494-9942', 携帯: '80-0986-1662' })).toMatchObject({
      phone: '06-6494-9942',
      mobile: '080-0986-1662',
    });
  });
  it('that cannot be read, or are one too many, stay as text', () => {
    expect(noteOf({ 電話: '隣の山本さん', 携帯: '090-0000-0001' })).toEqual(['電話（台帳のまま）: 隣の山本さん']);
    expect(noteOf({ 電話番号1: '06-6541-0001', 電話番号2: '06-6541-0002' })).toEqual([
      '電話番号2（台帳のまま）: 06-6541-0002',
    ]);
  });
});

describe('an emergency contact', () => {
  const contactsOf = (cells: Readonly<Record<string, string>>) => rowOf(cells).draft?.contacts;
  it.each([
    ['山崎 恵美子(知人) ', { name: '山崎 恵美子', relation: '知人', phone: '' }],
    ['河内 博（弟） 07080014644', { name: '河内 博', relation: '弟', phone: '070-8001-4644' }],
    ['南 義雄(知人) 90-3446-2398', { name: '南 義雄', relation: '知人', phone: '090-3446-2398' }],
    ['長男 見本太郎 06-6541-0001', { name: '見本太郎', relation: '長男', phone: '06-6541-0001' }],
    ['090-0000-0001', { name: '（名前の記載なし）', relation: '', phone: '090-0000-0001' }],
  ])('is taken apart: %s', (written, contact) => {
    expect(contactsOf({ 緊急連絡先: written })).toEqual([{ note: '', ...contact }]);
  });
  it('is one of several in a cell with lines', () => {
    expect(contactsOf({ 緊急連絡先: '見本 一(子) 090-0000-0001\n見本 二(孫)' })).toMatchObject([
      { name: '見本 一', phone: '090-0000-0001' },
      { name: '見本 二', relation: '孫' },
    ]);
  });
  it('keeps a second number and words behind it', () => {
    expect(contactsOf({ 緊急連絡先: '見本 一(子) 090-0000-0001 06-6541-0001 夜のみ' })).toMatchObject([
      { phone: '090-0000-0001', note: expect.stringContaining('06-6541-0001') },
    ]);
    expect(contactsOf({ 緊急連絡先: '見本 一(子) 090-0000-0001 夜のみ' })?.[0]?.note).toBe('夜のみ');
  });
});

describe('words that stand for codes', () => {
  it.each([
    ['身2', { handbookPhysical: 'p2' }],
    ['身体1級', { handbookPhysical: 'p1' }],
    ['精神２級', { handbookMental: 'm2' }],
    ['療育A', { handbookIntellectual: 'a' }],
    ['身体障害者手帳3級・療育B1', { handbookPhysical: 'p3', handbookIntellectual: 'b1' }],
  ])('are handbooks: %s', (written, handbooks) => {
    expect(factsOf({ 手帳: written })).toMatchObject(handbooks);
    expect(noteOf({ 手帳: written })).toEqual([]);
  });
  it('stay as text when no list has them', () => {
    expect(noteOf({ 手帳: '申請予定', 介護度: '要介護9', 地域: '梅田' })).toEqual([
      '地域（台帳のまま）: 梅田',
      '介護度（台帳のまま）: 要介護9',
      '手帳（台帳のまま）: 申請予定',
    ]);
  });
  it('make a consent with its method and day', () => {
    const consentOf = (cells: Readonly<Record<string, string>>) => rowOf(cells).draft?.consent;
    expect(consentOf({ 同意: '同意(口頭)', 同意日: 'R5.6.1' })).toMatchObject({
      status: 'given',
      method: 'oral',
      decidedOn: '2023-06-01',
    });
    expect(consentOf({ 同意: '×' })).toMatchObject({ status: 'refused', decidedOn: null });
    expect(consentOf({ 同意日: 'R5.6.1' })).toBeNull();
    expect(noteOf({ 同意日: 'R5.6.1' })).toEqual(['同意日（台帳のまま）: R5.6.1']);
    expect(noteOf({ 同意: '検討中', 同意日: 'R5.6.1' })).toEqual([
      '同意（台帳のまま）: 検討中',
      '同意日（台帳のまま）: R5.6.1',
    ]);
  });
});

describe('those who look in', () => {
  it.each([
    ['西野さん', '西野'],
    ['山田', '山田'],
    ['(空き)', ''],
    ['（空き）', ''],
  ])('as 見守り員: %s', (written, volunteer) => {
    expect(rowOf({ 見守り員: written }).draft).toMatchObject({ volunteer, noteParts: [] });
  });
  it.each([
    ['池田委員', '池田'],
    ['森 民生', '森'],
    ['見本 花子', '見本 花子'],
  ])('as 民生委員: %s', (written, commissioner) => {
    expect(rowOf({ 民生委員: written }).draft).toMatchObject({ commissioner, noteParts: [] });
  });
});

describe('where somebody lives', () => {
  it.each([
    ['市営住宅3号棟1302', { building: '市営住宅', wing: '3号棟', room: '1302' }],
    ['シャトー①番館805', { building: 'シャトー①番館', room: '805' }],
    ['ﾒｿﾞﾝ・ﾄﾞ・ﾘﾍﾞﾙ805', { building: 'メゾン・ド・リベル', room: '805' }],
    ['㈱大西ビル1006', { building: '㈱大西ビル', room: '1006' }],
  ])('is taken apart: %s', (written, place) => {
    expect(factsOf({ '建物・部屋': written })).toMatchObject(place);
  });
  it('is read from one cell', () => {
    expect(factsOf({ 住所: '〒550-0015 大阪市西区南堀江１－６－５ パークハイツ802' })).toMatchObject({
      postalCode: '550-0015',
      address: '南堀江1丁目6-5',
      building: 'パークハイツ',
      room: '802',
    });
  });
});

describe('the last visit in the ledger', () => {
  it('without a year is the last such day, and doubted', () => {
    expect(factsOf({ 最終訪問: '10/5' })?.lastSeenBeforeOn).toBe('2026-10-05');
    expect(factsOf({ 最終訪問: '12/5' })?.lastSeenBeforeOn).toBe('2025-12-05');
    expect(reasonsOf({ 最終訪問: '10/5' })).toEqual(['doubtful year_assumed']);
  });
});

describe('what has no column', () => {
  it('goes to the note under its heading, the remark first and exactly', () => {
    const cells = { かかりつけ医: '見本医院', 備考: ' =SUM(A1:A9)', 好きなもの: '将棋\n囲碁' };
    expect(noteOf(cells)).toEqual([' =SUM(A1:A9)', 'かかりつけ医: 見本医院', '好きなもの: 将棋\n囲碁']);
    expect(reasonsOf(cells)).toEqual(['changed looks_like_formula']);
  });
  it('is kept when it stands right of the last heading', () => {
    const [row] = planOf([['氏名'], ['見本 花子', 'はみ出し']]);
    expect(row?.draft?.noteParts).toEqual(['見出しのない列2: はみ出し']);
    expect(row?.issues).toMatchObject([{ kind: 'doubtful', reason: 'more_cells_than_columns' }]);
  });
});
