// Reads a CSV into rows numbered as Excel numbers them. Knows nothing of people; keeps every cell as it is.
import { parse } from 'csv-parse/sync';
import { Refusal } from '#main/platform/refusal.ts';
import { mendLoneQuotes } from './lone-quotes.ts';

/** Bytes, rows and columns beyond which a file is no ledger of a ward. */
export const LEDGER_BYTES = 20 * 1024 * 1024;
const LEDGER_ROWS = 20_000;
/** Title rows and heading, which do not count. */
const ROWS_ABOVE = 20;
const LEDGER_COLUMNS = 200;
export const CELL_CHARACTERS = 4_000;

export const DELIMITERS = [',', '\t', ';'] as const;
type Delimiter = (typeof DELIMITERS)[number];

export interface LedgerRow {
  /** Row number in Excel's margin, from 1; line breaks inside a cell do not count. */
  readonly row: number;
  readonly cells: readonly string[];
}

function withoutEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** The first `most` rows at most. */
function parseRows(text: string, delimiter: Delimiter, most: number): LedgerRow[] {
  const records: string[][] = parse(text, {
    delimiter,
    to: most,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
  });
  return records.map((cells, index) => ({ row: index + 1, cells: withoutEmptyEnd(cells) }));
}

/** The beginning of the table, to find its heading with. */
export function previewRows(text: string, delimiter: Delimiter, rows: number): LedgerRow[] {
  const lines = text.split(/\r\n|\n|\r/u, rows * 4).join('\r\n');
  return readRows(lines, delimiter).slice(0, rows);
}

/**
 * All rows, blank ones too, without the empty cells at their ends and the blank rows at the end.
 * @throws Refusal `file_too_large` beyond the limits, `file_not_a_ledger` when it is no table at all.
 */
export function readRows(text: string, delimiter: Delimiter): LedgerRow[] {
  let rows: LedgerRow[];
  try {
    rows = parseRows(mendLoneQuotes(text, delimiter), delimiter, LEDGER_ROWS * 2);
  } catch {
    throw new Refusal('file_not_a_ledger');
  }
  const filled = rows.slice(0, rows.findLastIndex(({ cells }) => cells.length > 0) + 1);
  if (filled.length > LEDGER_ROWS + ROWS_ABOVE || filled.some(({ cells }) => cells.length > LEDGER_COLUMNS)) {
    throw new Refusal('file_too_large');
  }
  return filled;
}
