// The cheapest pattern, proved: an integer program over "hidden or not" that grows by a cut whenever a need is not met. Small systems only.
import type { CellSystem, SystemNeed } from './cell-system.ts';
import { type Delta, meets, reachOf, roomOf } from './delta-program.ts';
import type { Pattern, SuppressionRules } from './greedy-suppression.ts';
import { sensitiveCells } from './greedy-suppression.ts';
import { thinTotals, totalsOf } from './hidden-sums.ts';
import { at } from './refused.ts';
import type { OpenProgram, Row, Solver } from './solver.ts';

export interface Optimum {
  readonly pattern: Pattern | null;
  /** Proved lower bound of the weight of any pattern, and whether the pattern reaches it. */
  readonly bound: number;
  readonly isProved: boolean;
}

/** Largest change of a need's cell while only `isOpen` cells move; asked again and again. */
interface ChangeProgram {
  /** Meets the need, or tells a cut that every pattern that meets it fulfils. */
  probe(need: SystemNeed, isOpen: (cell: number) => boolean): { readonly delta: Delta } | { readonly cut: Row };
  dispose(): void;
}

const INFINITY = Number.POSITIVE_INFINITY;

function openChangeProgram(solver: Solver, system: CellSystem, forced: boolean): ChangeProgram {
  const size = system.cells.length;
  const reach = reachOf(system);
  const room = system.cells.map((_, cell) => roomOf(system, cell, reach));
  const rows = system.relations.map(({ cells, coefs, lo, hi }) => {
    const sum = cells.reduce((total, cell, position) => total + at(coefs, position) * at(system.cells, cell).value, 0);
    return { indices: cells, values: coefs, lo: lo - sum, hi: hi - sum };
  });
  const zeros = () => new Float64Array(size);
  const program = solver.open({ cost: zeros(), lower: zeros(), upper: zeros(), rows });
  program.maximize(true);
  const mayOpen = (cell: number) => !(forced && at(system.cells, cell).isForced);
  return {
    probe: (need, isOpen) => {
      room.forEach(({ down, up }, cell) => {
        const moves = isOpen(cell) && cell !== need.known;
        program.setBounds(cell, moves ? -down : 0, moves ? up : 0);
      });
      const sign = need.amount > 0 ? 1 : -1;
      program.setCost(need.cell, sign);
      const { columns, rowDuals, status } = program.solve();
      program.setCost(need.cell, 0);
      if (status === 'optimal' && meets(columns, need)) return { delta: columns };
      return { cut: tightestCut(system, rows, room, need, sign, rowDuals, isOpen, mayOpen) };
    },
    dispose: () => program.dispose(),
  };
}

interface Room {
  readonly down: number;
  readonly up: number;
}

/**
 * Weak duality: for any prices u of the rows, the change of the need's cell is at most the sum over the cells of (reduced cost x room).
 * So a pattern that meets the need opens enough of it. Coefficients above the need are cut down to it, since cells are whole.
 */
function cutFrom(
  system: CellSystem,
  rows: readonly Row[],
  room: readonly Room[],
  need: SystemNeed,
  sign: number,
  duals: readonly number[],
  mayOpen: (cell: number) => boolean,
): Row {
  const reduced = new Float64Array(system.cells.length);
  reduced[need.cell] = sign;
  let constant = 0;
  rows.forEach(({ indices, values, lo, hi }, row) => {
    let price = at(duals, row);
    if (Math.abs(price) < 1e-9 || (price > 0 ? hi === INFINITY : lo === -INFINITY)) price = 0;
    if (price === 0) return;
    constant += price > 0 ? hi * price : lo * price;
    indices.forEach((cell, position) => {
      reduced[cell] = at(reduced, cell) - price * at(values, position);
    });
  });
  const entries: { cell: number; value: number }[] = [];
  reduced.forEach((cost, cell) => {
    if (Math.abs(cost) < 1e-9 || cell === need.known) return;
    const value = cost > 0 ? cost * at(room, cell).up : -cost * at(room, cell).down;
    if (at(system.cells, cell).role === 'free') constant += value;
    else if (mayOpen(cell) && value > 1e-9) entries.push({ cell, value });
  });
  const missing = Math.abs(need.amount) - constant;
  return {
    indices: entries.map(({ cell }) => cell),
    values: entries.map(({ value }) => Math.min(1, value / missing)),
    lo: missing > 1e-6 ? 1 - 1e-7 : -INFINITY,
    hi: INFINITY,
  };
}

const activity = ({ indices, values, lo }: Row, isOpen: (cell: number) => boolean): number =>
  lo === -INFINITY
    ? INFINITY
    : indices.reduce((sum, cell, position) => sum + (isOpen(cell) ? at(values, position) : 0), 0);

/** The solver's prices come with either sign; the cut that the pattern breaks most is taken. Any prices give a true cut. */
function tightestCut(
  system: CellSystem,
  rows: readonly Row[],
  room: readonly Room[],
  need: SystemNeed,
  sign: number,
  duals: Float64Array,
  isOpen: (cell: number) => boolean,
  mayOpen: (cell: number) => boolean,
): Row {
  const prices = rows.map((_, row) => duals[row] ?? 0);
  const cuts = [1, -1].map((factor) => {
    const turned = prices.map((price) => price * factor);
    return cutFrom(system, rows, room, need, sign, turned, mayOpen);
  });
  return cuts.reduce((best, cut) => (activity(cut, isOpen) < activity(best, isOpen) ? cut : best));
}

/** A cell that changes makes another one of each of its sums change. */
function firstCuts({ relations, cells, needs }: CellSystem, isClosed: (cell: number) => boolean): readonly Row[] {
  return needs.flatMap(({ cell, known }) =>
    relations
      .filter((relation) => relation.lo === relation.hi && relation.cells.includes(cell))
      .flatMap((relation) => {
        const others = relation.cells.filter((other) => other !== cell && other !== known);
        if (others.some((other) => at(cells, other).role === 'free')) return [];
        const indices = others.filter((other) => !isClosed(other));
        return [{ indices, values: indices.map(() => 1), lo: 1, hi: INFINITY }];
      }),
  );
}

function openMaster(
  solver: Solver,
  system: CellSystem,
  kept: ReadonlySet<number>,
  isClosed: (cell: number) => boolean,
): OpenProgram {
  const master = solver.open({
    cost: Float64Array.from(system.cells, ({ weight, role }) => (role === 'choice' ? weight : 0)),
    lower: Float64Array.from(system.cells, (_, cell) => (kept.has(cell) ? 1 : 0)),
    upper: Float64Array.from(system.cells, ({ role }, cell) => (role === 'choice' && !isClosed(cell) ? 1 : 0)),
    rows: firstCuts(system, isClosed),
  });
  master.makeIntegers(0, system.cells.length - 1, 'best');
  return master;
}

/** Thin totals of a pattern as cuts: another part, or the total, or not all of these. */
function thinCuts(
  system: CellSystem,
  kept: ReadonlySet<number>,
  isHidden: (cell: number) => boolean,
  rules: SuppressionRules,
): readonly Row[] {
  return thinTotals(totalsOf(system), system, isHidden, rules.personsBehind, rules.k).map(({ total, parts }) => {
    const others = [total, ...parts.filter((part) => !isHidden(part) && at(system.cells, part).value > 0)];
    const undone = parts.filter((part) => isHidden(part) && !kept.has(part));
    return {
      indices: [...others, ...undone],
      values: [...others.map(() => 1), ...undone.map(() => -1)],
      lo: 1 - undone.length,
      hi: INFINITY,
    };
  });
}

interface Round {
  readonly cuts: readonly Row[];
  readonly deltas: ReadonlyMap<SystemNeed, Delta>;
}

function probeAll(system: CellSystem, changes: ChangeProgram, pool: Delta[], isOpen: (cell: number) => boolean): Round {
  const deltas = new Map<SystemNeed, Delta>();
  const cuts: Row[] = [];
  const staysOpen = (delta: Delta) => delta.every((change, cell) => Math.abs(change) < 1e-6 || isOpen(cell));
  const usable = pool.filter(staysOpen);
  for (const need of system.needs) {
    const known = usable.find((delta) => meets(delta, need));
    const found = known === undefined ? changes.probe(need, isOpen) : { delta: known };
    if ('cut' in found) cuts.push(found.cut);
    else {
      deltas.set(need, found.delta);
      if (known === undefined) {
        pool.push(found.delta);
        usable.push(found.delta);
      }
    }
  }
  return { cuts, deltas };
}

/**
 * Cheapest pattern by cutting planes (Fischetti and Salazar 2001; Handbook on SDC, 4.4), with the outsider's knowledge that a hidden
 * figure of a flow is at least 1. Without a proof within the time the bound is still true.
 * `known` are changes that were found before, tried first.
 */
export function findOptimum(
  solver: Solver,
  system: CellSystem,
  rules: SuppressionRules,
  isForcedShut: boolean,
  milliseconds: number,
  known: Iterable<Delta> = [],
): Optimum {
  const kept = sensitiveCells(system);
  const isClosed = (cell: number) => isForcedShut && at(system.cells, cell).isForced && !kept.has(cell);
  const master = openMaster(solver, system, kept, isClosed);
  const changes = openChangeProgram(solver, system, isForcedShut);
  const pool: Delta[] = [...known];
  const end = rules.now() + milliseconds;
  let bound = 0;
  try {
    while (rules.now() < end) {
      const { status, columns, objective } = master.solve(Math.max(0.05, (end - rules.now()) / 1000));
      if (status !== 'optimal') return { pattern: null, bound: Math.max(bound, master.bound()), isProved: false };
      bound = objective;
      const isHidden = (cell: number) => at(columns, cell) > 0.5;
      const isOpen = (cell: number) => isHidden(cell) || at(system.cells, cell).role === 'free';
      const { cuts, deltas } = probeAll(system, changes, pool, isOpen);
      const all = [...cuts, ...thinCuts(system, kept, isHidden, rules)];
      if (all.length === 0) {
        const hidden = new Set([...columns.keys()].filter(isHidden));
        return { pattern: { hidden, deltas, unmet: [] }, bound, isProved: true };
      }
      if (all.every((cut) => activity(cut, isHidden) >= cut.lo - 1e-6 && cut.values.every((value) => value > 0))) break;
      for (const cut of all) master.addRow(cut);
    }
    return { pattern: null, bound, isProved: false };
  } finally {
    master.dispose();
    changes.dispose();
  }
}
