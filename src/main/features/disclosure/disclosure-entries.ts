// Turns rows of the register into entries that a person can read: labels, dates and codes in words, free text cut into passages.
import type { DisclosureEntry, DisclosureLine } from '#shared/contract/disclosure.contract.ts';
import { passagesOf } from '#shared/model/blackening.ts';
import { type CalendarDate, calendarDateSchema } from '#shared/model/calendar-date.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import type { Shown } from './shown-columns.ts';

export interface Words {
  readonly label: (list: CodeList, code: string) => string;
  /** Of whichever list has this code; the text itself where none has. */
  readonly anyLabel: (text: string) => string;
  readonly date: (on: CalendarDate) => string;
  readonly supporter: (id: string) => string;
}

type Value = string | number | boolean | null;

/** As it is kept, where it is no date. */
const dateOf = (words: Words, value: string) => {
  const read = calendarDateSchema.safeParse(value);
  return read.success ? words.date(read.data) : value;
};

/** A list of codes; a text that is none is shown as it is kept. */
function codesOf(words: Words, list: CodeList, value: string): string {
  try {
    const codes: unknown = JSON.parse(value);
    return Array.isArray(codes) ? codes.map((code) => words.label(list, String(code))).join('、') : value;
  } catch {
    return value;
  }
}

function textOf(words: Words, shown: Exclude<Shown, { kind: 'hidden' }>, value: Value): string {
  const text = value === null ? '' : String(value);
  if (text === '') {
    return '';
  }
  switch (shown.kind) {
    case 'date':
      return dateOf(words, text);
    case 'yes':
      return value === true ? 'あり' : 'なし';
    case 'supporter':
      return words.supporter(text);
    case 'code':
      return words.label(shown.list, text);
    case 'codes':
      return codesOf(words, shown.list, text);
    case 'fixed':
      return shown.words[text] ?? text;
    default:
      return text;
  }
}

const isOfOthers = (shown: Shown) =>
  ['name', 'words', 'supporter'].includes(shown.kind) || (shown.kind === 'code' && shown.isOfOthers === true);

/** @param id of the line; its passages are numbered below it. */
export function lineOf(id: string, label: string, text: string, how: 'plain' | 'whole' | 'sentences'): DisclosureLine {
  const passages = how === 'sentences' ? passagesOf(text) : [text];
  return {
    label,
    canBlacken: how !== 'plain',
    passages: passages.map((passage, at) => ({ id: `${id}/${at}`, text: passage, reason: null })),
  };
}

/** The columns of a row in the order of their list; what is empty is left out. */
export function linesOf<Row extends Readonly<Record<keyof Row, Value>>>(
  words: Words,
  id: string,
  row: Row,
  columns: { readonly [Column in keyof Row]-?: Shown },
): DisclosureLine[] {
  return (Object.keys(columns) as (keyof Row & string)[]).flatMap((column) => {
    const shown = columns[column];
    if (shown.kind === 'hidden') {
      return [];
    }
    const text = textOf(words, shown, row[column]);
    const how = shown.kind === 'words' ? 'sentences' : isOfOthers(shown) ? 'whole' : 'plain';
    return text === '' ? [] : [lineOf(`${id}/${column}`, shown.label, text, how)];
  });
}

/** What a form keeps to know whose record it is; nobody wrote it. */
const IS_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/u;

/** The texts in a kept draft, which is JSON as its form made it; a choice is shown in words. */
export function textsOfDraft(words: Words, body: string): readonly string[] {
  const walk = (value: unknown): readonly string[] => {
    if (typeof value === 'string') {
      return value === '' || IS_ID.test(value) ? [] : [words.anyLabel(value)];
    }
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(walk) : [];
  };
  try {
    return walk(JSON.parse(body));
  } catch {
    return [body];
  }
}

export const entryOf = (id: string, heading: string, lines: readonly DisclosureLine[]): DisclosureEntry => ({
  id,
  heading,
  lines: [...lines],
});
