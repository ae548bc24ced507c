// The monthly summary through the contract: what it counts, what it hides, what the files hold, and when it refuses. Invented people only.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, describe, expect, it } from 'vitest';
import { auditTrail } from '#main/platform/database/schema/registry.ts';
import type { MonthlySummary } from '#shared/contract/reports.contract.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { buildConsultation, buildPerson, buildVisit, HANDOUT } from '../support/builders.ts';
import { INVENTED_SURNAME, inventDistricts } from '../support/invented-district.ts';
import { openTestRegister, type TestRegister } from '../support/test-register.ts';
import { unzipTexts } from '../support/unzip.ts';
import { solveEquations } from '../unit/reports/attacker.ts';

let register: TestRegister;
afterEach(() => register.close());

const SEPTEMBER = asCalendarMonth('2026-09');
const SCALE = { people: 130, visits: 450, consultations: 120 };
const SMALL_SCALE = { people: 60, visits: 140, consultations: 40 };

const tableOf = (summary: MonthlySummary, id: string) => {
  const table = summary.tables.find((each) => each.id === id);
  if (!table) {
    throw new Error(`no table ${id}`);
  }
  return table;
};

const figuresOf = (summary: MonthlySummary, id: string, code: string) =>
  tableOf(summary, id).rows.find((row) => row.code === code)?.values;

/** Every published figure and every equation that a reader knows to hold between them. Unknown figures are named by where they stand. */
function equationsOf(summary: MonthlySummary) {
  const equations: { terms: Record<string, number>; is: number }[] = [];
  const name = (id: string, code: string, column: number) => `${summary.month} ${id} ${code} ${column}`;
  const publish = (unknown: string, value: number | '＊') => {
    if (value !== '＊') {
      equations.push({ terms: { [unknown]: 1 }, is: value });
    }
  };
  for (const { id, rows, total } of summary.tables) {
    for (const { code, values } of rows) {
      values.forEach((value, column) => {
        publish(name(id, code, column), value);
      });
    }
    total?.forEach((value, column) => {
      publish(name(id, 'total', column), value);
      // Persons may be in several rows, except where each has one 地域 or one reason.
      if (column === 0 || id.endsWith('district')) {
        const terms = Object.fromEntries(rows.map(({ code }) => [name(id, code, column), 1]));
        equations.push({ terms: { ...terms, [name(id, 'total', column)]: -1 }, is: 0 });
      }
    });
  }
  const flow = (code: string) => name('persons_flow', code, 0);
  equations.push({ terms: { [flow('start')]: 1, [flow('added')]: 1, [flow('ended')]: -1, [flow('end')]: -1 }, is: 0 });
  equations.push({ terms: { [flow('end')]: 1, [name('persons_by_district', 'total', 0)]: -1 }, is: 0 });
  equations.push({ terms: { [flow('ended')]: 1, [name('ended_by_reason', 'total', 0)]: -1 }, is: 0 });
  for (const [kind, first, ...others] of [
    ['visits', 'method', 'result', 'district'],
    ['consultations', 'content', 'field', 'district'],
  ]) {
    for (const other of others) {
      for (const column of [0, 1]) {
        const total = (axis: string | undefined) => name(`${kind}_by_${axis}`, 'total', column);
        equations.push({ terms: { [total(first)]: 1, [total(other)]: -1 }, is: 0 });
      }
    }
  }
  return equations;
}

function hiddenIn({ month, tables }: MonthlySummary): string[] {
  return tables.flatMap(({ id, rows, total }) =>
    [...rows, { code: 'total', values: total ?? [] }].flatMap(({ code, values }) =>
      values.flatMap((value, column) => (value === '＊' ? [`${month} ${id} ${code} ${column}`] : [])),
    ),
  );
}

describe('the monthly summary', () => {
  it('counts persons, visits and consultations of the month, 延べ and 実人数', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    for (let number = 0; number < 12; number++) {
      const person = buildPerson({ name: `架空 ${number}`, watchStartedOn: asCalendarDate('2026-09-02') });
      const { personId } = await register.ok('people.register', { person, consent: null });
      for (const visitedOn of ['2026-08-31', '2026-09-01', '2026-09-30', '2026-10-01']) {
        const visit = buildVisit({ visitedOn: asCalendarDate(visitedOn) });
        await register.ok('visits.record', { personId, visit });
      }
      const consultation = buildConsultation({
        personId: null,
        consultedOn: asCalendarDate('2026-09-09'),
        content: '11',
      });
      await register.ok('consultations.record', { consultation });
    }
    const summary = await register.ok('reports.monthly', { month: SEPTEMBER });
    expect(tableOf(summary, 'persons_flow').rows.map(({ values }) => values[0])).toEqual([0, 12, 0, 12]);
    expect(figuresOf(summary, 'visits_by_method', 'visit')).toEqual([24, 12]);
    expect(figuresOf(summary, 'visits_by_method', 'phone')).toEqual([0, 0]);
    expect(figuresOf(summary, 'visits_by_district', 'horie')).toEqual([24, 12]);
    expect(figuresOf(summary, 'consultations_by_content', '11')).toEqual([12, 12]);
    expect(tableOf(summary, 'consultations_by_field').rows).toHaveLength(4);
    expect(tableOf(summary, 'consultations_by_content').rows).toHaveLength(14);
    expect(summary.isProvisional).toBe(false);
  });

  it('says ＊ for what few persons stand behind, whatever the number of visits', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    const { personId } = await register.ok('people.register', { person: buildPerson(), consent: null });
    for (let number = 0; number < 30; number++) {
      await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: asCalendarDate('2026-09-10') }) });
    }
    const summary = await register.ok('reports.monthly', { month: SEPTEMBER });
    expect(figuresOf(summary, 'visits_by_method', 'visit')).toEqual(['＊', '＊']);
    expect(tableOf(summary, 'visits_by_method').total).toEqual(['＊', '＊']);
    expect(JSON.stringify(summary)).not.toContain('30');
  });

  it('gives no hidden figure back to somebody who solves all equations of three months, and shows enough to be of use', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    await inventDistricts(register, SCALE);
    const months = ['2026-07', '2026-08', '2026-09'].map(asCalendarMonth);
    const summaries = await Promise.all(months.map((month) => register.ok('reports.monthly', { month })));
    const equations = summaries.flatMap(equationsOf);
    for (const [earlier, later] of [
      ['2026-07', '2026-08'],
      ['2026-08', '2026-09'],
    ]) {
      equations.push({ terms: { [`${earlier} persons_flow end 0`]: 1, [`${later} persons_flow start 0`]: -1 }, is: 0 });
    }
    const hidden = summaries.flatMap(hiddenIn);
    const solved = solveEquations(equations);
    expect(hidden.filter((unknown) => solved.has(unknown))).toEqual([]);
    expect(hidden.length).toBeGreaterThan(20);
    expect(solved.size).toBeGreaterThan(hidden.length / 2);

    // Positive control: one more figure published, and the attacker has a hidden one.
    const [pairTable] = summaries;
    const [known] = hidden.filter((unknown) => unknown.includes('persons_flow added'));
    expect(pairTable && known).toBeDefined();
    const careless = solveEquations([...equations, { terms: { [(known ?? '').replace('added', 'ended')]: 1 }, is: 3 }]);
    expect(careless.has(known ?? '')).toBe(true);
  });

  it('marks a month that is not over, and refuses to export it', async () => {
    register = await openTestRegister({ today: '2026-09-30' });
    const { isProvisional } = await register.ok('reports.monthly', { month: SEPTEMBER });
    expect(isProvisional).toBe(true);
    expect(await register.refused('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT })).toBe(
      'month_not_over',
    );
    register.setToday('2026-10-01');
    expect((await register.ok('reports.monthly', { month: SEPTEMBER })).isProvisional).toBe(false);
  });

  it('offers this month and the thirteen before it, and more when records go back further', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    expect(await register.ok('reports.months', {})).toHaveLength(14);
    const { personId } = await register.ok('people.register', { person: buildPerson(), consent: null });
    await register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: asCalendarDate('2025-06-01') }) });
    const months = await register.ok('reports.months', {});
    expect([months[0], months.at(-1), months.length]).toEqual(['2026-10', '2025-06', 17]);
  });

  it('shows in the trend exactly the totals of each month’s own summary', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    await inventDistricts(register, SMALL_SCALE);
    const trend = await register.ok('reports.trend', { month: SEPTEMBER });
    expect(trend.map(({ month }) => month)).toHaveLength(12);
    for (const point of trend) {
      const summary = await register.ok('reports.monthly', { month: point.month });
      const [visits, visitedPersons] = tableOf(summary, 'visits_by_method').total ?? [];
      const watched = figuresOf(summary, 'persons_flow', 'end')?.[0];
      const [consultations] = tableOf(summary, 'consultations_by_field').total ?? [];
      expect(point).toEqual({ month: point.month, watched, visits, visitedPersons, consultations });
    }
  });
});

describe('the export of a month', () => {
  const exported = async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    await inventDistricts(register, SMALL_SCALE);
    register.dialogAnswers.push(register.outbox);
    const result = await register.ok('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT });
    const summary = await register.ok('reports.monthly', { month: SEPTEMBER });
    return { result, summary };
  };

  it('writes an Excel workbook whose every number is the summary’s, as a number, and every ＊ a text', async () => {
    const { summary, result } = await exported();
    expect(result.files).toEqual(['xlsx', 'csv', 'pdf'].map((ending) => `見守り月次集計_2026-09.${ending}`));
    const path = join(register.outbox, '見守り月次集計_2026-09.xlsx');
    const sheets = await readXlsxFile(path);
    expect(sheets).toHaveLength(summary.tables.length + 1);
    let compared = 0;
    summary.tables.forEach((table, index) => {
      const rows = sheets[index + 1]?.data.slice(3) ?? [];
      const expected = [...table.rows, ...(table.total ? [{ label: '計', values: table.total }] : [])];
      expected.forEach(({ label, values }, at) => {
        expect(rows[at]?.slice(0, 1 + values.length)).toEqual([label, ...values]);
        compared += values.length;
      });
    });
    expect(compared).toBeGreaterThan(150);
    expect(sheets[0]?.data.flat()).toContain('見守り月次集計（試行）');
  });

  it('gives every sheet widths, frozen headings, a print area and one A4 page of width', async () => {
    await exported();
    const parts = unzipTexts(readFileSync(join(register.outbox, '見守り月次集計_2026-09.xlsx')));
    const xml = (name: string) => parts.get(name) ?? '';
    const sheets = [...parts.keys()].filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/u.test(name));
    for (const sheet of sheets) {
      expect(xml(sheet)).toMatch(/<col [^>]*width=/u);
      expect(xml(sheet)).toMatch(/<pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"\/>/u);
    }
    expect(sheets.filter((sheet) => xml(sheet).includes('state="frozen"'))).toHaveLength(sheets.length - 1);
    expect(xml('xl/workbook.xml').match(/_xlnm\.Print_Area/gu)).toHaveLength(sheets.length);
  });

  it('writes the CSV with BOM and CRLF, one figure a line', async () => {
    const { summary } = await exported();
    const csv = readFileSync(join(register.outbox, '見守り月次集計_2026-09.csv'), 'utf8');
    expect(csv.startsWith('\ufeff対象月,表,')).toBe(true);
    const lines = csv.trimEnd().split('\r\n');
    const figures = summary.tables.flatMap(({ rows, total }) => [
      ...rows.flatMap(({ values }) => values),
      ...(total ?? []),
    ]);
    expect(lines.slice(1).map((line) => line.split(',')[5])).toEqual(figures.map(String));
    expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('holds no name of anybody in any file, and audits counts only', async () => {
    await exported();
    const names = readdirSync(register.outbox).filter((name) => name.startsWith('見守り月次集計'));
    expect(names).toHaveLength(3);
    for (const name of names) {
      const bytes = readFileSync(join(register.outbox, name));
      const text = name.endsWith('.xlsx') ? [...unzipTexts(bytes).values()].join('') : bytes.toString('utf8');
      expect(text).not.toContain(INVENTED_SURNAME);
    }
    expect(register.printedRoutes).toEqual(['/print/summary/2026-09']);
    const trail = register.vault.session.reader.select().from(auditTrail).all();
    const [exportRow] = trail.filter(({ operation }) => operation === 'reports.exportMonth');
    expect(JSON.parse(exportRow?.detail ?? '{}')).toMatchObject({ month: '2026-09', files: 3, tables: 9 });
  });

  it('keeps a label that looks like a formula a text, in both files', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    const added = await register.ok('codes.add', { list: 'visitMethod', label: '=1+1' });
    expect(added.label).toBe('=1+1');
    register.dialogAnswers.push(register.outbox);
    await register.ok('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT });
    const csv = readFileSync(join(register.outbox, '見守り月次集計_2026-09.csv'), 'utf8');
    expect(csv).toContain(",'=1+1,");
    const sheets = await readXlsxFile(join(register.outbox, '見守り月次集計_2026-09.xlsx'));
    expect(sheets.flatMap(({ data }) => data.flat())).toContain('=1+1');
  });

  it('says that it was cancelled when the dialog is closed', async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    expect(await register.refused('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT })).toBe('cancelled');
  });

  it('leaves nothing behind when a file cannot be written or the paper fails', async () => {
    register = await openTestRegister({
      today: '2026-10-15',
      printToPdf: async () => Promise.reject(new Error('no paper')),
    });
    register.dialogAnswers.push(register.outbox);
    expect(await register.refused('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT })).toBe('paper_failed');
    register.dialogAnswers.push(join(register.outbox, 'not-there'));
    expect(await register.refused('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT })).toBe('paper_failed');
    register.close();

    register = await openTestRegister({ today: '2026-10-15' });
    const blocked = join(register.outbox, '見守り月次集計_2026-09.csv');
    mkdirSync(blocked);
    writeFileSync(join(blocked, 'in-the-way'), '');
    register.dialogAnswers.push(register.outbox);
    expect(await register.refused('reports.exportMonth', { month: SEPTEMBER, handout: HANDOUT })).toBe(
      'file_not_written',
    );
    expect(readdirSync(register.outbox).sort()).toEqual(['register', '見守り月次集計_2026-09.csv']);
  });
});
