// Writes the month's published summary as an Excel workbook: a cover, then one sheet a table. Sees protected figures only.
import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import writeXlsxFile, { type Feature, type Row, type Sheet } from 'write-excel-file/node';
import type { MonthlySummary, SafeValue, SummaryTable } from '#shared/contract/reports.contract.ts';
import { formatMonth } from '#shared/model/era.ts';
import { STANDARD_NOTE } from './summary-tables.ts';

type Content = Stream | Buffer | Blob;
type Workbook = Sheet<Content>;

const BORDER = { borderColor: '#8A8A8A', borderStyle: 'thin' } as const;
const HEADING = {
  ...BORDER,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E3EFEE',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
} as const;

/** Never a formula: a label that begins with `=` is written as text. */
const text = (value: string, style: object = {}) => ({ ...style, value, type: String });

const figure = (value: SafeValue, style: object = {}) =>
  typeof value === 'number'
    ? { ...BORDER, ...style, value, type: Number, format: '#,##0' }
    : { ...BORDER, ...style, value, type: String, align: 'right' as const };

const bodyRow = (label: string, values: readonly SafeValue[], style: object = {}): Row => [
  text(label, { ...BORDER, ...style }),
  ...values.map((value) => figure(value, style)),
];

const COLUMN_COUNT = 3;

/** A line over the whole width of the sheet. */
const wideRow = (value: string, style: object = {}): Row => [
  text(value, { columnSpan: COLUMN_COUNT, wrap: true, alignVertical: 'top', ...style }),
  ...Array.from({ length: COLUMN_COUNT - 1 }, () => null),
];

function coverSheet({ month, registerName, threshold, tables }: MonthlySummary): Workbook {
  const facts = [
    ['台帳', registerName],
    ['対象の月', formatMonth(month)],
    ['扱い', '試行（数字の守り方を確かめている段階です）'],
    ['少人数の基準', `${threshold}人未満の数字は表示しません`],
  ] as const;
  return {
    sheet: '表紙',
    columns: [{ width: 18 }, { width: 44 }, { width: 18 }],
    showGridLines: false,
    data: [
      wideRow('見守り月次集計（試行）', { fontSize: 16, fontWeight: 'bold' }),
      [],
      ...facts.map(([label, value]): Row => [text(label, { fontWeight: 'bold' }), text(value, { wrap: true }), null]),
      [],
      wideRow('表の一覧', { fontWeight: 'bold' }),
      ...tables.map((table, index): Row => [text(`表${index + 1}`), text(table.title), null]),
      [],
      wideRow(STANDARD_NOTE, { height: 36 }),
      wideRow('一人ひとりの記録や氏名は入っていません。', {}),
    ],
  };
}

/** Rows above the figures of a table: its title, the month, the headings. All three stay in sight. */
const HEAD_ROWS = 3;

function tableSheet(table: SummaryTable, index: number, { month }: MonthlySummary): Workbook {
  const headings = [table.rowHeading, ...table.columns];
  return {
    sheet: `${index + 1} ${table.title}`.replace(/[\\/?*[\]:]/gu, '・').slice(0, 31),
    columns: [{ width: 40 }, { width: 16 }, { width: 16 }],
    stickyRowsCount: HEAD_ROWS,
    data: [
      wideRow(`表${index + 1}　${table.title}`, { fontSize: 13, fontWeight: 'bold' }),
      wideRow(`${formatMonth(month)}　試行`),
      headings.map((heading) => ({ ...HEADING, value: heading })),
      ...table.rows.map((row) => bodyRow(row.label, row.values)),
      ...(table.total ? [bodyRow('計', table.total, { fontWeight: 'bold', topBorderStyle: 'medium' })] : []),
      [],
      wideRow(table.note, { height: 72, fontSize: 10 }),
    ],
  };
}

/** What the library has no option for: A4 upright, one page wide, the print area, and headings on every page. */
function printSetup(sheets: readonly Workbook[]): Feature<Content> {
  const quoted = (name: string | undefined) => `'${(name ?? '').replaceAll("'", "''")}'`;
  const names = sheets.flatMap(({ sheet, data, stickyRowsCount }, index) => [
    `<definedName name="_xlnm.Print_Area" localSheetId="${index}">${quoted(sheet)}!$A$1:$C$${data.length}</definedName>`,
    ...(stickyRowsCount
      ? [
          `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${quoted(sheet)}!$1:$${stickyRowsCount}</definedName>`,
        ]
      : []),
  ]);
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transform: (xml) =>
            xml
              .replace(/<definedNames\s*\/>|<definedNames>.*?<\/definedNames>/u, '')
              .replace('</sheets>', `</sheets><definedNames>${names.join('')}</definedNames>`),
        },
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml) =>
            xml
              .replace(/(<worksheet[^>]*>)/u, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageSetup[^>]*\/>/u, '')
              .replace(
                '</worksheet>',
                '<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"/></worksheet>',
              ),
        },
      },
    },
  };
}

/** Bytes of the XLSX: real numbers, ＊ as text, widths, frozen headings, print areas. */
export async function writeSummaryWorkbook(summary: MonthlySummary): Promise<Uint8Array> {
  const sheets = [coverSheet(summary), ...summary.tables.map((table, index) => tableSheet(table, index, summary))];
  const result = writeXlsxFile(sheets, { fontFamily: 'BIZ UDPGothic', fontSize: 11, features: [printSetup(sheets)] });
  return result.toBuffer();
}
