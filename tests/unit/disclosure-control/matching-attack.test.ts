import { describe, expect, test } from 'vitest';
import {
  hidesTotal,
  likelySeeds,
  MANY_DECOYS,
  matchingAttack,
  mostOf,
  studyTables,
  targetOf,
} from '#tools/sdc/matching-attack.ts';
import { randomMatrix, type Shown, seedOf, worldsOf } from '#tools/sdc/small-tables.ts';

const published = (number: number, most: number, decoyPercent: number): Shown => {
  const target = targetOf(number, most, decoyPercent);
  if (target === null) throw new Error('the table cannot be published');
  return target;
};

describe('somebody who runs the program on every 4 x 4 table that agrees', () => {
  // The first tables of the study; all of them with more seeds: `npm run sdc:properties`.
  test('recovers nothing while the seed is secret, from tables with hidden totals and without', () => {
    const tables = [...studyTables(200, { first: 61, last: 62, mosts: [9, 6, 4] })];
    expect(tables.filter(({ hasHiddenTotal }) => hasHiddenTotal).length).toBeGreaterThanOrEqual(3);
    expect(tables.filter(({ hasHiddenTotal }) => !hasHiddenTotal).length).toBeGreaterThanOrEqual(3);
    for (const { number, most, attack } of tables) {
      expect({ number, most, recovered: attack.recovered }).toEqual({ number, most, recovered: [] });
    }
  });

  test('looks at every table, however large a hidden total may be', () => {
    const target = published(71, 9, 3);
    const truth = randomMatrix(71, 4, 4, 9);
    expect(target.at(-1)?.[0]).toBeNull();
    const all = [...worldsOf(target, mostOf(target))];
    expect(all).toContainEqual(truth);
    // The grand total leaves 22 for the two hidden totals: with 16 for one of them the attacker overlooks most tables.
    expect(worldsOf(target, 16).next().done).toBe(false);
    expect([...worldsOf(target, 16)].length).toBeLessThan(all.length);
    expect(matchingAttack(target, likelySeeds(target, 200), MANY_DECOYS)).toMatchObject({
      recovered: [],
      isWhole: true,
    });
  });

  test('recovers figures when the seed is known and there are no decoys', () => {
    const found = [61, 62].map((number) => matchingAttack(published(number, 9, 0), [seedOf(500 + number)], 0));
    expect(found.flatMap(({ recovered }) => recovered).length).toBeGreaterThan(0);
  });

  test('and without decoys also where the seed is secret: a total that is hidden had to be', () => {
    const target = published(62, 9, 0);
    const seeds = Array.from({ length: 25 }, (_, index) => seedOf(index));
    expect(hidesTotal(target)).toBe(true);
    expect(matchingAttack(target, seeds, 0).recovered).not.toEqual([]);
  });
});
