// Hides cells until every need is met, then takes back what turns out to be needless. Works on one component of the system.
import type { CellSystem, SystemNeed } from './cell-system.ts';
import { type Delta, type DeltaProgram, meets, supportOf } from './delta-program.ts';
import { type PersonsBehind, type TotalWithParts, thickener, thinTotals, totalsOf } from './hidden-sums.ts';
import { at } from './refused.ts';

/** A pattern of hidden cells with a change for every need that stays inside of it. */
export interface Pattern {
  readonly hidden: ReadonlySet<number>;
  readonly deltas: ReadonlyMap<SystemNeed, Delta>;
  /** Needs that no pattern meets. */
  readonly unmet: readonly SystemNeed[];
}

export interface SuppressionRules {
  readonly k: number;
  readonly personsBehind: PersonsBehind;
  /** Milliseconds; read from a clock that is handed in. */
  readonly now: () => number;
  readonly cleanUpMs: number;
  /** How far it is, from 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

const byWeight =
  ({ cells }: CellSystem) =>
  (a: number, b: number) =>
    at(cells, b).weight - at(cells, a).weight || a - b;

/** Cells that are hidden in any case: those with a need of their own, where they can be chosen. */
export const sensitiveCells = ({ needs, cells }: CellSystem): ReadonlySet<number> =>
  new Set(
    needs.flatMap(({ cell, need }) => {
      const isOwn = need.reason === 'fewPersons' || need.reason === 'dominance';
      return isOwn && at(cells, cell).role === 'choice' ? [cell] : [];
    }),
  );

const hideSupport = (program: DeltaProgram, system: CellSystem, delta: Delta): void => {
  for (const cell of supportOf(delta)) {
    if (at(system.cells, cell).role === 'choice' && !program.hidden.has(cell)) program.hide(cell);
  }
};

/** Meets needs one after another, largest first, by the cheapest change; what a former one needed is free for the next. */
function meetNeeds(
  program: DeltaProgram,
  system: CellSystem,
  deltas: Map<SystemNeed, Delta>,
  rules: SuppressionRules,
): readonly SystemNeed[] {
  const unmet: SystemNeed[] = [];
  const pool = [...deltas.values()];
  const open = system.needs.filter((need) => !deltas.has(need));
  open.sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount) || a.cell - b.cell);
  for (const [index, need] of open.entries()) {
    rules.onProgress?.((0.6 * index) / open.length);
    let delta = pool.find((known) => meets(known, need)) ?? program.solve(need);
    // A cover is no reason to hide a grand total.
    if (delta === null && need.need.reason !== 'cover') {
      program.relax('mayChange', true);
      delta = program.solve(need);
    }
    if (delta === null) {
      unmet.push(need);
      continue;
    }
    pool.push(delta);
    deltas.set(need, delta);
    hideSupport(program, system, delta);
  }
  return unmet;
}

function thicken(
  program: DeltaProgram,
  system: CellSystem,
  totals: readonly TotalWithParts[],
  rules: SuppressionRules,
): boolean {
  const isHidden = (cell: number) => program.hidden.has(cell);
  const thin = thinTotals(totals, system, isHidden, rules.personsBehind, rules.k);
  for (const total of thin) program.hide(thickener(total, system, isHidden));
  return thin.length > 0;
}

/** Whether the pattern still holds without a cell; gives the changes that had to be found anew. */
function findWithout(
  program: DeltaProgram,
  cell: number,
  deltas: ReadonlyMap<SystemNeed, Delta>,
): Map<SystemNeed, Delta> | null {
  const renewed = new Map<SystemNeed, Delta>();
  for (const [need, delta] of deltas) {
    if (Math.abs(at(delta, cell)) < 1e-6) continue;
    const other = [...renewed.values()].find((known) => meets(known, need)) ?? program.solve(need);
    if (other === null) return null;
    renewed.set(need, other);
  }
  return renewed;
}

/**
 * Takes back, dearest first, what is not needed (clean-up; Handbook on SDC, 4.4.3). Stops when its time is over.
 */
function cleanUp(
  program: DeltaProgram,
  system: CellSystem,
  deltas: Map<SystemNeed, Delta>,
  totals: readonly TotalWithParts[],
  rules: SuppressionRules,
): void {
  program.relax('onlyHidden', true);
  const kept = sensitiveCells(system);
  const end = rules.now() + rules.cleanUpMs;
  const inQuestion = [...program.hidden].filter((one) => !kept.has(one)).sort(byWeight(system));
  for (const [index, cell] of inQuestion.entries()) {
    if (rules.now() > end) return;
    rules.onProgress?.(0.6 + (0.4 * index) / inQuestion.length);
    program.reopen(cell);
    const renewed = findWithout(program, cell, deltas);
    const isHidden = (one: number) => program.hidden.has(one);
    if (renewed === null || thinTotals(totals, system, isHidden, rules.personsBehind, rules.k).length > 0) {
      program.hide(cell);
      continue;
    }
    for (const [need, delta] of renewed) deltas.set(need, delta);
  }
}

/**
 * Secondary suppression by greedy linear programs (after Kelly, Golden, Assad 1992, in deltas; Handbook on SDC, 4.4): for each need the
 * change of least weight that agrees with all totals and published history; its cells are hidden. `also` are hidden from the start.
 */
export function suppressGreedily(
  program: DeltaProgram,
  system: CellSystem,
  rules: SuppressionRules,
  also: readonly number[] = [],
): Pattern {
  for (const cell of [...sensitiveCells(system), ...also]) program.hide(cell);
  const totals = totalsOf(system);
  const deltas = new Map<SystemNeed, Delta>();
  const unmet = meetNeeds(program, system, deltas, rules);
  while (thicken(program, system, totals, rules));
  cleanUp(program, system, deltas, totals, rules);
  return { hidden: new Set(program.hidden), deltas, unmet };
}
