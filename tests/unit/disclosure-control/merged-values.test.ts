import { describe, expect, test } from 'vitest';
import type {
  History,
  PublicationRecord,
  TableDefinition,
  TidyFiles,
} from '#main/disclosure-control/publication-model.ts';
import { cellsOf } from '#main/disclosure-control/table-cells.ts';
import { readTidyFacts } from '#main/disclosure-control/tidy-verification.ts';
import { diceOf } from '#tools/sdc/invented-ward.ts';
import {
  type Draft,
  followedBy,
  gridTable,
  MONTH,
  NO_HISTORY,
  publish,
  published,
  randomMatrix,
  recordsOf,
  seedOf,
} from '#tools/sdc/small-tables.ts';
import { attackFiles, onlySmallHidden } from './attacked.ts';
import { both, EAST, groups, MONTHS, recordsUpTo, source } from './merged-months.ts';

const NOTHING_FOUND = { determined: 0, below: 0 };

/** Publishes one draft after another under one history; a draft that is refused is an error. */
function publishAll(drafts: readonly Omit<Draft, 'id'>[]) {
  let history: History = NO_HISTORY;
  const files: TidyFiles[] = [];
  for (const [index, draft] of drafts.entries()) {
    const outcome = published({ id: `p${index}`, source, seed: seedOf(index + 1), ...draft }, history);
    history = followedBy(history, outcome.record);
    files.push(outcome.files);
  }
  return { history, files };
}

/** Apart in the first month; as one in the second, and in the year to date; apart again in the third. */
const yearOf = (seed: number, merged: TableDefinition['groups'], measure: TableDefinition['measure'] = 'events') => {
  const more = merged === undefined ? { measure } : { measure, groups: merged };
  const toDate = (last: number) =>
    gridTable(MONTHS.slice(0, last + 1), { ...more, id: `year-${last}`, zeros: 'mayBeHidden' });
  return [
    { tables: [gridTable(['2026-04'], { measure })], records: recordsUpTo(seed, 0) },
    { tables: [gridTable(['2026-05'], more), toDate(1)], records: recordsUpTo(seed, 1) },
    { tables: [gridTable(['2026-06'], { measure }), toDate(2)], records: recordsUpTo(seed, 2) },
  ];
};

describe('tables that show values as one and tables that show them apart', () => {
  test.each([
    ['districts', 11, groups],
    ['districts', 12, groups],
    ['districts and categories', 13, both],
    ['districts and categories', 14, both],
  ])('audited under one history give nothing away: %s, ward %i', async (_, seed, merged) => {
    const { files, history } = publishAll(yearOf(seed, merged));
    const found = await attackFiles(files, 5);
    expect(found).toMatchObject(NOTHING_FOUND);
    expect(found.hidden).toBeGreaterThan(10);
    expect(history.records[1]?.tables[0]?.cells.map(({ values }) => values['row'])).toContain('東');
  });

  test('and so do tables of distinct persons, whom several categories may share', async () => {
    const dice = diceOf(5);
    const sharing = (last: number) =>
      recordsUpTo(3, last, 16).map((record) => ({
        ...record,
        personId: `${record.values['row']}-${Math.floor(dice() * 40)}`,
      }));
    const merged = { column: [{ name: 'くらし', values: ['c2', 'c3'] }] };
    const persons = (months: readonly string[], more: Partial<TableDefinition> = {}) =>
      gridTable(months, { measure: 'persons', id: `persons-${months.length}-${months.at(-1)}`, ...more });
    const all = sharing(1);
    const { files } = publishAll([
      { tables: [gridTable(['2026-04']), persons(['2026-04'])], records: all.filter(({ month }) => month === MONTH) },
      {
        tables: [persons(['2026-05'], { groups: merged }), persons(MONTHS.slice(0, 2), { groups: merged })],
        records: all,
      },
    ]);
    expect(await attackFiles(files, 5)).toMatchObject(NOTHING_FOUND);
  });

  test('of one month, at once, are safe', async () => {
    const margins = gridTable([MONTH], { id: 'margins', groups, dimensions: ['row'] });
    for (const seed of [1, 2, 3, 4]) {
      const records = recordsOf(randomMatrix(seed, 6, 4, 14));
      const tables = [gridTable([MONTH], { id: 'apart' }), gridTable([MONTH], { id: 'merged', groups: both }), margins];
      const { files } = published({ source, tables, records, seed: seedOf(seed) });
      expect(await attackFiles([files], 5)).toMatchObject(NOTHING_FOUND);
    }
  });

  test('that differ by one small district give it away where only small figures are hidden', async () => {
    const matrix = [[40], [3], [30], [20], [22], [25]].map((row) => [...row, 0, 0, 0]);
    const rows = gridTable([MONTH], { id: 'merged', dimensions: ['row'], groups: { row: [EAST] } });
    const parts = gridTable([MONTH], { id: 'apart', dimensions: ['row'] });
    const draft = { source, tables: [parts, rows], records: recordsOf(matrix), parameters: { decoyPercent: 0 } };
    const { record, files } = published(draft);
    expect(await attackFiles([files], 5)).toMatchObject(NOTHING_FOUND);
    expect(await attackFiles([onlySmallHidden(record, files)], 5)).toMatchObject({ determined: 1, below: 1 });
    const mergedAlone = published({ ...draft, tables: [rows] });
    expect(mergedAlone.record.tables[0]?.cells.filter(({ state }) => state === 'hidden')).toEqual([]);
  });

  test('with any groups, measures and months, by a second solver: nothing in what is released', async () => {
    let hidden = 0;
    for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
      const dice = diceOf(900 + seed);
      const shuffled = ['r1', 'r2', 'r3', 'r4', 'r5', 'r6'].sort(() => dice() - 0.5);
      const size = 2 + Math.floor(dice() * 3);
      const row = [{ name: '甲', values: shuffled.slice(0, size) }];
      const more = { groups: { row, ...(dice() < 0.5 ? { column: both.column } : {}) } };
      const isFirst = dice() < 0.5;
      const tables = (index: number) => [gridTable([MONTHS[index] ?? ''], (index === 0) === isFirst ? more : {})];
      const first = published({ source, tables: tables(0), records: recordsUpTo(seed, 0), seed: seedOf(seed) });
      const year = gridTable(MONTHS.slice(0, 2), { ...more, zeros: 'mayBeHidden' });
      const draft = {
        id: 'two',
        source,
        tables: [...tables(1), year],
        records: recordsUpTo(seed, 1),
        seed: seedOf(seed + 50),
      };
      const second = publish(draft, followedBy(NO_HISTORY, first.record));
      if (!second.ok) expect(second.refusal.code).toBe('not_protectable');
      const found = await attackFiles([first.files, ...(second.ok ? [second.files] : [])], 5);
      expect(found).toMatchObject(NOTHING_FOUND);
      hidden += second.ok ? found.hidden : 0;
    }
    expect(hidden).toBeGreaterThan(100);
  });
});

describe('a set of values', () => {
  const draft = { source, tables: [gridTable([MONTH], { groups: both })], records: recordsUpTo(2, 0) };
  const turned = {
    row: [
      { name: '西', values: ['r5', 'r4', 'r6'] },
      { name: '東', values: ['r2', 'r1'] },
    ],
    column: [{ name: 'くらし', values: ['c3', 'c2'] }],
  };

  test('in another order changes nothing', () => {
    const one = published(draft);
    const other = published({ ...draft, tables: [gridTable([MONTH], { groups: turned })] });
    expect(other.files).toEqual(one.files);
    expect(other.record.tables[0]?.cells).toEqual(one.record.tables[0]?.cells);
    expect(other.record.facts).toEqual(one.record.facts);
  });

  test('is the same cell in every table, whatever it is called', () => {
    const renamed = { row: [{ name: 'ひがし', values: ['r2', 'r1'] }] };
    const keys = (table: TableDefinition) => cellsOf(table, source).map(({ key }) => key);
    const shared = new Set(keys(gridTable([MONTH], { groups })));
    expect(
      keys(gridTable([MONTH], { groups: renamed })).filter((key) => key.includes('r1+r2') && !shared.has(key)),
    ).toEqual([]);
    const first = published({ ...draft, tables: [gridTable([MONTH], { groups: { row: [EAST] } })] });
    const again = published(
      { ...draft, id: 'again', tables: [gridTable([MONTH], { id: 'again', groups: renamed })], seed: seedOf(9) },
      followedBy(NO_HISTORY, first.record),
    );
    const shown = ({ tables }: PublicationRecord) => tables[0]?.cells.map(({ key, state }) => [key, state]);
    expect(shown(again.record)).toEqual(shown(first.record));
  });

  test('stands where the first of its values would, and totals are the sums of what is shown', () => {
    const { record } = published({ ...draft, records: recordsOf(randomMatrix(4, 6, 4, 40)) });
    const cells = record.tables[0]?.cells ?? [];
    expect([...new Set(cells.map(({ values }) => values['row']))]).toEqual(['東', 'r3', '西', '計']);
    const value = (row: string, column: string) =>
      cells.find(({ values }) => values['row'] === row && values['column'] === column)?.value ?? 0;
    for (const column of ['c1', 'くらし', 'c4', '計']) {
      expect(value('計', column)).toBe(value('東', column) + value('r3', column) + value('西', column));
    }
  });

  test('cannot occur when none of its values can, and is only what can occur of it otherwise', () => {
    const zeros = ['r1', 'r2', 'r4'].map((row) => ({ row, column: 'c1' }));
    const records = recordsUpTo(2, 0).filter(
      ({ values }) => !zeros.some((zero) => zero.row === values['row'] && zero.column === values['column']),
    );
    const { record, files } = published({ ...draft, source: { ...source, structuralZeros: zeros }, records });
    const state = (row: string) =>
      record.tables[0]?.cells.find(({ values }) => values['row'] === row && values['column'] === 'c1')?.state;
    expect(state('東')).toBe('structuralZero');
    expect(state('西')).not.toBe('structuralZero');
    expect(files.cellsCsv).not.toMatch(/,東,c1,/u);
  });

  test.each<[string, TableDefinition['groups']]>([
    ['one value', { row: [{ name: '東', values: ['r1'] }] }],
    ['no value', { row: [{ name: '東', values: [] }] }],
    ['an unknown value', { row: [{ name: '東', values: ['r1', 'r9'] }] }],
    ['a value twice', { row: [{ name: '東', values: ['r1', 'r1'] }] }],
    ['a value of another group', { row: [EAST, { name: '西', values: ['r2', 'r3'] }] }],
    ['the name of a value', { row: [{ name: 'r3', values: ['r1', 'r2'] }] }],
    ['the name of another group', { row: [EAST, { name: '東', values: ['r3', 'r4'] }] }],
    ['the name of a total', { row: [{ name: '計', values: ['r1', 'r2'] }] }],
    ['a name with a sign', { row: [{ name: 'r1+r2', values: ['r1', 'r2'] }] }],
    ['an unknown dimension', { age: [{ name: '東', values: ['r1', 'r2'] }] }],
  ])('is refused with %s', (_, bad) => {
    const outcome = publish({ ...draft, tables: [gridTable([MONTH], { groups: bad ?? {} })] });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'invalid_publication' } });
  });

  test('and of a dimension that the table does not show', () => {
    const tables = [gridTable([MONTH], { dimensions: ['column'], groups })];
    expect(publish({ ...draft, tables })).toMatchObject({ refusal: { code: 'invalid_publication' } });
  });

  test('a late event in a closed month is refused through a set as well', () => {
    const first = published(draft);
    const late = { source: 'grid', month: MONTH, values: { row: 'r1', column: 'c1' }, personId: 'late', count: 1 };
    const tables = [gridTable([MONTH], { id: 'apart' })];
    expect(
      publish({ ...draft, id: 'two', tables, records: [...draft.records, late] }, followedBy(NO_HISTORY, first.record)),
    ).toMatchObject({ refusal: { code: 'restated' } });
  });
});

describe('the written files', () => {
  const { record, files } = published({ source, tables: [gridTable([MONTH], { groups })], records: recordsUpTo(2, 0) });

  test('show the name of the group, carry its values, and give the certified facts back', () => {
    expect(files.cellsCsv).toMatch(/,東,c1,,/u);
    expect(files.cellsCsv).not.toMatch(/,r1,|\+/u);
    expect(JSON.parse(files.factsJson)).toMatchObject({
      tables: [{ groups: { row: [EAST, { name: '西', values: ['r4', 'r5', 'r6'] }] } }],
    });
    expect(readTidyFacts(files).facts).toEqual(record.facts);
  });

  test('are refused with a value of a group changed', () => {
    const changed = files.factsJson.replace('"name": "東"', '"name": "北"');
    expect(changed).not.toBe(files.factsJson);
    expect(() => readTidyFacts({ ...files, factsJson: changed })).toThrow(/file_differs/u);
  });
});
