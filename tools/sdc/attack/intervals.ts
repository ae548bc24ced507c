// The widest interval that each hidden cell can lie in, by linear programs of its own over all that is known. Shares no code with the suppressor.
import loadHighs, { type Highs, type Model } from 'highs';
import type { KnownRow, OutsiderKnowledge } from './knowledge.ts';

export interface Interval {
  readonly least: number;
  readonly most: number;
}

interface Block {
  /** Groups of counts that no row tells apart. */
  readonly size: number;
  readonly rows: readonly {
    readonly name: string;
    readonly terms: ReadonlyMap<number, number>;
    readonly lo: number;
    readonly hi: number;
  }[];
}

/** More than any count of a ward; keeps programs bounded. */
const CEILING = 100_000;

/** Counts in a row that is known to be 0. */
function zeroCounts(rows: Iterable<KnownRow>): ReadonlySet<string> {
  const zeros = new Set<string>();
  for (const { terms, hi } of rows) {
    if (hi <= 0 && [...terms.values()].every((coef) => coef > 0)) for (const count of terms.keys()) zeros.add(count);
  }
  return zeros;
}

/** Joins counts that enter the same rows, and splits the rows into blocks that share no count. */
function blocksOf(rows: ReadonlyMap<string, KnownRow>): readonly Block[] {
  const zeros = zeroCounts(rows.values());
  const entries = new Map<string, string[]>();
  const names = [...rows.keys()];
  names.forEach((name, index) => {
    for (const [count, coef] of rows.get(name)?.terms ?? []) {
      if (zeros.has(count)) continue;
      const list = entries.get(count) ?? [];
      list.push(`${index} ${coef}`);
      entries.set(count, list);
    }
  });
  const groups = [...new Set([...entries.values()].map((list) => list.join(',')))].map((text) =>
    text.split(',').map((entry) => entry.split(' ').map(Number) as [number, number]),
  );
  // A row belongs to the row that it leads to; rows with a count in common lead to the same one.
  const leads = names.map((_, row) => row);
  const leader = (row: number): number => {
    let end = row;
    while (leads[end] !== end) end = leads[end] ?? end;
    let walk = row;
    while (walk !== end) [walk, leads[walk]] = [leads[walk] ?? end, end];
    return end;
  };
  for (const [[first = 0] = [], ...rest] of groups) for (const [row] of rest) leads[leader(row)] = leader(first);
  const blocks = Map.groupBy(groups.keys(), (group) => leader(groups[group]?.[0]?.[0] ?? 0));
  return [...blocks.values()].map((block) => toBlock(block, groups, names, rows));
}

function toBlock(
  block: readonly number[],
  groups: readonly (readonly (readonly [number, number])[])[],
  names: readonly string[],
  rows: ReadonlyMap<string, KnownRow>,
): Block {
  const terms = new Map<number, Map<number, number>>();
  block.forEach((group, position) => {
    for (const [row, coef] of groups[group] ?? []) {
      const list = terms.get(row) ?? new Map<number, number>();
      terms.set(row, list.set(position, coef));
    }
  });
  return {
    size: block.length,
    rows: [...terms].map(([row, list]) => {
      const name = names[row] ?? '';
      const { lo = 0, hi = 0 } = rows.get(name) ?? {};
      return { name, terms: list, lo, hi };
    }),
  };
}

/** The numbers of the dual and the primal simplex among the solver's strategies. */
const DUAL = 1;
const PRIMAL = 4;

function modelOf(highs: Highs, { size, rows }: Block): Model {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [group, coef] of terms) {
      indices.push(group);
      values.push(coef);
    }
    starts.push(indices.length);
  }
  const model = highs.createModel({
    numCols: size,
    numRows: rows.length,
    colCost: new Float64Array(size),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(CEILING),
    rowLower: rows.map(({ lo }) => lo),
    rowUpper: rows.map(({ hi }) => hi),
    matrix: { format: 'csr', numRows: rows.length, numCols: size, starts, indices, values },
  });
  model.options.set({ output_flag: false, presolve: 'on' });
  // Some world, without a price; from there one world after another: only the prices differ, so the primal simplex goes on where it was.
  model.run();
  model.options.set({ presolve: 'off', simplex_strategy: PRIMAL });
  return model;
}

interface Seen {
  least: number;
  most: number;
}

type Sense = 'minimize' | 'maximize';

/**
 * From where it was; where the solver is lost on the way ("unknown"), from the beginning and by the other simplex.
 * @throws Error when no world agrees with the exports, or the solver has no answer at all.
 */
function runSurely(highs: Highs, model: Model): void {
  const { optimal, infeasible } = highs.constants.modelStatus;
  model.run();
  if (model.getModelStatus() === optimal) return;
  model.clearSolver();
  model.options.set({ simplex_strategy: DUAL });
  model.run();
  model.options.set({ simplex_strategy: PRIMAL });
  const status = model.getModelStatus();
  if (status === infeasible) throw new Error('The exports contradict each other.');
  if (status !== optimal) throw new Error(`The solver has no answer (${status}).`);
}

/** Solves one direction of the sum of some targets; the solution also widens what is seen of all other targets of the block. */
function solveFor(
  highs: Highs,
  model: Model,
  rows: readonly Block['rows'][number][],
  sense: Sense,
  seen: ReadonlyMap<number, Seen>,
): number {
  const prices = new Map<number, number>();
  for (const { terms } of rows) for (const [group, coef] of terms) prices.set(group, (prices.get(group) ?? 0) + coef);
  for (const [group, price] of prices) model.changeColCost(group, price);
  model.changeObjectiveSense(highs.constants.objectiveSense[sense]);
  runSurely(highs, model);
  const value = model.getObjectiveValue();
  const { rowValue } = model.getSolution();
  for (const group of prices.keys()) model.changeColCost(group, 0);
  for (const [index, range] of seen) {
    const here = rowValue[index] ?? 0;
    range.least = Math.min(range.least, here);
    range.most = Math.max(range.most, here);
  }
  return value;
}

const EPSILON = 1e-5;

/** After so many worlds in a row in which hardly a target more was seen wide enough, the rest is asked one by one. */
const PATIENCE = 6;

/** A range that is wide enough not to be looked at one by one before all narrower ones are known. */
const WIDE = 4;

const isSettled = ({ least, most }: Seen, k: number, wide: number): boolean => most >= k && most - least >= wide;

/**
 * Sees most targets wide enough by few programs: each makes the sum of some that are not yet as large, or as small, as it can be. Which
 * ones changes from world to world and repeats exactly.
 */
function seeMany(highs: Highs, model: Model, block: Block, seen: ReadonlyMap<number, Seen>, k: number): void {
  let idle = 0;
  for (let world = 0; idle < PATIENCE; world += 1) {
    const narrow = [...seen].filter(([, range]) => !isSettled(range, k, WIDE));
    const some = narrow.filter(
      (_, position) => ((position + 1) * (world * 7_919 + 104_729)) % 1_009 < 1_009 / (1 + (world % 4)),
    );
    if (some.length === 0) return;
    const rows = some.flatMap(([index]) => block.rows[index] ?? []);
    solveFor(highs, model, rows, world % 3 === 2 ? 'minimize' : 'maximize', seen);
    const left = narrow.filter(([, range]) => !isSettled(range, k, WIDE)).length;
    idle = narrow.length - left < 4 ? idle + 1 : 0;
  }
}

/**
 * Intervals of the hidden cells of one block. A cell that was already seen at k or more and over a range wider than the narrowest
 * interval so far can change neither verdict nor narrowest interval: it keeps the range that was seen, unless `isFull`.
 */
function attackBlock(
  highs: Highs,
  block: Block,
  wanted: ReadonlySet<string>,
  k: number,
  isFull: boolean,
  result: Map<string, Interval>,
): void {
  const seen = new Map<number, Seen>();
  block.rows.forEach(({ name }, index) => {
    if (wanted.has(name)) seen.set(index, { least: CEILING, most: -1 });
  });
  if (seen.size === 0) return;
  const model = modelOf(highs, block);
  let narrowest = Number.POSITIVE_INFINITY;
  try {
    if (!isFull) seeMany(highs, model, block, seen, k);
    const byWidth = [...seen].sort(([, a], [, b]) => a.most - a.least - (b.most - b.least));
    for (const [index, range] of byWidth) {
      const row = block.rows[index];
      if (row === undefined) continue;
      const wide = Math.max(narrowest, 2);
      if (isFull || !isSettled(range, k, wide)) {
        range.most = solveFor(highs, model, [row], 'maximize', seen);
        if (isFull || range.most - range.least < wide) range.least = solveFor(highs, model, [row], 'minimize', seen);
      }
      const interval = { least: Math.ceil(range.least - EPSILON), most: Math.floor(range.most + EPSILON) };
      narrowest = Math.min(narrowest, interval.most - interval.least);
      result.set(row.name, interval);
    }
  } finally {
    model.dispose();
  }
}

/** For each row that is asked for: the whole numbers that it can be. What is known to be 0 altogether is the interval 0 to 0. */
export async function attackIntervals(
  { rows, targets }: OutsiderKnowledge,
  k: number,
  isFull: boolean,
): Promise<ReadonlyMap<string, Interval>> {
  const highs = await loadHighs();
  const wanted = new Set(targets.map(({ row }) => row));
  const result = new Map<string, Interval>();
  for (const block of blocksOf(rows)) attackBlock(highs, block, wanted, k, isFull, result);
  for (const row of wanted) if (!result.has(row)) result.set(row, { least: 0, most: 0 });
  return result;
}
