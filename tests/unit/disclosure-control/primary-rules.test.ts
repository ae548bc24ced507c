import { describe, expect, test } from 'vitest';
import {
  type CountRecord,
  PUBLIC_PARAMETERS,
  type PublicationRecord,
  type Source,
  type TableDefinition,
} from '#main/disclosure-control/publication-model.ts';
import {
  followedBy,
  grid,
  gridTable,
  MONTH,
  NO_HISTORY,
  publish,
  published,
  recordsOf,
  seedOf,
} from '#tools/sdc/small-tables.ts';

const LARGE = [
  [30, 25, 28, 31],
  [27, 33, 29, 26],
  [35, 24, 30, 28],
  [26, 29, 27, 32],
] as const;

const cellOf = ({ tables }: PublicationRecord, values: Readonly<Record<string, string>>) =>
  tables[0]?.cells.find((cell) =>
    Object.entries(values).every(([dimension, value]) => cell.values[dimension] === value),
  );

const without = (row: string, column: string) =>
  recordsOf(LARGE).filter(({ values }) => values['row'] !== row || values['column'] !== column);

const events = (row: string, column: string, persons: readonly number[]): readonly CountRecord[] =>
  persons.map((count, index) => ({
    source: 'grid',
    month: MONTH,
    values: { row, column },
    personId: `p${index}`,
    count,
  }));

describe('persons decide, not events', () => {
  test('one person with 50 events is hidden', () => {
    const records = [...without('r2', 'c2'), ...events('r2', 'c2', [50])];
    const { record } = published({ tables: [gridTable()], records });
    expect(cellOf(record, { row: 'r2', column: 'c2' })).toMatchObject({
      state: 'hidden',
      value: 50,
      persons: 1,
      reason: 'fewPersons',
    });
    const needs = record.certificate.protections.filter(
      ({ need }) => need.reason === 'fewPersons' && need.cell.includes('c2&row=r2'),
    );
    expect(needs.map(({ need }) => [need.direction, need.bound]).sort()).toEqual([
      ['down', 40],
      ['up', 60],
    ]);
  });

  test('so are ten persons of whom one has more than 80 % of the events', () => {
    const records = [...without('r2', 'c2'), ...events('r2', 'c2', [40, 1, 1, 1, 1, 1, 1, 1, 1, 1])];
    expect(cellOf(published({ tables: [gridTable()], records }).record, { row: 'r2', column: 'c2' })).toMatchObject({
      reason: 'dominance',
    });
  });

  test('and ten of whom one has 80 % are not', () => {
    const records = [...without('r2', 'c2'), ...events('r2', 'c2', [36, 1, 1, 1, 1, 1, 1, 1, 1, 1])];
    const { record } = published({ tables: [gridTable()], records, parameters: { decoyPercent: 0 } });
    expect(record.tables[0]?.cells.filter(({ state }) => state === 'hidden')).toEqual([]);
  });

  test('the hidden part of a total that is shown has at least k persons behind it', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const records = [...without('r2', 'c2'), ...events('r2', 'c2', [1, 1])];
      const { record } = published({ tables: [gridTable()], records, seed: seedOf(seed) });
      const row = record.tables[0]?.cells.filter(({ values }) => values['row'] === 'r2') ?? [];
      const hidden = row.filter(({ state, values }) => state === 'hidden' && values['column'] !== '計');
      const isTotalShown = row.find(({ values }) => values['column'] === '計')?.state === 'published';
      if (isTotalShown) expect(hidden.reduce((sum, { persons }) => sum + persons, 0)).toBeGreaterThanOrEqual(5);
    }
  });
});

test('the public rules hide what the council may see: nine persons', () => {
  const records = [...without('r2', 'c2'), ...events('r2', 'c2', [1, 1, 1, 1, 1, 1, 1, 1, 1])];
  const stateUnder = (parameters: Partial<typeof PUBLIC_PARAMETERS>) =>
    cellOf(published({ tables: [gridTable()], records, parameters }).record, { row: 'r2', column: 'c2' })?.state;
  expect(stateUnder({ decoyPercent: 0 })).toBe('published');
  expect(stateUnder(PUBLIC_PARAMETERS)).toBe('hidden');
});

describe('empty and thin', () => {
  test('a month with nothing is published as zeros', () => {
    const { record } = published({ tables: [gridTable()], records: [] });
    expect(new Set(record.tables[0]?.cells.map(({ shown }) => shown))).toEqual(new Set([0]));
  });

  test('a month with two persons in all hides its grand total too', () => {
    const outcome = publish({
      source: grid(2, 2),
      tables: [gridTable()],
      records: recordsOf([
        [1, 0],
        [0, 1],
      ]),
    });
    if (outcome.ok) expect(cellOf(outcome.record, { row: '計', column: '計' })?.state).toBe('hidden');
    else expect(outcome.refusal.code).toBe('not_protectable');
  });
});

const STOCK: Source = {
  id: 'stock',
  kind: 'stock',
  dimensions: [
    { id: 'district', values: ['d1', 'd2', 'd3', 'd4'], onePerPerson: true },
    { id: 'age', values: ['a1', 'a2', 'a3'], onePerPerson: true },
  ],
};

const stockTable = (month: string): TableDefinition => ({
  id: `stock-${month}`,
  source: 'stock',
  measure: 'stock',
  months: [month],
  dimensions: ['district', 'age'],
  mode: 'suppressed',
});

const residents = (matrix: readonly (readonly number[])[], month: string): readonly CountRecord[] =>
  matrix.flatMap((row, district) =>
    row.flatMap((count, age) =>
      Array.from({ length: count }, (_, index) => ({
        source: 'stock',
        month,
        values: { district: `d${district + 1}`, age: `a${age + 1}` },
        personId: `${district}-${age}-${index}`,
        count: 1,
      })),
    ),
  );

describe('stocks', () => {
  const quiet = { decoyPercent: 0 };

  test('a row whose people are all in one category is hidden, however many they are', () => {
    const matrix = [
      [20, 0, 0],
      [12, 14, 11],
      [13, 15, 12],
      [14, 12, 13],
    ];
    const { record } = published({
      sources: [STOCK],
      tables: [stockTable(MONTH)],
      records: residents(matrix, MONTH),
      parameters: quiet,
    });
    const row = record.tables[0]?.cells.filter(({ values }) => values['district'] === 'd1') ?? [];
    expect(row.some(({ state }) => state === 'hidden')).toBe(true);
    expect(record.certificate.protections.some(({ need }) => need.reason === 'group')).toBe(true);
  });

  test('a change of 1 to k-1 since the last stock is hidden, a larger one is not', () => {
    const before = [
      [20, 15, 18],
      [12, 14, 11],
      [13, 15, 12],
      [14, 12, 13],
    ];
    const small = before.map((row, district) => row.map((count, age) => count + (district === 1 && age === 1 ? 2 : 0)));
    const large = before.map((row) => row.map((count) => count + 9));
    const first = published({
      id: 'first',
      sources: [STOCK],
      tables: [stockTable('2026-03')],
      records: residents(before, '2026-03'),
      parameters: quiet,
    });
    const history = followedBy(NO_HISTORY, first.record);
    const hiddenOf = (matrix: readonly (readonly number[])[]) => {
      const draft = {
        id: 'second',
        sources: [STOCK],
        tables: [stockTable(MONTH)],
        records: residents(matrix, MONTH),
        parameters: quiet,
      };
      return (
        published(draft, history)
          .record.tables[0]?.cells.filter(({ state }) => state === 'hidden')
          .map(({ values }) => values) ?? []
      );
    };
    expect(hiddenOf(small)).toContainEqual({ district: 'd2', age: 'a2' });
    expect(hiddenOf(large)).toEqual([]);
  });
});

describe('tables of distinct persons', () => {
  const persons = gridTable([MONTH], { id: 'persons', measure: 'persons' });

  test('are audited together with those of events', () => {
    const records = [...without('r1', 'c1'), ...events('r1', 'c1', [3, 2]), ...events('r1', 'c2', [1, 4])];
    const { record } = published({ tables: [gridTable(), persons], records });
    expect(cellOf({ ...record, tables: record.tables.slice(1) }, { row: 'r1', column: 'c1' })).toMatchObject({
      state: 'hidden',
      value: 2,
    });
  });

  test('are refused when a person is in two districts', () => {
    const records = [...recordsOf(LARGE), ...events('r1', 'c1', [1]), ...events('r2', 'c1', [1])];
    expect(publish({ tables: [persons], records })).toMatchObject({ refusal: { code: 'invalid_publication' } });
  });
});
