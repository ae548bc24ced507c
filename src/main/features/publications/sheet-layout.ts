// How wide and high the parts of a table's sheet are, and whether its page lies or stands. Estimates: a spreadsheet has no ruler here.
import { labelsOfRow } from '#shared/contract/published-report.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';

/** Widths are in digits, as Excel measures them; a Japanese character is two of them wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0xff ? 2 : 1), 0);

const LINE_POINTS = 15.5;
const MOST_POINTS = 400;

const linesIn = (text: string, width: number): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * 1.05) / Math.max(width - 1, 1))), 0);

/** Height in points of a text that wraps within a width. `scale`: its size compared with the usual one. */
export const heightOf = (text: string, width: number, scale = 1): number =>
  Math.min(MOST_POINTS, Math.ceil(linesIn(text, width / scale) * LINE_POINTS * scale + 3));

const between = (least: number, value: number, most: number) => Math.min(most, Math.max(least, value));

const MANY_COLUMNS = 9;
/** What A4 upright holds without becoming too small to read. */
const UPRIGHT_WIDTH = 112;

export interface SheetLayout {
  readonly labelWidths: readonly number[];
  readonly figureWidth: number;
  readonly width: number;
  readonly isLandscape: boolean;
  /** Title, span and unit, what the columns break down by where they do, labels of the columns. */
  readonly headRows: number;
}

export function layoutOf(table: ReportTable): SheetLayout {
  const { rowHeadings, columns, rows, columnHeading } = table;
  const labelWidths = rowHeadings.map((heading, at) => {
    const labels = rows.map((row) => labelsOfRow(row, table)[at] ?? '');
    return between(12, Math.max(...[heading, ...labels].map(widthOf)) + 3, 40);
  });
  const widest = Math.max(0, ...columns.map(({ label }) => widthOf(label)));
  const figureWidth = columns.length >= MANY_COLUMNS ? 10 : between(12, widest + 3, columns.length > 2 ? 14 : 20);
  const width = [...labelWidths, ...columns.map(() => figureWidth)].reduce((sum, each) => sum + each, 0);
  return {
    labelWidths,
    figureWidth,
    width,
    isLandscape: columns.length >= MANY_COLUMNS || width > UPRIGHT_WIDTH,
    headRows: columnHeading === '' ? 3 : 4,
  };
}
