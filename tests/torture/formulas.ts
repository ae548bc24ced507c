// Tries to get a formula out of the register: writes hostile texts as CSV and XLSX, reads them back, counts cells that became a formula.
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { writeReportWorkbook } from '#main/features/publications/report-workbook.ts';
import { writeCsv } from '#main/platform/files/csv-text.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import { buildReport, buildReportTable } from '#tests/support/invented-reports.ts';
import { unpack } from '#tools/demo/unpack.ts';
import { FORMULAS, HOSTILE_TEXTS } from '#tools/trials/hostile-texts.ts';
import { control, figure, type Trial, zero } from './report.ts';

export interface FormulaFigures {
  readonly texts: number;
  /** Cells that a spreadsheet would reckon. */
  readonly formulas: number;
  /** Texts that did not come back as they were. */
  readonly changed: number;
}

const DANGEROUS = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** What somebody reads who opens the file and takes our apostrophe away. */
const unguarded = (cell: string) => (DANGEROUS.test(cell.replace(/^'+/u, '')) ? cell.replace(/^'/u, '') : cell);

const FIRST = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', "'", ' ', '\u3000', '\u200b', '"', ','];

/** Any text, most of them with a bad beginning. */
const texts = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(...FIRST), fc.string({ unit: 'grapheme' })).map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.array(fc.constantFrom(...FIRST), { minLength: 1, maxLength: 4 }), fc.constantFrom(...FORMULAS))
      .map(([before, formula]) => before.join('') + formula),
  },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** `runs` texts, always the same for the same `seed`. */
export const inventTexts = (runs: number, seed: number): readonly string[] => fc.sample(texts, { numRuns: runs, seed });

/** Every text as a cell of a CSV of its own row, in the first and in the second column. `write` is replaced by the control. */
export function tryCsv(sample: readonly string[], write: typeof writeCsv = writeCsv): FormulaFigures {
  const rows = parse(write(sample.map((text) => [text, text])), { bom: true }) as string[][];
  if (rows.length !== sample.length) throw new Error(`${sample.length} rows were written, ${rows.length} came back`);
  const cells = rows.flat();
  return {
    texts: sample.length,
    formulas: cells.filter((cell) => DANGEROUS.test(cell)).length,
    changed: cells.filter((cell, index) => unguarded(cell) !== sample[Math.floor(index / 2)]).length,
  };
}

/** A published summary whose every word is hostile: the one workbook that the app writes. */
export function hostileReport(sample: readonly string[]): Report {
  const [word = ''] = sample;
  const table = buildReportTable({
    id: 'trial',
    title: word,
    spanTitle: word,
    unit: word,
    rowHeadings: [word, word],
    columnHeading: word,
    columns: [{ label: word }, { label: '計', isTotal: true }],
    rows: sample.map((label) => ({ labels: [label, label] })),
    notes: [word],
  });
  return buildReport([{ title: word, tables: [table] }], { registerName: word, remarks: word, notes: [...sample] });
}

export const HOSTILE_RULES = { k: 5, dominancePercent: 80, roundingBase: 3 };

/** Formula elements in the parts of a workbook: `<f>`, and cells whose type is that of a formula's text. */
const formulasIn = (parts: readonly string[]) =>
  parts.reduce((count, part) => count + [...part.matchAll(/<f[\s>/]|<c [^>]*t="str"/gu)].length, 0);

/** Every text as the label of a row. Its words are not compared here: a reader of workbooks has its own ideas of control characters. */
export async function tryWorkbook(sample: readonly string[]): Promise<Omit<FormulaFigures, 'changed'>> {
  const bytes = Buffer.from(await writeReportWorkbook(hostileReport(sample), HOSTILE_RULES));
  return { texts: sample.length, formulas: formulasIn(partsOf(bytes)) };
}

const partsOf = (workbook: Buffer) => unpack('trial.xlsx', workbook).map((part) => part.toString('utf8'));

/** The control: the same count on a workbook that does hold formulas. */
export async function formulasInSpoiltWorkbook(): Promise<number> {
  const parts = partsOf(Buffer.from(await writeReportWorkbook(hostileReport(['x']), HOSTILE_RULES)));
  return formulasIn(parts.map((part) => part.replace('<v>', '<f>1+1</f><v>')));
}

/** The control: a CSV that guards nothing. */
export const writeUnguarded: typeof writeCsv = (rows) =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, quoted: true },
  );

export const formulas: Trial = {
  name: 'formulas',
  title: 'formulas: hostile texts through CSV and XLSX and back',
  async rows(scale) {
    const sample = [...HOSTILE_TEXTS, ...inventTexts(scale === 'long' ? 10_000 : 2000, 7)];
    const csv = tryCsv(sample);
    const workbook = await tryWorkbook(sample);
    return [
      figure('round trips through CSV', csv.texts),
      zero('round trips through CSV, cells that became a formula', csv.formulas),
      zero('round trips through CSV, texts that were changed', csv.changed),
      control('formulas in a CSV that guards nothing', tryCsv(FORMULAS, writeUnguarded).formulas),
      figure('texts in a workbook', workbook.texts),
      zero('texts in a workbook, formulas', workbook.formulas),
      control('formulas in a workbook with some', await formulasInSpoiltWorkbook()),
    ];
  },
};
