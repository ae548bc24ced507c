// The matching attack on tables of four rows and columns: whoever has the program runs it on every table that agrees. Nobody in them exists.
import { COUNCIL_PARAMETERS } from '#main/disclosure-control/publication-model.ts';
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

/** Whether a run hides exactly what was hidden. */
const isSamePattern = (shown: Shown, target: Shown): boolean =>
  shown.every((row, at) => row.every((value, column) => (value === null) === (target[at]?.[column] === null)));

const hiddenIn = (target: Shown): readonly (readonly [number, number])[] =>
  target
    .slice(0, SIZE)
    .flatMap((row, at) =>
      row.slice(0, SIZE).flatMap((value, column) => (value === null ? [[at, column] as const] : [])),
    );

/** Hidden figures that are the same in all tables that are left, or small in all of them. */
const recoveredFrom = (left: readonly Matrix[], target: Shown): readonly string[] =>
  hiddenIn(target).flatMap(([row, column]) => {
    const values = new Set(left.map((world) => world[row]?.[column] ?? 0));
    return values.size <= 1 || Math.max(...values) < K ? [`${row},${column}`] : [];
  });

/** No total that is hidden can be larger: what the grand total leaves beside the shown ones, where it is shown. */
export function mostOf(target: Shown): number {
  const totals = target.at(-1) ?? [];
  const shown = totals.slice(0, -1).reduce<number>((sum, total) => sum + (total ?? 0), 0);
  const grand = totals.at(-1) ?? null;
  return grand === null ? 60 : grand - shown;
}

interface Attack {
  /** Hidden figures that the attacker knows, or knows to be small. */
  readonly recovered: readonly string[];
  /** Tables that were looked at, and whether those are all that agree. */
  readonly looked: number;
  readonly isWhole: boolean;
  readonly runs: number;
}

/**
 * The attack of Minami and Abe (2019): whoever has the program runs it on every table that agrees with what is shown, with every seed
 * that they can think of, and drops the tables for which it never hides exactly these cells. Tables that would change nothing in what is
 * recovered so far are passed over; a table that is passed over changes nothing later either.
 */
export function matchingAttack(
  target: Shown,
  seeds: readonly string[],
  decoyPercent: number,
  mostTables = 20_000,
): Attack {
  const left: Matrix[] = [];
  let recovered: readonly string[] = recoveredFrom(left, target);
  let looked = 0;
  let runs = 0;
  for (const world of worldsOf(target, mostOf(target))) {
    if (looked === mostTables) return { recovered, looked, isWhole: false, runs };
    looked += 1;
    if (left.length > 0 && recoveredFrom([...left, world], target).length === recovered.length) continue;
    const isPossible = seeds.some((seed) => {
      runs += 1;
      const shown = tryOn(world, seed, decoyPercent);
      return shown !== null && isSamePattern(shown, target);
    });
    if (!isPossible) continue;
    left.push(world);
    recovered = recoveredFrom(left, target);
    if (left.length > 1 && recovered.length === 0) break;
  }
  return { recovered, looked, isWhole: true, runs };
}

/** More decoys than the program takes by itself: what it hides with them it can hide with fewer, more seldom. */
export const MANY_DECOYS = 20;

/** Seeds that feign nothing outside of what is hidden: all others need not be tried, which the attacker can see without a run. */
export function likelySeeds(target: Shown, count: number): readonly string[] {
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

const secretOf = (number: number): string => seedOf(500 + number);

/** What is shown of a random table; null where it cannot be published. */
export const targetOf = (number: number, most: number, decoyPercent: number): Shown | null =>
  tryOn(randomMatrix(number, SIZE, SIZE, most), secretOf(number), decoyPercent);

export const hidesTotal = (target: Shown): boolean =>
  target.some((row, at) => row.some((value, column) => value === null && (at === SIZE || column === SIZE)));

interface Study {
  readonly first: number;
  readonly last: number;
  readonly mosts: readonly number[];
}

/**
 * Every table of these numbers, by largest figure, with the program's own share of decoys: none is left out, whatever comes of it. Those
 * that cannot be published or hide nothing count for nothing.
 */
const STUDY: Study = { first: 61, last: 72, mosts: [9, 6, 4] };

interface StudiedTable {
  readonly number: number;
  readonly most: number;
  readonly hidden: number;
  readonly hasHiddenTotal: boolean;
  readonly attack: Attack;
}

/** Tables of the study that hide something, attacked with so many seeds. */
export function* studyTables(seeds: number, { first, last, mosts }: Study = STUDY): Generator<StudiedTable> {
  for (const most of mosts) {
    for (let number = first; number <= last; number += 1) {
      const target = targetOf(number, most, COUNCIL_PARAMETERS.decoyPercent);
      if (target === null || hiddenIn(target).length === 0) continue;
      const attack = matchingAttack(target, likelySeeds(target, seeds), MANY_DECOYS);
      yield { number, most, hidden: hiddenIn(target).length, hasHiddenTotal: hidesTotal(target), attack };
    }
  }
}
