// The files of a publication: what people read and what anybody can check. Made of the published report and the certified texts alone, and
// read again before they are handed on: a file that differs from the report in one figure is an error.
import type { TidyFiles } from '#main/disclosure-control/publication-model.ts';
import { Refusal } from '#main/platform/refusal.ts';
import {
  LABELS_FILE,
  labelsOfReport,
  type PackageRegister,
  writePackageLabels,
} from '#shared/contract/package-labels.ts';
import { assertNothingInside } from '#shared/contract/published-report.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import { writeReadMe } from './read-me-text.ts';
import { compareCsv, compareWorkbook } from './report-comparison.ts';
import { writeReportCsv } from './report-csv.ts';
import { readStatedRules } from './report-words.ts';
import { writeReportWorkbook } from './report-workbook.ts';

export interface ReportFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ReportFilesContext {
  /** Without anything that is known only inside. */
  readonly report: Report;
  readonly tidy: TidyFiles;
  readonly preparedId: string;
  readonly register: PackageRegister;
  /** Prints a paper of the page, by its route. */
  readonly printToPdf: (route: string) => Promise<Uint8Array>;
}

/** Names by which the files are found again when they are read back. */
export const CELLS_FILE = 'cells.csv';
export const FACTS_FILE = 'facts.json';
const WORKBOOK_FILE = '集計.xlsx';
const CSV_FILE = '集計.csv';
const PDF_FILE = '集計.pdf';
export const READ_ME_FILE = 'お読みください.txt';

/** @throws Error with the places in which they differ */
function assertSame(flaws: readonly string[], name: string): void {
  if (flaws.length > 0) throw new Error(`${name} differs from its report: ${flaws.join('; ')}`);
}

/**
 * All files of one folder, in the order in which they are named to people.
 * @throws Refusal `paper_failed`; Error when the report holds what is known only inside, or a file is not what it should be
 */
export async function writeReportFiles(context: ReportFilesContext): Promise<readonly ReportFile[]> {
  const { report, tidy, preparedId, register, printToPdf } = context;
  assertNothingInside(report);
  const rules = readStatedRules(tidy.factsJson, report);
  const workbook = await writeReportWorkbook(report, rules);
  assertSame(compareWorkbook(workbook, report), 'The workbook');
  const csv = writeReportCsv(report, rules);
  assertSame(compareCsv(csv, report), 'The CSV');
  const pdf = await printToPdf(`/print/publication/${preparedId}`).catch(() => {
    throw new Refusal('paper_failed');
  });
  const names = {
    workbook: WORKBOOK_FILE,
    csv: CSV_FILE,
    pdf: PDF_FILE,
    cells: CELLS_FILE,
    facts: FACTS_FILE,
    labels: LABELS_FILE,
  };
  const utf8 = new TextEncoder();
  return [
    { name: PDF_FILE, content: pdf },
    { name: WORKBOOK_FILE, content: workbook },
    { name: CSV_FILE, content: utf8.encode(csv) },
    { name: CELLS_FILE, content: utf8.encode(tidy.cellsCsv) },
    { name: FACTS_FILE, content: utf8.encode(tidy.factsJson) },
    // For whoever adds the figures of several registers up: whose they are, titles and labels, no figure.
    { name: LABELS_FILE, content: utf8.encode(writePackageLabels(labelsOfReport(report, tidy.factsJson, register))) },
    { name: READ_ME_FILE, content: utf8.encode(writeReadMe(report, rules, names)) },
  ];
}
