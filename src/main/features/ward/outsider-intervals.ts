// Solves what an outsider knows: splits it into parts that share no count, and finds how far each ＊ can reach. Knows no packages and no words.
import type { OpenProgram, Solver } from '#main/disclosure-control/solver.ts';

/** A sum of counts and what is known of it. */
export interface KnownSum {
  readonly terms: ReadonlyMap<string, number>;
  lo: number;
  hi: number;
}

export type KnownSums = ReadonlyMap<string, KnownSum>;

/** A sum that somebody would like to know, and the number from which on it may be known. */
export interface AskedSum {
  readonly sum: string;
  readonly k: number;
}

export interface Interval {
  readonly least: number;
  readonly most: number;
}

export interface Intervals {
  /** By sum. One that is missing was not answered. */
  readonly intervals: ReadonlyMap<string, Interval>;
  /** Some sums of each part that no counts at all agree with. */
  readonly contradicting: readonly string[];
}

/** A row over groups of counts that no sum tells apart. */
interface BlockRow {
  readonly sum: string;
  readonly groups: readonly number[];
  readonly coefs: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

interface Block {
  readonly size: number;
  readonly rows: readonly BlockRow[];
}

/** Counts in a sum without subtraction that is known to be 0 are 0 each. */
function zeroCounts(sums: KnownSums): ReadonlySet<string> {
  const zeros = new Set<string>();
  for (const { terms, hi } of sums.values()) {
    if (hi > 0 || [...terms.values()].some((coef) => coef < 0)) continue;
    for (const count of terms.keys()) zeros.add(count);
  }
  return zeros;
}

/** For each group of counts that enter the same sums alike: the rows it enters and its coefficients there. */
function groupsOf(
  rows: readonly KnownSum[],
  zeros: ReadonlySet<string>,
): readonly (readonly (readonly [number, number])[])[] {
  const entries = new Map<string, [number, number][]>();
  rows.forEach(({ terms }, row) => {
    for (const [count, coef] of terms) {
      if (zeros.has(count)) continue;
      const list = entries.get(count) ?? [];
      list.push([row, coef]);
      entries.set(count, list);
    }
  });
  return [...new Map([...entries.values()].map((list) => [list.join(';'), list])).values()];
}

/** The first row of the part that each row belongs to. */
function partsOf(rows: number, groups: readonly (readonly (readonly [number, number])[])[]): readonly number[] {
  const parent = Array.from({ length: rows }, (_, row) => row);
  const rootOf = (row: number): number => {
    let root = row;
    while (parent[root] !== root) root = parent[root] ?? root;
    let at = row;
    while (at !== root) [parent[at], at] = [root, parent[at] ?? root];
    return root;
  };
  for (const [first, ...others] of groups) {
    for (const [row] of others) parent[rootOf(row)] = rootOf(first?.[0] ?? 0);
  }
  return parent.map((_, row) => rootOf(row));
}

function blocksOf(sums: KnownSums, zeros: ReadonlySet<string>): readonly Block[] {
  const keys = [...sums.keys()];
  const rows = [...sums.values()];
  const groups = groupsOf(rows, zeros);
  const parts = partsOf(rows.length, groups);
  const blocks = new Map<number, { size: number; rows: Map<number, { groups: number[]; coefs: number[] }> }>();
  for (const group of groups) {
    const part = parts[group[0]?.[0] ?? 0] ?? 0;
    const block = blocks.get(part) ?? { size: 0, rows: new Map() };
    blocks.set(part, block);
    for (const [row, coef] of group) {
      const entry = block.rows.get(row) ?? { groups: [], coefs: [] };
      entry.groups.push(block.size);
      entry.coefs.push(coef);
      block.rows.set(row, entry);
    }
    block.size += 1;
  }
  return [...blocks.values()].map(({ size, rows: entries }) => ({
    size,
    rows: [...entries].map(([row, entry]) => ({
      ...entry,
      sum: keys[row] ?? '',
      lo: rows[row]?.lo ?? 0,
      hi: rows[row]?.hi ?? Number.POSITIVE_INFINITY,
    })),
  }));
}

/** Well above anything that is known, so that every program has an end. */
function ceilingOf(rows: readonly BlockRow[]): number {
  const finite = rows.flatMap(({ lo, hi }) => [Math.abs(lo), Math.abs(hi)]).filter(Number.isFinite);
  return finite.reduce((most, one) => Math.max(most, one), 100) * 10;
}

interface Range {
  readonly row: BlockRow;
  /** A sum may be asked about for packages with different k. */
  readonly k: number;
  /** Certain once it was solved for; until then only what some answer happened to show. */
  least: number;
  most: number;
}

const TOLERANCE = 1e-5;

function widen(ranges: readonly Range[], columns: Float64Array): void {
  for (const range of ranges) {
    const { groups, coefs } = range.row;
    let value = 0;
    groups.forEach((group, index) => {
      value += (columns[group] ?? 0) * (coefs[index] ?? 0);
    });
    range.least = Math.min(range.least, value);
    range.most = Math.max(range.most, value);
  }
}

type Answer = 'solved' | 'contradiction' | 'unknown';

/** Reaches as far as it goes in one direction; what the answer shows of the other ranges is kept too. */
function reach(program: OpenProgram, aimed: readonly Range[], isMaximum: boolean, all: readonly Range[]): Answer {
  const touched = new Map<number, number>();
  for (const { row } of aimed) {
    row.groups.forEach((group, index) => {
      touched.set(group, (touched.get(group) ?? 0) + (row.coefs[index] ?? 0));
    });
  }
  for (const [group, cost] of touched) program.setCost(group, cost);
  program.maximize(isMaximum);
  const { status, columns } = program.solve();
  for (const group of touched.keys()) program.setCost(group, 0);
  if (status === 'infeasible') return 'contradiction';
  if (status === 'unknown') return 'unknown';
  widen(all, columns);
  return 'solved';
}

/** Two whole numbers at least lie in it, and it is neither certainly small nor certain to be somebody. */
const isSettled = ({ least, most, k }: Range): boolean => most - least >= 2 && (most >= k || least <= TOLERANCE);

/** Every range that is not settled by what was seen is solved for, both ways. */
function solveBlock(program: OpenProgram, ranges: readonly Range[], onSolved: () => void): Answer {
  for (const isMaximum of [true, false]) {
    const answer = reach(program, ranges, isMaximum, ranges);
    if (answer !== 'solved') return answer;
  }
  for (const range of ranges) {
    for (const isMaximum of [true, false]) {
      if (isSettled(range)) break;
      const answer = reach(program, [range], isMaximum, ranges);
      if (answer !== 'solved') return answer;
    }
    onSolved();
  }
  return 'solved';
}

function openBlock(solver: Solver, { size, rows }: Block): OpenProgram {
  return solver.open({
    cost: new Float64Array(size),
    lower: new Float64Array(size),
    upper: new Float64Array(size).fill(ceilingOf(rows)),
    rows: rows.map(({ groups, coefs, lo, hi }) => ({ indices: groups, values: coefs, lo, hi })),
  });
}

/** What its own limits make impossible, whatever the counts are. */
function isImpossible({ lo, hi, terms }: KnownSum, zeros: ReadonlySet<string>): boolean {
  return lo > hi || ((lo > 0 || hi < 0) && isZero(terms, zeros));
}

const isZero = (terms: KnownSum['terms'], zeros: ReadonlySet<string>): boolean =>
  [...terms.keys()].every((count) => zeros.has(count));

const rangeOf = (row: BlockRow, k: number): Range => ({
  row,
  k,
  least: Number.POSITIVE_INFINITY,
  most: Number.NEGATIVE_INFINITY,
});

const intervalOf = ({ least, most }: Range): Interval => ({
  least: Math.ceil(least - TOLERANCE),
  most: Math.floor(most + TOLERANCE),
});

/**
 * Intervals of all sums that are asked for. They are as wide as is needed to judge them: one that can be k or more, or 0, and has two values
 * at least is not followed to its ends.
 */
export function intervalsOf(
  solver: Solver,
  sums: KnownSums,
  asked: readonly AskedSum[],
  onProgress: (done: number, total: number) => void,
): Intervals {
  const wanted = new Map<string, number>();
  for (const { sum, k } of asked) wanted.set(sum, Math.max(k, wanted.get(sum) ?? 0));
  const zeros = zeroCounts(sums);
  const intervals = new Map<string, Interval>();
  const contradicting = [...sums].flatMap(([sum, known]) => (isImpossible(known, zeros) ? [sum] : []));
  let done = 0;
  const onSolved = () => {
    done += 1;
    onProgress(done, wanted.size);
  };
  for (const block of blocksOf(sums, zeros)) {
    const ranges = block.rows.filter(({ sum }) => wanted.has(sum)).map((row) => rangeOf(row, wanted.get(row.sum) ?? 0));
    const program = openBlock(solver, block);
    try {
      const answer = solveBlock(program, ranges, onSolved);
      if (answer === 'contradiction') contradicting.push(...block.rows.map(({ sum }) => sum));
      if (answer === 'solved') for (const range of ranges) intervals.set(range.row.sum, intervalOf(range));
    } finally {
      program.dispose();
    }
  }
  for (const sum of wanted.keys()) {
    if (isZero(sums.get(sum)?.terms ?? new Map(), zeros)) intervals.set(sum, { least: 0, most: 0 });
  }
  return { intervals, contradicting };
}
