// Finds an alternative world on atoms, as near as possible to the true one or to another: by a linear program, else by an integer one.

import { type AuditModel, type AuditRows, buildAuditModel, changesOfRows, spreadOverAtoms } from './atom-groups.ts';
import { keyOfParts } from './atom-space.ts';
import type { Need, Part, WitnessDelta } from './publication-model.ts';
import { at, get } from './refused.ts';
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
  /**
   * A world that meets the need, near to the world `from` (which may break facts): the linear program's if it is in whole numbers; else
   * by integers, within the time.
   */
  find(need: Need, from: WitnessDelta, integerMs: number): Found;
  /** The cells whose hiding, at the least price, lets the need be met. Null when even that does not help. */
  findByHiding(need: Need): readonly string[] | null;
  dispose(): void;
}

export interface WorldQuestion {
  readonly known: AuditRows;
  readonly truth: ReadonlyMap<string, number>;
  readonly yielding: readonly Yielding[];
  readonly canMove: (atom: string) => boolean;
  /** Of atoms that had better keep their count, in how many cells of one person they are: for that person a changed world is none. */
  readonly dear: ReadonlyMap<string, number>;
}

/** Price of an atom for each dear cell that it is in, beside 1. */
const DEAR = 4;

/** Larger changes of an atom are not looked for. */
const REACH = 2_000;
const WHOLE = 1e-6;

interface Layout {
  readonly known: AuditRows;
  readonly truth: ReadonlyMap<string, number>;
  readonly model: AuditModel;
  /** First column of the slacks: up and down for each that yields. */
  readonly slackFrom: number;
  /** Of each group. */
  readonly prices: readonly number[];
}

function openProgram(
  solver: Solver,
  { known, model, slackFrom, prices }: Layout,
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
    const row = known.rowOf.get(keyOfParts(parts));
    if (row !== undefined) slacks.set(row, slackFrom + 2 * index);
  });
  const rows = model.rows.map(({ row, groups, coefs }) => {
    const slack = slacks.get(row);
    const { lo, hi, sum } = at(known.rows, row);
    const ends = slack === undefined ? [] : [slack, slack + 1];
    return {
      indices: [...groups.flatMap((group) => [2 * group, 2 * group + 1]), ...ends],
      values: [...coefs.flatMap((coef) => [coef, -coef]), ...(slack === undefined ? [] : [-1, 1])],
      lo: lo - sum,
      hi: hi - sum,
    };
  });
  return solver.open({ cost, lower: new Float64Array(columns), upper, rows });
}

function layOut({ known, truth, canMove, dear }: WorldQuestion): Layout {
  const model = buildAuditModel(known, truth, canMove);
  const prices = model.groups.map(({ atoms }) => 1 + DEAR * Math.max(0, ...atoms.map((atom) => dear.get(atom) ?? 0)));
  return { known, truth, model, slackFrom: 2 * model.groups.length, prices };
}

interface Limits {
  readonly lo: number;
  readonly hi: number;
}

/** What each row may still change by when a world is the start and a need is to be met, where that differs from the start at the truth. */
function limitsOf({ known }: Layout, need: Need, from: WitnessDelta): ReadonlyMap<number, Limits> | null {
  const asked = known.rowOf.get(need.cell);
  if (asked === undefined) return null;
  const limits = new Map<number, Limits>();
  const change = changesOfRows(known, from);
  for (const [row, by] of change) {
    const { lo, hi, sum } = at(known.rows, row);
    limits.set(row, { lo: lo - sum - by, hi: hi - sum - by });
  }
  const kept = need.knownParts === undefined ? undefined : known.rowOf.get(keyOfParts(need.knownParts));
  if (kept !== undefined) limits.set(kept, { lo: -(change.get(kept) ?? 0), hi: -(change.get(kept) ?? 0) });
  const { lo, hi, sum } = at(known.rows, asked);
  const { lo: least, hi: most } = limits.get(asked) ?? { lo: lo - sum, hi: hi - sum };
  const wanted = need.bound - sum - (change.get(asked) ?? 0);
  const [low, high] = need.direction === 'up' ? [Math.max(least, wanted), most] : [least, Math.min(most, wanted)];
  return limits.set(asked, { lo: low, hi: high });
}

/** Sets the program up for a need, runs, and puts everything back. `none` when a row that cannot move is in the way. */
function withNeed<T>(program: OpenProgram, layout: Layout, need: Need, from: WitnessDelta, run: () => T): T | 'none' {
  const { model, known } = layout;
  const limits = limitsOf(layout, need, from);
  if (limits === null) return 'none';
  for (const [row, { lo, hi }] of limits) {
    if (lo > hi || (!model.positionOf.has(row) && (lo > 0 || hi < 0))) return 'none';
  }
  const groups = new Map<number, number>();
  for (const [atom, change] of Object.entries(from)) {
    const group = model.groupOf.get(atom);
    if (group !== undefined) groups.set(group, (groups.get(group) ?? 0) + change);
  }
  const moved = [...limits].filter(([row]) => model.positionOf.has(row));
  for (const [row, { lo, hi }] of moved) program.setRowBounds(get(model.positionOf, row), lo, hi);
  for (const [group, change] of groups) program.setBounds(2 * group + 1, 0, at(model.groups, group).value + change);
  try {
    return run();
  } finally {
    for (const [row] of moved) {
      const { lo, hi, sum } = at(known.rows, row);
      program.setRowBounds(get(model.positionOf, row), lo - sum, hi - sum);
    }
    for (const group of groups.keys()) program.setBounds(2 * group + 1, 0, at(model.groups, group).value);
  }
}

/** The world of a solution when all changes are whole numbers, else null. */
function worldOf({ model, truth }: Layout, columns: Float64Array, from: WitnessDelta): WitnessDelta | null {
  const changes: { group: number; change: number }[] = [];
  for (let group = 0; group < model.groups.length; group += 1) {
    const change = at(columns, 2 * group) - at(columns, 2 * group + 1);
    if (Math.abs(change) < WHOLE) continue;
    if (Math.abs(change - Math.round(change)) > WHOLE) return null;
    changes.push({ group, change: Math.round(change) });
  }
  return spreadOverAtoms(model, changes, truth, from);
}

/** A world in whole numbers, the first that comes; of the atoms that may move, or of the groups `among` them alone. */
function searchIntegers(
  solver: Solver,
  question: WorldQuestion,
  layout: Layout,
  need: Need,
  from: WitnessDelta,
  milliseconds: number,
  among: ReadonlySet<number> | null,
): Found {
  if (layout.slackFrom === 0) return 'none';
  const { groupOf } = layout.model;
  const isAmong = (atom: string) => among?.has(groupOf.get(atom) ?? -1) ?? true;
  const narrow = among === null ? layout : layOut({ ...question, canMove: isAmong });
  const program = openProgram(solver, narrow, []);
  try {
    program.makeIntegers(0, narrow.slackFrom - 1, 'any');
    return withNeed(program, narrow, need, from, (): Found => {
      const { status, columns } = program.solve(milliseconds / 1000);
      if (status === 'infeasible') return 'none';
      const delta = status === 'optimal' ? worldOf(narrow, columns, from) : null;
      return delta === null ? 'unknown' : { delta };
    });
  } finally {
    program.dispose();
  }
}

/** Linear programs that are tried, each with other prices, and whole numbers among the atoms that they used. */
const TURNS = 12;

/** Other prices lead to another corner, which may be in whole numbers. They repeat exactly. */
function reprice(program: OpenProgram, { prices }: Layout, turn: number): void {
  const costs = Float64Array.from({ length: 2 * prices.length }, (_, column) => {
    const factor = 1 + (turn * (((column + 7) * (turn * 7_919 + 104_729)) % 1_009)) / 1_009;
    return at(prices, column >> 1) * factor;
  });
  if (costs.length > 0) program.setCosts(costs);
}

/** Opens the search over all atoms that may move. Dispose it. */
export function openNearestWorld(solver: Solver, question: WorldQuestion): NearestWorld {
  const layout = layOut(question);
  const program = openProgram(solver, layout, question.yielding);
  const yieldAll = (isYielding: boolean) =>
    question.yielding.forEach(({ parts, lo }, index) => {
      const row = layout.known.rows[layout.known.rowOf.get(keyOfParts(parts)) ?? -1];
      program.setBounds(layout.slackFrom + 2 * index, 0, isYielding ? REACH : 0);
      program.setBounds(layout.slackFrom + 2 * index + 1, 0, isYielding ? Math.max(0, (row?.sum ?? lo) - lo) : 0);
    });
  /** One linear program after another, each with other prices, until one is in whole numbers, or there is a world among what they used. */
  const attempt = (need: Need, from: WitnessDelta, integerMs: number): Found | 'fractions' => {
    const used = new Set<number>();
    for (let turn = 1; turn <= TURNS; turn += 1) {
      program.restart();
      const { status, columns } = program.solve();
      if (status !== 'optimal') return status === 'infeasible' ? 'none' : 'unknown';
      const delta = worldOf(layout, columns, from);
      if (delta !== null) return { delta };
      for (const [column, value] of columns.entries()) if (value > WHOLE) used.add(column >> 1);
      const nearby = searchIntegers(solver, question, layout, need, from, integerMs, used);
      if (typeof nearby === 'object') return nearby;
      reprice(program, layout, turn);
    }
    return 'fractions';
  };
  return {
    find: (need, given, integerMs) => {
      const from = Object.fromEntries(Object.entries(given).filter(([atom]) => layout.known.places.has(atom)));
      const found = withNeed(program, layout, need, from, () => attempt(need, from, integerMs / 8));
      return found === 'fractions' ? searchIntegers(solver, question, layout, need, from, integerMs, null) : found;
    },
    findByHiding: (need) => {
      yieldAll(true);
      const hidden = withNeed(program, layout, need, {}, () => {
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
