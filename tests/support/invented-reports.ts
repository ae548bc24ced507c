// Published reports as the files are made of them: realistic in size and shape, all figures invented, nothing hidden inside.
import { HIDDEN_MARK, type Report, type ReportTable, type SafeValue } from '#shared/contract/report-shape.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { SHIPPED_CODES } from '#shared/model/code-lists.ts';

type Mode = ReportTable['mode'];
type Span = ReportTable['span'];

const labelsOf = (list: string) => SHIPPED_CODES.filter((code) => code.list === list).map(({ label }) => label);

const DISTRICTS = labelsOf('district');
export const CONTENTS = labelsOf('consultationContent');
const FIELDS = labelsOf('consultationField');
const METHODS = labelsOf('visitMethod');
const RESULTS = labelsOf('visitResult');

/** A figure for a place in a table, always the same; ＊ where it would be small. */
function inventFigure(mode: Mode, row: number, column: number): SafeValue {
  const value = (row * 7919 + column * 104_729 + 13) % 37;
  if (mode === 'rounded') return Math.round(value / 3) * 3;
  if (mode === 'plain') return value % 9;
  return value > 0 && value < 12 ? HIDDEN_MARK : value;
}

interface Shape {
  readonly id: string;
  readonly title: string;
  readonly span?: Span;
  readonly spanTitle?: string;
  readonly unit?: string;
  readonly mode?: Mode;
  readonly rowHeadings: readonly string[];
  readonly columnHeading?: string;
  readonly columns: readonly { readonly label: string; readonly isTotal?: boolean }[];
  readonly rows: readonly { readonly labels: readonly string[]; readonly isTotal?: boolean }[];
  readonly notes?: readonly string[];
}

const HIDDEN_NOTE = '＊は少人数の保護のため非表示です。少人数でない数字も含まれます。0は本当に0件です。';

export function buildReportTable(shape: Shape, figureAt: typeof inventFigure = inventFigure): ReportTable {
  const { mode = 'suppressed', columns, rows } = shape;
  const built = rows.map(({ labels, isTotal = false }, row) => ({
    id: `r${row}`,
    labels: [...labels],
    isTotal,
    cells: columns.map((_column, column) => ({ shown: figureAt(mode, row, column), inside: null })),
  }));
  const cells = built.flatMap((row) => row.cells);
  return {
    id: shape.id,
    title: shape.title,
    span: shape.span ?? 'month',
    spanTitle: shape.spanTitle ?? '2026年9月',
    unit: shape.unit ?? '件',
    mode,
    rowHeadings: [...shape.rowHeadings],
    columnHeading: shape.columnHeading ?? '',
    columns: columns.map(({ label, isTotal = false }, index) => ({ id: `c${index}`, label, isTotal })),
    rows: built,
    notes: [...(shape.notes ?? (mode === 'suppressed' ? [HIDDEN_NOTE] : []))],
    hidden: cells.filter(({ shown }) => shown === HIDDEN_MARK).length,
    cells: cells.length,
  };
}

const TOTAL = { label: '計', isTotal: true };
const withTotal = (labels: readonly string[]) => [...labels.map((label) => ({ label })), TOTAL];
const rowsOf = (labels: readonly string[]) => [
  ...labels.map((label) => ({ labels: [label] })),
  { labels: ['計'], isTotal: true },
];

/** Every row of two crossed lists, each group closed by its sum, and 計 over all at the end. */
const crossed = (outer: readonly string[], inner: readonly string[]) => [
  ...outer.flatMap((first) => [
    ...inner.map((second) => ({ labels: [first, second] })),
    { labels: [first, ''], isTotal: true },
  ]),
  ...inner.map((second) => ({ labels: ['計', second], isTotal: true })),
  { labels: ['', ''], isTotal: true },
];

/** 14 by 14, the widest there is. */
export const districtByContent = (span: Span = 'month', spanTitle = '2026年9月'): ReportTable =>
  buildReportTable({
    id: `consultations_by_district_content.${span}`,
    title: '相談：地域と内容',
    span,
    spanTitle,
    rowHeadings: ['地域'],
    columnHeading: '相談の内容',
    columns: withTotal(CONTENTS),
    rows: rowsOf(DISTRICTS),
  });

export const contentWithTwoMeasures = (figureAt?: typeof inventFigure): ReportTable =>
  buildReportTable(
    {
      id: 'consultations_by_content.month',
      title: '相談：内容別の件数と人数',
      unit: '件・人',
      rowHeadings: ['相談の内容'],
      columns: [{ label: '件数（件）' }, { label: '相談した方（実人数・人）' }],
      rows: rowsOf(CONTENTS),
    },
    figureAt,
  );

/** Three ways, rounded: 14 x 14 rows and their sums, four fields. */
const threeWays = (): ReportTable =>
  buildReportTable({
    id: 'consultations_full.year',
    title: '相談：地域・内容・分野（丸めた表）',
    span: 'year',
    spanTitle: '2026年度（2026年4月〜2027年3月）',
    mode: 'rounded',
    rowHeadings: ['地域', '相談の内容'],
    columnHeading: '分野',
    columns: withTotal(FIELDS),
    rows: crossed(DISTRICTS, CONTENTS),
    notes: ['3の倍数に丸めています。丸めても、縦と横の合計は合っています。'],
  });

const methodByResult = (): ReportTable =>
  buildReportTable({
    id: 'visits_by_method_result.month',
    title: '見守り：方法と結果',
    rowHeadings: ['方法'],
    columnHeading: '結果',
    columns: withTotal(RESULTS),
    rows: rowsOf(METHODS),
  });

const personsFlow = (): ReportTable =>
  buildReportTable({
    id: 'persons_flow.month',
    title: '見守り対象の方の動き',
    unit: '人',
    rowHeadings: ['区分'],
    columns: [{ label: '人数（人）' }],
    rows: ['前月末', '新規', '終了（転居）', '終了（施設入所）', '終了（その他）', '月末'].map((label) => ({
      labels: [label],
      isTotal: label === '月末',
    })),
    notes: ['前月末に新規を足し、終了を引くと、月末になります。新規・終了の＊は0のこともあります。'],
  });

const meetingsPlain = (): ReportTable =>
  buildReportTable({
    id: 'meetings.month',
    title: '連絡会',
    unit: '回',
    mode: 'plain',
    rowHeadings: ['区分'],
    columns: [{ label: '回数（回）' }],
    rows: [{ labels: ['開いた連絡会'] }, { labels: ['議題（情報の共有）'] }],
  });

/** A label as long as a coordinator may write it, a rare character, and one outside the basic plane. */
export const LONG_LABEL =
  '髙齢の方のお住まいと、ひとり暮らしの𠮷田さまのような方が集まる会食会・見守り食堂・配食のお手伝いに関すること';

const longLabels = (): ReportTable =>
  buildReportTable({
    id: 'long.month',
    title: `とても長い表題：${LONG_LABEL}`,
    rowHeadings: ['髙台・﨑など'],
    columnHeading: LONG_LABEL,
    columns: [{ label: LONG_LABEL }, { label: '髙' }, TOTAL],
    rows: rowsOf([LONG_LABEL, '髙台地域', '千代﨑地域']),
    notes: [`${LONG_LABEL}。`.repeat(4)],
  });

const sha256 = (sign: string) => sign.repeat(64);

export function buildReport(
  sections: readonly { readonly title: string; readonly tables: readonly ReportTable[] }[],
  changes: Partial<Report> = {},
): Report {
  const tables = sections.flatMap((section) => section.tables);
  const hidden = tables.reduce((sum, table) => sum + table.hidden, 0);
  return {
    month: asCalendarMonth('2026-09'),
    registerName: '見本 見守り台帳',
    profile: 'council',
    profileTitle: '社会福祉協議会・区役所あて',
    k: 5,
    sections: sections.map(({ title, tables: own }, index) => ({ id: `s${index}`, title, tables: [...own] })),
    remarks: '',
    verdict: {
      sentence: `＊の${hidden}か所は、公表済み14表のすべてと合わせても人数を特定できないことを確認しました（5人未満を保護）。`,
      hidden,
      cells: tables.reduce((sum, table) => sum + table.cells, 0),
      earlierTables: 14,
      parametersHash: sha256('a'),
      certificateHash: sha256('c'),
      publication: '2026-09-council-3',
      madeOn: asCalendarDate('2026-10-05'),
    },
    notes: [HIDDEN_NOTE, 'それぞれの月を締めたときの記録から数えています。'],
    ...changes,
  };
}

/** A usual month, with the widest table. */
export const monthReport = (): Report =>
  buildReport(
    [
      { title: '見守り対象の方', tables: [personsFlow()] },
      { title: '見守り', tables: [methodByResult()] },
      { title: '相談', tables: [contentWithTwoMeasures(), districtByContent()] },
      { title: '連絡会', tables: [meetingsPlain()] },
    ],
    { remarks: '9月は敬老の催しが多く、会えた方が増えました。\n猛暑のため、下旬は電話での見守りにしました。' },
  );

export const quarterReport = (): Report =>
  buildReport([{ title: '相談', tables: [contentWithTwoMeasures(), districtByContent('quarter', '2026年7月〜9月')] }]);

export const yearReport = (): Report => buildReport([{ title: '相談', tables: [threeWays()] }]);

/** A month in which nothing was entered. */
export const emptyMonthReport = (): Report =>
  buildReport([{ title: '相談', tables: [contentWithTwoMeasures(() => 0)] }]);

export const longReport = (): Report =>
  buildReport([{ title: '髙', tables: [longLabels()] }], {
    registerName: `髙﨑 ${LONG_LABEL}`,
    profile: 'public',
    profileTitle: '公表用（だれでも見られるもの）',
  });

/** The tidy texts that belong to the report, as far as they say the rules. The figures in them are the library's own business. */
export const tidyOf = ({ verdict, k }: Report) => ({
  cellsCsv: 'publication,period,table,measure,dim1,dim2,dim3,value\n',
  factsJson: JSON.stringify({
    format: 'disclosure-control-facts/1',
    publication: verdict.publication,
    parametersHash: verdict.parametersHash,
    certificateHash: verdict.certificateHash,
    parameters: { k, dominancePercent: 80, widthPercent: 20, decoyPercent: 3, roundingBase: 3 },
    tables: [],
    facts: [],
  }),
});
