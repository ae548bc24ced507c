// Decides which cells are hidden: components, greedy, clean-up, optimum, decoys. Its word counts for nothing until the audit agrees.
import { buildCellSystem, type CellSystem } from './cell-system.ts';
import type { Counted } from './counting.ts';
import { openDeltaProgram } from './delta-program.ts';
import { type Pattern, type SuppressionRules, sensitiveCells, suppressGreedily } from './greedy-suppression.ts';
import { thickener, thinTotals, totalsOf } from './hidden-sums.ts';
import type { Knowledge } from './history.ts';
import type { Limits } from './limits.ts';
import { findOptimum } from './optimal-suppression.ts';
import { sensitivityOf, uncertaintyOf } from './primary-rules.ts';
import { allGroupings, type OwnCell, systemInputs } from './publication-cells.ts';
import type { HiddenReason, Need, PublicationRequest, Source } from './publication-model.ts';
import { at, Refused } from './refused.ts';
import { chanceFor } from './secret-chance.ts';
import type { Solver } from './solver.ts';
import { type Component, componentsOf } from './system-components.ts';

export interface Suppression {
  /** Why each hidden cell is hidden, by key. */
  readonly hidden: Map<string, HiddenReason>;
  readonly system: CellSystem;
  readonly isOptimal: boolean;
  /** Milliseconds by part. */
  readonly times: Readonly<Record<'greedy' | 'optimal', number>>;
}

export interface SuppressionTools {
  readonly solver: Solver;
  readonly now: () => number;
  readonly limits: Limits;
  readonly onProgress: (done: number) => void;
}

const choices = ({ cells }: CellSystem): number => cells.filter(({ role }) => role === 'choice').length;

/** The cells that a pattern hides where the grand totals had to be: then the optimum may hide them too. */
const opensTotals = (component: Component, { hidden }: Pattern): boolean =>
  [...hidden].some((cell) => at(component.cells, cell).isForced);

function suppressComponent(component: Component, rules: SuppressionRules, tools: SuppressionTools) {
  const { solver, limits, now } = tools;
  const program = openDeltaProgram(solver, component);
  const started = now();
  try {
    const greedy = suppressGreedily(program, component, rules);
    const unmet = greedy.unmet.filter(({ need }) => need.reason !== 'cover');
    if (unmet.length > 0) {
      const cells = unmet.map(({ need }) => need.cell);
      throw new Refused('not_protectable', `${cells.length} needs cannot be met by hiding`, { cells });
    }
    const met = { ...component, needs: component.needs.filter((need) => !greedy.unmet.includes(need)) };
    const greedyMs = now() - started;
    const isSmall = choices(component) <= limits.optimalCells && limits.optimalMs > 0;
    if (!isSmall) return { hidden: greedy.hidden, isOptimal: false, greedyMs, optimalMs: 0 };
    const optimum = findOptimum(
      solver,
      met,
      rules,
      !opensTotals(component, greedy),
      limits.optimalMs,
      greedy.deltas.values(),
    );
    const hidden = optimum.pattern?.hidden ?? greedy.hidden;
    return { hidden, isOptimal: optimum.isProved, greedyMs, optimalMs: now() - started - greedyMs };
  } finally {
    program.dispose();
  }
}

function reasonsOf(system: CellSystem): ReadonlyMap<number, HiddenReason> {
  const sensitive = sensitiveCells(system);
  return new Map(
    system.needs.flatMap(({ cell, need: { reason } }) =>
      sensitive.has(cell) && reason !== 'rounding' && reason !== 'cover' ? [[cell, reason] as const] : [],
    ),
  );
}

/** Needs of what was published exactly before, and of sums of such figures, come too late: nothing can be hidden any more. */
const lateNeeds = ({ cells, needs, relations }: CellSystem): ReadonlySet<string> => {
  const isFixed = (cell: number): boolean => {
    const { role, selection } = at(cells, cell);
    if (selection !== null) return role === 'fixed';
    const own = relations.find((relation) => relation.cells[0] === cell && relation.lo === relation.hi);
    return own?.cells.slice(1).every((part) => at(cells, part).role === 'fixed') ?? false;
  };
  return new Set(needs.filter(({ cell }) => isFixed(cell)).map(({ need }) => need.id));
};

/** Hides cells until every total that is shown has at least k persons behind its hidden parts. */
export function thickenSums(system: CellSystem, hidden: Map<string, HiddenReason>, counted: Counted, k: number): void {
  const totals = totalsOf(system);
  const isHidden = (cell: number) => hidden.has(at(system.cells, cell).key);
  for (;;) {
    const thin = thinTotals(totals, system, isHidden, counted.personsBehind, k);
    if (thin.length === 0) return;
    for (const total of thin) hidden.set(at(system.cells, thickener(total, system, isHidden)).key, 'fewBehindHidden');
  }
}

const isDecoy = ({ seed, parameters }: PublicationRequest, key: string): boolean =>
  chanceFor(seed, 'decoy', key) * 100 < parameters.decoyPercent;

/**
 * Decoys: each figure that is not sensitive, totals too but no grand total, is with a small chance protected as if it were: it may be one
 * larger, or smaller. So a pattern tells little about what had to be hidden: what one table must hide, another one may have feigned. Without
 * it a hidden total gave small figures away to whoever ran the program on every table that agrees.
 */
function feignedNeeds(
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  knowledge: Knowledge,
): readonly Need[] {
  return [...own.values()].flatMap(({ cell, table, tally, isGrandTotal }) => {
    const isCandidate = table.mode === 'suppressed' && !isGrandTotal && tally.value > 0;
    if (!isCandidate || sensitivityOf(tally, request.parameters) !== null || !isDecoy(request, cell.key)) return [];
    if (knowledge.cells.get(cell.key)?.cell.state === 'published') return [];
    const isUp = chanceFor(request.seed, 'decoy-up', cell.key) < 0.5;
    return uncertaintyOf(cell.selection, tally.value, 'cover', request.id).slice(isUp ? 0 : 1, isUp ? 1 : 2);
  });
}

/** Hides the inner decoys (not 0 where zeros are shown) also where no protection could be feigned for them. */
export function addDecoys(
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  hidden: Map<string, HiddenReason>,
  knowledge: Knowledge,
): void {
  for (const [key, { table, tally, isMargin, isGrandTotal, floor }] of own) {
    const isInner = table.mode === 'suppressed' && !isMargin && !isGrandTotal;
    const isCandidate = isInner && tally.value >= floor && !hidden.has(key);
    if (!isCandidate || knowledge.cells.get(key)?.cell.state === 'published') continue;
    if (isDecoy(request, key)) hidden.set(key, 'decoy');
  }
}

/**
 * Primary and secondary suppression of all suppressed tables at once, history included.
 * @throws Refused `not_protectable`
 */
export function suppress(
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  needs: readonly Need[],
  knowledge: Knowledge,
  sources: ReadonlyMap<string, Source>,
  counted: Counted,
  tools: SuppressionTools,
): Suppression {
  const known = [...knowledge.relations, ...(request.relations ?? [])];
  const groupings = allGroupings(request, knowledge);
  const feigned = feignedNeeds(request, own, knowledge);
  const asked = [...needs, ...feigned];
  const system = buildCellSystem(systemInputs(request, own, knowledge), asked, sources, groupings, known);
  const late = lateNeeds(system);
  const live = { ...system, needs: system.needs.filter(({ need }) => !late.has(need.id)) };
  const { cleanUpMs } = tools.limits;
  const hidden = new Map<string, HiddenReason>();
  const reasons = reasonsOf(live);
  const components = componentsOf(live);
  let isOptimal = true;
  const times = { greedy: 0, optimal: 0 };
  const effort = components.reduce((sum, { needs: all }) => sum + all.length, 0);
  let before = 0;
  for (const component of components) {
    const share = component.needs.length / effort;
    const from = before;
    before += share;
    const rules = {
      k: request.parameters.k,
      personsBehind: counted.personsBehind,
      now: tools.now,
      cleanUpMs,
      onProgress: (done: number) => tools.onProgress(from + 0.8 * share * done),
    };
    const done = suppressComponent(component, rules, tools);
    isOptimal &&= done.isOptimal;
    times.greedy += done.greedyMs;
    times.optimal += done.optimalMs;
    for (const cell of done.hidden) {
      const original = at(component.original, cell);
      hidden.set(at(system.cells, original).key, reasons.get(original) ?? 'secondary');
    }
  }
  thickenSums(live, hidden, counted, request.parameters.k);
  for (const { cell } of feigned) if (hidden.get(cell) === 'secondary') hidden.set(cell, 'decoy');
  return { hidden, system: live, isOptimal, times };
}
