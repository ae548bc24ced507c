// The cells of a table: every crossing of its values with every total, each with the key that it has wherever it is published.
import { crossing, isStructuralZero, keyOf, TOTAL } from './atom-space.ts';
import { type Groupings, groupingsFor, isMerged, piecesOf, shownValues, valuesIn } from './merged-values.ts';
import type { Part, Selection, Source, TableDefinition, Values } from './publication-model.ts';

export interface TableCell {
  readonly key: string;
  readonly selection: Selection;
  /** By dimension of the table; totals as 計, several values as one by their group's name. */
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
    return [...shownValues(table, id, dimension.values), { name: TOTAL, chosen: TOTAL }];
  });
  const names = choices.map((shown) => new Map(shown.map(({ name, chosen }) => [chosen, name])));
  return crossing(choices.map((shown) => shown.map(({ chosen }) => chosen))).map((row) => {
    const values = Object.fromEntries(
      dimensions.map((id, index) => [id, names[index]?.get(row[index] ?? '') ?? TOTAL]),
    );
    const where = Object.fromEntries(
      dimensions.flatMap((id, index) => (row[index] === TOTAL ? [] : [[id, row[index] ?? '']])),
    );
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
      const parts = shownValues(table, id, values).map(({ chosen }) => ({
        ...cell.selection,
        where: { ...cell.selection.where, [id]: chosen },
      }));
      return parts.filter(({ where }) => !isStructuralZero(source, where));
    });
}

/** How a selection is put together along one of its dimensions, once for each way in which tables show it; structural zeros left out. */
export function splitsAlong(
  selection: Selection,
  dimension: string,
  source: Source,
  groupings: Groupings,
): readonly (readonly Selection[])[] {
  const chosen = selection.where[dimension];
  const all = source.dimensions.find(({ id }) => id === dimension)?.values ?? [];
  const values = chosen === undefined ? all : valuesIn(chosen);
  if (chosen !== undefined && values.length < 2) return [];
  const ways = groupingsFor(groupings, source.id, dimension)
    .map((grouping) => piecesOf(values, grouping))
    .filter((pieces) => pieces !== null && pieces[0] !== chosen);
  return [...new Map(ways.map((pieces) => [pieces?.join(), pieces ?? []])).values()].map((pieces) =>
    pieces
      .map((piece) => ({ ...selection, where: { ...selection.where, [dimension]: piece } }))
      .filter(({ where }) => !isStructuralZero(source, where)),
  );
}

/** A selection as a sum of selections that are there: itself, or the parts of its sets; null where there is no such sum. */
export function sumOfKnown(
  selection: Selection,
  isKnown: (selection: Selection) => boolean,
  source: Source,
  groupings: Groupings,
): readonly Selection[] | null {
  if (isKnown(selection)) return [selection];
  const sets = Object.entries(selection.where).filter(([, chosen]) => isMerged(chosen));
  for (const [dimension] of sets) {
    for (const parts of splitsAlong(selection, dimension, source, groupings)) {
      const known = parts.map((part) => sumOfKnown(part, isKnown, source, groupings));
      if (known.every((sum) => sum !== null)) return known.flat();
    }
  }
  return null;
}

export const onePart = (selection: Selection): readonly Part[] => [{ coef: 1, selection }];
