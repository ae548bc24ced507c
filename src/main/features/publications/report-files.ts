// The files of a publication: what anybody can check, and what people read. Made of the published report and the certified texts alone.
import type { TidyFiles } from '#main/disclosure-control/publication-model.ts';
import type { Report } from '#shared/contract/report-shape.ts';

export interface ReportFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export interface ReportFilesContext {
  /** Without anything that is known only inside. */
  readonly report: Report;
  readonly tidy: TidyFiles;
  readonly preparedId: string;
  /** Prints a paper of the page, by its route. */
  readonly printToPdf: (route: string) => Promise<Uint8Array>;
}

/** Names by which the files are found again when they are read back. */
export const CELLS_FILE = 'cells.csv';
export const FACTS_FILE = 'facts.json';

/** @throws Refusal `paper_failed` */
export async function writeReportFiles({ tidy }: ReportFilesContext): Promise<readonly ReportFile[]> {
  const utf8 = new TextEncoder();
  return [
    { name: CELLS_FILE, content: utf8.encode(tidy.cellsCsv) },
    { name: FACTS_FILE, content: utf8.encode(tidy.factsJson) },
  ];
}
