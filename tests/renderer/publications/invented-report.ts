// A made-up summary as large as a real one: 14 districts by 14 contents, a crossing of three, a rounded table, a plain one. Nobody is behind it.
import type { Report, ReportCell, ReportTable } from '#shared/contract/report-shape.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { SHIPPED_CODES } from '#shared/model/code-lists.ts';

const labelsOf = (list: string) => SHIPPED_CODES.filter((each) => each.list === list).map(({ label }) => label);
const DISTRICTS = labelsOf('district');
const CONTENTS = labelsOf('consultationContent');
const FIELDS = labelsOf('consultationField').map((label) => label.replace('に関すること', ''));

export const HIDDEN_NOTE = '＊は少人数の保護のため非表示です。少人数でない数字も含まれます。0は本当に0件です。';
const REASONS = ['fewPersons', 'secondary', 'secondary', 'decoy', 'dominance'] as const;

/** Looks like chance, and is the same every time. */
const figureAt = (row: number, column: number) =>
  ((row * 7 + column * 13 + ((row * column) % 11)) % 17) * (row % 3 === 1 ? 3 : 1);

function cellOf(value: number, at: number, isTotal: boolean): ReportCell {
  const persons = Math.ceil(value * 0.6);
  const isFew = value > 0 && persons < 5 && !isTotal;
  const reason = isFew ? (REASONS[at % REASONS.length] ?? 'fewPersons') : null;
  return { shown: reason ? '＊' : value, inside: { value, persons, reason } };
}

interface Crossing {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly rowHeadings: string[];
  readonly columnHeading: string;
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly string[];
}

export function crossing(shape: Crossing, changes: Partial<ReportTable> = {}): ReportTable {
  const { rows, columns } = shape;
  const body = rows.map((labels, row) => ({
    id: labels.join('-'),
    labels: [...labels],
    isTotal: labels.at(-1) === '計',
    cells: [
      ...columns.map((_label, column) => cellOf(figureAt(row, column), row * 31 + column * 17, labels.at(-1) === '計')),
      cellOf(
        columns.reduce((sum, _label, column) => sum + figureAt(row, column), 0),
        0,
        true,
      ),
    ],
  }));
  const all = body.flatMap(({ cells }) => cells);
  return {
    id: shape.id,
    title: shape.title,
    unit: shape.unit,
    rowHeadings: shape.rowHeadings,
    columnHeading: shape.columnHeading,
    span: 'month',
    spanTitle: '2026年9月',
    mode: 'suppressed',
    columns: [
      ...columns.map((label, index) => ({ id: `c${index}`, label, isTotal: false })),
      { id: 'total', label: '計', isTotal: true },
    ],
    rows: body,
    notes: [HIDDEN_NOTE],
    hidden: all.filter(({ shown }) => shown === '＊').length,
    cells: all.length,
    ...changes,
  };
}

const rowsOf = (labels: readonly string[]) => [...labels, '計'].map((label) => [label]);

export const DISTRICT_BY_CONTENT = crossing(
  {
    id: 'consultations_by_district_content.quarter',
    title: '相談：地域と内容',
    unit: '件',
    rowHeadings: ['地域'],
    columnHeading: '内容',
    rows: rowsOf(DISTRICTS),
    columns: CONTENTS,
  },
  { span: 'quarter', spanTitle: '2026年7月〜9月（四半期）' },
);

const THREE_WAY = crossing(
  {
    id: 'consultations_by_district_content_field.year',
    title: '相談：地域と内容と分野',
    unit: '件',
    rowHeadings: ['地域', '内容'],
    columnHeading: '分野',
    rows: DISTRICTS.flatMap((district) => [...CONTENTS, '計'].map((content) => [district, content])),
    columns: FIELDS,
  },
  { span: 'year', spanTitle: '令和7年度（2025年4月〜2026年3月）' },
);

const ROUNDED = crossing(
  {
    id: 'consultations_by_content_field.month',
    title: '相談：内容と分野',
    unit: '件',
    rowHeadings: ['内容'],
    columnHeading: '分野',
    rows: rowsOf(CONTENTS),
    columns: FIELDS,
  },
  { mode: 'rounded', notes: ['数字は3の倍数に丸めています。計とは合うようにしています。'] },
);
const roundedRows = ROUNDED.rows.map((row) => ({
  ...row,
  cells: row.cells.map(({ inside }) => ({
    shown: Math.round((inside?.value ?? 0) / 3) * 3,
    inside: inside && { ...inside, reason: null },
  })),
}));

const FLOW: ReportTable = {
  ...crossing({
    id: 'persons_flow.month',
    title: '見守り対象の方の動き',
    unit: '人',
    rowHeadings: ['区分'],
    columnHeading: '',
    rows: ['前月末', '新規', '終了（転出）', '終了（死亡）', '月末'].map((label) => [label]),
    columns: [],
  }),
  columns: [{ id: 'persons', label: '人数', isTotal: false }],
  rows: [
    ['前月末', 482, null],
    ['新規', 6, null],
    ['終了（転出）', 2, 'fewPersons'],
    ['終了（死亡）', 3, 'secondary'],
    ['月末', 483, null],
  ].map(([label, value, reason]) => ({
    id: String(label),
    labels: [String(label)],
    isTotal: label === '月末',
    cells: [
      {
        shown: reason ? ('＊' as const) : Number(value),
        inside: { value: Number(value), persons: Number(value), reason: reason as 'fewPersons' | 'secondary' | null },
      },
    ],
  })),
  hidden: 2,
  cells: 5,
};

const VISITS = crossing({
  id: 'visits_by_method_result.month',
  title: '見守り：方法と結果（延べ）',
  unit: '件',
  rowHeadings: ['方法'],
  columnHeading: '結果',
  rows: rowsOf(labelsOf('visitMethod').slice(0, 6)),
  columns: labelsOf('visitResult').slice(0, 6),
});

/** 延べ and 実人数 side by side: the unit stands at the columns. */
const BY_DISTRICT: ReportTable = {
  ...crossing({
    id: 'consultations_by_district.month',
    title: '相談の件数（地域別）',
    unit: '',
    rowHeadings: ['地域'],
    columnHeading: '',
    rows: rowsOf(DISTRICTS),
    columns: ['延べ（件）'],
  }),
  columns: [
    { id: 'events', label: '延べ（件）', isTotal: false },
    { id: 'persons', label: '実人数（人）', isTotal: false },
  ],
};

const MEETINGS: ReportTable = {
  ...FLOW,
  id: 'meetings.month',
  title: '連絡会',
  unit: '回',
  mode: 'plain',
  columns: [{ id: 'held', label: '回数', isTotal: false }],
  rows: [{ id: 'held', labels: ['開いた回数'], isTotal: false, cells: [{ shown: 2, inside: null }] }],
  notes: [],
  hidden: 0,
  cells: 1,
};

export function inventedReport(changes: Partial<Report> = {}): Report {
  return {
    month: asCalendarMonth('2026-09'),
    registerName: '見本 見守り台帳',
    profile: 'council',
    profileTitle: '社会福祉協議会・区役所あて',
    k: 5,
    sections: [
      {
        id: 'persons',
        title: '見守り対象の方',
        tables: [FLOW, { ...FLOW, id: 'persons_flow.quarter', span: 'quarter', spanTitle: '2026年7月〜9月（四半期）' }],
      },
      { id: 'visits', title: '見守り', tables: [VISITS] },
      {
        id: 'consultations',
        title: '相談',
        tables: [BY_DISTRICT, DISTRICT_BY_CONTENT, { ...ROUNDED, rows: roundedRows, hidden: 0 }, THREE_WAY],
      },
      { id: 'meetings', title: '連絡会', tables: [MEETINGS] },
    ],
    remarks: '猛暑のため、電話での見守りをふやしました。\n10月から、江戸堀でサロンを始めます。',
    verdict: {
      sentence: '＊の68か所は、公表済み14表のすべてと合わせても人数を特定できないことを確認しました（5人未満を保護）。',
      hidden: 68,
      cells: 512,
      earlierTables: 14,
      parametersHash: 'b3f1c9d2'.repeat(8),
      certificateHash: '90ae77c1'.repeat(8),
      publication: '0190b6d2-7c1e-7000-8000-000000000004',
      madeOn: asCalendarDate('2026-10-05'),
    },
    notes: ['届け出や確認が遅れた記録は、記録した月の次の月のしめに入ります。公表した月の数字は、あとから直しません。'],
    ...changes,
  };
}

/** As it is kept in the ledger: nothing of what stood behind it. */
export function publishedReport(): Report {
  const report = inventedReport();
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      tables: section.tables.map((table) => ({
        ...table,
        rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(({ shown }) => ({ shown, inside: null })) })),
      })),
    })),
  };
}
