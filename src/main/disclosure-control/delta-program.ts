// The suppressor's linear program: how the figures of a component can change together so that one of them changes enough.
import type { CellSystem, SystemNeed } from './cell-system.ts';
import { at } from './refused.ts';
import type { OpenProgram, Row, Solver } from './solver.ts';

/** Changes by cell; real numbers. */
export type Delta = Float64Array;

const EPSILON = 1e-6;
/** What a cell costs that is hidden already: little, so that short ways are preferred. */
const ALREADY = 1e-3;

/** No change larger than this is looked for: an unlimited one would make programs unbounded. */
export const reachOf = ({ needs, cells }: CellSystem): number =>
  8 * Math.max(10, ...needs.map(({ amount }) => Math.abs(amount))) +
  Math.max(0, ...cells.map(({ lo }) => (lo > 0 ? lo : 0)));

/** How far a cell can go down and up if it is not shown. */
export function roomOf(
  system: CellSystem,
  cell: number,
  reach: number,
): { readonly down: number; readonly up: number } {
  const { value, lo, hi } = at(system.cells, cell);
  return { down: Math.min(value - lo, reach), up: Math.min((hi ?? Number.POSITIVE_INFINITY) - value, reach) };
}

/** `mayChange`: every cell that could be hidden moves at its price. `onlyHidden`: what is shown stays as it is. */
export type Mode = 'mayChange' | 'onlyHidden';

export interface DeltaProgram {
  readonly hidden: ReadonlySet<number>;
  hide(cell: number): void;
  reopen(cell: number): void;
  /** Which cells may move; grand totals only where `opensTotals`. */
  relax(mode: Mode, opensTotals: boolean): void;
  /** The cheapest change that meets the need, or null when there is none. */
  solve(need: SystemNeed): Delta | null;
  dispose(): void;
}

/** Rows over two columns a cell: its increase (2i) and its decrease (2i + 1). */
const splitRow = ({ cells, coefs, lo, hi }: CellSystem['relations'][number], system: CellSystem): Row => {
  const sum = cells.reduce((total, cell, position) => total + at(coefs, position) * at(system.cells, cell).value, 0);
  return {
    indices: cells.flatMap((cell) => [2 * cell, 2 * cell + 1]),
    values: coefs.flatMap((coef) => [coef, -coef]),
    lo: lo - sum,
    hi: hi - sum,
  };
};

/** Whether a change meets a need. */
export function meets(delta: Delta, { cell, amount, known }: SystemNeed): boolean {
  const change = at(delta, cell);
  const isKept = known === null || Math.abs(at(delta, known)) < EPSILON;
  return isKept && (amount > 0 ? change > amount - EPSILON : change < amount + EPSILON);
}

/** Cells that a change touches. */
export const supportOf = (delta: Delta): readonly number[] =>
  [...delta.keys()].filter((cell) => Math.abs(at(delta, cell)) > EPSILON);

function open(solver: Solver, system: CellSystem): OpenProgram {
  const columns = 2 * system.cells.length;
  return solver.open({
    cost: new Float64Array(columns),
    lower: new Float64Array(columns),
    upper: new Float64Array(columns),
    rows: system.relations.map((relation) => splitRow(relation, system)),
  });
}

/** Increase less decrease of each cell. */
const joined = (columns: Float64Array): Delta =>
  Float64Array.from({ length: columns.length / 2 }, (_, cell) => at(columns, 2 * cell) - at(columns, 2 * cell + 1));

/** Dispose it. */
export function openDeltaProgram(solver: Solver, system: CellSystem): DeltaProgram {
  const program = open(solver, system);
  const reach = reachOf(system);
  const hidden = new Set<number>();
  let mode: Mode = 'mayChange';
  let isForcedShut = true;
  const isOpen = (cell: number): boolean => {
    const { role, isForced } = at(system.cells, cell);
    if (role === 'free' || hidden.has(cell)) return true;
    return mode === 'mayChange' && !(isForced && isForcedShut);
  };
  const bound = (cell: number): void => {
    const { down, up } = isOpen(cell) ? roomOf(system, cell, reach) : { down: 0, up: 0 };
    program.setBounds(2 * cell, 0, up);
    program.setBounds(2 * cell + 1, 0, down);
  };
  const fix = (cell: number): void => {
    program.setBounds(2 * cell, 0, 0);
    program.setBounds(2 * cell + 1, 0, 0);
  };
  const refresh = (cell: number): void => {
    const { role, weight } = at(system.cells, cell);
    const cost = role === 'free' || hidden.has(cell) ? ALREADY * Math.max(weight, 0.1) : weight;
    program.setCost(2 * cell, cost);
    program.setCost(2 * cell + 1, cost);
    bound(cell);
  };
  const refreshAll = (): void => {
    for (const cell of system.cells.keys()) refresh(cell);
  };
  refreshAll();
  return {
    hidden,
    hide: (cell) => {
      hidden.add(cell);
      refresh(cell);
    },
    reopen: (cell) => {
      hidden.delete(cell);
      refresh(cell);
    },
    relax: (next, opensTotals) => {
      mode = next;
      isForcedShut = !opensTotals;
      refreshAll();
    },
    solve: (need) => {
      const { cell, amount, known } = need;
      const { down, up } = isOpen(cell) ? roomOf(system, cell, reach) : { down: 0, up: 0 };
      if (amount > 0 ? up < amount : down < -amount) return null;
      program.setBounds(2 * cell, amount > 0 ? amount : 0, amount > 0 ? up : 0);
      program.setBounds(2 * cell + 1, amount > 0 ? 0 : -amount, amount > 0 ? 0 : down);
      if (known !== null) fix(known);
      const { status, columns } = program.solve();
      bound(cell);
      if (known !== null) bound(known);
      return status === 'optimal' ? joined(columns) : null;
    },
    dispose: () => program.dispose(),
  };
}
