// The only door to HiGHS: linear and integer programs that are kept, changed and solved again. Knows nothing of cells or persons.
import loadHighs, { type Highs, type Model } from 'highs';
import { Refused } from './refused.ts';

/** A row `lo <= sum(value * column) <= hi`. */
export interface Row {
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

export interface Program {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly Row[];
}

export interface Solved {
  readonly status: 'optimal' | 'infeasible' | 'unknown';
  readonly objective: number;
  readonly columns: Float64Array;
  readonly rowDuals: Float64Array;
}

/** A program inside the solver. Whoever opens one disposes it: garbage collection does not free the solver's memory. */
export interface OpenProgram {
  setBounds(column: number, lower: number, upper: number): void;
  setCost(column: number, cost: number): void;
  /** Of the columns from the first on. */
  setCosts(costs: Float64Array): void;
  /** The next solve starts from no basis: quicker where each answer is near 0 and far from the last one. */
  restart(): void;
  setRowBounds(row: number, lo: number, hi: number): void;
  addRow(row: Row): void;
  maximize(isMaximum: boolean): void;
  /** Columns become whole numbers. `best`: solved exactly; `near`: within 2 per cent; `any`: the first will do. */
  makeIntegers(from: number, to: number, quality: keyof typeof GAPS): void;
  /** Seconds for this one solve. The solver's own limit is cumulative, so its clocks are reset before. */
  solve(seconds?: number): Solved;
  /** Best proved bound of the last integer search. */
  bound(): number;
  dispose(): void;
}

export interface Solver {
  open(program: Program): OpenProgram;
  readonly infinity: number;
}

const GAPS = { best: 0, near: 0.02, any: 1e6 } as const;

function matrixOf(rows: readonly Row[], numCols: number) {
  const starts = new Int32Array(rows.length + 1);
  const indices: number[] = [];
  const values: number[] = [];
  rows.forEach((row, index) => {
    for (const column of row.indices) indices.push(column);
    for (const value of row.values) values.push(value);
    starts[index + 1] = indices.length;
  });
  return {
    format: 'csr' as const,
    numRows: rows.length,
    numCols,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

function createModel(highs: Highs, { cost, lower, upper, rows }: Program): Model {
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: lower,
    colUpper: upper,
    rowLower: Float64Array.from(rows, ({ lo }) => lo),
    rowUpper: Float64Array.from(rows, ({ hi }) => hi),
    matrix: matrixOf(rows, cost.length),
  });
  // Presolve would throw the basis of the last solve away; these programs are solved again and again with one bound changed.
  model.options.set({ output_flag: false, presolve: 'off', random_seed: 1, mip_rel_gap: 0, mip_abs_gap: 0.5e-6 });
  return model;
}

function solveModel(highs: Highs, model: Model, seconds: number | undefined): Solved {
  if (seconds !== undefined) {
    model.zeroAllClocks();
    model.options.set('time_limit', seconds);
  }
  model.run();
  const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus;
  const status = model.getModelStatus();
  const { colValue, rowDual } = model.getSolution();
  const isInfeasible = status === infeasible || status === unboundedOrInfeasible;
  return {
    status: status === optimal ? 'optimal' : isInfeasible ? 'infeasible' : 'unknown',
    objective: model.getObjectiveValue(),
    columns: colValue,
    rowDuals: rowDual,
  };
}

function openProgram(highs: Highs, program: Program): OpenProgram {
  const model = createModel(highs, program);
  const { maximize, minimize } = highs.constants.objectiveSense;
  return {
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, upper),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    setCosts: (costs) => void model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs),
    setRowBounds: (row, lo, hi) => void model.changeRowBounds(row, lo, hi),
    restart: () => void model.setLogicalBasis(),
    addRow: ({ indices, values, lo, hi }) => void model.addRow(lo, hi, { indices, values }),
    maximize: (isMaximum) => void model.changeObjectiveSense(isMaximum ? maximize : minimize),
    makeIntegers: (from, to, quality) => {
      model.changeColsIntegrality({ kind: 'range', from, to }, new Int32Array(to - from + 1).fill(1));
      model.options.set({ presolve: 'on', mip_rel_gap: GAPS[quality] });
    },
    solve: (seconds) => solveModel(highs, model, seconds),
    bound: () => Number(model.info.get('mip_dual_bound')),
    dispose: () => model.dispose(),
  };
}

/**
 * Starts HiGHS (WebAssembly, about 30 ms). One solver serves one thread; a solve blocks it.
 * @throws Refused `solver_failed` when the WebAssembly file cannot be loaded.
 */
export async function startSolver(): Promise<Solver> {
  try {
    const highs = await loadHighs();
    return { open: (program) => openProgram(highs, program), infinity: highs.infinity };
  } catch {
    throw new Refused('solver_failed', 'the solver could not be started');
  }
}
