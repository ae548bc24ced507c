// What subtraction gives: the sum of the hidden parts of a published total. Fewer than k persons behind it are as bad as such a cell.
import type { CellSystem } from './cell-system.ts';
import type { Selection } from './publication-model.ts';
import { at } from './refused.ts';

/** A total of this publication with its parts along one dimension, by number in the system. */
export interface TotalWithParts {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The relations total = parts of which every part is known or can be hidden. Sums with cells that were hidden before are left out. */
export function totalsOf({ cells, relations }: CellSystem): readonly TotalWithParts[] {
  return relations.flatMap(({ cells: [total, ...parts], coefs, lo, hi }) => {
    const isSum = Number.isFinite(lo) && lo === hi && coefs[0] === 1 && coefs.slice(1).every((coef) => coef === -1);
    if (total === undefined || !isSum || at(cells, total).role !== 'choice') return [];
    if (parts.some((part) => at(cells, part).role === 'free')) return [];
    const movable = parts.filter((part) => at(cells, part).role === 'choice');
    return movable.length > 0 ? [{ total, parts: movable }] : [];
  });
}

export type PersonsBehind = (selections: readonly Selection[]) => number;

/** Totals that are shown while fewer than k persons, but somebody, are behind their hidden parts. */
export function thinTotals(
  totals: readonly TotalWithParts[],
  system: CellSystem,
  isHidden: (cell: number) => boolean,
  personsBehind: PersonsBehind,
  k: number,
): readonly TotalWithParts[] {
  return totals.filter(({ total, parts }) => {
    if (isHidden(total)) return false;
    const hidden = parts.filter(isHidden);
    if (hidden.length === 0) return false;
    const persons = personsBehind(hidden.flatMap((cell) => at(system.cells, cell).selection ?? []));
    return persons > 0 && persons < k;
  });
}

/** The cheapest further cell that would thicken it: a part that is not 0, else the total. */
export function thickener(
  { total, parts }: TotalWithParts,
  system: CellSystem,
  isHidden: (cell: number) => boolean,
): number {
  const open = parts.filter((part) => !isHidden(part) && at(system.cells, part).value > 0);
  return open.reduce(
    (best, part) => (at(system.cells, part).weight < at(system.cells, best).weight ? part : best),
    total,
  );
}
