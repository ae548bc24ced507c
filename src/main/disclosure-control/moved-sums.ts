// Which sums a world changes, and which worlds change a sum: found by the few atoms that move, never by going through all. No solver here.
import type { AtomSpace } from './atom-space.ts';
import type { Part, WitnessDelta } from './publication-model.ts';
import { at } from './refused.ts';

/** Gives those of the `sums` that a world changes. */
export function indexSums<T>(
  space: AtomSpace,
  sums: readonly { readonly parts: readonly Part[]; readonly of: T }[],
): (delta: WitnessDelta) => readonly T[] {
  const byAtom = new Map<string, { sum: number; coef: number }[]>();
  sums.forEach(({ parts }, sum) => {
    for (const [atom, coef] of space.expandParts(parts)) {
      const known = byAtom.get(atom);
      if (known === undefined) byAtom.set(atom, [{ sum, coef }]);
      else known.push({ sum, coef });
    }
  });
  return (delta) => {
    const changes = new Map<number, number>();
    for (const [atom, change] of Object.entries(delta)) {
      for (const { sum, coef } of byAtom.get(atom) ?? []) changes.set(sum, (changes.get(sum) ?? 0) + coef * change);
    }
    return [...changes]
      .filter(([, change]) => change !== 0)
      .sort(([a], [b]) => a - b)
      .map(([sum]) => at(sums, sum).of);
  };
}

/** Worlds that were found, by the atoms that they move. */
export interface WorldPool {
  add(delta: WitnessDelta): void;
  /** Those that move an atom of the sum, oldest first: no other one can change it. */
  moving(parts: readonly Part[]): readonly WitnessDelta[];
}

export function openWorldPool(space: AtomSpace, first: Iterable<WitnessDelta>): WorldPool {
  const worlds: WitnessDelta[] = [];
  const byAtom = new Map<string, number[]>();
  const add = (delta: WitnessDelta): void => {
    for (const atom in delta) {
      const known = byAtom.get(atom);
      if (known === undefined) byAtom.set(atom, [worlds.length]);
      else known.push(worlds.length);
    }
    worlds.push(delta);
  };
  for (const delta of first) add(delta);
  return {
    add,
    moving: (parts) => {
      const found = new Set<number>();
      for (const atom of space.expandParts(parts).keys()) for (const world of byAtom.get(atom) ?? []) found.add(world);
      return [...found].sort((a, b) => a - b).map((world) => at(worlds, world));
    },
  };
}
