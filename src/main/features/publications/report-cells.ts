// A protected figure as people read it, and where it is found in its table. The truth goes along only for the screen.
import type { ProtectedCell, ProtectedTable } from '#main/disclosure-control/publication-model.ts';
import { HIDDEN_MARK, type ReportCell, type ReportTable } from '#shared/contract/report-shape.ts';

/** How the library writes a total, and how the report names it. */
export const TOTAL = '計';
export const TOTAL_ID = 'total';

/** `undefined` is a combination that cannot occur. */
function cellOf(cell: ProtectedCell | undefined): ReportCell {
  if (cell === undefined) return { shown: 0, inside: null };
  const { shown, value, persons, reason } = cell;
  return { shown: shown ?? HIDDEN_MARK, inside: { value, persons, reason } };
}

/** Cells of a table by the values along its dimensions, in their order. */
export function cellFinder({ definition, cells }: ProtectedTable): (values: readonly string[]) => ReportCell {
  const keyOf = (values: readonly string[]) => JSON.stringify(values);
  const byValues = new Map(
    cells.map((cell) => [keyOf(definition.dimensions.map((id) => cell.values[id] ?? '')), cell]),
  );
  return (values) => cellOf(byValues.get(keyOf(values)));
}

export function countMarks(rows: ReportTable['rows']): { readonly hidden: number; readonly cells: number } {
  const cells = rows.flatMap((row) => row.cells);
  return { hidden: cells.filter(({ shown }) => shown === HIDDEN_MARK).length, cells: cells.length };
}

/** What may leave: the same without what is known only inside. */
export const withoutInside = (table: ReportTable): ReportTable => ({
  ...table,
  rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(({ shown }) => ({ shown, inside: null })) })),
});
