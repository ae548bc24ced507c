// Writes the ward's tables as CSV, one figure a line, so that any program can take it in. Sees protected figures only.
import { writeCsv } from '#main/platform/files/csv-text.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';

const HEADINGS = ['期間', '表', '単位', '行', '列', '値'] as const;

/** UTF-8 with BOM and CRLF, as Excel on Windows opens it. */
export function writeWardCsv(tables: readonly ReportTable[]): string {
  const lines = tables.flatMap(({ title, spanTitle, unit, columns, rows }) =>
    rows.flatMap(({ labels, cells }) =>
      cells.map(({ shown }, index) => [
        spanTitle,
        title,
        unit,
        labels.filter((label) => label !== '').join('・'),
        columns[index]?.label ?? '',
        shown,
      ]),
    ),
  );
  return writeCsv([HEADINGS, ...lines]);
}
