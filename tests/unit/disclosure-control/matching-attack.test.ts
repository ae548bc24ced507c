import { describe, expect, test } from 'vitest';
import {
  grid,
  gridTable,
  publish,
  randomMatrix,
  recordsOf,
  type Shown,
  seedOf,
  shownGrid,
  worldsOf,
} from './small-tables.ts';

const K = 3;

const tryOn = (matrix: readonly (readonly number[])[], seed: string, decoyPercent: number): Shown | null => {
  const limits = { parameters: { k: K, decoyPercent, insiders: false }, seed };
  const outcome = publish({ source: grid(3, 3), tables: [gridTable()], records: recordsOf(matrix), ...limits });
  return outcome.ok ? shownGrid(outcome.record, 3, 3) : null;
};

/** Whether a run without decoys could have become the pattern: decoys are inner cells, so totals must be the same. */
function couldBecome(shown: Shown, target: Shown, withDecoys: boolean): boolean {
  return shown.every((row, at) =>
    row.every((value, column) => {
      const isWanted = target[at]?.[column] === null;
      const isDecoy = withDecoys && at < 3 && column < 3 && isWanted;
      return (value === null) === isWanted || isDecoy;
    }),
  );
}

/**
 * The attack of Minami and Abe (2019): whoever has the program runs it on every table that agrees with what is shown, with every seed
 * that they can think of, and drops the tables for which it never hides these cells.
 */
function matchingAttack(target: Shown, seeds: readonly string[], withDecoys: boolean) {
  const left = [...worldsOf(target, 12)].filter((world) =>
    seeds.some((seed) => {
      const shown = tryOn(world, seed, 0);
      return shown !== null && couldBecome(shown, target, withDecoys);
    }),
  );
  const recovered = target.slice(0, 3).flatMap((row, at) =>
    row.slice(0, 3).flatMap((value, column) => {
      const values = new Set(left.map((world) => world[at]?.[column] ?? 0));
      return value === null && (values.size <= 1 || Math.max(...values) < K) ? [`${at},${column}`] : [];
    }),
  );
  return { recovered, worlds: left.length };
}

/** Tables of which few enough worlds agree that an attacker can try them all here. */
function targets(decoyPercent: number) {
  return [31, 32, 33, 34, 35, 36, 37, 38].flatMap((number) => {
    const shown = tryOn(randomMatrix(number, 3, 3, 4), seedOf(500 + number), decoyPercent);
    if (shown === null || !shown.flat().includes(null)) return [];
    let worlds = 0;
    for (const _ of worldsOf(shown, 12)) if (++worlds > 12) return [];
    return [{ shown, secret: seedOf(500 + number) }];
  });
}

describe('somebody who runs the program on every table that agrees', () => {
  test('recovers nothing while the seed is secret', () => {
    const found = targets(3);
    expect(found.length).toBeGreaterThan(1);
    const seeds = Array.from({ length: 25 }, (_, index) => seedOf(index));
    for (const { shown } of found) expect(matchingAttack(shown, seeds, true).recovered).toEqual([]);
  });

  test('and has fewer tables left when the seed is known and there are no decoys', () => {
    const found = targets(0);
    const known = found.map(({ shown, secret }) => matchingAttack(shown, [secret], false).worlds);
    const all = found.map(({ shown }) => [...worldsOf(shown, 12)].length);
    expect(known.reduce((sum, one) => sum + one, 0)).toBeLessThan(all.reduce((sum, one) => sum + one, 0));
  });
});
