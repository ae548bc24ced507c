// Finds the heading of a ledger and says which column holds what. Never reads a value of a person.
import { LEDGER_FIELDS, type LedgerField } from '#shared/contract/ledger-field.ts';
import type { LedgerColumn } from '#shared/contract/transfer.contract.ts';
import { HEADING_NAMES, HEADING_PATTERNS } from './heading-names.ts';
import type { LedgerRow } from './ledger-file.ts';

/** How many rows from the top may hold the heading. */
export const HEADING_SEARCH_ROWS = 20;

/** Fields of which a ledger may have several columns. */
const REPEATABLE: ReadonlySet<LedgerField> = new Set([
  'phone',
  'mobile',
  'contact',
  'contactPhone',
  'contactRelation',
  'remarks',
  'handbooks',
  'note',
]);

/** The form in which headings are compared: half width, lower case, no spaces, no punctuation. */
export function foldHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s・,、。.:*※＊/／「」『』【】~〜-]/gu, '')
    .replace(/ふりがな|ふり仮名|振仮名|振り仮名/gu, 'フリガナ')
    .replace(/^ご?本人(?=.)/u, '');
}

const FIELD_OF_NAME: ReadonlyMap<string, LedgerField> = new Map(
  Object.entries(HEADING_NAMES).flatMap(([field, names]) =>
    names.map((name) => [foldHeading(name), field as LedgerField] as const),
  ),
);

/** `note` when the heading tells nothing. */
export function fieldOfHeading(heading: string): LedgerField {
  const folded = foldHeading(heading);
  const bare = folded.replace(/\(.*?\)|（.*?）/gu, '');
  const unnumbered = bare.replace(/\d+$/u, '');
  for (const form of [folded, folded.replace(/[()]/gu, ''), bare, unnumbered]) {
    const field = FIELD_OF_NAME.get(form);
    if (field !== undefined) {
      return field;
    }
  }
  return HEADING_PATTERNS.find(([pattern]) => pattern.test(unnumbered))?.[1] ?? 'note';
}

/** Fields by column; of two columns with the same field the first keeps it, unless there may be several. */
function withoutRepetition(fields: readonly LedgerField[]): LedgerField[] {
  const taken = new Set<LedgerField>();
  return fields.map((field) => {
    if (taken.has(field) && !REPEATABLE.has(field)) {
      return 'note';
    }
    taken.add(field);
    return field;
  });
}

export interface HeadingFound {
  /** Place in the rows of the last row of the heading. */
  readonly index: number;
  /** Place of its first row: the same, or one earlier when the heading has two rows. */
  readonly first: number;
  readonly headings: readonly string[];
  readonly fields: readonly LedgerField[];
  readonly score: number;
}

function scoreOf(fields: readonly LedgerField[]): number {
  const distinct = new Set(fields);
  distinct.delete('note');
  return distinct.size + (distinct.has('name') ? 3 : 0);
}

function single(rows: readonly LedgerRow[], index: number): HeadingFound {
  const headings = (rows[index]?.cells ?? []).map((cell) => cell.trim());
  const fields = withoutRepetition(headings.map(fieldOfHeading));
  return { index, first: index, headings, fields, score: scoreOf(fields) };
}

const looksLikeData = (cell: string) => /\d{3,}|\d+\D\d+/u.test(cell.normalize('NFKC')) || cell.length > 15;

/** Two rows as one heading: 緊急連絡先 over 氏名 and 電話. A cell merged over several columns counts for all of them. */
function double(rows: readonly LedgerRow[], index: number): HeadingFound | null {
  const upper = rows[index]?.cells ?? [];
  const lower = rows[index + 1]?.cells ?? [];
  if (lower.filter((cell) => cell.trim() !== '').length < 2 || lower.some(looksLikeData)) {
    return null;
  }
  let above = '';
  const pairs = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const own = (upper[column] ?? '').trim();
    const below = (lower[column] ?? '').trim();
    above = own === '' && below !== '' ? above : own;
    return { above, below };
  });
  const headings = pairs.map((pair) => [pair.above, pair.below].filter((text) => text !== '').join(' '));
  const fields = pairs.map((pair, column) => {
    const tries = [headings[column] ?? '', pair.below, pair.above];
    return tries.map(fieldOfHeading).find((field) => field !== 'note') ?? 'note';
  });
  const found = withoutRepetition(fields);
  return { index: index + 1, first: index, headings, fields: found, score: scoreOf(found) };
}

/** The best row, or pair of rows, among the first. Null when nothing there looks like a heading. */
export function findHeading(rows: readonly LedgerRow[]): HeadingFound | null {
  let best: HeadingFound | null = null;
  const length = Math.min(rows.length, HEADING_SEARCH_ROWS);
  for (let index = 0; index < length; index += 1) {
    for (const found of [single(rows, index), double(rows, index)]) {
      if (found && found.score > (best?.score ?? 1)) {
        best = found;
      }
    }
  }
  return best;
}

/** Under what a mapping is remembered: the headings, folded and joined. */
export function headingKey(headings: readonly string[]): string {
  return headings.map(foldHeading).join('\n');
}

/** A remembered mapping, if it still is one for so many columns. */
export function readRemembered(json: string | null, columns: number): readonly LedgerField[] | null {
  const parsed: unknown = json === null ? null : JSON.parse(json);
  const isField = (value: unknown): value is LedgerField => LEDGER_FIELDS.some((field) => field === value);
  return Array.isArray(parsed) && parsed.length === columns && parsed.every(isField) ? parsed : null;
}

const SAMPLES = 3;
const SAMPLE_ROWS = 100;

/** The columns as the screen shows them, those without a heading too. */
export function describeColumns(
  heading: HeadingFound,
  remembered: readonly LedgerField[] | null,
  body: readonly LedgerRow[],
): LedgerColumn[] {
  return heading.headings.map((text, index) => {
    const field = remembered?.[index] ?? heading.fields[index] ?? 'note';
    const values = body.slice(0, SAMPLE_ROWS).map(({ cells }) => (cells[index] ?? '').trim());
    const samples = [...new Set(values.filter((value) => value !== ''))].slice(0, SAMPLES);
    return {
      index,
      heading: text,
      field,
      source: remembered ? 'remembered' : field === 'note' ? 'none' : 'name',
      samples,
    };
  });
}
