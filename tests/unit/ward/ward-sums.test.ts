// The ward's tables against what really happened: what is shown is the true sum, and what is said of a ＊ holds.
import { beforeAll, expect, it } from 'vitest';
import type { CountRecord } from '#main/disclosure-control/publication-model.ts';
import { startSolver } from '#main/disclosure-control/solver.ts';
import { checkAsOutsider } from '#main/features/ward/outsider-check.ts';
import { readPackage } from '#main/features/ward/read-package.ts';
import { sortPackages } from '#main/features/ward/ward-packages.ts';
import type { WardPackage } from '#main/features/ward/ward-registers.ts';
import { factsOf, type WardTable, wardTables } from '#main/features/ward/ward-sums.ts';
import { layOut } from '#main/features/ward/ward-tables.ts';
import { wordsOf } from '#main/features/ward/ward-words.ts';
import { type MadeWard, makeWard, REGISTERS } from '#tools/demo/invented-packages.ts';

let ward: MadeWard;
let packages: readonly WardPackage[];
let tables: readonly WardTable[];
beforeAll(async () => {
  ward = await makeWard();
  const opened = ward.packages.map((made, index) => ({
    ...readPackage(made),
    id: String(index),
    folderName: String(index),
  }));
  packages = sortPackages(opened).kept;
  tables = wardTables(packages);
}, 120_000);

const crossing = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  );

const cellsOf = ({ dimensions }: WardTable) => crossing(dimensions.map(({ names }) => [...names, '計']));

function truthIn(records: readonly CountRecord[], { table, dimensions }: WardTable, names: readonly string[]): number {
  const { source, months, measure } = table.definition;
  const counted = records.filter(
    (record) =>
      record.source === source &&
      months.includes(record.month) &&
      dimensions.every(({ id }, at) => names[at] === '計' || record.values[id] === names[at]),
  );
  if (measure === 'persons') return new Set(counted.map(({ personId }) => personId)).size;
  return counted.reduce((sum, { count }) => sum + count, 0);
}

const truthOf = (table: WardTable, names: readonly string[]) =>
  table.registers.reduce((sum, register) => sum + truthIn(ward.records[register] ?? [], table, names), 0);

it('every shown figure is the true sum over the registers, and many are shown', () => {
  let shown = 0;
  for (const table of tables) {
    for (const names of cellsOf(table)) {
      const figure = table.figureOf(names);
      if (figure === null) continue;
      expect([table.table.definition.id, names, figure.value]).toEqual([
        table.table.definition.id,
        names,
        truthOf(table, names),
      ]);
      shown += 1;
    }
  }
  expect(shown).toBeGreaterThan(200);
});

it('a figure is ＊ exactly where some register hides its part', () => {
  for (const table of tables) {
    for (const names of cellsOf(table)) {
      const isHidden = packages.some(({ tables: own }) =>
        own.some(
          (one) =>
            one.definition.id === table.table.definition.id &&
            one.definition.months.join() === table.table.definition.months.join() &&
            one.cells.get(names.join(',')) === null,
        ),
      );
      expect(table.figureOf(names) === null).toBe(isHidden);
    }
  }
});

it('what is said without the ＊, and the least that there is, are never above the truth', () => {
  let closer = 0;
  for (const table of tables) {
    for (const names of cellsOf(table)) {
      const [shown, least] = [table.shownOf(names).value, table.leastOf(names).value];
      expect(shown).toBeLessThanOrEqual(least);
      expect(least).toBeLessThanOrEqual(truthOf(table, names));
      if (least > shown) closer += 1;
    }
  }
  expect(closer).toBeGreaterThan(0);
});

it('the districts of all registers stand in one table', () => {
  const table = tables.find(({ table: { definition } }) => definition.id === 'month-district-field');
  expect(table?.dimensions[0]?.names).toHaveLength(Object.values(REGISTERS).flat().length);
});

it('everything the tables tell follows from the packages, so that nothing new can be worked out', async () => {
  const facts = tables.flatMap(factsOf);
  const checked = packages.map(({ register, k, files }) => ({ register: register.id, k, files }));
  const verdict = checkAsOutsider(await startSolver(), checked, facts, () => {});
  expect(facts.length).toBeGreaterThan(100);
  expect(verdict).toMatchObject({ newFacts: 0, determined: [], belowK: [] });
});

it('numbers stay numbers: beside a total that is ＊ stands the sum without it', () => {
  const words = wordsOf(packages);
  const laid = tables.map((table) => layOut(table, words));
  const withColumn = laid.filter(({ columns }) => columns.some(({ id }) => id === '＊を除く合計'));
  expect(withColumn.length).toBeGreaterThan(0);
  for (const { columns, rows } of laid) {
    for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  }
  for (const { columns, rows } of withColumn) {
    const at = columns.findIndex(({ id }) => id === '＊を除く合計');
    for (const { cells } of rows) expect(cells[at]?.shown).toBeTypeOf('number');
  }
  const persons = laid.find(({ id }) => id === 'month-persons');
  expect(persons?.notes.join('')).toContain('2つの地域の台帳にいる方は、2人と数えています');
});
