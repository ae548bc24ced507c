// Lays 前月末・新規・終了（理由別）・月末 out: one column of figures from four of the library's tables.
import type { ProtectedTable } from '#main/disclosure-control/publication-model.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import { type FlowRole, flowTableId } from './persons-flow.ts';
import { cellFinder, TOTAL } from './report-cells.ts';

type Row = ReportTable['rows'][number];

/** `labelOf`: of a reason. The rows of the reasons stand under 終了, before 月末. */
export function flowRows(
  reportId: string,
  tables: readonly ProtectedTable[],
  labelOf: (reason: string) => string,
): readonly Row[] {
  const find = (role: FlowRole) => tables.find(({ definition }) => definition.id === flowTableId(reportId, role));
  const row = (role: FlowRole, label: string): readonly Row[] => {
    const table = find(role);
    if (table === undefined) return [];
    const cell = cellFinder(table)(table.definition.dimensions.map(() => TOTAL));
    return [{ id: role, labels: [label], isTotal: role === 'after', cells: [cell] }];
  };
  const ended = find('ended');
  const reasons = (ended?.cells ?? []).flatMap(({ values }): readonly Row[] => {
    const [dimension = ''] = ended?.definition.dimensions ?? [];
    const reason = values[dimension] ?? '';
    if (ended === undefined || reason === TOTAL) return [];
    return [
      {
        id: `ended.${reason}`,
        labels: [`　うち ${labelOf(reason)}`],
        isTotal: false,
        cells: [cellFinder(ended)([reason])],
      },
    ];
  });
  return [
    ...row('before', '前月末'),
    ...row('begun', '新規'),
    ...row('ended', '終了'),
    ...reasons,
    ...row('after', '月末'),
  ];
}
