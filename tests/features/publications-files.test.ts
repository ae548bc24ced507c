// A month published through the contract: the folder on the disk holds every file, and each says what the report says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compareCsv, compareWorkbook } from '#main/features/publications/report-comparison.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import { inventLife, monthsFrom, publishUsual } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const [MONTH] = monthsFrom('2026-04', 1) as [ReturnType<typeof monthsFrom>[number]];

let register: TestRegister;
let report: Report;
let folder: string;

beforeAll(async () => {
  register = await openTestRegister({ today: '2026-04-01' });
  const life = inventLife(register, { people: 60, visits: 70, consultations: 45 });
  await life.live(MONTH);
  await register.ok('closings.close', { month: MONTH });
  const published = await publishUsual(register, MONTH);
  const { publications } = await register.ok('publications.overview', {});
  report = await register.ok('publications.get', { publicationId: publications[0]?.id as never });
  folder = join(register.outbox, `published/${MONTH}-council`, published.folderName);
}, 300_000);

afterAll(() => register.close());

const read = (name: string) => readFileSync(join(folder, name));

test('the folder holds paper, workbook, CSV, the certified texts, their words and a note, and nothing else', () => {
  const names = readdirSync(folder).map((name) => name.normalize('NFC'));
  expect(names.toSorted()).toEqual(
    ['cells.csv', 'facts.json', 'labels.json', '集計.csv', '集計.pdf', '集計.xlsx', 'お読みください.txt'].toSorted(),
  );
});

test('the workbook and the CSV on the disk say what was published', () => {
  expect(compareWorkbook(read('集計.xlsx'), report)).toEqual([]);
  expect(compareCsv(read('集計.csv').toString('utf8'), report)).toEqual([]);
});

test('and would not, were one figure another: the control', () => {
  const other = structuredClone(report);
  const cell = other.sections.flatMap(({ tables }) => tables)[0]?.rows[0]?.cells[0];
  if (cell) cell.shown = 4711;
  expect(compareWorkbook(read('集計.xlsx'), other)).toEqual(['table 1: line 2']);
  expect(compareCsv(read('集計.csv').toString('utf8'), other)).toEqual(['table 1: line 2']);
});

test('the note says the verdict, and the paper was printed from what is prepared', () => {
  expect(read('お読みください.txt').toString('utf8')).toContain(report.verdict.sentence);
  expect(register.printedRoutes.at(-1)).toMatch(/^\/print\/publication\/[\da-f-]{36}$/u);
});

test('the folder can be opened as a package of the ward, with its names, and is safe by itself', async () => {
  register.dialogAnswers.push(folder);
  const { packages, findings, tables } = await register.ok('ward.open', {});
  expect(packages.map(({ registerName, month, k }) => ({ registerName, month, k }))).toEqual([
    { registerName: report.registerName, month: MONTH, k: report.k },
  ]);
  expect(findings).toEqual([]);
  const titles = tables.map(({ title }) => title.replace(/（実人数）$/u, ''));
  const published = report.sections.flatMap((section) =>
    section.tables.map(({ title }) => title.replace(/（実人数）$/u, '')),
  );
  expect(titles.filter((title) => !published.includes(title))).toEqual([]);
  const labels = tables.flatMap(({ rows }) => rows.flatMap((row) => row.labels));
  expect(labels).toContain('計');
  expect(labels.filter((label) => /^[a-z]\w*$/u.test(label))).toEqual([]);
  expect((await register.ok('ward.check', {})).verdict).toMatchObject({ isSafe: true, determined: 0 });
});
