// Lays the month's protected counts out as tables with their words. Never sees a raw count that the rule has hidden.
import { HIDDEN_MARK, type SafeValue, type SummaryTable } from '#shared/contract/reports.contract.ts';
import { type Cell, NO_CODE } from './monthly-statistics.ts';
import type { ProtectedFlow, ProtectedTable } from './small-number-rule.ts';

/** Stands under every table. */
export const STANDARD_NOTE =
  '＊は少人数（10人未満）の保護のため非表示です。少人数でない数字も含まれます。0は本当に0件です。';

const FLOW_NOTE =
  '新規・終了は、どちらかが少人数のときは両方を＊にします（0人のときも）。前月末との差から人数が分かることを防ぐためです。';
const UNREGISTERED_NOTE = '台帳にない方についての相談は、1件を1人と数えます。';
const DISTRICT_NOTE = '地域は、その方の現在の地域です。';
const DISTINCT_NOTE = '実人数は同じ方を1人と数えるため、足しても計と合わないことがあります。';

type Unit = 'persons' | 'visits' | 'consultations';

const COLUMNS: Readonly<Record<Unit, readonly string[]>> = {
  persons: ['人数（人）'],
  visits: ['延べ（件）', '実人数（人）'],
  consultations: ['件数（件）', '実人数（人）'],
};

export const safeValue = (value: number | null): SafeValue => value ?? HIDDEN_MARK;

function valuesOf(cell: Cell | null, unit: Unit): SafeValue[] {
  const values = unit === 'persons' ? [cell?.persons] : [cell?.events, cell?.persons];
  return values.map((value) => safeValue(value ?? null));
}

/** Finds the label of a code; falls back to the code itself. */
export type LabelOf = (code: string) => string;

interface TableWords {
  readonly id: string;
  readonly title: string;
  readonly rowHeading: string;
  readonly unit: Unit;
  readonly labelOf: LabelOf;
  readonly notes?: readonly string[];
}

export function layOutTable(table: ProtectedTable, words: TableWords): SummaryTable {
  const { id, title, rowHeading, unit, labelOf, notes = [] } = words;
  return {
    id,
    title,
    rowHeading,
    columns: [...COLUMNS[unit]],
    rows: table.rows.map(({ code, cell }) => ({
      code,
      label: code === NO_CODE ? '記入なし' : labelOf(code),
      values: valuesOf(cell, unit),
    })),
    total: valuesOf(table.total, unit),
    note: [STANDARD_NOTE, ...notes].join(''),
  };
}

export function layOutFlow({ flow }: ProtectedFlow): SummaryTable {
  const row = (code: keyof typeof flow, label: string) => ({ code, label, values: [safeValue(flow[code])] });
  return {
    id: 'persons_flow',
    title: '見守り対象の方の動き',
    rowHeading: '区分',
    columns: [...COLUMNS.persons],
    rows: [row('start', '前月末'), row('added', '新規'), row('ended', '終了'), row('end', '月末')],
    total: null,
    note: `${STANDARD_NOTE}${FLOW_NOTE}`,
  };
}

const AXES = {
  method: { id: 'visits_by_method', title: '見守り（方法別）', rowHeading: '方法', notes: [DISTINCT_NOTE] },
  result: { id: 'visits_by_result', title: '見守り（結果別）', rowHeading: '結果', notes: [DISTINCT_NOTE] },
  visitDistrict: { id: 'visits_by_district', title: '見守り（地域別）', rowHeading: '地域', notes: [DISTRICT_NOTE] },
  content: {
    id: 'consultations_by_content',
    title: '相談（内容別）',
    rowHeading: '内容',
    notes: [DISTINCT_NOTE, UNREGISTERED_NOTE],
  },
  field: {
    id: 'consultations_by_field',
    title: '相談（分野別）',
    rowHeading: '分野',
    notes: [DISTINCT_NOTE, UNREGISTERED_NOTE],
  },
  consultationDistrict: {
    id: 'consultations_by_district',
    title: '相談（地域別）',
    rowHeading: '地域',
    notes: [DISTRICT_NOTE, UNREGISTERED_NOTE],
  },
  reason: { id: 'ended_by_reason', title: '見守りを終えた方（理由別）', rowHeading: '理由', notes: [FLOW_NOTE] },
  stock: {
    id: 'persons_by_district',
    title: '月末の見守り対象の方（地域別）',
    rowHeading: '地域',
    notes: [DISTRICT_NOTE],
  },
} as const;

export type TableAxis = keyof typeof AXES;

/** The fixed words of each table of the month. */
export function wordsOf(axis: TableAxis, unit: Unit, labelOf: LabelOf): TableWords {
  return { ...AXES[axis], unit, labelOf };
}
