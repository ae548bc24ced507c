import { describe, expect, test } from 'vitest';
import type {
  CountRecord,
  History,
  PublicationRecord,
  Source,
  TableDefinition,
  TidyFiles,
} from '#main/disclosure-control/publication-model.ts';
import {
  followedBy,
  grid,
  gridTable,
  MONTH,
  NO_HISTORY,
  published,
  randomMatrix,
  recordsOf,
  seedOf,
} from '#tools/sdc/small-tables.ts';
import { attackedCells, attackFiles, onlySmallHidden } from './attacked.ts';

const SAFE = { determined: 0, below: 0 };
const quiet = { decoyPercent: 0 };
const WARD: readonly (readonly number[])[] = [
  [30, 25, 28, 31],
  [27, 33, 29, 26],
  [35, 24, 30, 28],
  [26, 29, 27, 32],
];

const without = (row: string, column: string) =>
  recordsOf(WARD).filter(({ values }) => values['row'] !== row || values['column'] !== column);

/** Figures as they are shown, `＊` where hidden, by `row column`. */
const shownOf = ({ tables }: PublicationRecord, table = 0) =>
  new Map(tables[table]?.cells.map(({ values, shown }) => [Object.values(values).join(' '), shown ?? '＊'] as const));

const hiddenIn = (record: PublicationRecord, table = 0): readonly string[] =>
  [...shownOf(record, table)].filter(([, shown]) => shown === '＊').map(([cell]) => cell);

test('one person with 50 consultations: ＊, at least 20 % open to both sides, a rectangle of others and every total shown', async () => {
  const fifty = { source: 'grid', month: MONTH, values: { row: 'r2', column: 'c2' }, personId: 'often', count: 50 };
  const { record, files } = published({
    tables: [gridTable()],
    records: [...without('r2', 'c2'), fifty],
    parameters: quiet,
  });
  expect(hiddenIn(record)).toContain('r2 c2');
  expect(hiddenIn(record).length).toBe(4);
  expect(hiddenIn(record).filter((cell) => cell.includes('計'))).toEqual([]);
  const interval = (await attackedCells([files], 5)).get('one grid-2026-04 r2 × c2');
  expect(interval?.most).toBeGreaterThanOrEqual(60);
  expect(interval?.least).toBeLessThanOrEqual(40);
  expect(await attackFiles([files], 5)).toMatchObject(SAFE);
});

test('what cannot occur covers for nothing: no line, no change in any witness, never hidden', async () => {
  const zeros = [
    { row: 'r1', column: 'c2' },
    { row: 'r2', column: 'c1' },
    { row: 'r3', column: 'c4' },
  ];
  const cannotOccur = ({ row, column }: Readonly<Record<string, string>>) =>
    zeros.some((zero) => zero.row === row && zero.column === column);
  for (const seed of [1, 2, 3, 4]) {
    const records = recordsOf(randomMatrix(seed, 4, 4, 14)).filter(({ values }) => !cannotOccur(values));
    const source = { ...grid(4, 4), structuralZeros: zeros };
    const { record, files } = published({ source, tables: [gridTable()], records, seed: seedOf(seed) });
    const cells = record.tables[0]?.cells ?? [];
    expect(cells.filter(({ values }) => cannotOccur(values)).map(({ state }) => state)).toEqual(
      zeros.map(() => 'structuralZero'),
    );
    expect(files.cellsCsv).not.toMatch(/,r1,c2,|,r2,c1,|,r3,c4,/u);
    const moved = record.certificate.protections.flatMap(({ witness }) => Object.keys(witness));
    expect(moved.filter((atom) => /r1\/c2|r2\/c1|r3\/c4/u.test(atom))).toEqual([]);
    expect(moved.length).toBeGreaterThan(10);
    expect(await attackFiles([files], 5)).toMatchObject(SAFE);
  }
});

const RESIDENTS: Source = {
  id: 'residents',
  kind: 'stock',
  dimensions: [
    { id: 'district', values: ['d1', 'd2', 'd3', 'd4'], onePerPerson: true },
    { id: 'age', values: ['child', 'adult', 'old'], onePerPerson: true },
  ],
};

const residentsTable: TableDefinition = {
  id: 'residents',
  source: 'residents',
  measure: 'stock',
  months: [MONTH],
  dimensions: ['district', 'age'],
  mode: 'suppressed',
};

const residents = (matrix: readonly (readonly number[])[]): readonly CountRecord[] =>
  matrix.flatMap((row, district) =>
    row.flatMap((count, age) =>
      Array.from({ length: count }, (_, index) => ({
        source: 'residents',
        month: MONTH,
        values: { district: `d${district + 1}`, age: ['child', 'adult', 'old'][age] ?? '' },
        personId: `${district}-${age}-${index}`,
        count: 1,
      })),
    ),
  );

const publishResidents = (matrix: readonly (readonly number[])[]) =>
  published({ sources: [RESIDENTS], tables: [residentsTable], records: residents(matrix), parameters: quiet });

test('the only child of a district: ＊ that may be 0 or five, the children of the ward shown', async () => {
  const { record, files } = publishResidents([
    [1, 20, 31],
    [8, 24, 29],
    [9, 27, 22],
    [11, 25, 30],
  ]);
  expect(hiddenIn(record)).toContain('d1 child');
  expect(hiddenIn(record).length).toBeLessThanOrEqual(6);
  expect(shownOf(record).get('計 child')).toBe(29);
  expect(shownOf(record).get('計 計')).toBe(237);
  const interval = (await attackedCells([files], 5)).get('one residents d1 × child');
  expect(interval?.least).toBeLessThanOrEqual(0);
  expect(interval?.most).toBeGreaterThanOrEqual(5);
  expect(await attackFiles([files], 5)).toMatchObject(SAFE);
  expect(await attackFiles([onlySmallHidden(record, files)], 5)).toMatchObject({ determined: 1 });
});

test('a district with four people: its total and one more are ＊, not the ward', async () => {
  const { record, files } = publishResidents([
    [1, 1, 2],
    [18, 24, 29],
    [19, 27, 22],
    [16, 25, 30],
  ]);
  const hidden = hiddenIn(record);
  for (const cell of ['d1 child', 'd1 adult', 'd1 old', 'd1 計']) expect(hidden).toContain(cell);
  const totals = hidden.filter((cell) => cell.endsWith(' 計'));
  expect(totals.length).toBeGreaterThanOrEqual(2);
  expect(totals).not.toContain('計 計');
  expect(shownOf(record).get('計 計')).toBe(214);
  expect(hidden.length).toBeLessThanOrEqual(12);
  expect((await attackedCells([files], 5)).get('one residents d1 × 計')?.most).toBeGreaterThanOrEqual(5);
  expect(await attackFiles([files], 5)).toMatchObject(SAFE);
  expect((await attackFiles([onlySmallHidden(record, files)], 5)).determined).toBeGreaterThan(0);
});

const MONTHS = ['2026-04', '2026-05', '2026-06'];

/** Each month with its margins of the year to date, under one history. */
function publishYear(matrices: readonly (readonly (readonly number[])[])[]) {
  let history: History = NO_HISTORY;
  const files: TidyFiles[] = [];
  matrices.forEach((_, index) => {
    const toDate = MONTHS.slice(0, index + 1);
    const margins = ['row', 'column'].map((id) => gridTable(toDate, { id: `year-${id}`, dimensions: [id] }));
    const outcome = published(
      {
        id: `m${index}`,
        source: grid(4, 4),
        tables: [gridTable([MONTHS[index] ?? '']), ...(index > 0 ? margins : [])],
        records: matrices.slice(0, index + 1).flatMap((matrix, month) => recordsOf(matrix, MONTHS[month])),
        parameters: quiet,
        seed: seedOf(index),
      },
      history,
    );
    history = followedBy(history, outcome.record);
    files.push(outcome.files);
  });
  return { records: history.records, files };
}

const EMPTY = WARD.map((row) => row.map(() => 0));
const SMALL = [
  [30, 2, 28, 31],
  [27, 33, 29, 26],
  [35, 24, 1, 28],
  [26, 29, 27, 32],
];

describe('a month with nothing', () => {
  test('is zeros between others, the year to date stands still, and nothing comes out by subtraction', async () => {
    const { records, files } = publishYear([SMALL, EMPTY, SMALL.toReversed()]);
    expect([...shownOf(records[1] as PublicationRecord).values()].every((shown) => shown === 0)).toBe(true);
    expect(shownOf(records[1] as PublicationRecord, 1).get('r2')).toBe(115);
    expect(shownOf(records[1] as PublicationRecord, 1).get('計')).toBe(408);
    expect(hiddenIn(records[0] as PublicationRecord)).toContain('r1 c2');
    expect(await attackFiles(files, 5)).toMatchObject(SAFE);
  });
});

describe('a category that empties', () => {
  const gone = (column: number, left: number) => WARD.map((row, at) => row.with(column, at === 0 ? left : 0));

  test('shows its 0, and the year to date says no more than the months', async () => {
    const { records, files } = publishYear([WARD, gone(2, 0)]);
    const [, may] = records;
    expect(shownOf(may as PublicationRecord).get('計 c3')).toBe(0);
    const before = WARD.reduce((sum, row) => sum + (row[2] ?? 0), 0);
    expect(shownOf(may as PublicationRecord, 2).get('c3')).toBe(before);
    expect(hiddenIn(may as PublicationRecord)).toEqual([]);
    expect(await attackFiles(files, 5)).toMatchObject({ hidden: 0, ...SAFE });
  });

  test('but for two persons has its figure, its total and its year to date hidden: subtraction gives none of them', async () => {
    const { records, files } = publishYear([WARD, gone(2, 2), gone(2, 0)]);
    const may = records[1] as PublicationRecord;
    for (const cell of ['r1 c3', '計 c3']) expect(hiddenIn(may)).toContain(cell);
    expect(hiddenIn(may, 2)).toContain('c3');
    expect(hiddenIn(records[2] as PublicationRecord, 2)).toContain('c3');
    expect(shownOf(may).get('計 計')).toBe(may.tables[0]?.cells.at(-1)?.value);
    for (const [first, second] of [
      [0, 1],
      [1, 2],
      [0, 2],
    ]) {
      const pair = [files[first ?? 0], files[second ?? 0]].flatMap((one) => one ?? []);
      expect(await attackFiles(pair, 5)).toMatchObject(SAFE);
    }
    expect(await attackFiles(files, 5)).toMatchObject(SAFE);
    const control = records.map((record, index) => onlySmallHidden(record, files[index] as TidyFiles));
    expect((await attackFiles(control, 5)).determined).toBeGreaterThan(0);
  });
});
