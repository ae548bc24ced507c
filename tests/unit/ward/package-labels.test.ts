// The labels of a package, made of the report that was published: titles and words for codes, and nothing of its figures.
import { expect, it } from 'vitest';
import {
  areLabelsOf,
  labelsOfReport,
  packageRegisterSchema,
  writePackageLabels,
} from '#shared/contract/package-labels.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';

const REGISTER = packageRegisterSchema.parse('ab'.repeat(16));

const cell = { shown: 7, inside: null };

const table = (id: string, own: Partial<ReportTable>): ReportTable => ({
  id,
  title: `見本の表 ${id}`,
  span: 'month',
  spanTitle: '2026年4月',
  unit: '',
  mode: 'suppressed',
  rowHeadings: ['方法'],
  columnHeading: '',
  columns: [{ id: 'events', label: '延べ（回）', isTotal: false }],
  rows: [
    { id: 'm01', labels: ['訪問'], isTotal: false, cells: [cell] },
    { id: 'total', labels: ['計'], isTotal: true, cells: [cell] },
  ],
  notes: [],
  hidden: 0,
  cells: 2,
  ...own,
});

const REPORT = {
  registerName: '見本地域',
  verdict: { publication: 'p1', madeOn: asCalendarDate('2026-05-02') },
  sections: [
    {
      id: 'visits',
      title: '見守り',
      tables: [
        table('visits_by_method.month', {}),
        table('visits_by_method_result.month', {
          unit: '件',
          columnHeading: '結果',
          columns: [{ id: 'r01', label: '会えた', isTotal: false }],
          rows: [{ id: 'm02', labels: ['電話'], isTotal: false, cells: [cell] }],
        }),
      ],
    },
  ],
};

const stated = (id: string, dimensions: readonly string[]) => ({ id, source: 'visits', measure: 'events', dimensions });

it('titles, units and words are those of the report', () => {
  const labels = labelsOfReport(
    REPORT,
    JSON.stringify({
      sources: [
        {
          id: 'visits',
          dimensions: [
            { id: 'method', values: ['m01', 'm02', 'm03'] },
            { id: 'result', values: ['r01'] },
          ],
        },
      ],
      tables: [
        stated('visits_by_method.month.events', ['method']),
        stated('visits_by_method_result.month.events', ['method', 'result']),
        stated('unknown.month.events', ['method']),
      ],
    }),
    REGISTER,
  );
  expect(labels.registerName).toBe('見本地域');
  expect(labels.tables.map(({ id, unit }) => [id, unit])).toEqual([
    ['visits_by_method.month.events', '回'],
    ['visits_by_method_result.month.events', '件'],
  ]);
  expect(labels.dimensions).toEqual([
    {
      source: 'visits',
      dimension: 'method',
      title: '方法',
      values: [
        { code: 'm01', label: '訪問' },
        { code: 'm02', label: '電話' },
      ],
    },
    { source: 'visits', dimension: 'result', title: '結果', values: [{ code: 'r01', label: '会えた' }] },
  ]);
  expect(writePackageLabels(labels)).not.toContain('7');
});

it('say whose they are, by an id that a name does not change; other labels are found out', () => {
  const facts = JSON.stringify({ sources: [], tables: [] });
  const named = (registerName: string) => labelsOfReport({ ...REPORT, registerName }, facts, REGISTER);
  expect(named('見本中央地域')).toMatchObject({ register: REGISTER, madeOn: '2026-05-02' });
  const own = { publication: 'p1', register: REGISTER };
  const text = writePackageLabels(named('見本中央地域'));
  expect(areLabelsOf(text, own)).toBe(true);
  expect(areLabelsOf(text, { ...own, publication: 'p2' })).toBe(false);
  expect(areLabelsOf(text, { ...own, register: packageRegisterSchema.parse('cd'.repeat(16)) })).toBe(false);
  expect(areLabelsOf(text.replace(/ "register": .+\n/u, ''), own)).toBe(false);
});
