// Compares what was written with the report, figure by figure and word by word, after reading it back. A file that differs is not released.
import { parse } from 'csv-parse/sync';
import { guardCell } from '#main/platform/files/csv-text.ts';
import { labelsOfRow, tablesOf } from '#shared/contract/published-report.ts';
import type { Report, ReportTable } from '#shared/contract/report-shape.ts';
import { type ReadSheet, readWorkbook } from './workbook-reading.ts';

type Cell = string | number | null;
type Lines = readonly (readonly Cell[])[];

/** What XML cannot hold, or says otherwise: a workbook's text is compared without it, and without blanks at its end. */
const UNHELD = /[\p{Cc}\p{Cs}\p{Cn}\ufdd0-\ufdef]/gu;
const asHeld = (cell: Cell): Cell => (typeof cell === 'string' ? cell.replaceAll(UNHELD, '').trimEnd() : cell);

/** A cell is empty, is not there, or is an empty text: all the same to whoever reads. */
function withoutTail(cells: readonly Cell[]): readonly Cell[] {
  const last = cells.findLastIndex((cell) => cell !== null && cell !== '');
  return cells.slice(0, last + 1).map((cell) => (cell === '' ? null : cell));
}

const areSame = (left: readonly Cell[], right: readonly Cell[]): boolean =>
  JSON.stringify(withoutTail(left)) === JSON.stringify(withoutTail(right));

const MOST_TOLD = 20;

/** Compares the lines of one table, from the line of its headings on. The figures of a report are in it, so none is told. */
function flawsOfTable(table: ReportTable, lines: Lines, where: string, as: (cell: Cell) => Cell): readonly string[] {
  const { rowHeadings, columnHeading, columns, rows, notes } = table;
  const expected: Lines = [
    ...(columnHeading === '' ? [] : [[...rowHeadings.map(() => null), columnHeading]]),
    [...rowHeadings, ...columns.map(({ label }) => label)],
    ...rows.map((row) => [...labelsOfRow(row, table), ...row.cells.map(({ shown }) => shown)]),
    ...notes.map((note) => [note]),
  ];
  const given = lines.filter((line) => withoutTail(line).length > 0);
  if (given.length !== expected.length) return [`${where}: ${given.length} lines, not ${expected.length}`];
  return expected.flatMap((line, at) => (areSame(line.map(as), given[at] ?? []) ? [] : [`${where}: line ${at + 1}`]));
}

/** In a sheet the headings of the label columns stand beside what the columns break down by, over two rows. */
function headingsAsOne({ rowHeadings, columnHeading }: ReportTable, lines: Lines): Lines {
  const [first = [], second = [], ...rest] = lines;
  if (columnHeading === '') return lines;
  const headings = first.slice(0, rowHeadings.length);
  return [
    [...rowHeadings.map(() => null), ...first.slice(rowHeadings.length)],
    [...headings, ...second.slice(rowHeadings.length)],
    ...rest,
  ];
}

/** Title, and span with unit, stand over every table. */
function flawsOfCaption(table: ReportTable, over: Lines, where: string, as: (cell: Cell) => Cell): readonly string[] {
  const [caption, span] = over.map((line) => String(line[0] ?? ''));
  return [
    ...(caption?.endsWith(String(as(table.title))) ? [] : [`${where}: the title`]),
    ...(span?.includes(String(as(table.spanTitle))) ? [] : [`${where}: the span`]),
  ];
}

function flawsOfSheet(table: ReportTable, sheet: ReadSheet, where: string): readonly string[] {
  const [title = [], under = [], ...lines] = sheet.rows.map((row) => row.map(asHeld));
  return [
    ...flawsOfCaption(table, [title, under], where, asHeld),
    ...flawsOfTable(table, headingsAsOne(table, lines), where, asHeld),
  ];
}

function flawsOfCover(report: Report, lines: Lines): readonly string[] {
  const words = new Set(lines.flat());
  const { registerName, profileTitle, verdict, remarks, notes } = report;
  const expected = [
    registerName,
    profileTitle,
    verdict.sentence,
    verdict.publication,
    verdict.parametersHash,
    verdict.certificateHash,
    ...(remarks.trim() === '' ? [] : [remarks]),
    ...notes,
  ];
  const held = new Set([...words].map((word) => String(asHeld(word))));
  return expected.filter((word) => !held.has(String(asHeld(word)))).map(() => 'cover: a word is missing');
}

const readable = (work: () => readonly string[]): readonly string[] => {
  try {
    return work().slice(0, MOST_TOLD);
  } catch (error) {
    return [error instanceof Error ? error.message : 'The file could not be read.'];
  }
};

/** Where the bytes of an XLSX differ from the report: places, never figures. Empty when every figure and every word is as it should be. */
export function compareWorkbook(file: Uint8Array, report: Report): readonly string[] {
  return readable(() => {
    const [cover, ...sheets] = readWorkbook(file);
    const tables = tablesOf(report);
    if (cover === undefined || sheets.length !== tables.length) return ['another number of sheets'];
    return [
      ...flawsOfCover(report, cover.rows),
      ...tables.flatMap(({ table }, at) => flawsOfSheet(table, sheets[at] as ReadSheet, `table ${at + 1}`)),
    ];
  });
}

/** Blocks between empty lines. */
function blocksOf(lines: readonly (readonly string[])[]): readonly Lines[] {
  const blocks: Cell[][][] = [[]];
  for (const line of lines) {
    if (line.every((cell) => cell === '')) blocks.push([]);
    else blocks.at(-1)?.push([...line]);
  }
  return blocks;
}

/** As it stands in a CSV: guarded, and figures are digits. */
const asWritten = (cell: Cell): Cell =>
  typeof cell === 'string' ? guardCell(cell) : cell === null ? null : String(cell);

/** Where the text of a CSV differs from the report, as `compareWorkbook` says it. */
export function compareCsv(text: string, report: Report): readonly string[] {
  return readable(() => {
    const options = { bom: true, relax_column_count: true, record_delimiter: '\r\n' };
    const [cover = [], ...blocks] = blocksOf(parse(text, options) as string[][]);
    const tables = tablesOf(report);
    if (blocks.length !== tables.length) return ['another number of tables'];
    return [
      ...flawsOfCover(guardedCover(report), cover),
      ...tables.flatMap(({ table }, at) => {
        const [title = [], under = [], ...lines] = blocks[at] ?? [];
        const where = `table ${at + 1}`;
        return [
          ...flawsOfCaption(table, [title, under], where, (cell) => cell),
          ...flawsOfTable(table, lines, where, asWritten),
        ];
      }),
    ];
  });
}

const guardedCover = (report: Report): Report => ({
  ...report,
  registerName: guardCell(report.registerName),
  profileTitle: guardCell(report.profileTitle),
  remarks: guardCell(report.remarks),
  notes: report.notes.map(guardCell),
});
