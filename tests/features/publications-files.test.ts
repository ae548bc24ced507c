// A month published through the contract: the folder on the disk holds every file, and each says what the report says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRegisterOf } from '#main/features/publications/package-register.ts';
import { compareCsv, compareWorkbook } from '#main/features/publications/report-comparison.ts';
import { readZipParts } from '#main/features/publications/zip-parts.ts';
import type { Report } from '#shared/contract/report-shape.ts';
import { inventLife, monthsFrom, publishPatiently } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

type Month = ReturnType<typeof monthsFrom>[number];
const [MONTH, NEXT] = monthsFrom('2026-04', 2) as [Month, Month];

let register: TestRegister;
let report: Report;
let folder: string;
let life: ReturnType<typeof inventLife>;

/** The folder on the disk. */
async function publish(month: Month): Promise<string> {
  await life.live(month);
  await register.ok('closings.close', { month });
  const published = await publishPatiently(register, month);
  return join(published.folder, published.folderName);
}

beforeAll(async () => {
  register = await openTestRegister({ today: '2026-04-01' });
  life = inventLife(register, { people: 60, visits: 70, consultations: 45 });
  folder = await publish(MONTH);
  const { publications } = await register.ok('publications.overview', {});
  report = await register.ok('publications.get', { publicationId: publications[0]?.id as never });
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

test('every package of the register has one id, whatever it is called then, and not the id of its files and backups', async () => {
  await register.ok('settings.revise', { registerName: '見本中央地域' });
  const next = await publish(NEXT);
  register.dialogAnswers.push(next);
  const { packages } = await register.ok('ward.open', {});
  expect(packages.map(({ registerName, formerNames, month }) => [registerName, formerNames, month])).toEqual([
    ['見本中央地域', [report.registerName], MONTH],
    ['見本中央地域', [report.registerName], NEXT],
  ]);
  expect((await register.ok('ward.check', {})).verdict?.sentence).toContain('開いた2件（1地域・2か月）');

  const { registerId } = register.vault.source.readSlots();
  const [own] = packages.map((one) => one.register);
  expect(own).toBe(packageRegisterOf(registerId));
  const textsOf = (name: string, bytes: Buffer): readonly string[] =>
    name.endsWith('.xlsx')
      ? [...readZipParts(bytes).values()].map((part) => Buffer.from(part).toString('latin1'))
      : [bytes.toString('latin1')];
  const filesWith = (word: string) =>
    [folder, next].flatMap((one) =>
      readdirSync(one).filter((name) =>
        textsOf(name, readFileSync(join(one, name))).some((text) => text.replaceAll('-', '').includes(word)),
      ),
    );
  expect(filesWith(own ?? '')).toEqual(['labels.json', 'labels.json']);
  expect(filesWith(registerId.replaceAll('-', ''))).toEqual([]);
}, 300_000);
