// How a file becomes rows: encodings, headings, quotes. All people are invented.

import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { fieldOfHeading, findHeading } from '#main/features/transfer/column-mapping.ts';
import { decodeLedger } from '#main/features/transfer/ledger-decoding.ts';
import { readRows } from '#main/features/transfer/ledger-file.ts';
import { mendLoneQuotes } from '#main/features/transfer/lone-quotes.ts';

const cellsOf = (text: string) => readRows(text, ',').map(({ cells }) => cells);

describe('decoding', () => {
  const text = '氏名,住所\r\n髙﨑 ①,新町～1－2－3';
  it.each([
    ['cp932', iconv.encode(text, 'cp932')],
    ['utf-8', Buffer.from(text, 'utf8')],
    ['utf-8-bom', Buffer.from(`\ufeff${text}`, 'utf8')],
    ['utf-16le', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('tells %s by its bytes', (encoding, bytes) => {
    expect(decodeLedger(bytes)).toEqual({ encoding, text });
  });
});

describe('rows', () => {
  it('are numbered as Excel does: a line break inside a cell does not count, a blank row does', () => {
    const rows = readRows('氏名,備考\r\n見本,"一\n二\n三"\r\n\r\n架空,四\r\n', ',');
    expect(rows.map(({ row, cells }) => [row, cells[0]])).toEqual([
      [1, '氏名'],
      [2, '見本'],
      [3, undefined],
      [4, '架空'],
    ]);
  });

  it('come back as they were written, whatever the cells hold', () => {
    const cell = fc.string({
      unit: fc.constantFrom('あ', 'ー', '"', ',', '\n', ';', ' ', '=', '1', '〃'),
      maxLength: 8,
    });
    const table = fc.array(fc.tuple(fc.constant('見本'), cell, cell, fc.constant('終')), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const written = [['氏名', '住所', '備考', '印'], ...rows];
        // A line of a cell with as many commas as a row cannot be told from a row.
        const holdsWholeRow = rows.flat().some((text) => /,[^\n]*,/u.test(text));
        fc.pre(!holdsWholeRow);
        expect(cellsOf(stringify(written, { record_delimiter: 'windows', quoted: true }))).toEqual(written);
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('a lone quote', () => {
  it('becomes text and takes no other row with it', () => {
    expect(cellsOf('氏名,備考\r\n見本,"開いたまま\r\n架空,普通\r\n例示,"閉じた"')).toEqual([
      ['氏名', '備考'],
      ['見本', '"開いたまま'],
      ['架空', '普通'],
      ['例示', '閉じた'],
    ]);
  });
  it('leaves a file in order untouched', () => {
    const text = '氏名,備考\r\n見本,"一\n二"\r\n架空,"「""」,"';
    expect(mendLoneQuotes(text, ',')).toBe(text);
  });
});

describe('headings', () => {
  it.each([
    ['お名前', 'name'],
    ['見守り対象者氏名', 'name'],
    ['氏　名', 'name'],
    ['よみ', 'kana'],
    ['生年月日(和暦)', 'birthOn'],
    ['電話番号1', 'phone'],
    ['自宅TEL', 'phone'],
    ['ケータイ', 'mobile'],
    ['住まい', 'address'],
    ['建物・部屋', 'building'],
    ['見守り頻度', 'frequency'],
    ['介護', 'careLevel'],
    ['備考欄', 'remarks'],
    ['緊急連絡先（電話）', 'contactPhone'],
    ['ケアマネ電話', 'note'],
    ['緊急連絡先氏名', 'contact'],
    ['担当見守り員', 'volunteer'],
    ['民生委員氏名', 'commissioner'],
    ['同意日', 'consentOn'],
    ['最終訪問日', 'lastSeenOn'],
    ['FAX', 'note'],
    ['№', 'note'],
    ['血圧', 'note'],
  ])('%s is %s', (heading, field) => expect(fieldOfHeading(heading)).toBe(field));

  it('are found under title rows, and nowhere in a text', () => {
    const rows = [['名簿'], [], ['氏名', '住所'], ['見本', '新町']].map((cells, index) => ({ row: index + 1, cells }));
    expect(findHeading(rows)).toMatchObject({ index: 2, fields: ['name', 'address'] });
    expect(findHeading([{ row: 1, cells: ['拝啓', '皆様'] }])).toBeNull();
  });

  it('give a field to one column only, where one value fits', () => {
    const rows = [{ row: 1, cells: ['氏名', 'お名前', '電話1', '電話2'] }];
    expect(findHeading(rows)?.fields).toEqual(['name', 'note', 'phone', 'phone']);
  });
});
