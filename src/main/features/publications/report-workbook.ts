// Writes a published summary as an Excel workbook: a cover, then one sheet a table. Sees what may be published only, and no formula.
import writeXlsxFile, { type Row } from 'write-excel-file/node';
import { assertNothingInside, labelsOfRow, tablesOf } from '#shared/contract/published-report.ts';
import { HIDDEN_MARK, type Report, type ReportTable, type SafeValue } from '#shared/contract/report-shape.ts';
import { captionOf, coverFacts, type StatedRules, titleOf, underCaptionOf } from './report-words.ts';
import { heightOf, layoutOf, type SheetLayout } from './sheet-layout.ts';
import { sheetNameOf } from './sheet-names.ts';
import { type PrintedSheet, printSetup } from './workbook-printing.ts';

const COVER_SHEET = '表紙';

const BORDER = { borderColor: '#8A8A8A', borderStyle: 'thin' } as const;
const BOLD = { fontWeight: 'bold' } as const;
const HEADING = {
  ...BORDER,
  ...BOLD,
  backgroundColor: '#E3EFEE',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
} as const;
const LINK = { textColor: '#0B4C8C', textDecoration: { underline: true } } as const;

/** The library looks its texts up in a plain object: `constructor` would find something there. Such a word gets a blank behind it. */
const asKey = (value: string) => (value in Object.prototype ? `${value} ` : value);

/** Never a formula: a label that begins with `=` is written as text. */
const text = (value: string, style: object = {}) => ({ ...style, value: asKey(value), type: String });

const FIGURE = { ...BORDER, alignVertical: 'center' } as const;

const figure = (value: SafeValue, style: object = {}) =>
  value === HIDDEN_MARK
    ? { ...FIGURE, ...style, value, type: String, align: 'center' as const }
    : { ...FIGURE, ...style, value, type: Number, format: '#,##0' };

/** A line over the whole width of a sheet, as high as its text needs. */
function wideRow(
  value: string,
  columns: number,
  width: number,
  style: { readonly fontSize?: number } & object = {},
): Row {
  const height = heightOf(value, width, (style.fontSize ?? 11) / 11);
  const cell = text(value, { columnSpan: columns, wrap: true, alignVertical: 'top', height, ...style });
  return [cell, ...Array.from({ length: columns - 1 }, () => null)];
}

const COVER_WIDTHS = [20, 74] as const;
const COVER_WIDTH = COVER_WIDTHS[0] + COVER_WIDTHS[1];

/** A name and what it says, which may have several lines. */
const factRow = (label: string, value: string, style: object = {}): Row => [
  text(label, { ...BOLD, alignVertical: 'top' }),
  text(value, { wrap: true, alignVertical: 'top', height: heightOf(value, COVER_WIDTHS[1]), ...style }),
];

const footerOf = ({ profileTitle, month }: Report) => ({ left: profileTitle, right: `見守り集計 ${month}` });

function coverSheet(report: Report, rules: StatedRules): PrintedSheet {
  const wide = (value: string, style: object = {}) => wideRow(value, COVER_WIDTHS.length, COVER_WIDTH, style);
  const tables = tablesOf(report);
  const before: readonly Row[] = [
    wide(titleOf(report), { fontSize: 16, ...BOLD }),
    [],
    ...coverFacts(report, rules).map(({ label, value }) => factRow(label, value)),
    [],
    wide('表の一覧（表の名前を押すと、その表に移ります）', BOLD),
  ];
  const list = tables.map(
    ({ table }, index): Row => factRow(`表${index + 1}`, `${table.title}　${table.spanTitle}`, LINK),
  );
  const after: readonly Row[] = [
    ...(report.remarks.trim() === '' ? [] : [[], wide('自由記述', BOLD), wide(report.remarks)]),
    [],
    ...report.notes.map((note) => wide(note)),
    wide('この集計に、一人ひとりの記録や氏名は入っていません。'),
  ];
  return {
    sheet: COVER_SHEET,
    columns: COVER_WIDTHS.map((width) => ({ width })),
    showGridLines: false,
    data: [...before, ...list, ...after],
    print: { columns: COVER_WIDTHS.length, titleRows: 0, isLandscape: false, footer: footerOf(report) },
    links: tables.map(({ table }, index) => ({
      cell: `B${before.length + index + 1}`,
      to: sheetNameOf(table, index),
    })),
  };
}

/** The heading rows: one, or two where the columns break something down. */
function headingRows(table: ReportTable, { figureWidth, labelWidths }: SheetLayout): readonly Row[] {
  const { rowHeadings, columns, columnHeading } = table;
  const height = Math.max(
    ...columns.map(({ label }) => heightOf(label, figureWidth)),
    ...rowHeadings.map((heading, at) => heightOf(heading, labelWidths[at] ?? 0)),
  );
  const labels = columns.map(({ label }) => text(label, { ...HEADING, height }));
  const above = heightOf(columnHeading, figureWidth * columns.length);
  if (columnHeading === '') {
    return [[...rowHeadings.map((heading) => text(heading, { ...HEADING, height })), ...labels]];
  }
  return [
    [
      ...rowHeadings.map((heading) => text(heading, { ...HEADING, rowSpan: 2 })),
      text(columnHeading, { ...HEADING, columnSpan: columns.length, height: above }),
      ...columns.slice(1).map(() => null),
    ],
    [...rowHeadings.map(() => null), ...labels],
  ];
}

function bodyRow(row: ReportTable['rows'][number], table: ReportTable, { labelWidths }: SheetLayout): Row {
  const style = row.isTotal ? { ...BOLD, topBorderStyle: 'medium', topBorderColor: '#5A5A5A' } : {};
  const labels = labelsOfRow(row, table);
  const height = Math.max(...labels.map((label, at) => heightOf(label, labelWidths[at] ?? 0)));
  return [
    ...labels.map((label) => text(label, { ...BORDER, wrap: true, alignVertical: 'center', height, ...style })),
    ...row.cells.map(({ shown }, at) => figure(shown, { ...style, ...(table.columns[at]?.isTotal ? BOLD : {}) })),
  ];
}

function tableSheet(table: ReportTable, index: number, report: Report): PrintedSheet {
  const layout = layoutOf(table);
  const { labelWidths, figureWidth, width, headRows, isLandscape } = layout;
  const columns = table.rowHeadings.length + table.columns.length;
  const wide = (value: string, style: object = {}) => wideRow(value, columns, width, style);
  return {
    sheet: sheetNameOf(table, index),
    columns: [...labelWidths, ...table.columns.map(() => figureWidth)].map((each) => ({ width: each })),
    stickyRowsCount: headRows,
    stickyColumnsCount: table.rowHeadings.length,
    data: [
      wide(captionOf(table, index), { fontSize: 13, ...BOLD }),
      wide(underCaptionOf(table)),
      ...headingRows(table, layout),
      ...table.rows.map((row) => bodyRow(row, table, layout)),
      [],
      ...table.notes.map((note) => wide(note, { fontSize: 10 })),
    ],
    print: { columns, titleRows: headRows, isLandscape, footer: footerOf(report) },
  };
}

/**
 * Bytes of the XLSX: numbers as numbers, ＊ as text, frozen headings, print areas, a link to each table.
 * @throws Error when a cell carries what stands behind it
 */
export async function writeReportWorkbook(report: Report, rules: StatedRules): Promise<Uint8Array> {
  assertNothingInside(report);
  const tables = tablesOf(report).map(({ table }, index) => tableSheet(table, index, report));
  const sheets = [coverSheet(report, rules), ...tables];
  const result = writeXlsxFile(sheets, { fontFamily: 'BIZ UDPGothic', fontSize: 11, features: [printSetup(sheets)] });
  return result.toBuffer();
}
