import { describe, expect, test } from 'vitest';
import { readRows } from '#main/disclosure-control/atom-groups.ts';
import { createAtomSpace } from '#main/disclosure-control/atom-space.ts';
import { countTables } from '#main/disclosure-control/counting.ts';
import { factsOfTable } from '#main/disclosure-control/facts.ts';
import { openNearestWorld } from '#main/disclosure-control/nearest-world.ts';
import type { Fact, Need, WitnessDelta } from '#main/disclosure-control/publication-model.ts';
import { cellsOf, onePart } from '#main/disclosure-control/table-cells.ts';
import { flawsOfWitness, judgeFacts } from '#main/disclosure-control/witness-check.ts';
import { diceOf } from '#tools/sdc/invented-ward.ts';
import {
  enumeratedBounds,
  grid,
  gridTable,
  randomMatrix,
  recordsOf,
  solver,
  withTotals,
} from '#tools/sdc/small-tables.ts';

/** A 4 x 4 table (or smaller) of which some inner cells are hidden, whether that is safe or not. */
function invent(seed: number, rows: number, columns: number) {
  const dice = diceOf(seed);
  const matrix = randomMatrix(seed, rows, columns, 6);
  const source = grid(rows, columns);
  const table = gridTable();
  const counted = countTables([table], new Map([[source.id, source]]), recordsOf(matrix));
  const hidden = new Set<string>();
  const cells = cellsOf(table, source);
  for (const { key, totals, selection } of cells) {
    if (totals === 0 && counted.tally(selection).value > 0 && dice() < 0.6) hidden.add(key);
  }
  const shownOf = (key: string) => {
    const selection = cells.find((cell) => cell.key === key)?.selection;
    if (hidden.has(key) || selection === undefined) return { state: 'hidden' as const, shown: null };
    return { state: 'published' as const, shown: counted.tally(selection).value };
  };
  const space = createAtomSpace(new Map([[source.id, source]]));
  const facts = factsOfTable('one', table, source, shownOf, 3);
  const shown = withTotals(matrix).map((row, at) =>
    row.map((value, column) => (hidden.has(`grid|events|2026-04|column=c${column + 1}&row=r${at + 1}`) ? null : value)),
  );
  return { facts, space, truth: counted.atoms, cells, hidden, shown, columns };
}

const needFor = (parts: Need['parts'], cell: string, direction: 'up' | 'down', bound: number): Need => ({
  id: `${cell}${direction}${bound}`,
  cell,
  parts,
  direction,
  bound,
  reason: 'fewPersons',
});

const boundsByAudit = (
  made: ReturnType<typeof invent>,
  key: string,
  facts: readonly Fact[] = made.facts,
  from: WitnessDelta = {},
) => {
  const { space, truth, cells } = made;
  const parts = onePart(
    cells.find((cell) => cell.key === key)?.selection ?? { source: '', measure: 'events', months: [], where: {} },
  );
  const known = readRows(space, facts, [parts], truth);
  const search = openNearestWorld(solver, { known, truth, yielding: [], dear: new Map(), canMove: () => true });
  const judged = judgeFacts(space, facts, truth);
  const isPossible = (direction: 'up' | 'down', bound: number) => {
    const need = needFor(parts, key, direction, bound);
    const found = search.find(need, from, 5_000);
    if (typeof found !== 'object') return false;
    expect(flawsOfWitness(judged, found.delta, need)).toEqual([]);
    return true;
  };
  let most = 0;
  while (most < 60 && isPossible('up', most + 1)) most += 1;
  let least = most;
  while (least > 0 && isPossible('down', least - 1)) least -= 1;
  search.dispose();
  return { least, most };
};

describe('the audit and plain enumeration find the same bounds', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => [seed, 2 + (seed % 3), 2 + ((seed * 7) % 3)]))(
    'of every hidden cell of table %i (%i x %i)',
    (seed, rows, columns) => {
      const made = invent(seed, rows, columns);
      const bounds = enumeratedBounds(made.shown);
      for (const key of made.hidden) {
        const { row = '', column = '' } = made.cells.find((cell) => cell.key === key)?.values ?? {};
        expect(boundsByAudit(made, key)).toEqual(bounds[Number(row.slice(1)) - 1]?.[Number(column.slice(1)) - 1]);
      }
    },
  );

  test('whatever world the search starts from, and whatever facts that world breaks', () => {
    for (const seed of [1, 2, 3, 4]) {
      const made = invent(seed, 3, 3);
      const [one = '', two = ''] = made.truth.keys();
      const starts: readonly WitnessDelta[] = [{ [one]: 4 }, { [one]: -(made.truth.get(one) ?? 0), [two]: 2 }];
      for (const key of made.hidden) {
        for (const from of starts) {
          expect(boundsByAudit(made, key, made.facts, from)).toEqual(boundsByAudit(made, key));
        }
      }
    }
  });

  test('and a table in which enumeration finds a cell out is one in which the audit finds no world', () => {
    const made = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => invent(seed, 3, 3));
    const determined = made.flatMap((one) =>
      enumeratedBounds(one.shown)
        .flat()
        .filter(({ least, most }) => least === most && least > 0),
    );
    expect(determined.length).toBeGreaterThan(0);
  });
});

test('one more fact never widens an interval', () => {
  for (const seed of [11, 12, 13]) {
    const made = invent(seed, 3, 4);
    const [first = '', second = ''] = [...made.hidden];
    const before = boundsByAudit(made, first);
    const parts = onePart(
      made.cells.find((cell) => cell.key === second)?.selection ?? {
        source: '',
        measure: 'events',
        months: [],
        where: {},
      },
    );
    const value = [...made.space.expandParts(parts).keys()].reduce((sum, atom) => sum + (made.truth.get(atom) ?? 0), 0);
    const after = boundsByAudit(made, first, [...made.facts, { id: 'told', parts, lo: value, hi: value }]);
    expect(after.least).toBeGreaterThanOrEqual(before.least);
    expect(after.most).toBeLessThanOrEqual(before.most);
  }
});
