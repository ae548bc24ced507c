// Attacks what the small-number rule publishes: by subtraction, by trying every world, over the months. The unprotected controls must fall.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cell, CountTable } from '#main/features/reports/monthly-statistics.ts';
import { protectFlow, protectGroup, protectTable, type RawFlow } from '#main/features/reports/small-number-rule.ts';
import { attackAdditive, attackOverlapping, hideOnlySmall, hideTwoWithK } from './attacker.ts';

const K = 3;
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const code = (index: number) => `row${index}`;

const additive = (persons: readonly number[]): CountTable => ({
  rows: persons.map((value, index) => ({ code: code(index), events: value, persons: value })),
  total: { events: sum(persons), persons: sum(persons) },
});

/** Rows with persons in several of them: `total` persons lie anywhere that the rows allow. */
const overlapping = fc
  .array(fc.record({ persons: fc.integer({ min: 0, max: 5 }), more: fc.integer({ min: 0, max: 2 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .chain((cells) => {
    const persons = cells.map((cell) => cell.persons);
    return fc.integer({ min: Math.max(...persons), max: sum(persons) }).map((total): CountTable => {
      const rows = cells.map((cell, index) => ({
        code: code(index),
        persons: cell.persons,
        events: cell.persons === 0 ? 0 : cell.persons + cell.more,
      }));
      return { rows, total: { persons: total, events: sum(rows.map(({ events }) => events)) } };
    });
  });

/** Every table of up to four rows with 0 to 6 persons each. */
function* everySmallTable(): Generator<CountTable> {
  for (let rows = 1; rows <= 4; rows++) {
    for (let number = 0; number < 7 ** rows; number++) {
      yield additive(Array.from({ length: rows }, (_, index) => Math.floor(number / 7 ** index) % 7));
    }
  }
}

describe('a table with its total', () => {
  it('never lets an attacker who tries every world say that a hidden cell is below the threshold (2,800 tables)', () => {
    for (const table of everySmallTable()) {
      for (const { most } of attackAdditive(protectTable(table, K), 30)) {
        expect(most, JSON.stringify(table)).toBeGreaterThanOrEqual(K);
      }
    }
  });

  it('positive control: hiding only the small cells, or two cells with k persons, the attacker finds exact numbers', () => {
    let foundAfterHidingSmall = 0;
    let foundAfterTwoWithK = 0;
    for (const table of everySmallTable()) {
      const isExact = ({ least, most }: { least: number; most: number }) => least === most && most < K;
      foundAfterHidingSmall += attackAdditive(hideOnlySmall(table, K), 30).filter(isExact).length;
      foundAfterTwoWithK += attackAdditive(hideTwoWithK(table, K), 30).filter(isExact).length;
    }
    expect(foundAfterHidingSmall).toBeGreaterThan(100);
    expect(foundAfterTwoWithK).toBeGreaterThan(0);
  });

  it('holds where persons are in several rows, and 延べ is published beside 実人数', () => {
    fc.assert(
      fc.property(overlapping, (table) => {
        for (const { most } of attackOverlapping(protectTable(table, K), 12)) {
          expect(most).toBeGreaterThanOrEqual(K);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('shows no figure of 1 to k-1 persons, and shows every 0 of a table', () => {
    fc.assert(
      fc.property(overlapping, (table) => {
        const { rows, total } = protectTable(table, K);
        for (const { cell } of [...rows, { cell: total }]) {
          expect(cell === null || cell.persons === 0 || cell.persons >= K).toBe(true);
        }
        table.rows.forEach((row, index) => {
          expect(row.persons === 0 ? rows[index]?.cell : null).toEqual(
            row.persons === 0 ? { events: 0, persons: 0 } : null,
          );
        });
      }),
    );
  });

  it('hides by persons, not by events: 50 visits to one person are hidden', () => {
    const cells: (Cell & { code: string })[] = [
      { code: 'phone', events: 50, persons: 1 },
      { code: 'visit', events: 40, persons: 30 },
      { code: 'meal', events: 12, persons: 12 },
    ];
    const { rows } = protectTable({ rows: cells, total: { events: 102, persons: 35 } }, 10);
    expect(rows.map(({ cell }) => cell?.events ?? '＊')).toEqual(['＊', 40, '＊']);
  });

  it('shows everything when nothing is small', () => {
    const table = additive([0, 3, 6]);
    expect(protectTable(table, K).rows.every(({ cell }) => cell !== null)).toBe(true);
  });
});

describe('tables that share a total', () => {
  it('hides the total in all of them where one cannot be protected', () => {
    const [a, b] = protectGroup([additive([1, 2]), additive([3, 0])], K);
    expect(a).toEqual({
      rows: [
        { code: 'row0', cell: null },
        { code: 'row1', cell: null },
      ],
      total: null,
    });
    expect(b?.total).toBeNull();
    expect(b?.rows.map(({ cell }) => cell)).toEqual([null, { events: 0, persons: 0 }]);
  });
});

/** The persons of two months: where they were at the start, who came and went, and to which of two 地域 and reasons they belong. */
const flows = fc
  .record({
    start: fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 2 }),
    months: fc.array(
      fc.record({
        added: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 2 }),
        ended: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 2 }),
        moved: fc.integer({ min: 0, max: 10 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  })
  .map(({ start, months }) => {
    let stock = start;
    return months.map(({ added, ended, moved }): RawFlow => {
      const gone = ended.map((value, index) => Math.min(value, (stock[index] ?? 0) + (added[index] ?? 0)));
      const before = stock;
      stock = stock.map((value, index) => value + (added[index] ?? 0) - (gone[index] ?? 0));
      const byReason = Math.min(moved, sum(gone));
      return {
        flow: { start: sum(before), added: sum(added), ended: sum(gone), end: sum(stock) },
        endedByReason: additive([byReason, sum(gone) - byReason]),
        stockBefore: additive(before),
        stockAfter: additive(stock),
      };
    });
  });

/** All pairs of 新規 and 終了 that agree with one published month; a hidden one may be 0 here. */
function attackFlow({ flow, endedByReason }: ReturnType<typeof protectFlow>, most: number) {
  const options = (value: number | null) => (value === null ? Array.from({ length: most + 1 }, (_, n) => n) : [value]);
  const added = new Set<number>();
  const ended = new Set<number>();
  for (const start of options(flow.start)) {
    for (const plus of options(flow.added)) {
      for (const minus of options(flow.ended)) {
        const reasons = endedByReason.rows.map(({ cell }) => cell?.persons ?? null);
        const agrees = reasons.includes(null) || sum(reasons.map((value) => value ?? 0)) === minus;
        const end = start + plus - minus;
        if (agrees && end >= 0 && (flow.end === null ? end <= most : end === flow.end)) {
          added.add(plus);
          ended.add(minus);
        }
      }
    }
  }
  return { added: [...added], ended: [...ended] };
}

describe('the persons of a month', () => {
  it('never gives back a small 新規 or 終了, not even with the month before it', () => {
    fc.assert(
      fc.property(flows, (months) => {
        const published = months.map((month) => protectFlow(month, K));
        published.forEach((month, index) => {
          // What a neighbouring month says of the same day is known too.
          const start = month.flow.start ?? published[index - 1]?.flow.end ?? null;
          const end = month.flow.end ?? published[index + 1]?.flow.start ?? null;
          const known = attackFlow({ ...month, flow: { ...month.flow, start, end } }, 40);
          const raw = months[index]?.flow;
          for (const name of ['added', 'ended'] as const) {
            const value = raw?.[name] ?? 0;
            if (value > 0 && value < K) {
              expect(known[name].length).toBeGreaterThan(1);
              expect(Math.max(...known[name])).toBeGreaterThanOrEqual(K);
            }
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('says the same of a day as month end and as the next month’s start', () => {
    fc.assert(
      fc.property(flows, (months) => {
        const published = months.map((month) => protectFlow(month, K));
        if (published[1]) {
          expect(published[1].flow.start).toBe(published[0]?.flow.end);
        }
      }),
    );
  });

  it('positive control: with 終了 shown as 0, the attacker subtracts 新規 from the two month ends', () => {
    const raw: RawFlow = {
      flow: { start: 20, added: 2, ended: 0, end: 22 },
      endedByReason: additive([0, 0]),
      stockBefore: additive([10, 10]),
      stockAfter: additive([11, 11]),
    };
    const careless = { ...protectFlow(raw, K), flow: { start: 20, added: null, ended: 0, end: 22 } };
    expect(attackFlow(careless, 40).added).toEqual([2]);
    const { flow, endedByReason } = protectFlow(raw, K);
    expect(flow).toEqual({ start: 20, added: null, ended: null, end: 22 });
    expect(endedByReason.rows.map(({ cell }) => cell)).toEqual([null, null]);
  });

  it('publishes the whole month when nothing in it is small', () => {
    const raw: RawFlow = {
      flow: { start: 20, added: 4, ended: 3, end: 21 },
      endedByReason: additive([3, 0]),
      stockBefore: additive([10, 10]),
      stockAfter: additive([11, 10]),
    };
    expect(protectFlow(raw, K).flow).toEqual(raw.flow);
  });
});
