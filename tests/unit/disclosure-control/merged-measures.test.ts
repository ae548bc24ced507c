import { describe, expect, test } from 'vitest';
import { createAtomSpace, keyOf } from '#main/disclosure-control/atom-space.ts';
import { coarseCovers } from '#main/disclosure-control/merged-values.ts';
import { personFacts } from '#main/disclosure-control/person-facts.ts';
import type {
  CountRecord,
  PublicationRecord,
  Source,
  TableDefinition,
} from '#main/disclosure-control/publication-model.ts';
import {
  followedBy,
  grid,
  gridTable,
  MONTH,
  NO_HISTORY,
  published,
  recordsOf,
  seedOf,
} from '#tools/sdc/small-tables.ts';
import { both, EAST, groups, MONTHS, recordsUpTo, source } from './merged-months.ts';

describe('rounded', () => {
  const rounded = (months: readonly string[], id: string, more: Partial<TableDefinition> = {}) =>
    gridTable(months, { id, mode: 'rounded', ...more });
  const shown = ({ tables }: PublicationRecord, table = 0) =>
    new Map(tables[table]?.cells.map((cell) => [cell.key, cell.shown ?? -1]));

  test('sets are the sums of their rounded parts, within a month and over months, and stay as they are', () => {
    const apart = rounded([MONTH], 'apart');
    const first = published({
      source,
      tables: [apart, rounded([MONTH], 'merged', { groups })],
      records: recordsUpTo(7, 0),
    });
    const single = shown(first.record);
    const key = (where: Record<string, string>, months: readonly string[] = [MONTH]) =>
      keyOf({ source: 'grid', measure: 'events', months, where });
    for (const column of ['c1', 'c2', 'c3', 'c4']) {
      const parts = ['r1', 'r2'].map((row) => single.get(key({ row, column })) ?? Number.NaN);
      expect(shown(first.record, 1).get(key({ row: 'r1+r2', column }))).toBe(parts.reduce((a, b) => a + b));
    }
    const history = followedBy(NO_HISTORY, first.record);
    const tables = [
      rounded(['2026-05'], 'may', { groups }),
      rounded(MONTHS.slice(0, 2), 'year', { groups }),
      rounded([MONTH], 'again', { groups }),
    ];
    const next = published({ id: 'two', source, tables, records: recordsUpTo(7, 1), seed: seedOf(8) }, history).record;
    for (const [cell, figure] of shown(next, 1)) {
      const [april, may] = MONTHS.map((month) => cell.replace(MONTHS.slice(0, 2).join('+'), month));
      expect(figure).toBe((shown(first.record, 1).get(april ?? '') ?? 0) + (shown(next).get(may ?? '') ?? 0));
    }
    expect(shown(next, 2)).toEqual(shown(first.record, 1));
  });

  test('districts apart in the first month and as one in the second still add up in the year to date', () => {
    const first = published({ source, tables: [rounded([MONTH], 'apart')], records: recordsUpTo(7, 0) });
    const pair = { groups: { row: [EAST] } };
    const tables = [rounded(['2026-05'], 'may', pair), rounded(MONTHS.slice(0, 2), 'year', pair)];
    const draft = { id: 'two', source, tables, records: recordsUpTo(7, 1), seed: seedOf(8) };
    const next = published(draft, followedBy(NO_HISTORY, first.record)).record;
    const of = (map: ReadonlyMap<string, number>, span: string, row: string) =>
      map.get(`grid|events|${span}|column=c1&row=${row}`) ?? Number.NaN;
    const april = of(shown(first.record), MONTH, 'r1') + of(shown(first.record), MONTH, 'r2');
    expect(of(shown(next, 1), '2026-04+2026-05', 'r1+r2')).toBe(april + of(shown(next), '2026-05', 'r1+r2'));
  });
});

describe('distinct persons of several categories as one', () => {
  test('every way to put values together from sets is found, none that another one tightens', () => {
    const ways = (sets: readonly string[]) =>
      coarseCovers(['a', 'b', 'c', 'd'], sets)
        .map((way) => [...way].sort().join(' '))
        .sort();
    expect(ways([])).toEqual(['a b c d']);
    expect(ways(['a+b'])).toEqual(['a+b c d']);
    expect(ways(['a+b', 'c+d'])).toEqual(['a+b c+d']);
    expect(ways(['a+b', 'b+c'])).toEqual(['a b+c d', 'a+b c d']);
    expect(ways(['a+b', 'a+b+c'])).toEqual(['a+b c d', 'a+b+c d']);
  });

  test('are at least those of each, at most the sum, and so is the total with them', () => {
    const narrow: Source = grid(1, 3);
    const table = gridTable([MONTH], {
      measure: 'persons',
      groups: { column: [{ name: 'くらし', values: ['c2', 'c1'] }] },
    });
    const facts = personFacts(
      [{ publication: 'one', source: narrow, table }],
      createAtomSpace(new Map([['grid', narrow]])),
    );
    const told = facts.map(({ parts }) =>
      parts
        .map(
          ({ coef, selection }) =>
            `${coef > 0 ? '+' : '-'}${selection.measure === 'events' ? 'e' : ''}${selection.where['column'] ?? '*'}`,
        )
        .join(' '),
    );
    for (const rule of ['+c1+c2 -c1', '+c1+c2 -c2', '+c1 +c2 -c1+c2', '+* -c1+c2', '+c1+c2 +c3 -*', '+ec1+c2 -c1+c2']) {
      expect(told).toContain(rule);
    }
  });

  test('one person with both is one person in the set', () => {
    const persons = gridTable([MONTH], { measure: 'persons', groups: both });
    const large = recordsOf([1, 2, 3, 4, 5, 6].map(() => [30, 30, 30, 30]));
    const shared = large.map((record) => ({ ...record, personId: record.personId.replace(/-\d-(\d+)$/u, '-$1') }));
    const { record } = published({ source, tables: [persons], records: shared, parameters: { decoyPercent: 0 } });
    const value = (row: string, column: string) =>
      record.tables[0]?.cells.find(({ values }) => values['row'] === row && values['column'] === column)?.value;
    expect(value('r3', 'くらし')).toBe(30);
    expect(value('東', 'くらし')).toBe(60);
    expect(value('計', '計')).toBe(180);
  });
});

describe('stocks', () => {
  const STOCK: Source = {
    id: 'stock',
    kind: 'stock',
    dimensions: [
      { id: 'district', values: ['d1', 'd2', 'd3'], onePerPerson: true },
      { id: 'age', values: ['a1', 'a2'], onePerPerson: true },
    ],
  };
  const NEIGHBOURS = { district: [{ name: '東', values: ['d1', 'd2'] }] };
  const stock = (month: string, merged?: TableDefinition['groups']): TableDefinition => ({
    id: `stock-${month}`,
    source: 'stock',
    measure: 'stock',
    months: [month],
    dimensions: ['district', 'age'],
    mode: 'suppressed',
    ...(merged === undefined ? {} : { groups: merged }),
  });
  const residents = (more: number, month: string): readonly CountRecord[] =>
    ['d1', 'd2', 'd3'].flatMap((district) =>
      ['a1', 'a2'].flatMap((age) =>
        Array.from({ length: 20 + (district === 'd1' && age === 'a1' ? more : 0) }, (_, index) => ({
          source: 'stock',
          month,
          values: { district, age },
          personId: `${district}-${age}-${index}`,
          count: 1,
        })),
      ),
    );

  test.each([
    ['apart, then as one', undefined, NEIGHBOURS],
    ['as one, then apart', NEIGHBOURS, undefined],
  ])('a small change of a set is sensitive: %s', (_, before, after) => {
    const quiet = { decoyPercent: 0 };
    const first = published({
      sources: [STOCK],
      tables: [stock(MONTH, before)],
      records: residents(0, MONTH),
      parameters: quiet,
    });
    const second = (more: number) =>
      published(
        {
          id: 'two',
          sources: [STOCK],
          tables: [stock('2026-05', after)],
          records: residents(more, '2026-05'),
          parameters: quiet,
        },
        followedBy(NO_HISTORY, first.record),
      ).record;
    const differences = (record: PublicationRecord) =>
      record.certificate.protections.filter(({ need }) => need.reason === 'difference').map(({ need }) => need.cell);
    expect(differences(second(2)).some((cell) => cell.includes('d1+d2'))).toBe(true);
    expect(differences(second(7))).toEqual([]);
    expect(second(2).tables[0]?.cells.some(({ state }) => state === 'hidden')).toBe(true);
  });
});
