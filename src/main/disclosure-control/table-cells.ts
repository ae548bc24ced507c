// The cells of a table: every crossing of its values with every total, each with the key that it has wherever it is published.
import { crossing, isStructuralZero, keyOf, TOTAL } from './atom-space.ts';
import type { Part, Selection, Source, TableDefinition, Values } from './publication-model.ts';

export interface TableCell {
  readonly key: string;
  readonly selection: Selection;
  /** By dimension of the table; totals as 計. */
  readonly values: Values;
  /** How many dimensions are summed over: 0 is an inner cell. */
  readonly totals: number;
  readonly isStructuralZero: boolean;
}

/** All cells in the order of the table: values as in the source, then the total. @throws RangeError for an unknown dimension. */
export function cellsOf(table: TableDefinition, source: Source): readonly TableCell[] {
  const { measure, months, dimensions } = table;
  const choices = dimensions.map((id) => {
    const dimension = source.dimensions.find((one) => one.id === id);
    if (dimension === undefined) throw new RangeError(`no dimension ${id}`);
    return [...dimension.values, TOTAL];
  });
  return crossing(choices).map((row) => {
    const values = Object.fromEntries(dimensions.map((id, index) => [id, row[index] ?? TOTAL]));
    const where = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== TOTAL));
    const selection: Selection = { source: source.id, measure, months, where };
    return {
      key: keyOf(selection),
      selection,
      values,
      totals: row.filter((value) => value === TOTAL).length,
      isStructuralZero: isStructuralZero(source, where),
    };
  });
}

/** The parts of a total along each of the dimensions that the table shows and the total sums over; structural zeros left out. */
export function partsOfTotal(
  cell: TableCell,
  table: TableDefinition,
  source: Source,
): readonly (readonly Selection[])[] {
  return table.dimensions
    .filter((id) => cell.values[id] === TOTAL)
    .map((id) => {
      const values = source.dimensions.find((one) => one.id === id)?.values ?? [];
      const parts = values.map((value) => ({ ...cell.selection, where: { ...cell.selection.where, [id]: value } }));
      return parts.filter(({ where }) => !isStructuralZero(source, where));
    });
}

export const onePart = (selection: Selection): readonly Part[] => [{ coef: 1, selection }];
