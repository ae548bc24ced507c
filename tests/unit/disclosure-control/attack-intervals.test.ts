// The attacker's own arithmetic: what is known of a hidden figure, and exports that no world agrees with.
import { describe, expect, test } from 'vitest';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import type { KnownRow } from '#tools/sdc/attack/knowledge.ts';

const row = (terms: Readonly<Record<string, number>>, lo: number, hi: number): KnownRow => ({
  terms: new Map(Object.entries(terms)),
  lo,
  hi,
});

describe('the attack', () => {
  test('finds what a total and a shown part leave of a hidden one', async () => {
    const rows = new Map([
      ['total', row({ a: 1, b: 1, c: 1 }, 9, 9)],
      ['a', row({ a: 1 }, 4, 4)],
      ['b', row({ b: 1 }, 1, 1_000)],
      ['c', row({ c: 1 }, 1, 1_000)],
    ]);
    const targets = ['b', 'c'].map((name) => ({ table: 't', cell: name, row: name }));
    for (const isFull of [true, false]) {
      const found = await attackIntervals({ rows, targets }, 5, isFull);
      expect([...found]).toEqual(
        expect.arrayContaining([
          ['b', { least: 1, most: 4 }],
          ['c', { least: 1, most: 4 }],
        ]),
      );
    }
  });

  test('says so when no world agrees with the exports', async () => {
    const rows = new Map([
      ['total', row({ a: 1, b: 1 }, 3, 3)],
      ['a', row({ a: 1 }, 4, 4)],
      ['b', row({ b: 1 }, 0, 1_000)],
    ]);
    const targets = [{ table: 't', cell: 'b', row: 'b' }];
    await expect(attackIntervals({ rows, targets }, 5, true)).rejects.toThrow('The exports contradict each other.');
  });
});
