// Makes a plan from a small table, as the service does from a file. All people are invented.
import { createCodeReader } from '#main/features/transfer/code-reader.ts';
import { fieldOfHeading } from '#main/features/transfer/column-mapping.ts';
import { createRowReader, type PlannedRow, planImport } from '#main/features/transfer/import-plan.ts';
import type { KnownPerson } from '#main/features/transfer/person-draft.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { SHIPPED_CODES } from '#shared/model/code-lists.ts';
import { personIdSchema } from '#shared/model/ids.ts';

const TODAY = asCalendarDate('2026-10-15');

export const CODES = createCodeReader(
  SHIPPED_CODES.map((code) => ({
    ...code,
    isRetired: false,
    attributes: { ...code.attributes },
    synonyms: [...(code.synonyms ?? [])],
  })),
);

/** @param table headings first; the rows count from 2, as under a heading in row 1. */
export function planOf(
  table: readonly (readonly string[])[],
  known: readonly KnownPerson[] = [],
): readonly PlannedRow[] {
  const [headings = [], ...body] = table;
  const columns = headings.map((heading) => ({ heading, field: fieldOfHeading(heading) }));
  const rows = body.map((cells, index) => ({ row: index + 2, cells }));
  const read = createRowReader(columns, rows, { today: TODAY, codes: CODES });
  return planImport(rows.map(read), known, CODES);
}

/** One row under its headings. */
export function rowOf(cells: Readonly<Record<string, string>>): PlannedRow {
  const named = { 氏名: '見本 花子', ...cells };
  const [row] = planOf([Object.keys(named), Object.values(named)]);
  if (!row) {
    throw new Error('No row');
  }
  return row;
}

let lastId = 0;

/** Somebody in the register, as if this row had been imported earlier. */
export function knownFrom(cells: Readonly<Record<string, string>>): KnownPerson {
  const { draft } = rowOf(cells);
  if (!draft) {
    throw new Error('Nobody');
  }
  lastId += 1;
  const personId = personIdSchema.parse(`00000000-0000-4000-8000-${String(lastId).padStart(12, '0')}`);
  const note = draft.noteParts.join('\n');
  return {
    ...draft,
    noteParts: note === '' ? [] : [note],
    personId,
    volunteerId: null,
    commissionerId: null,
    isEnded: false,
  };
}
