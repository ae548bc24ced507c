// Writes the month's published summary as CSV, one figure a line, so that any program can take it in. Sees protected figures only.
import { writeCsv } from '#main/platform/files/csv-text.ts';
import type { MonthlySummary } from '#shared/contract/reports.contract.ts';

const HEADINGS = ['対象月', '表', '見出し', '項目', '数え方', '値', '備考'] as const;
const REMARK = '試行';

/** UTF-8 with BOM and CRLF, as Excel on Windows opens it. A text that Excel would take for a formula gets an apostrophe. */
export function writeSummaryCsv({ month, tables }: MonthlySummary): string {
  const lines = tables.flatMap(({ title, rowHeading, columns, rows, total }) =>
    [...rows, ...(total ? [{ label: '計', values: total }] : [])].flatMap(({ label, values }) =>
      values.map((value, index) => [month, title, rowHeading, label, columns[index] ?? '', value, REMARK]),
    ),
  );
  return writeCsv([HEADINGS, ...lines]);
}
