// Finds an alternative world on atoms, as near to the true one as possible: by a linear program, else by an integer one. For the audit.

import { type AuditModel, type AuditRow, buildAuditModel, spreadOverAtoms } from './atom-groups.ts';
import { type AtomSpace, keyOfParts } from './atom-space.ts';
import type { Fact, Need, Part, Selection, WitnessDelta } from './publication-model.ts';
import { at } from './refused.ts';
import type { OpenProgram, Solver } from './solver.ts';

/** `none`: no world at all; `unknown`: none was found in the time. */
export type Found = { readonly delta: WitnessDelta } | 'none' | 'unknown';

/** A sum that may be given up, at a price, when no world is found otherwise: a cell of this publication that is still shown. */
export interface Yielding {
  readonly parts: readonly Part[];
  readonly key: string;
  readonly weight: number;
  /** What an outsider will know of it once it is hidden. */
  readonly lo: number;
}

export interface NearestWorld {
  /** A world that meets the need: the linear program's if it is in whole numbers; else by integers, within the time. */
  find(need: Need, integerMs: number): Found;
  /** The cells whose hiding, at the least price, lets the need be met. Null when even that does not help. */
  findByHiding(need: Need): readonly string[] | null;
  dispose(): void;
}

export interface WorldQuestion {
  readonly space: AtomSpace;
  readonly facts: readonly Fact[];
  readonly truth: ReadonlyMap<string, number>;
  readonly needs: readonly Need[];
  readonly yielding: readonly Yielding[];
  readonly canMove: (atom: string) => boolean;
  /** Cells that had better keep their figure: those of one person, for whom a world that changes it is none. */
  readonly dear: readonly Selection[];
}

/** Price of an atom for each dear cell that it is in, beside 1. */
const DEAR = 4;

/** Larger changes of an atom are not looked for. */
const REACH = 2_000;
const WHOLE = 1e-6;

interface Layout {
  readonly model: AuditModel;
  readonly rowOf: ReadonlyMap<string, number>;
  /** First column of the slacks: up and down for each that yields. */
  readonly slackFrom: number;
  /** Of each group. */
  readonly prices: readonly number[];
}

const roomOfRow = ({ lo, hi, sum }: AuditRow) => ({ lo: lo - sum, hi: hi - sum });

function openProgram(
  solver: Solver,
  { model, rowOf, slackFrom, prices }: Layout,
  yielding: readonly Yielding[],
): OpenProgram {
  const columns = slackFrom + 2 * yielding.length;
  const upper = new Float64Array(columns);
  const cost = new Float64Array(columns).fill(1);
  model.groups.forEach(({ value }, group) => {
    upper[2 * group] = REACH;
    upper[2 * group + 1] = value;
    cost.fill(at(prices, group), 2 * group, 2 * group + 2);
  });
  const slacks = new Map<number, number>();
  yielding.forEach(({ parts, weight }, index) => {
    cost.fill(1_000 * weight, slackFrom + 2 * index, slackFrom + 2 * index + 2);
    const row = rowOf.get(keyOfParts(parts));
    if (row !== undefined) slacks.set(row, slackFrom + 2 * index);
  });
  const rows = model.rows.map((row, index) => {
    const slack = slacks.get(index);
    const ends = slack === undefined ? [] : [slack, slack + 1];
    return {
      indices: [...row.groups.flatMap((group) => [2 * group, 2 * group + 1]), ...ends],
      values: [...row.coefs.flatMap((coef) => [coef, -coef]), ...(slack === undefined ? [] : [-1, 1])],
      ...roomOfRow(row),
    };
  });
  return solver.open({ cost, lower: new Float64Array(columns), upper, rows });
}

function layOut(question: WorldQuestion): Layout {
  const { space, facts, truth, needs, canMove, yielding } = question;
  const asked = [
    ...needs.flatMap(({ parts, knownParts }) => (knownParts ? [parts, knownParts] : [parts])),
    ...yielding.map(({ parts }) => parts),
  ];
  const model = buildAuditModel(space, facts, asked, truth, canMove);
  const rowOf = new Map(model.rows.map(({ key }, index) => [key, index]));
  const dear = new Map<string, number>();
  for (const atom of question.dear.flatMap((selection) => space.expand(selection)))
    dear.set(atom, (dear.get(atom) ?? 0) + 1);
  const prices = model.groups.map(({ atoms }) => 1 + DEAR * Math.max(0, ...atoms.map((atom) => dear.get(atom) ?? 0)));
  return { model, rowOf, slackFrom: 2 * model.groups.length, prices };
}

interface Search {
  readonly program: OpenProgram;
  readonly layout: Layout;
  readonly truth: ReadonlyMap<string, number>;
}

/** Tightens the rows of a need, runs, and puts them back. False when the need contradicts a row by itself. */
function withNeed<T>({ program, layout }: Search, need: Need, run: () => T): T | 'none' {
  const asked = layout.rowOf.get(need.cell);
  if (asked === undefined) return 'none';
  const row = at(layout.model.rows, asked);
  const { lo, hi } = roomOfRow(row);
  const wanted = need.bound - row.sum;
  const known = need.knownParts === undefined ? undefined : layout.rowOf.get(keyOfParts(need.knownParts));
  const [from, to] = need.direction === 'up' ? [Math.max(lo, wanted), hi] : [lo, Math.min(hi, wanted)];
  if (from > to) return 'none';
  program.setRowBounds(asked, from, to);
  if (known !== undefined) program.setRowBounds(known, 0, 0);
  try {
    return run();
  } finally {
    program.setRowBounds(asked, lo, hi);
    if (known !== undefined) {
      const kept = roomOfRow(at(layout.model.rows, known));
      program.setRowBounds(known, kept.lo, kept.hi);
    }
  }
}

/** Changes of the groups when all are whole numbers, else null. */
function wholeChanges({ model }: Pick<Layout, 'model'>, columns: Float64Array) {
  const changes: { group: number; change: number }[] = [];
  for (const [group] of model.groups.entries()) {
    const change = at(columns, 2 * group) - at(columns, 2 * group + 1);
    if (Math.abs(change) < WHOLE) continue;
    if (Math.abs(change - Math.round(change)) > WHOLE) return null;
    changes.push({ group, change: Math.round(change) });
  }
  return changes;
}

function searchIntegers(
  solver: Solver,
  question: WorldQuestion,
  layout: Layout,
  need: Need,
  milliseconds: number,
  columnsToUse: ReadonlySet<number> | null,
): Found {
  if (layout.slackFrom === 0) return 'none';
  const program = openProgram(solver, layout, []);
  try {
    for (let column = 0; columnsToUse !== null && column < layout.slackFrom; column += 1) {
      if (!columnsToUse.has(column)) program.setBounds(column, 0, 0);
    }
    program.makeIntegers(0, layout.slackFrom - 1, 'any');
    const found = withNeed({ program, layout, truth: question.truth }, need, (): Found => {
      const { status, columns } = program.solve(milliseconds / 1000);
      if (status === 'infeasible') return 'none';
      const changes = status === 'optimal' ? wholeChanges(layout, columns) : null;
      return changes === null ? 'unknown' : { delta: spreadOverAtoms(layout.model, changes, question.truth) };
    });
    return found;
  } finally {
    program.dispose();
  }
}

/** Linear programs that are tried, each with other prices; after every four, whole numbers among the atoms that they used. */
const TURNS = 12;

/** Other prices lead to another corner, which may be in whole numbers. They repeat exactly. */
function reprice(program: OpenProgram, { prices }: Layout, turn: number): void {
  for (let column = 0; column < 2 * prices.length; column += 1) {
    const factor = 1 + (turn * (((column + 7) * (turn * 7_919 + 104_729)) % 1_009)) / 1_009;
    program.setCost(column, at(prices, column >> 1) * factor);
  }
}

/** Opens the search over all atoms that may move. Dispose it. */
export function openNearestWorld(solver: Solver, question: WorldQuestion): NearestWorld {
  const layout = layOut(question);
  const program = openProgram(solver, layout, question.yielding);
  const search = { program, layout, truth: question.truth };
  const yieldAll = (isYielding: boolean) =>
    question.yielding.forEach(({ parts, lo }, index) => {
      const row = layout.model.rows[layout.rowOf.get(keyOfParts(parts)) ?? -1];
      program.setBounds(layout.slackFrom + 2 * index, 0, isYielding ? REACH : 0);
      program.setBounds(layout.slackFrom + 2 * index + 1, 0, isYielding ? Math.max(0, (row?.sum ?? lo) - lo) : 0);
    });
  const attempt = (need: Need, used: Set<number>) =>
    withNeed(search, need, (): Found | 'fractions' => {
      program.restart();
      const { status, columns } = program.solve();
      if (status !== 'optimal') return status === 'infeasible' ? 'none' : 'unknown';
      const changes = wholeChanges(layout, columns);
      for (const [column, value] of columns.entries()) if (value > WHOLE) used.add(column);
      return changes === null ? 'fractions' : { delta: spreadOverAtoms(layout.model, changes, question.truth) };
    });
  return {
    find: (need, integerMs) => {
      const used = new Set<number>();
      for (let turn = 1; turn <= TURNS; turn += 1) {
        const found = attempt(need, used);
        if (found !== 'fractions') return found;
        reprice(program, layout, turn);
        if (turn % 4 !== 0) continue;
        const nearby = searchIntegers(solver, question, layout, need, integerMs / 8, used);
        if (typeof nearby === 'object') return nearby;
      }
      return searchIntegers(solver, question, layout, need, integerMs, null);
    },
    findByHiding: (need) => {
      yieldAll(true);
      const hidden = withNeed(search, need, () => {
        const { status, columns } = program.solve();
        if (status !== 'optimal') return 'none' as const;
        return question.yielding.flatMap(({ key }, index) => {
          const slack = at(columns, layout.slackFrom + 2 * index) + at(columns, layout.slackFrom + 2 * index + 1);
          return slack > WHOLE ? [key] : [];
        });
      });
      yieldAll(false);
      return hidden === 'none' ? null : hidden;
    },
    dispose: () => program.dispose(),
  };
}
