// A year closed, ten months of it published under one history, through the contract, and a stranger with all the files who looks for what is
// hidden. The guided tour publishes every month of a year.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report, ReportTable } from '#shared/contract/report-shape.ts';
import { inventLife, monthsFrom, publishPatiently } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import { outsiderKnowledge } from '#tools/sdc/attack/knowledge.ts';
import { type Export, readExports } from '#tools/sdc/attack/read-export.ts';

const K = 5;
const MONTHS = monthsFrom('2026-04', 12);
/** Two in the middle are left out: what is known of them stays known. */
const PUBLISHED = MONTHS.filter((_month, index) => index < 3 || index > 4);

let register: TestRegister;
const reports: Report[] = [];

async function attack(exports: readonly Export[]) {
  const knowledge = outsiderKnowledge(exports);
  const intervals = await attackIntervals(knowledge, K, false);
  const found = knowledge.targets.map(({ row }) => intervals.get(row) ?? { least: 0, most: 0 });
  const truth = new Map(
    reports.flatMap(({ verdict, sections }) =>
      sections.flatMap(({ tables }) =>
        tables.flatMap((table) =>
          truthOf(table).map(([key, inside]) => [`${verdict.publication} ${key}`, inside] as const),
        ),
      ),
    ),
  );
  /** Certain, and few people's: what stands for enough people, or for none, was hidden for the sake of others. */
  const betrayed = knowledge.targets.filter(({ table, cell, row }) => {
    const { least, most } = intervals.get(row) ?? { least: 0, most: 0 };
    const [publication = '', id = ''] = table.split(' ');
    const values = cell === '' ? [] : cell.split(' × ').map((value) => (value === '計' ? 'total' : value));
    const inside = truth.get(`${publication} ${JSON.stringify([id, values])}`);
    return least === most && least > 0 && (inside?.persons ?? least) < K;
  });
  return {
    betrayed: betrayed.length,
    hidden: found.length,
    determined: found.filter(({ least, most }) => least === most).length,
    below: found.filter(({ least, most }) => least > 0 && most < K).length,
  };
}

const tablesOf = (report: Report) => report.sections.flatMap(({ tables }) => tables);

/** The same exports with nothing hidden but what is small in itself. */
function onlySmallHidden(exports: readonly Export[]): readonly Export[] {
  return exports.map((one) => {
    const report = reports.find(({ verdict }) => verdict.publication === one.publication);
    const truth = new Map(report === undefined ? [] : tablesOf(report).flatMap(truthOf));
    return {
      ...one,
      tables: one.tables.map(({ table, cells }) => ({
        table,
        cells: cells.map((cell) => {
          const inside = truth.get(
            JSON.stringify([table.id, table.dimensions.map((id) => cell.values[id] ?? 'total')]),
          );
          if (inside === undefined) return cell;
          return { ...cell, value: inside.value > 0 && inside.persons < K ? null : inside.value };
        }),
      })),
    };
  });
}

/** What is behind each figure of a table, by the id of the library's table and the values of the cell. */
function truthOf(table: ReportTable) {
  const isCross = table.columnHeading !== '';
  return table.rows.flatMap((row) =>
    row.cells.flatMap(({ inside }, index) => {
      const column = table.columns[index]?.id ?? '';
      const [id, values] = isCross ? [`${table.id}.events`, [row.id, column]] : [`${table.id}.${column}`, [row.id]];
      return inside === null ? [] : [[JSON.stringify([id, values]), inside] as const];
    }),
  );
}

beforeAll(async () => {
  register = await openTestRegister({ today: '2026-04-01', protectOptions: { timeoutMs: 1_200_000 } });
  const life = inventLife(register, { people: 110, visits: 70, consultations: 45 });
  for (const month of MONTHS) {
    await register.ok('vault.noteActivity', {});
    await life.live(month);
    await register.ok('closings.close', { month });
    if (PUBLISHED.includes(month)) reports.push((await publishPatiently(register, month)).report);
  }
}, 3_600_000);

afterAll(() => register.close());

describe('a year under one history', () => {
  test('are all published, with every earlier table in each audit', async () => {
    const { publications } = await register.ok('publications.overview', {});
    expect(publications.map(({ number, month }) => [number, month])).toEqual(
      PUBLISHED.map((month, index) => [index + 1, month]).toReversed(),
    );
    const counts = publications.toReversed().map(({ tables }) => tables);
    const before = counts.map((_count, index) => counts.slice(0, index).reduce((sum, one) => sum + one, 0));
    expect(reports.map(({ verdict }) => verdict.earlierTables)).toEqual(before);
  });

  test('give nothing away to a stranger who has all the files', async () => {
    const exports = readExports([join(register.outbox, 'published')]);
    expect(exports).toHaveLength(PUBLISHED.length);
    const result = await attack(exports);
    expect(result.hidden).toBeGreaterThan(20);
    expect(result).toMatchObject({ betrayed: 0, below: 0 });
  }, 600_000);

  test('and would, if only the small figures were hidden: the control', async () => {
    const result = await attack(onlySmallHidden(readExports([join(register.outbox, 'published')])));
    expect(result.hidden).toBeGreaterThan(20);
    expect(result.determined).toBeGreaterThan(0);
    expect(result.betrayed).toBeGreaterThan(0);
  }, 600_000);

  test('a year to date less the one before never gives a hidden month', () => {
    let compared = 0;
    for (const [index, report] of reports.slice(0, 3).entries()) {
      const before = reports[index - 1];
      if (before === undefined) continue;
      for (const table of tablesOf(report).filter(({ span }) => span === 'yearToDate')) {
        const base = table.id.split('.')[0];
        const month = tablesOf(report).find(({ id }) => id === `${base}.month`);
        const earlier = tablesOf(before).find(({ id }) => id === table.id || (index === 1 && id === `${base}.month`));
        if (month === undefined || earlier === undefined) continue;
        for (const row of table.rows) {
          const figure = (of: ReportTable) => of.rows.find(({ id }) => id === row.id)?.cells[0];
          const [now, then, hidden] = [row.cells[0], figure(earlier), figure(month)];
          if (hidden?.shown !== '＊' || hidden.inside?.reason !== 'fewPersons') continue;
          compared += 1;
          expect(typeof now?.shown === 'number' && typeof then?.shown === 'number').toBe(false);
        }
      }
    }
    expect(compared).toBeGreaterThan(0);
  });

  test('every figure that is shown stands for as many persons as the profile says, or for none', () => {
    const cells = reports
      .flatMap(tablesOf)
      .flatMap(({ mode, rows }) => (mode === 'plain' ? [] : rows.flatMap((row) => row.cells)));
    const small = cells.filter(({ inside }) => inside !== null && inside.value > 0 && inside.persons < K);
    expect(small.length).toBeGreaterThan(20);
    expect(small.filter(({ shown }) => shown !== '＊')).toEqual([]);
  });

  test('the trend shows what was published, and nothing before it', async () => {
    const trend = await register.ok('publications.trend', { lastMonth: MONTHS.at(-1) as never });
    const published = trend.filter(({ visits, watched, consultations }) =>
      [visits, watched, consultations].every((one) => one !== null),
    );
    expect(trend).toHaveLength(12);
    expect(published.map(({ month }) => month)).toEqual(PUBLISHED);
    const earlier = await register.ok('publications.trend', { lastMonth: '2026-03' as never });
    expect(earlier.every(({ visits }) => visits === null)).toBe(true);
  });

  test('what was published is read as it was, without anything that is hidden', async () => {
    const { publications } = await register.ok('publications.overview', {});
    const report = await register.ok('publications.get', { publicationId: publications[0]?.id as never });
    expect(
      tablesOf(report)
        .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
        .every(({ inside }) => inside === null),
    ).toBe(true);
    expect(tablesOf(report).map(({ id }) => id)).toEqual(tablesOf(reports.at(-1) as Report).map(({ id }) => id));
  });
});
