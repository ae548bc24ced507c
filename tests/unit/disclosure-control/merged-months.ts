// Three months of one invented table whose values can be shown as one: for the tests of merged values and of what is measured over them.
import type { CountRecord, ValueGroup } from '#main/disclosure-control/publication-model.ts';
import { grid, randomMatrix, recordsOf } from '#tools/sdc/small-tables.ts';

export const MONTHS = ['2026-04', '2026-05', '2026-06'];
export const source = grid(6, 4);
export const EAST: ValueGroup = { name: '東', values: ['r1', 'r2'] };
const WEST: ValueGroup = { name: '西', values: ['r4', 'r6', 'r5'] };
export const groups = { row: [EAST, WEST] };
export const both = { row: [EAST, WEST], column: [{ name: 'くらし', values: ['c2', 'c3'] }] };

/** The records of the months up to `last`, from 0. */
export const recordsUpTo = (seed: number, last: number, most = 12): readonly CountRecord[] =>
  MONTHS.slice(0, last + 1).flatMap((month, index) => recordsOf(randomMatrix(seed + 100 * index, 6, 4, most), month));
