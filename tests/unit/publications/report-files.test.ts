// The files of a published summary: every figure and word as in the report, nothing hidden in them, and whatever differs is found.
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { compareCsv, compareWorkbook } from '#main/features/publications/report-comparison.ts';
import { writeReportCsv } from '#main/features/publications/report-csv.ts';
import { READ_ME_FILE, writeReportFiles } from '#main/features/publications/report-files.ts';
import { readStatedRules } from '#main/features/publications/report-words.ts';
import { writeReportWorkbook } from '#main/features/publications/report-workbook.ts';
import { readWorkbook } from '#main/features/publications/workbook-reading.ts';
import { packageRegisterSchema } from '#shared/contract/package-labels.ts';
import { HIDDEN_MARK, type Report } from '#shared/contract/report-shape.ts';
import {
  buildReport,
  contentWithTwoMeasures,
  districtByContent,
  emptyMonthReport,
  longReport,
  monthReport,
  quarterReport,
  tidyOf,
  yearReport,
} from '#tests/support/invented-reports.ts';

const REPORTS: Readonly<Record<string, () => Report>> = {
  'a month with the widest table': monthReport,
  'a quarter': quarterReport,
  'a year in three ways, rounded': yearReport,
  'an empty month': emptyMonthReport,
  'long labels and rare characters': longReport,
};

const REGISTER = packageRegisterSchema.parse('ab'.repeat(16));

const rulesOf = (report: Report) => readStatedRules(tidyOf(report).factsJson, report);
const workbookOf = (report: Report) => writeReportWorkbook(report, rulesOf(report));
const csvOf = (report: Report) => writeReportCsv(report, rulesOf(report));

/** The same report with one cell changed. */
function withCell(report: Report, shown: number | typeof HIDDEN_MARK, inside: Report | null = null): Report {
  const copy = structuredClone(report);
  const cell = copy.sections[0]?.tables[0]?.rows[0]?.cells[0];
  if (cell === undefined) throw new Error('no cell');
  cell.shown = shown;
  if (inside !== null) cell.inside = { value: 3, persons: 2, reason: 'fewPersons' };
  return copy;
}

const filesOf = (report: Report, tidy = tidyOf(report)) =>
  writeReportFiles({
    report,
    tidy,
    preparedId: 'p1',
    register: REGISTER,
    printToPdf: async (route) => new TextEncoder().encode(route),
  });

describe.each(Object.entries(REPORTS))('the files of %s', (_name, build) => {
  it('have every figure and every word of the report', async () => {
    const report = build();
    expect(compareWorkbook(await workbookOf(report), report)).toEqual([]);
    expect(compareCsv(csvOf(report), report)).toEqual([]);
  });

  it('are found out when one figure is another, or a ＊ is a figure: the control', async () => {
    const report = build();
    const [workbook, csv] = [await workbookOf(report), csvOf(report)];
    for (const other of [withCell(report, 4711), withCell(report, HIDDEN_MARK)]) {
      if (JSON.stringify(other) === JSON.stringify(report)) continue;
      expect(compareWorkbook(workbook, other)).not.toEqual([]);
      expect(compareCsv(csv, other)).not.toEqual([]);
    }
  });

  it('say the same to another reader of workbooks', async () => {
    const report = build();
    const bytes = await workbookOf(report);
    const others = await readXlsxFile(Buffer.from(bytes), { trim: false });
    const ours = readWorkbook(bytes);
    expect(others.map(({ sheet }) => sheet)).toEqual(ours.map(({ name }) => name));
    const flat = (rows: readonly (readonly unknown[])[]) => rows.flat().filter((cell) => cell !== null && cell !== '');
    expect(others.map(({ data }) => flat(data))).toEqual(ours.map(({ rows }) => flat(rows)));
  });
});

describe('what stands behind a figure', () => {
  const report = withCell(monthReport(), HIDDEN_MARK, monthReport());

  it('is written nowhere: a report that still holds it is no report to write', async () => {
    await expect(workbookOf(report)).rejects.toThrow('what stands behind 1 of its figures');
    expect(() => csvOf(report)).toThrow('what stands behind 1 of its figures');
    await expect(filesOf(report)).rejects.toThrow('what stands behind 1 of its figures');
  });

  it('is the only thing that is wrong with it: the control', async () => {
    await expect(filesOf(withCell(monthReport(), HIDDEN_MARK))).resolves.toHaveLength(7);
  });
});

describe('a table of which a row, a label or a note is another', () => {
  it.each([
    ['a label', (table: Report['sections'][number]['tables'][number]) => table.rows[1]?.labels.splice(0, 1, 'ほか')],
    ['a heading', (table: Report['sections'][number]['tables'][number]) => table.rowHeadings.splice(0, 1, 'ほか')],
    ['a column', (table: Report['sections'][number]['tables'][number]) => table.columns.reverse()],
    ['a row', (table: Report['sections'][number]['tables'][number]) => table.rows.pop()],
    ['a note', (table: Report['sections'][number]['tables'][number]) => table.notes.push('もう一つ')],
    ['a title', (table: Report['sections'][number]['tables'][number]) => Object.assign(table, { title: 'ほか' })],
  ])('is found: %s', async (_what, change) => {
    const report = buildReport([{ title: '相談', tables: [contentWithTwoMeasures()] }]);
    const [workbook, csv] = [await workbookOf(report), csvOf(report)];
    const [table] = report.sections[0]?.tables ?? [];
    if (table) change(table);
    expect(compareWorkbook(workbook, report)).not.toEqual([]);
    expect(compareCsv(csv, report)).not.toEqual([]);
  });
});

describe('the CSV', () => {
  it('is one file with a mark of UTF-8, CRLF, and one table after the other', () => {
    const text = csvOf(monthReport());
    expect(text.startsWith('\ufeff"見守り集計　令和8年9月（2026年9月）"\r\n')).toBe(true);
    expect(text).toContain('\r\n"表1　見守り対象の方の動き"\r\n');
    expect(text).toContain('\r\n相談の内容,件数（件）,相談した方（実人数・人）\r\n');
  });
});

describe('the folder', () => {
  it('holds paper, workbook, CSV, the certified texts as they were, and a note', async () => {
    const report = monthReport();
    const tidy = tidyOf(report);
    const files = new Map(
      (await filesOf(report)).map(({ name, content }) => [
        name,
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(content),
      ]),
    );
    expect([...files.keys()]).toEqual([
      '集計.pdf',
      '集計.xlsx',
      '集計.csv',
      'cells.csv',
      'facts.json',
      'labels.json',
      'お読みください.txt',
    ]);
    expect(files.get('cells.csv')).toBe(tidy.cellsCsv);
    expect(files.get('facts.json')).toBe(tidy.factsJson);
    expect(files.get('集計.pdf')).toBe('/print/publication/p1');
    expect(JSON.parse(files.get('labels.json') ?? '')).toMatchObject({ register: REGISTER });
    // Whose it is stands in one file, for a program to read.
    expect([...files].filter(([, content]) => content.includes(REGISTER)).map(([name]) => name)).toEqual([
      'labels.json',
    ]);
    const note = files.get(READ_ME_FILE) ?? '';
    for (const word of [
      '\ufeff見守り集計',
      '5人に満たない',
      '80％',
      '3',
      report.verdict.sentence,
      report.verdict.certificateHash,
    ]) {
      expect(note).toContain(word);
    }
  });

  it('is not made with the certified texts of another publication', async () => {
    const report = monthReport();
    const other = { ...report, verdict: { ...report.verdict, certificateHash: 'd'.repeat(64) } };
    await expect(filesOf(report, tidyOf(other))).rejects.toThrow('not of this report');
    await expect(filesOf(report, tidyOf({ ...report, k: 10 }))).rejects.toThrow('not of this report');
  });

  it('is refused where the paper fails', async () => {
    const report = quarterReport();
    const printToPdf = () => Promise.reject(new Error('no paper'));
    await expect(
      writeReportFiles({ report, tidy: tidyOf(report), preparedId: 'p1', register: REGISTER, printToPdf }),
    ).rejects.toMatchObject({
      code: 'paper_failed',
    });
  });
});

it('says of a rounded report to what it is rounded, and nothing of ＊', () => {
  const text = csvOf(yearReport());
  expect(text).toContain('3の倍数に丸めています');
  expect(text).not.toContain('5人に満たない');
  expect(csvOf(buildReport([{ title: '相談', tables: [districtByContent()] }]))).not.toContain('倍数');
});
