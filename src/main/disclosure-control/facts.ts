// What an outsider knows after the publications: published, hidden and rounded cells, rules about persons, values that were not there.
import { type AtomSpace, isStructuralZero, keyOf, keyOfParts } from './atom-space.ts';
import type { Fact, Part, ProtectedCell, Relation, Selection, Source, TableDefinition } from './publication-model.ts';
import { cellsOf, onePart } from './table-cells.ts';

/** How far a rounded figure is from the true one at most; a sum of n rounded months n times as far. */
export const roundingReach = (table: TableDefinition, base: number): number => table.months.length * (base - 1);

/** The least that ＊ can stand for: 1 where zeros are shown, else 0. */
export const hiddenFloor = ({ measure, zeros }: TableDefinition): 0 | 1 =>
  measure === 'stock' || zeros === 'mayBeHidden' ? 0 : 1;

type Shown = Pick<ProtectedCell, 'state' | 'shown'>;

/** Limits of a cell, as an outsider knows them. */
export function limitsOf(
  { state, shown }: Shown,
  table: TableDefinition,
  base: number,
): { lo: number; hi: number | null } {
  if (state === 'structuralZero') return { lo: 0, hi: 0 };
  if (state === 'hidden' || shown === null) return { lo: hiddenFloor(table), hi: null };
  if (table.mode === 'suppressed') return { lo: shown, hi: shown };
  const reach = roundingReach(table, base);
  return { lo: Math.max(0, shown - reach), hi: shown + reach };
}

/** One fact for each cell of a protected table; structural zeros need none, they have no atoms. */
export function factsOfTable(
  publication: string,
  table: TableDefinition,
  source: Source,
  shownOf: (key: string) => Shown,
  base: number,
): readonly Fact[] {
  return cellsOf(table, source)
    .filter((cell) => !cell.isStructuralZero)
    .map(({ key, selection }) => ({
      id: `${publication}:${table.id}:${key}`,
      parts: onePart(selection),
      ...limitsOf(shownOf(key), table, base),
    }));
}

/** What is known between sources, each once. */
export const relationFacts = (relations: readonly Relation[]): readonly Fact[] => [
  ...new Map(
    relations.map(({ id, parts, lo, hi }) => [
      `${keyOfParts(parts)} ${lo} ${hi}`,
      { id: `relation:${id}:${keyOfParts(parts)}`, parts, lo, hi },
    ]),
  ).values(),
];

/** What one publication says a source looks like, and for which months. */
export interface Spoken {
  readonly publication: string;
  readonly source: Source;
  readonly table: TableDefinition;
}

/** A value that a publication does not list did not occur in its months: everybody can see that. */
export function absentFacts(spoken: readonly Spoken[], space: AtomSpace): readonly Fact[] {
  const facts = new Map<string, Fact>();
  for (const { publication, source, table } of spoken) {
    for (const { id, values } of space.sources.get(source.id)?.dimensions ?? []) {
      const listed = new Set(source.dimensions.find((dimension) => dimension.id === id)?.values);
      for (const value of values.filter((one) => !listed.has(one))) {
        const { measure, months } = table;
        const selection: Selection = { source: source.id, measure, months, where: { [id]: value } };
        if (isStructuralZero(source, selection.where)) continue;
        facts.set(keyOf(selection), {
          id: `${publication}:absent:${keyOf(selection)}`,
          parts: onePart(selection),
          lo: 0,
          hi: 0,
        });
      }
    }
  }
  return [...facts.values()];
}

/** The sum of some parts, `factor` times, is not less than that of others. */
export const atLeast = (id: string, more: readonly Part[], less: readonly Part[], factor = 1): Fact => ({
  id: `rule:${id}`,
  parts: [
    ...more.map(({ coef, selection }) => ({ coef: coef * factor, selection })),
    ...less.map(({ coef, selection }) => ({ coef: -coef, selection })),
  ],
  lo: 0,
  hi: null,
});
