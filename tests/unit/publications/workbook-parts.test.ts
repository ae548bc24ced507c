// The parts of the workbook that its library does not make, and the strict reader: whatever we never write is found.
import { crc32, deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compareWorkbook } from '#main/features/publications/report-comparison.ts';
import { readStatedRules } from '#main/features/publications/report-words.ts';
import { writeReportWorkbook } from '#main/features/publications/report-workbook.ts';
import { sheetNameOf } from '#main/features/publications/sheet-names.ts';
import { columnName } from '#main/features/publications/workbook-printing.ts';
import { readWorkbook } from '#main/features/publications/workbook-reading.ts';
import { readZipParts } from '#main/features/publications/zip-parts.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import { LONG_LABEL, longReport, monthReport, tidyOf, yearReport } from '#tests/support/invented-reports.ts';

const workbookOf = (report: Report) => writeReportWorkbook(report, readStatedRules(tidyOf(report).factsJson, report));

/** A ZIP file of the parts, as an attacker or a bug would write it. */
function zip(parts: ReadonlyMap<string, string>): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(content);
    const sizes = Buffer.alloc(18);
    sizes.writeUInt16LE(8, 0);
    sizes.writeUInt32LE(crc32(content), 6);
    sizes.writeUInt32LE(packed.length, 10);
    sizes.writeUInt32LE(content.length, 14);
    const length = Buffer.alloc(4);
    length.writeUInt16LE(path.length, 0);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004\u0014\0\0\0', 'latin1'), sizes, length, path, packed]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    centrals.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0\u0014\0\0\0', 'latin1'), sizes, length, place, path]),
    );
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, central, end]);
}

async function mutate(report: Report, part: string, change: (xml: string) => string): Promise<Uint8Array> {
  const parts = new Map(readZipParts(await workbookOf(report)));
  const before = parts.get(part) ?? '';
  const after = change(before);
  if (after === before) throw new Error('nothing was changed');
  return zip(parts.set(part, after));
}

describe('the strict reader', () => {
  const report = monthReport();
  const SHEET = 'xl/worksheets/sheet4.xml';

  it('takes a workbook that was only packed anew: the control of what follows', async () => {
    const bytes = zip(readZipParts(await workbookOf(report)));
    expect(compareWorkbook(bytes, report)).toEqual([]);
  });

  it.each([
    ['a figure', SHEET, (xml: string) => xml.replace(/<v>13<\/v>/u, '<v>14</v>')],
    [
      'a ＊ for a figure',
      SHEET,
      (xml: string) => xml.replace(/ t="s"><v>\d+<\/v><\/c><\/row>/u, '><v>5</v></c></row>'),
    ],
    ['a formula', SHEET, (xml: string) => xml.replace('<v>13</v>', '<f>12+1</f><v>13</v>')],
    ['a hidden column', SHEET, (xml: string) => xml.replace('<col min="1"', '<col hidden="1" min="1"')],
    ['a hidden row', SHEET, (xml: string) => xml.replace('<row r="5"', '<row r="5" hidden="1"')],
    [
      'a cell more',
      SHEET,
      (xml: string) => xml.replace('</row></sheetData>', '<c r="Z9"><v>3</v></c></row></sheetData>'),
    ],
    ['a cell twice', SHEET, (xml: string) => xml.replace(/(<c r="B5"[^>]*><v>\d+<\/v><\/c>)/u, '$1$1')],
    ['a text', 'xl/sharedStrings.xml', (xml: string) => xml.replace('在宅福祉', '在宅')],
    [
      'a text with parts',
      'xl/sharedStrings.xml',
      (xml: string) => xml.replace('<t>在宅福祉</t>', '<r><t>在宅福祉</t></r>'),
    ],
    ['a hidden sheet', 'xl/workbook.xml', (xml: string) => xml.replace('sheetId="2"', 'sheetId="2" state="hidden"')],
    ['a sheet less', 'xl/workbook.xml', (xml: string) => xml.replace(/<sheet r:id="rId6"[^>]*\/>/u, '')],
    ['a part more', 'xl/comments1.xml', () => '<comments/>'],
    [
      'a link out of the file',
      'xl/worksheets/_rels/sheet2.xml.rels',
      (xml: string) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="x" Type="y" Target="https://example.com" TargetMode="External"/></Relationships>',
        ),
    ],
  ])('finds %s', async (_what, part, change) => {
    const bytes = await mutate(report, part, change);
    expect(compareWorkbook(bytes, report)).not.toEqual([]);
  });

  it('finds a file that is cut off, or damaged in any byte of a part', async () => {
    const bytes = await workbookOf(report);
    expect(compareWorkbook(bytes.subarray(0, bytes.length - 1), report)).not.toEqual([]);
    const damaged = Uint8Array.from(bytes);
    damaged[200] = (damaged[200] ?? 0) ^ 1;
    expect(compareWorkbook(damaged, report)).not.toEqual([]);
  });
});

describe('a sheet on paper and on the screen', () => {
  it('has frozen headings, a print area, headings on every page, one page across, and a footer', async () => {
    const parts = readZipParts(await workbookOf(monthReport()));
    const workbook = parts.get('xl/workbook.xml') ?? '';
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Area" localSheetId="4">'4 相談：地域と内容（月）'!$A$1:$P$21</definedName>`,
    );
    expect(workbook).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="4">'4 相談：地域と内容（月）'!$1:$4</definedName>`,
    );
    const wide = parts.get('xl/worksheets/sheet5.xml') ?? '';
    expect(wide).toContain('<pane ySplit="4" xSplit="1" topLeftCell="B5" activePane="bottomRight" state="frozen"/>');
    expect(wide).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
    expect(wide).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(wide).toContain(
      '<oddFooter>&amp;L社会福祉協議会・区役所あて&amp;C&amp;P / &amp;N&amp;R見守り集計 2026-09</oddFooter>',
    );
    expect(parts.get('xl/worksheets/sheet4.xml')).toContain('orientation="portrait"');
    const cover = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(cover).toContain(`location="'4 相談：地域と内容（月）'!A1"`);
  });

  it('freezes both label columns of three ways', async () => {
    const parts = readZipParts(await workbookOf(yearReport()));
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('<pane ySplit="4" xSplit="2" topLeftCell="C5"');
  });

  it('has its elements in the order that the format asks for', async () => {
    const parts = readZipParts(await workbookOf(monthReport()));
    const order = [
      'sheetPr',
      'sheetViews',
      'cols',
      'sheetData',
      'mergeCells',
      'hyperlinks',
      'printOptions',
      'pageMargins',
      'pageSetup',
      'headerFooter',
    ];
    const cover = parts.get('xl/worksheets/sheet1.xml') ?? '';
    const places = order.map((name) => cover.search(new RegExp(`<${name}[ />]`, 'u')));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((left, right) => left - right));
  });
});

describe('the name of a sheet', () => {
  const names = (titles: readonly string[]) =>
    titles.map((title, index) => sheetNameOf({ title, span: 'yearToDate' }, index));

  it('is at most 31 characters, without forbidden signs, and keeps number and span', () => {
    const made = names([LONG_LABEL, "a/b\\c?d*e[f]g:h'", '𠮷'.repeat(40), '\u0000', '', "'"]);
    for (const [index, name] of made.entries()) {
      expect(name.length).toBeLessThanOrEqual(31);
      expect(name).not.toMatch(/[\\/?*[\]:'\p{Cc}\p{Cs}]/u);
      expect(name).toMatch(new RegExp(`^${index + 1} .*（年度累計）$`, 'u'));
    }
  });

  it('is like no other, however alike the titles are', () => {
    const made = names(Array.from({ length: 40 }, () => LONG_LABEL));
    expect(new Set(made).size).toBe(40);
  });
});

it('columns are named as a spreadsheet names them', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

it('texts of a cover and of a table come back as they were, with signs that XML knows', async () => {
  const report = { ...longReport(), remarks: '1 < 2 & "3" > \'0\'\n二行目　' };
  const sheets = readWorkbook(await workbookOf(report));
  expect(sheets[0]?.rows.flat()).toContain(report.remarks);
});
