// What stands under each table, and the verdict. Plain words, and never that nothing can be learned.
import type { ProtectedTable } from '#main/disclosure-control/publication-model.ts';
import type { PlannedTable } from './table-plan.ts';

/** SAFE-STATISTICS, "Words". */
const STANDARD_NOTE = '＊は少人数の保護のため非表示です。少人数でない数字も含まれます。0は本当に0件です。';
const ZERO_NOTE = '＊は0のこともあります。';
const DISTINCT_NOTE = '実人数は同じ方を1人と数えるため、足しても計と合わないことがあります。';

function roundedNote({ definition }: ProtectedTable): string {
  const reach = definition.months.length * 2;
  return `数字はすべて3の倍数に丸めてあります（本当の数との差は${reach}以内）。＊はありません。0も、本当に0件とは限りません。`;
}

const hidesZeros = ({ definition: { measure, zeros } }: ProtectedTable): boolean =>
  measure === 'stock' || zeros === 'mayBeHidden';

export function notesOf({ design }: PlannedTable, tables: readonly ProtectedTable[]): readonly string[] {
  const [first] = tables;
  if (first?.definition.mode === 'rounded') return [roundedNote(first), ...design.notes];
  const hasMark = tables.some(({ cells }) => cells.some(({ state }) => state === 'hidden'));
  const isSplit = tables.some(({ definition }) => definition.measure === 'persons' && definition.dimensions.length > 0);
  return [
    STANDARD_NOTE,
    ...(hasMark && tables.some(hidesZeros) ? [ZERO_NOTE] : []),
    ...(isSplit ? [DISTINCT_NOTE] : []),
    ...design.notes,
  ];
}

interface Checked {
  readonly hidden: number;
  /** Tables of all earlier publications, all of which the audit knew. */
  readonly earlierTables: number;
  readonly k: number;
}

/** SAFE-STATISTICS, "Words". `isRounded`: some table is. */
export function verdictSentence({ hidden, earlierTables, k }: Checked, isRounded: boolean): string {
  const known = earlierTables === 0 ? 'この集計のすべての表' : `公表済み${earlierTables}表のすべて`;
  const parts = [
    ...(hidden > 0
      ? [`＊の${hidden}か所は、${known}と合わせても人数を特定できないことを確認しました（${k}人未満を保護）。`]
      : []),
    ...(isRounded ? [`丸めた数字は、${known}と合わせても、もとの数を特定できないことを確認しました。`] : []),
  ];
  if (parts.length > 0) return parts.join('');
  return `＊にする数字はありませんでした。0でない数字は、どれも${k}人以上の方についてのものです。`;
}
