// Compares what the suppressor hides, before decoys, with the proved optimum for the same weights. For the benchmark and its test.
import { buildCellSystem } from '#main/disclosure-control/cell-system.ts';
import { countTables } from '#main/disclosure-control/counting.ts';
import { openDeltaProgram } from '#main/disclosure-control/delta-program.ts';
import { suppressGreedily } from '#main/disclosure-control/greedy-suppression.ts';
import { knowledgeOf } from '#main/disclosure-control/history.ts';
import { findOptimum } from '#main/disclosure-control/optimal-suppression.ts';
import { needsOf, ownCells, systemInputs } from '#main/disclosure-control/publication-cells.ts';
import { COUNCIL_PARAMETERS, type CountRecord } from '#main/disclosure-control/publication-model.ts';
import type { Solver } from '#main/disclosure-control/solver.ts';
import { componentsOf } from '#main/disclosure-control/system-components.ts';
import { consultationTable, monthAt, WARD_SOURCES } from './invented-ward.ts';

/** One component of one table. Costs are sums of weights. */
export interface PatternComparison {
  readonly cells: number;
  readonly needs: number;
  /** Needs that no pattern meets (the app would refuse the table); the comparison is of the others. */
  readonly unmet: number;
  readonly greedyCells: number;
  readonly greedy: number;
  readonly optimalCells: number | null;
  readonly optimal: number | null;
  /** Proved: no pattern costs less. */
  readonly bound: number;
  readonly isProved: boolean;
  readonly greedyMs: number;
  readonly optimalMs: number;
}

/** Greedy with clean-up and the optimum (both know that a hidden figure is at least 1) of the table of the first month. */
export function comparePatterns(
  solver: Solver,
  records: readonly CountRecord[],
  dimensions: readonly string[],
  k: number,
  milliseconds: number,
): readonly PatternComparison[] {
  const tables = [consultationTable('table', [monthAt(0)], dimensions)];
  const sources = new Map(WARD_SOURCES.map((source) => [source.id, source]));
  const parameters = { ...COUNCIL_PARAMETERS, k };
  const seed = 'b'.repeat(64);
  const request = { id: 'bench', recipient: '', period: '', parameters, sources: WARD_SOURCES, tables, records, seed };
  const counted = countTables(tables, sources, records);
  const knowledge = knowledgeOf({ records: [], head: null });
  const own = ownCells(tables, sources, counted);
  const needs = needsOf(request, own, counted, knowledge, sources);
  const system = buildCellSystem(systemInputs(request, own, knowledge), needs, sources);
  const now = () => performance.now();
  const rules = { k, personsBehind: counted.personsBehind, now, cleanUpMs: 60_000 };
  return componentsOf(system).map((component) => {
    const cost = (hidden: ReadonlySet<number>) =>
      [...hidden].reduce((sum, cell) => sum + (component.cells[cell]?.weight ?? 0), 0);
    const started = now();
    const program = openDeltaProgram(solver, component);
    const greedy = suppressGreedily(program, component, rules);
    program.dispose();
    const greedyMs = now() - started;
    const isShut = [...greedy.hidden].every((cell) => !component.cells[cell]?.isForced);
    const met = { ...component, needs: component.needs.filter((need) => !greedy.unmet.includes(need)) };
    const { pattern, bound, isProved } = findOptimum(solver, met, rules, isShut, milliseconds, greedy.deltas.values());
    return {
      cells: component.cells.length,
      needs: component.needs.length,
      unmet: greedy.unmet.length,
      greedyCells: greedy.hidden.size,
      greedy: cost(greedy.hidden),
      optimalCells: pattern?.hidden.size ?? null,
      optimal: pattern === null ? null : cost(pattern.hidden),
      bound,
      isProved,
      greedyMs,
      optimalMs: now() - started - greedyMs,
    };
  });
}
