// What every view of a published report has in common: that nothing hidden is in it, and how a row is named. Never makes up a figure.
import type { Report, ReportTable } from './report-shape.ts';

/** Cells that carry what stands behind them. None may be in anything that leaves the coordinator's own screen. */
export const countInside = ({ sections }: Report): number =>
  sections
    .flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
    .filter(({ inside }) => inside !== null).length;

/** @throws Error when a cell carries what stands behind it: such a report must not be written or printed. */
export function assertNothingInside(report: Report): void {
  const cells = countInside(report);
  if (cells > 0) throw new Error(`The report still holds what stands behind ${cells} of its figures.`);
}

const SUM = '計';

/** One label for each heading. What a sum leaves open is 計: 「江戸堀・計」, and 「計」 alone over everything. */
export function labelsOfRow(
  { labels, isTotal }: Pick<ReportTable['rows'][number], 'labels' | 'isTotal'>,
  { rowHeadings }: Pick<ReportTable, 'rowHeadings'>,
): readonly string[] {
  const given = rowHeadings.map((_heading, at) => labels[at] ?? '');
  if (!isTotal) return given;
  const isEverything = given.every((label) => label === '' || label === SUM);
  return isEverything ? given.map((_label, at) => (at === 0 ? SUM : '')) : given.map((label) => label || SUM);
}

/** All tables in the order of their sections, which is the order of their numbers. */
export const tablesOf = ({ sections }: Report): readonly { readonly section: string; readonly table: ReportTable }[] =>
  sections.flatMap(({ title, tables }) => tables.map((table) => ({ section: title, table })));
