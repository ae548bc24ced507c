// What stands behind a figure, in plain words: for the coordinator's own screen, never for a file or for paper.
import type { Output } from '#renderer/lib/client.ts';
import type { ReportCell, ReportTable } from '#shared/contract/report-shape.ts';

export type Report = Output<'publications.get'>;
type Inside = NonNullable<ReportCell['inside']>;
type Reason = NonNullable<Inside['reason']>;

const REASONS: Readonly<Record<Reason, (k: number) => string>> = {
  fewPersons: (k) => `${k}人に満たない方の数字だからです。`,
  dominance: () => 'おひとりの方が、この数字のほとんど（8割より多く）を占めるからです。',
  group: () => 'この行の方が全員同じ区分に入り、だれのことか分かってしまうからです。',
  difference: (k) => `前の月との差が${k}人に満たず、引き算で分かってしまうからです。`,
  secondary: () => 'この数字を出すと、ほかの＊が引き算で分かってしまうからです。',
  fewBehindHidden: (k) => `まわりの＊を合わせても${k}人に満たないため、いっしょに＊にしています。`,
  decoy: () => '＊のつけ方を見抜かれないように、くじで選びました。少人数の数字ではありません。',
};

export const figureWords = (shown: ReportCell['shown']): string => shown.toLocaleString('ja-JP');

/** 「12件（2人）」; of people 「2人」. */
function countWords({ value, persons }: Inside, unit: string): string {
  const figure = `${value.toLocaleString('ja-JP')}${unit}`;
  return unit === '人' && value === persons ? figure : `${figure}（${persons.toLocaleString('ja-JP')}人）`;
}

/** Of the table, or in brackets at its column: 「延べ（件）」. */
const unitOf = ({ unit, columns }: ReportTable, column: number): string =>
  unit === '' ? (/（(.+)）$/u.exec(columns[column]?.label ?? '')?.[1] ?? '') : unit;

export interface CellWords {
  /** 「江戸堀 × 介護」 */
  readonly place: string;
  /** 「12件（2人）」 */
  readonly figure: string;
  /** Why it is ＊, or how it was rounded; empty where it is shown as it is. */
  readonly why: string;
}

function whyWords({ shown, inside }: ReportCell, k: number): string {
  if (!inside) {
    return '';
  }
  if (inside.reason !== null) {
    return REASONS[inside.reason](k);
  }
  return shown === inside.value ? '' : `丸めて${figureWords(shown)}と出します。`;
}

/** `null` where nothing is known of it: in what was published. */
export function wordsOfCell(table: ReportTable, row: number, column: number, k: number): CellWords | null {
  const cell = table.rows[row]?.cells[column];
  if (!cell?.inside) {
    return null;
  }
  const labels = [...(table.rows[row]?.labels ?? []), table.columns[column]?.label ?? '']
    .map((label) => label.trim())
    .filter((label) => label !== '');
  return { place: labels.join(' × '), figure: countWords(cell.inside, unitOf(table, column)), why: whyWords(cell, k) };
}
