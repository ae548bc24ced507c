// Says for every row of a ledger what an import would do with it. Pure: no file, no database, no clock; the same input gives the same plan.
import type { ImportPlan, PlanRow, RowDecision, RowRemark, RowVerdict } from '#shared/contract/transfer.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { readDate } from '#shared/model/date-text.ts';
import type { CodeReader } from './code-reader.ts';
import { yearOfAges } from './date-reading.ts';
import { CELL_CHARACTERS, type LedgerRow } from './ledger-file.ts';
import { type KnownPerson, type PersonDraft, placeOf } from './person-draft.ts';
import { type Merged, mergePerson } from './person-merge.ts';
import { type RowFindings, refused } from './row-findings.ts';
import { isStorable, readPersonDraft } from './row-reading.ts';
import { readCells, readSheet, type Sheet, whyNobody } from './sheet-reading.ts';
import { type Candidate, createTwinIndex, type Likeness, type TwinIndex } from './twin-index.ts';

export interface ReadingOptions {
  readonly today: CalendarDate;
  readonly codes: CodeReader;
}

/** A row after its cells were read, before anybody asked who it is. */
export interface ReadRow {
  readonly row: number;
  readonly remark: RowRemark;
  readonly findings: RowFindings;
  /** What stood in the name column, for rows that cannot be entered too. */
  readonly name: string;
  /** The beginning of the row, to recognise it by when there is nobody to show. */
  readonly glimpse: string;
  /** Null when there is nobody to enter. */
  readonly draft: PersonDraft | null;
}

export interface PlannedRow extends PlanRow {
  readonly draft: PersonDraft | null;
}

/** Reads rows one after the other, so that a long file can be read in portions. */
export function createRowReader(
  columns: Sheet['columns'],
  rows: readonly LedgerRow[],
  { today, codes }: ReadingOptions,
): (row: LedgerRow) => ReadRow {
  const sheet = readSheet(columns, rows);
  const [birthAt, ageAt, nameAt] = (['birthOn', 'age', 'name'] as const).map((field) =>
    columns.findIndex((column) => column.field === field),
  );
  const cellAt = (cells: readonly string[], at: number | undefined) => (at === undefined ? '' : (cells[at] ?? ''));
  const ageYear = yearOfAges(
    rows.map(({ cells }) => {
      const reading = readDate(cellAt(cells, birthAt), { today, purpose: 'birth' });
      return { birthOn: reading.ok ? reading.date : null, age: cellAt(cells, ageAt) };
    }),
    today,
  );
  return (row) => readRow(sheet, row, cellAt(row.cells, nameAt).trim(), { today, codes, ageYear });
}

const GLIMPSE = 60;

function glimpseOf({ cells }: LedgerRow): string {
  const text = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return text.join(' ').replace(/\s+/gu, ' ').slice(0, GLIMPSE);
}

function readRow(
  sheet: Sheet,
  row: LedgerRow,
  name: string,
  options: ReadingOptions & { readonly ageYear: number },
): ReadRow {
  const findings: RowFindings = { issues: [], noteParts: [] };
  const glimpse = glimpseOf(row);
  const nobody = whyNobody(sheet.columns, row.cells);
  if (nobody !== null) {
    return { row: row.row, remark: nobody, findings, name, glimpse, draft: null };
  }
  const cells = readCells(sheet, row, findings);
  const endless = cells.find(({ raw }) => raw.length > CELL_CHARACTERS);
  if (endless) {
    refused(findings, { ...endless, raw: `${endless.raw.slice(0, 40)}…` }, 'too_long');
    return { row: row.row, remark: 'too_long', findings, name: name.slice(0, 100), glimpse, draft: null };
  }
  if (name === '' || name.length > 100) {
    const remark = name === '' ? 'no_name' : 'too_long';
    const cell = { field: 'name' as const, heading: '氏名', raw: name, text: name };
    refused(findings, cell, name === '' ? 'name_missing' : 'too_long');
    return { row: row.row, remark, findings, name: name.slice(0, 100), glimpse, draft: null };
  }
  const draft = readPersonDraft(findings, cells, options);
  return { row: row.row, remark: draft ? 'none' : 'too_long', findings, name, glimpse, draft };
}

const NOT_A_PERSON: ReadonlySet<RowRemark> = new Set(['blank', 'total', 'repeated_heading']);

/** Of several people whom a row may be, the one to whom it adds nothing new; otherwise the most alike. */
function chooseTwin(
  found: readonly Likeness[],
  draft: PersonDraft,
  codes: CodeReader,
): (Likeness & { readonly merged: Merged }) | null {
  const merged = found.slice(0, 5).map((likeness) => ({
    ...likeness,
    merged: mergePerson(likeness.candidate.draft, draft, codes),
  }));
  return merged.find((each) => each.isSure && !each.merged.isChange) ?? merged[0] ?? null;
}

function withVerdict(
  read: ReadRow,
  verdict: RowVerdict,
  decision: RowDecision,
  twin: PlanRow['twin'] = null,
  remark: RowRemark = read.remark,
): PlannedRow {
  const { row, name, draft, findings, glimpse } = read;
  const facts = draft?.facts;
  const base = { row, name, kana: facts?.kana ?? '', place: facts ? placeOf(facts) : glimpse };
  return { ...base, verdict, remark, issues: findings.issues, twin, decision, draft };
}

function planRow(read: ReadRow, index: TwinIndex, codes: CodeReader): PlannedRow {
  const { draft, row } = read;
  if (!draft) {
    return withVerdict(read, NOT_A_PERSON.has(read.remark) ? 'not_a_person' : 'refused', 'skip');
  }
  const found = chooseTwin(index.find(draft), draft, codes);
  if (!found) {
    index.add({ known: null, row, draft });
    return withVerdict(read, 'new', 'add');
  }
  const { candidate, merged, isSure } = found;
  const { known } = candidate;
  const remark = known?.isEnded ? 'ended' : 'none';
  const twin = {
    personId: known?.personId ?? null,
    row: candidate.row,
    name: candidate.draft.facts.name,
    differences: [...merged.differences],
  };
  if (known && isSure && !merged.isChange) {
    return withVerdict(read, 'unchanged', 'skip', twin, remark);
  }
  if (isSure && isStorable(merged.draft)) {
    candidate.draft = merged.draft;
    index.add(candidate);
    return withVerdict(read, 'duplicate', 'merge', twin, remark);
  }
  index.add({ known: null, row, draft });
  return withVerdict(read, 'duplicate', 'add', twin, remark);
}

/** Every row exactly once, in the order given. */
export function planImport(
  rows: readonly ReadRow[],
  known: readonly KnownPerson[],
  codes: CodeReader,
): readonly PlannedRow[] {
  const index = createTwinIndex();
  for (const person of known) {
    const candidate: Candidate = { known: person, row: null, draft: person };
    index.add(candidate);
  }
  return rows.map((row) => planRow(row, index, codes));
}

export function countPlan(rows: readonly PlannedRow[]): ImportPlan['counts'] {
  const counted = (verdict: RowVerdict) => rows.filter((row) => row.verdict === verdict).length;
  const entering = rows.filter(({ verdict }) => verdict === 'new' || verdict === 'duplicate');
  const isDoubt = ({ kind }: PlanRow['issues'][number]) => kind === 'doubtful' || kind === 'kept_as_note';
  return {
    new: counted('new'),
    duplicate: counted('duplicate'),
    unchanged: counted('unchanged'),
    refused: counted('refused'),
    notAPerson: counted('not_a_person'),
    doubtful: entering.reduce((sum, { issues }) => sum + issues.filter(isDoubt).length, 0),
    withoutStart: rows.filter(({ decision, draft }) => decision === 'add' && !draft?.facts.watchStartedOn).length,
  };
}
