import { describe, expect, test } from 'vitest';
import { chanceFor } from '#main/disclosure-control/secret-chance.ts';
import { cellsOf } from '#main/disclosure-control/table-cells.ts';
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
const SIZE = 4;
const source = grid(SIZE, SIZE);
type Matrix = readonly (readonly number[])[];

const tryOn = (matrix: Matrix, seed: string, decoyPercent: number): Shown | null => {
  const more = { parameters: { k: K, decoyPercent, insiders: false }, seed };
  const outcome = publish({ source, tables: [gridTable()], records: recordsOf(matrix), ...more });
  return outcome.ok ? shownGrid(outcome.record, SIZE, SIZE) : null;
};

/** Whether what a run hides is what was hidden, up to further lone decoys: those are inner cells. */
const couldBecome = (shown: Shown, target: Shown): boolean =>
  shown.every((row, at) =>
    row.every((value, column) => {
      const isWanted = target[at]?.[column] === null;
      return (value === null) === isWanted || (isWanted && at < SIZE && column < SIZE);
    }),
  );

/** Hidden figures that are the same in all tables that are left, or small in all of them. */
const recoveredFrom = (left: readonly Matrix[], target: Shown): readonly string[] =>
  target.slice(0, SIZE).flatMap((row, at) =>
    row.slice(0, SIZE).flatMap((value, column) => {
      const values = new Set(left.map((world) => world[at]?.[column] ?? 0));
      return value === null && (values.size <= 1 || Math.max(...values) < K) ? [`${at},${column}`] : [];
    }),
  );

/** Tables that agree with what is shown, in the order in which they are found. */
function firstWorlds(target: Shown): readonly Matrix[] {
  const worlds: Matrix[] = [];
  for (const world of worldsOf(target, 40)) if (worlds.push(world) === 3_000) break;
  return worlds;
}

/**
 * The attack of Minami and Abe (2019): whoever has the program runs it on every table that agrees with what is shown, with every seed
 * that they can think of, and drops the tables for which it never hides these cells. Ends as soon as nothing can be recovered any more:
 * further tables that are left recover no more.
 */
function matchingAttack(target: Shown, seeds: readonly string[], decoyPercent: number) {
  const left: Matrix[] = [];
  for (const world of firstWorlds(target)) {
    const isPossible = seeds.some((seed) => {
      const shown = tryOn(world, seed, decoyPercent);
      return shown !== null && couldBecome(shown, target);
    });
    if (isPossible) left.push(world);
    if (left.length > 1 && recoveredFrom(left, target).length === 0) break;
  }
  return { recovered: recoveredFrom(left, target), left: left.length };
}

/** More decoys than the program takes by itself: what it hides with them it can hide with fewer, more seldom. */
const MANY_DECOYS = 20;

/** Seeds that feign nothing outside of what is hidden: all others need not be tried, which the attacker can see without a run. */
function likelySeeds(target: Shown, count: number): readonly string[] {
  const shown = target.flat();
  const keys = cellsOf(gridTable(), source).map(({ key }) => key);
  const seeds: string[] = [];
  for (let number = 0; seeds.length < count; number += 1) {
    const seed = seedOf(number);
    const isLikely = keys.every((key, index) => {
      const canStay = shown[index] === null || shown[index] === 0 || index === keys.length - 1;
      return canStay || chanceFor(seed, 'decoy', key) * 100 >= MANY_DECOYS;
    });
    if (isLikely) seeds.push(seed);
  }
  return seeds;
}

const secretOf = (number: number) => seedOf(500 + number);
const targetOf = (number: number, most: number, decoyPercent: number): Shown => {
  const shown = tryOn(randomMatrix(number, SIZE, SIZE, most), secretOf(number), decoyPercent);
  if (shown === null) throw new Error('the table cannot be published');
  return shown;
};
const hidesTotal = (target: Shown): boolean =>
  target.some((row, at) => row.some((value, column) => value === null && (at === SIZE || column === SIZE)));

/** Tables of four rows and columns, by number and largest figure; of half of them totals are hidden too. */
const TABLES = [
  [61, 9],
  [62, 9],
  [64, 9],
  [66, 9],
  [67, 9],
  [71, 9],
  [62, 6],
  [65, 6],
  [31, 4],
] as const;

describe('somebody who runs the program on every 4 x 4 table that agrees', () => {
  test('is tried on tables with hidden totals and without', () => {
    const targets = TABLES.map(([number, most]) => targetOf(number, most, 3));
    expect(targets.filter(hidesTotal).length).toBeGreaterThanOrEqual(3);
    expect(targets.filter((target) => !hidesTotal(target)).length).toBeGreaterThanOrEqual(3);
    for (const target of targets) expect(target.flat()).toContain(null);
  });

  test.each(TABLES)('recovers nothing while the seed is secret: table %i of figures up to %i', (number, most) => {
    const target = targetOf(number, most, 3);
    expect(matchingAttack(target, likelySeeds(target, 120), MANY_DECOYS).recovered).toEqual([]);
  });

  test('recovers figures when the seed is known and there are no decoys', () => {
    const found = TABLES.slice(0, 6).map(([number, most]) =>
      matchingAttack(targetOf(number, most, 0), [secretOf(number)], 0),
    );
    expect(found.flatMap(({ recovered }) => recovered).length).toBeGreaterThan(0);
  });

  test('and without decoys also where the seed is secret: a total that is hidden had to be', () => {
    const target = targetOf(62, 9, 0);
    const seeds = Array.from({ length: 25 }, (_, index) => seedOf(index));
    expect(hidesTotal(target)).toBe(true);
    expect(matchingAttack(target, seeds, 0).recovered).not.toEqual([]);
  });
});
