// Cuts a cell system into parts that have nothing to do with each other, so that each is a small program. Drops what cannot move.
import type { CellSystem, SystemNeed } from './cell-system.ts';
import { at } from './refused.ts';

/** A smaller system with the numbers that its cells have in the whole one. */
export interface Component extends CellSystem {
  readonly original: readonly number[];
}

function findRoot(parents: Int32Array, cell: number): number {
  let root = cell;
  while (at(parents, root) !== root) root = at(parents, root);
  let walk = cell;
  while (at(parents, walk) !== root) {
    const next = at(parents, walk);
    parents[walk] = root;
    walk = next;
  }
  return root;
}

function rootsOf({ cells, relations, needs }: CellSystem): Int32Array {
  const parents = Int32Array.from(cells, (_, index) => index);
  const join = (a: number, b: number) => {
    parents[findRoot(parents, a)] = findRoot(parents, b);
  };
  for (const relation of relations) {
    const moving = relation.cells.filter((cell) => at(cells, cell).role !== 'fixed');
    for (const cell of moving.slice(1)) join(cell, moving[0] ?? cell);
  }
  for (const { cell, known } of needs) if (known !== null) join(cell, known);
  return parents;
}

/**
 * Parts joined by relations through cells that can move, each with a cell that can be chosen or a need. Relations are rewritten without
 * their fixed cells: `lo` and `hi` then speak of the rest.
 */
export function componentsOf(system: CellSystem): readonly Component[] {
  const { cells, relations, needs } = system;
  const parents = rootsOf(system);
  const groups = Map.groupBy(
    cells.flatMap(({ role }, index) => (role === 'fixed' ? [] : [index])),
    (index) => findRoot(parents, index),
  );
  const needsByRoot = Map.groupBy(needs, ({ cell }) => findRoot(parents, cell));
  const relationsByRoot = Map.groupBy(
    relations.filter((relation) => relation.cells.some((cell) => at(cells, cell).role !== 'fixed')),
    (relation) => findRoot(parents, relation.cells.find((cell) => at(cells, cell).role !== 'fixed') ?? 0),
  );
  return [...groups]
    .filter(([root]) => needsByRoot.has(root))
    .map(([root, original]) => {
      const local = new Map(original.map((cell, index) => [cell, index]));
      return {
        original,
        cells: original.map((cell) => at(cells, cell)),
        relations: (relationsByRoot.get(root) ?? []).map((relation) => localRelation(relation, cells, local)),
        needs: (needsByRoot.get(root) ?? []).map((need) => localNeed(need, local)),
      };
    });
}

function localNeed(need: SystemNeed, local: ReadonlyMap<number, number>): SystemNeed {
  // An insider's cell that cannot move anyway constrains nothing.
  return {
    ...need,
    cell: local.get(need.cell) ?? 0,
    known: need.known === null ? null : (local.get(need.known) ?? null),
  };
}

function localRelation(
  relation: CellSystem['relations'][number],
  cells: CellSystem['cells'],
  local: ReadonlyMap<number, number>,
) {
  let fixed = 0;
  const kept: { cell: number; coef: number }[] = [];
  relation.cells.forEach((cell, position) => {
    const coef = at(relation.coefs, position);
    const index = local.get(cell);
    if (index === undefined) fixed += coef * at(cells, cell).value;
    else kept.push({ cell: index, coef });
  });
  return {
    cells: kept.map(({ cell }) => cell),
    coefs: kept.map(({ coef }) => coef),
    lo: relation.lo - fixed,
    hi: relation.hi - fixed,
  };
}
