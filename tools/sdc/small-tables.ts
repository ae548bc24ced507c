// Small invented tables, publications of them, and every world that agrees with what they show, by plain enumeration. Nobody in them exists.
import type { ProtectTools } from '#main/disclosure-control/protect.ts';
import { protectPublication } from '#main/disclosure-control/protect.ts';
import {
  COUNCIL_PARAMETERS,
  type CountRecord,
  type History,
  type Parameters,
  type ProtectOutcome,
  type PublicationRecord,
  type PublicationRequest,
  type Relation,
  type Source,
  type TableDefinition,
} from '#main/disclosure-control/publication-model.ts';
import { type Solver, startSolver } from '#main/disclosure-control/solver.ts';
import { diceOf } from './invented-ward.ts';

export const solver: Solver = await startSolver();
const tools: ProtectTools = { solver, now: () => performance.now(), onProgress: () => {} };
export const NO_HISTORY: History = { records: [], head: null };
export const MONTH = '2026-04';

/** Work limits that no machine reaches: what comes out must not depend on how fast it is. */
export const UNHURRIED = { cleanUpMs: 3_600_000, optimalMs: 3_600_000, integerSearchMs: 3_600_000 };

export const seedOf = (number: number): string => (number + 1).toString(16).padStart(64, '0');

const named = (letter: string, count: number) => Array.from({ length: count }, (_, index) => `${letter}${index + 1}`);

/** Two dimensions; a person has one row, and any number of columns. */
export const grid = (rows: number, columns: number): Source => ({
  id: 'grid',
  kind: 'flow',
  dimensions: [
    { id: 'row', values: named('r', rows), onePerPerson: true },
    { id: 'column', values: named('c', columns), onePerPerson: false },
  ],
});

/** Every event by another person. */
export function recordsOf(
  matrix: readonly (readonly number[])[],
  month = MONTH,
  source = 'grid',
): readonly CountRecord[] {
  return matrix.flatMap((values, row) =>
    values.flatMap((count, column) =>
      Array.from({ length: count }, (_, index) => ({
        source,
        month,
        values: { row: `r${row + 1}`, column: `c${column + 1}` },
        personId: `${month}-${row}-${column}-${index}`,
        count: 1,
      })),
    ),
  );
}

export const gridTable = (
  months: readonly string[] = [MONTH],
  more: Partial<TableDefinition> = {},
): TableDefinition => ({
  id: `grid-${months.join('-')}`,
  source: 'grid',
  measure: 'events',
  months,
  dimensions: ['row', 'column'],
  mode: 'suppressed',
  ...more,
});

/** Small numbers, many of them 0 or below k. */
export function randomMatrix(seed: number, rows: number, columns: number, most = 9): readonly (readonly number[])[] {
  const dice = diceOf(seed);
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => (dice() < 0.2 ? 0 : Math.floor(dice() ** 1.5 * (most + 1)))),
  );
}

export interface Draft {
  readonly id?: string;
  readonly source?: Source;
  readonly sources?: readonly Source[];
  readonly tables: readonly TableDefinition[];
  readonly records: readonly CountRecord[];
  readonly relations?: readonly Relation[];
  readonly parameters?: Partial<Parameters>;
  readonly seed?: string;
}

export const requestOf = ({
  id = 'one',
  source,
  sources,
  tables,
  records,
  relations,
  parameters,
  seed = seedOf(1),
}: Draft): PublicationRequest => ({
  id,
  recipient: 'invented council',
  period: tables[0]?.months.at(-1) ?? '',
  parameters: { ...COUNCIL_PARAMETERS, ...parameters },
  sources: sources ?? [source ?? grid(4, 4)],
  tables,
  records,
  ...(relations === undefined ? {} : { relations }),
  seed,
  limits: UNHURRIED,
});

export const publish = (draft: Draft, history: History = NO_HISTORY): ProtectOutcome =>
  protectPublication(requestOf(draft), history, tools);

/** @throws Error with the refusal, when there is one. */
export function published(draft: Draft, history: History = NO_HISTORY): Extract<ProtectOutcome, { ok: true }> {
  const outcome = publish(draft, history);
  if (!outcome.ok)
    throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail} ${outcome.refusal.cells.join(' ')}`);
  return outcome;
}

export const followedBy = (history: History, record: PublicationRecord): History => ({
  records: [...history.records, record],
  head: record.hash,
});

/** A table as it is shown: `null` for ＊, the last row and column are the totals. */
export type Shown = readonly (readonly (number | null)[])[];

/** The figures of a grid in a record. */
export function shownGrid({ tables }: PublicationRecord, rows: number, columns: number): Shown {
  const cells = tables[0]?.cells ?? [];
  return Array.from({ length: rows + 1 }, (_, row) =>
    Array.from({ length: columns + 1 }, (__, column) => cells[row * (columns + 1) + column]?.shown ?? null),
  );
}

export const withTotals = (matrix: readonly (readonly number[])[]): readonly (readonly number[])[] => {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const rows = matrix.map((row) => [...row, sum(row)]);
  return [...rows, (rows[0] ?? []).map((_, column) => sum(rows.map((row) => row[column] ?? 0)))];
};

/** Whether a row can be continued: what is shown, at least 1 where it is hidden. */
function* rowsFor(shown: readonly (number | null)[], left: readonly number[]): Generator<readonly number[]> {
  const inner = shown.slice(0, -1);
  const total = shown.at(-1) ?? null;
  const walk = function* (position: number, sofar: readonly number[], sum: number): Generator<readonly number[]> {
    if (position === inner.length) {
      if (total === null ? sum > 0 : sum === total) yield sofar;
      return;
    }
    const known = inner[position] ?? null;
    const most = Math.min(left[position] ?? 0, total === null ? 99 : total - sum);
    for (let value = known ?? 1; value <= (known ?? most) && value <= most; value += 1) {
      yield* walk(position + 1, [...sofar, value], sum + value);
    }
  };
  yield* walk(0, [], 0);
}

/**
 * Every table of whole numbers that agrees with what is shown. Column totals that are hidden count up to `most`. By hand, cell by cell:
 * nothing of the library is used.
 */
export function* worldsOf(shown: Shown, most = 30): Generator<readonly (readonly number[])[]> {
  const totals = shown.at(-1) ?? [];
  const grand = totals.at(-1) ?? null;
  const walk = function* (
    row: number,
    sofar: readonly (readonly number[])[],
    left: readonly number[],
  ): Generator<readonly (readonly number[])[]> {
    if (row === shown.length - 1) {
      const sums = (totals.slice(0, -1) as readonly (number | null)[]).map(
        (total, column) => [total, (total ?? most) - (left[column] ?? 0)] as const,
      );
      const isFilled = sums.every(([total, sum]) => (total === null ? sum > 0 : sum === total));
      const all = sums.reduce((whole, [, sum]) => whole + sum, 0);
      if (isFilled && (grand === null || grand === all)) yield sofar;
      return;
    }
    for (const values of rowsFor(shown[row] ?? [], left)) {
      yield* walk(
        row + 1,
        [...sofar, values],
        left.map((one, column) => one - (values[column] ?? 0)),
      );
    }
  };
  yield* walk(
    0,
    [],
    totals.slice(0, -1).map((total) => total ?? most),
  );
}

/** Least and most of every inner cell over all worlds. */
export function enumeratedBounds(shown: Shown, most = 30) {
  const bounds = shown
    .slice(0, -1)
    .map((row) => row.slice(0, -1).map(() => ({ least: Number.POSITIVE_INFINITY, most: -1 })));
  for (const world of worldsOf(shown, most)) {
    for (const [at, row] of world.entries()) {
      for (const [column, value] of row.entries()) {
        const bound = bounds[at]?.[column];
        if (bound === undefined) continue;
        bound.least = Math.min(bound.least, value);
        bound.most = Math.max(bound.most, value);
      }
    }
  }
  return bounds;
}
