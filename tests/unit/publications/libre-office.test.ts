// The workbook opened by LibreOffice: every figure and label as in the report, and its pages as they come out of a printer.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readStatedRules } from '#main/features/publications/report-words.ts';
import { writeReportWorkbook } from '#main/features/publications/report-workbook.ts';
import { labelsOfRow, tablesOf } from '#shared/contract/published-report.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import {
  CONTENTS,
  emptyMonthReport,
  longReport,
  monthReport,
  quarterReport,
  tidyOf,
  yearReport,
} from '#tests/support/invented-reports.ts';

const isThere = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;
const hasOffice = isThere('soffice', '--version');
const hasPoppler = isThere('pdftotext', '-v');
if (!hasOffice) {
  console.warn('NOT RUN: the summary opened in LibreOffice. It is not installed (Debian: libreoffice-calc).');
} else if (!hasPoppler) {
  console.warn('NOT RUN: the printed pages of the summary. pdftotext is not installed (Debian: poppler-utils).');
}

/** Every sheet of its own, UTF-8, figures as they are and not as they look. */
const EVERY_SHEET = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,-1';
const LIMIT = { timeout: 400_000 };

function convert<Found>(workbook: Uint8Array, to: string, look: (folder: string) => Found): Found {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-office-'));
  try {
    const path = join(folder, 's.xlsx');
    writeFileSync(path, workbook);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, path], { timeout: 120_000 });
    return look(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const workbookOf = (report: Report) => writeReportWorkbook(report, readStatedRules(tidyOf(report).factsJson, report));

/** Lines of each sheet by LibreOffice: the cover first, then the tables by their numbers. */
const sheetsOf = (workbook: Uint8Array) =>
  convert(workbook, EVERY_SHEET, (folder) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    const numberOf = (name: string) => Number(/^s-(\d+) /u.exec(name)?.[1] ?? 0);
    return names
      .toSorted((left, right) => numberOf(left) - numberOf(right))
      .map((name) => parse(readFileSync(join(folder, name)), { bom: true }) as string[][]);
  });

/** Title, span, and one heading row or two. */
const headRowsOf = (columnHeading: string) => (columnHeading === '' ? 3 : 4);

/** Figures and labels that LibreOffice reads otherwise. */
function differences(sheets: readonly (readonly (readonly string[])[])[], report: Report): readonly string[] {
  const [cover = [], ...others] = sheets;
  const words = new Set(cover.flat());
  const { verdict, registerName, profileTitle } = report;
  const missing = [verdict.sentence, verdict.certificateHash, registerName, profileTitle].filter(
    (word) => !words.has(word),
  );
  const tables = tablesOf(report).flatMap(({ table }, index) => {
    const read = others[index] ?? [];
    const first = headRowsOf(table.columnHeading);
    const expected = table.rows.map((row) => [
      ...labelsOfRow(row, table),
      ...row.cells.map(({ shown }) => String(shown)),
    ]);
    const headings = [...table.rowHeadings.map(() => null), ...table.columns.map(({ label }) => label)];
    const head = read[first - 1] ?? [];
    return [
      ...headings.filter((label, at) => label !== null && head[at] !== label).map((label) => `heading ${label}`),
      ...expected.flatMap((cells, row) =>
        cells.flatMap((cell, at) => (read[first + row]?.[at] === cell ? [] : [`table ${index + 1}: ${row}, ${at}`])),
      ),
    ];
  });
  return [...missing, ...tables];
}

describe.runIf(hasOffice)('a summary opened in LibreOffice (Debian: libreoffice-calc)', () => {
  it.each([
    ['a month with the widest table', monthReport],
    ['a quarter', quarterReport],
    ['a year in three ways, rounded', yearReport],
    ['an empty month', emptyMonthReport],
    ['long labels', longReport],
  ])('has every figure and label of %s', LIMIT, async (_name, build) => {
    const report = build();
    expect(differences(sheetsOf(await workbookOf(report)), report)).toEqual([]);
  });

  it('is found to differ in the one figure that is another: the control', LIMIT, async () => {
    const report = quarterReport();
    const sheets = sheetsOf(await workbookOf(report));
    const cell = report.sections[0]?.tables[1]?.rows[3]?.cells[5];
    if (cell) cell.shown = 4711;
    expect(differences(sheets, report)).toEqual(['table 2: 3, 6']);
  });
});

describe.runIf(hasOffice && hasPoppler)('a summary printed by LibreOffice', () => {
  it('repeats the headings on every page and is one page wide', LIMIT, async () => {
    const pages = convert(await workbookOf(yearReport()), 'pdf', (folder) =>
      spawnSync('pdftotext', ['-layout', join(folder, 's.pdf'), '-'], { encoding: 'utf8' }).stdout.split('\f'),
    ).filter((page) => page.trim() !== '');
    const [, ...tables] = pages;
    expect(tables.length).toBeGreaterThan(2);
    for (const page of tables) {
      expect(page).toContain('分野');
      expect(page).toContain('相談の内容');
      expect(page).toContain('社会福祉協議会・区役所あて');
    }
    const [rows = 0, figures = 0] = [/在宅福祉/gu, new RegExp(`^.*${CONTENTS[1]}.*$`, 'gmu')].map(
      (pattern) => [...tables.join('\n').matchAll(pattern)].length,
    );
    // Fourteen 地域 and the sum: a second page across would name none, or split the figures from their labels.
    expect([rows, figures]).toEqual([15, 15]);
    expect(tables.join('\n')).toMatch(new RegExp(`${CONTENTS[1]}(?:\\s+\\d+){5}`, 'u'));
  });
});
