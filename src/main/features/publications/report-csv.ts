// Writes a published summary as one CSV for people: cover, then table after table as they stand in the workbook. What machines read is
// cells.csv. One file, because twenty would bury the others in the folder, and one is what somebody sends. Sees published figures only.
import { writeCsv } from '#main/platform/files/csv-text.ts';
import { assertNothingInside, labelsOfRow, tablesOf } from '#shared/contract/published-report.ts';
import type { Report, ReportTable } from '#shared/contract/report-shape.ts';
import { captionOf, coverFacts, type StatedRules, titleOf, underCaptionOf } from './report-words.ts';

type Line = readonly (string | number)[];

/** No line of a CSV is empty to every reader: an empty cell stands for one. */
const GAP: Line = [''];

/** Title, span and unit, headings, rows, notes. Two heading rows where the columns break something down. */
function linesOfTable(table: ReportTable, index: number): readonly Line[] {
  const { rowHeadings, columnHeading, columns, rows, notes } = table;
  return [
    [captionOf(table, index)],
    [underCaptionOf(table)],
    ...(columnHeading === '' ? [] : [[...rowHeadings.map(() => ''), columnHeading]]),
    [...rowHeadings, ...columns.map(({ label }) => label)],
    ...rows.map((row) => [...labelsOfRow(row, table), ...row.cells.map(({ shown }) => shown)]),
    ...notes.map((note) => [note]),
  ];
}

/**
 * UTF-8 with BOM and CRLF, as Excel on Windows opens it. A text that Excel would take for a formula gets an apostrophe.
 * @throws Error when a cell carries what stands behind it
 */
export function writeReportCsv(report: Report, rules: StatedRules): string {
  assertNothingInside(report);
  const facts = coverFacts(report, rules).map(({ label, value }) => [label, value]);
  const remarks = report.remarks.trim() === '' ? [] : [['自由記述', report.remarks]];
  const tables = tablesOf(report).flatMap(({ table }, index) => [GAP, ...linesOfTable(table, index)]);
  return writeCsv([[titleOf(report)], ...facts, ...remarks, ...report.notes.map((note) => [note]), ...tables]);
}
