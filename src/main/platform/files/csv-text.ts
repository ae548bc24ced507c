// Writes rows as CSV for Excel on Windows. The one way in which text of the register becomes CSV: no cell of it can become a formula.
import { stringify } from 'csv-stringify/sync';

/**
 * What a spreadsheet takes for the start of a formula, or strips before it looks for one: `= + - @` and their full-width twins, behind
 * whatever is not seen (blanks, tabs, line ends, marks of direction), and a tab or line end by itself (OWASP, "CSV Injection").
 * A text that was guarded before is guarded again, so that taking one apostrophe away always gives back what was written.
 */
const FORMULA_START = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/**
 * Where a spreadsheet that guesses sees the border of a cell, so that the rest of a text would begin a cell of its own: such a text is
 * quoted. Seen in LibreOffice, which takes semicolon and tab for borders beside the comma, and a lone line end for a new row.
 */
const OTHER_BORDERS = /[\s;]/u;

/** The text with an apostrophe before it where a spreadsheet would take it for a formula. */
export const guardCell = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

/** UTF-8 with BOM and CRLF. Numbers stay numbers, negative ones too; every text is guarded. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  const guarded = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell)));
  return stringify(guarded, { bom: true, record_delimiter: 'windows', quoted_match: OTHER_BORDERS });
}
