// Controlled rounding: every figure to a multiple, totals still the sums of their parts, nothing hidden. The other mode of a table.
import { buildCellSystem, type CellInput, type CellSystem } from './cell-system.ts';
import type { Knowledge } from './history.ts';
import { allGroupings, type OwnCell } from './publication-cells.ts';
import type { Parameters, PublicationRequest, Source } from './publication-model.ts';
import { at, Refused } from './refused.ts';
import { chanceFor } from './secret-chance.ts';
import type { Row, Solver } from './solver.ts';

/** A total that is rounded the worse way is dearer than any inner cell. */
const TOTAL_PRICE = 20;

interface Rounded {
  readonly key: string;
  readonly value: number;
  /** Multiples of the base that it may become. */
  readonly low: number;
  readonly high: number;
  /** Price of one multiple more. */
  readonly price: number;
}

/** Rounded up with the chance that keeps it unbiased: v mod base of base times; the sums decide the rest. */
function roundedOf(own: OwnCell, published: number | null, request: PublicationRequest, round: number): Rounded {
  const { roundingBase: base } = request.parameters;
  const { value } = own.tally;
  const { key } = own.cell;
  if (published !== null) return { key, value, low: published / base, high: published / base, price: 0 };
  const reach = own.table.months.length * (base - 1);
  const low = own.table.months.length === 1 ? Math.floor(value / base) : Math.max(0, Math.ceil((value - reach) / base));
  const high = own.table.months.length === 1 ? Math.ceil(value / base) : Math.floor((value + reach) / base);
  if (own.isMargin) return { key, value, low, high, price: TOTAL_PRICE * (base - 2 * (value % base)) };
  const isUp = chanceFor(request.seed, `round-${round}`, key) * base < value % base;
  return { key, value, low, high, price: isUp ? -1 : 1 };
}

const inputOf = (own: OwnCell): CellInput => ({
  key: own.cell.key,
  selection: own.cell.selection,
  value: own.tally.value,
  role: 'choice',
  lo: 0,
  hi: null,
  weight: 1,
  isForced: false,
});

/** Rounded cells of history: they keep their figure, so that a year to date is the sum of its published months. */
function earlierInputs(own: ReadonlyMap<string, OwnCell>, knowledge: Knowledge) {
  return [...knowledge.cells.values()].filter(
    ({ cell, table }) => table.mode === 'rounded' && cell.shown !== null && !own.has(cell.key),
  );
}

const rowsOf = ({ relations }: CellSystem): readonly Row[] =>
  relations
    .filter(({ lo, hi }) => lo === hi)
    .map(({ cells, coefs, lo, hi }) => ({ indices: cells, values: coefs, lo, hi }));

function solveRounding(
  solver: Solver,
  cells: readonly Rounded[],
  rows: readonly Row[],
  milliseconds: number,
): Float64Array {
  const program = solver.open({
    cost: Float64Array.from(cells, ({ price }) => price),
    lower: Float64Array.from(cells, ({ low }) => low),
    upper: Float64Array.from(cells, ({ high }) => high),
    rows,
  });
  try {
    program.makeIntegers(0, cells.length - 1, 'near');
    const { status, columns } = program.solve(milliseconds / 1000);
    if (status === 'optimal') return columns;
    throw status === 'infeasible'
      ? new Refused('rounding_impossible', 'no additive rounding within the base exists')
      : new Refused('timed_out', 'no rounding was found in time');
  } finally {
    program.dispose();
  }
}

/**
 * Rounds all cells of the rounded tables: each to a neighbouring multiple of the base, totals equal to the sums of their parts, totals
 * as near as possible (zero-restricted controlled rounding by integer programming; Cox 1987; Handbook on SDC, 4.4.4). A cell that was
 * rounded before keeps its figure; a year to date is the sum of its published months.
 *
 * @returns rounded figures by cell key.
 * @throws Refused `rounding_impossible`, `timed_out`
 */
export function roundTables(
  solver: Solver,
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  knowledge: Knowledge,
  sources: ReadonlyMap<string, Source>,
  round: number,
  milliseconds: number,
): ReadonlyMap<string, number> {
  const mine = [...own.values()].filter(({ table }) => table.mode === 'rounded');
  if (mine.length === 0) return new Map();
  const { roundingBase: base }: Parameters = request.parameters;
  const earlier = earlierInputs(own, knowledge);
  const cells: readonly Rounded[] = [
    ...mine.map((one) => roundedOf(one, knowledge.cells.get(one.cell.key)?.cell.shown ?? null, request, round)),
    ...earlier.map(({ cell }) => {
      const multiple = (cell.shown ?? 0) / base;
      return { key: cell.key, value: cell.value, low: multiple, high: multiple, price: 0 };
    }),
  ];
  const inputs = [
    ...mine.map(inputOf),
    ...earlier.map(({ selection, cell }) => ({ ...noChoice, key: cell.key, selection, value: cell.value })),
  ];
  const system = buildCellSystem(inputs, [], sources, allGroupings(request, knowledge));
  const sums = system.cells.slice(cells.length).map(sumOfRounded);
  const multiples = solveRounding(solver, [...cells, ...sums], rowsOf(system), milliseconds);
  return new Map(mine.map(({ cell }, index) => [cell.key, Math.round(Math.abs(at(multiples, index))) * base]));
}

/** A sum that no table shows is whatever its parts make it. */
const sumOfRounded = ({ key, value }: CellSystem['cells'][number]): Rounded => ({
  key,
  value,
  low: 0,
  high: Number.POSITIVE_INFINITY,
  price: 0,
});

const noChoice = { role: 'fixed', lo: 0, hi: null, weight: 0, isForced: false } as const;

/**
 * A month of a source that is published both exactly and rounded gives the exact figures of the rounded one away.
 * @throws Refused `mixed_modes`
 */
export function checkModes(request: PublicationRequest, knowledge: Knowledge): void {
  const modes = new Map<string, string>();
  for (const table of [...knowledge.spoken.map(({ table: known }) => known), ...request.tables]) {
    for (const month of table.months) {
      const key = `${table.source}/${month}`;
      const known = modes.get(key) ?? table.mode;
      if (known !== table.mode)
        throw new Refused('mixed_modes', `${table.source} of ${month} is both suppressed and rounded`);
      modes.set(key, known);
    }
  }
}
