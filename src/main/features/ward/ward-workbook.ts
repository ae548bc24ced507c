// Writes the ward's tables as an Excel workbook: a cover with what it stands on, then one sheet a table. Sees protected figures only.
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import type { ReportTable, SafeValue } from '#shared/contract/report-shape.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { formatDate } from '#shared/model/era.ts';
import type { WardPublication } from './ward-desk.ts';
import { nameWithFormer, registersOf } from './ward-registers.ts';

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

const figure = (value: SafeValue, style: object) =>
  typeof value === 'number'
    ? { ...BORDER, ...style, value, type: Number, format: '#,##0' }
    : { ...BORDER, ...style, value, type: String, align: 'right' as const };

/** A line over the whole width of the sheet. */
const wideRow = (value: string, width: number, style: object = {}): Row => [
  text(value, { columnSpan: width, wrap: true, alignVertical: 'top', ...style }),
  ...Array.from({ length: width - 1 }, () => null),
];

/** Excel forbids some signs in a sheet's name, and more than 31. */
const sheetName = (index: number, title: string): string =>
  `${index + 1} ${title}`.replace(/[\\/?*[\]:]/gu, '・').slice(0, 31);

const COVER_WIDTH = 3;

function coverSheet({ packages, tables, findings, sentence }: WardPublication, period: string, today: CalendarDate) {
  const facts = [
    ['期間', period],
    ['地域', registersOf(packages).map(nameWithFormer).join('、')],
    ['もとの公表', `${packages.length}件`],
    ['少人数の基準', [...new Set(packages.map(({ k }) => `${k}人未満は＊`))].join('、')],
    ['安全の確認', sentence],
    ['作成日', formatDate(today, 'both')],
  ] as const;
  return {
    sheet: '表紙',
    columns: [{ width: 18 }, { width: 70 }, { width: 22 }],
    showGridLines: false,
    data: [
      wideRow('区のまとめ', COVER_WIDTH, { fontSize: 16, fontWeight: 'bold' }),
      [],
      ...facts.map(([label, value]): Row => [text(label, { fontWeight: 'bold' }), text(value, { wrap: true }), null]),
      [],
      wideRow('表の一覧', COVER_WIDTH, { fontWeight: 'bold' }),
      ...tables.map(
        (table, index): Row => [text(`表${index + 1}`), text(table.title, { wrap: true }), text(table.spanTitle)],
      ),
      [],
      ...findings.map(({ sentence: words }) => wideRow(words, COVER_WIDTH, { height: 36 })),
      wideRow('一人ひとりの記録や氏名は入っていません。', COVER_WIDTH),
    ],
  };
}

/** Rows above the figures of a table: its title, the span, the headings. All three stay in sight. */
const HEAD_ROWS = 3;

function tableSheet({ title, spanTitle, unit, rowHeadings, columns, rows, notes }: ReportTable, index: number) {
  const width = rowHeadings.length + columns.length;
  const headings = [...rowHeadings, ...columns.map(({ label }) => label)];
  return {
    sheet: sheetName(index, title),
    columns: [...rowHeadings.map(() => ({ width: 24 })), ...columns.map(() => ({ width: 14 }))],
    stickyRowsCount: HEAD_ROWS,
    stickyColumnsCount: rowHeadings.length,
    ...(width > 7 ? { orientation: 'landscape' as const } : {}),
    data: [
      wideRow(`表${index + 1}　${title}`, width, { fontSize: 13, fontWeight: 'bold' }),
      wideRow(`${spanTitle}　単位：${unit}`, width),
      headings.map((heading) => ({ ...HEADING, value: heading })),
      ...rows.map(({ labels, cells, isTotal }): Row => {
        const style = isTotal ? { fontWeight: 'bold' } : {};
        return [
          ...labels.map((label) => text(label, { ...BORDER, ...style, wrap: true })),
          ...cells.map(({ shown }) => figure(shown, style)),
        ];
      }),
      [],
      ...notes.map((note) => wideRow(note, width, { height: 36, fontSize: 10 })),
    ],
  };
}

/** Bytes of the XLSX: real numbers, ＊ as text, widths, frozen headings. */
export async function writeWardWorkbook(
  ward: WardPublication,
  period: string,
  today: CalendarDate,
): Promise<Uint8Array> {
  const sheets = [coverSheet(ward, period, today), ...ward.tables.map(tableSheet)];
  return writeXlsxFile(sheets, { fontFamily: 'BIZ UDPGothic', fontSize: 11 }).toBuffer();
}
