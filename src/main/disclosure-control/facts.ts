// What an outsider knows after the publications: published, hidden and rounded cells, rules about persons, values that were not there.
import { type AtomSpace, isStructuralZero, keyOf, keyOfParts, spanOf } from './atom-space.ts';
import type { Fact, Part, ProtectedCell, Relation, Selection, Source, TableDefinition } from './publication-model.ts';
import { cellsOf, onePart } from './table-cells.ts';

/** Nobody has more events in the months of a table; an outsider knows no better. Turns "a person has an event" into a linear fact. */
export const MOST_EVENTS_OF_A_PERSON = 1_000;

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

const atLeast = (id: string, more: readonly Part[], less: readonly Part[], factor = 1): Fact => ({
  id: `rule:${id}`,
  parts: [
    ...more.map(({ coef, selection }) => ({ coef: coef * factor, selection })),
    ...less.map(({ coef, selection }) => ({ coef: -coef, selection })),
  ],
  lo: 0,
  hi: null,
});

/** The finest selections of distinct persons of a table: one atom each. */
function personSelections(table: TableDefinition, source: Source): readonly Selection[] {
  const along = source.dimensions.filter(({ onePerPerson }) => onePerPerson).map(({ id }) => id);
  const { measure, months, dimensions } = table;
  const apart = dimensions.filter((id) => !along.includes(id));
  return cellsOf({ ...table, dimensions: [...along, ...apart] }, source)
    .filter(({ values, isStructuralZero: isZero }) => !isZero && along.every((id) => values[id] !== '計'))
    .map(({ selection }) => ({ source: source.id, measure, months, where: selection.where }));
}

/** Persons of a category are at most the persons of all; the persons of all at most the sum over the categories. */
function joiningRules(selection: Selection, apart: readonly string[], source: Source): readonly Fact[] {
  return apart
    .filter((id) => selection.where[id] === undefined)
    .flatMap((id) => {
      const values = source.dimensions.find((dimension) => dimension.id === id)?.values ?? [];
      const parts = values
        .map((value) => ({ ...selection, where: { ...selection.where, [id]: value } }))
        .filter(({ where }) => !isStructuralZero(source, where))
        .flatMap(onePart);
      const name = `${keyOf(selection)}:${id}`;
      return [
        ...parts.map((part) => atLeast(`part:${keyOf(part.selection)}:${id}`, onePart(selection), [part])),
        atLeast(`parts:${name}`, parts, onePart(selection)),
      ];
    });
}

/** Persons over several months: at least those of each month, at most the sum of the months. */
function spanRules(selection: Selection, published: ReadonlySet<string>): readonly Fact[] {
  const months = selection.months.map((month) => ({ ...selection, months: [month] }));
  if (months.length < 2) return [];
  const known = months.filter((month) => published.has(keyOf(month)));
  const facts = known.map((month) =>
    atLeast(`month:${keyOf(selection)}:${spanOf(month.months)}`, onePart(selection), onePart(month)),
  );
  if (known.length < months.length) return facts;
  return [...facts, atLeast(`months:${keyOf(selection)}`, months.flatMap(onePart), onePart(selection))];
}

/**
 * Rules that hold whatever the figures are, for tables of distinct persons: `max <= total <= sum` along what a person may have several
 * of, persons <= events, and a person has between 1 and {@link MOST_EVENTS_OF_A_PERSON} events. An atom of persons is `ANY` along
 * dimensions that are not chosen.
 */
export function personFacts(spoken: readonly Spoken[], space: AtomSpace): readonly Fact[] {
  const facts = new Map<string, Fact>();
  const tables = spoken.filter(({ table }) => table.measure === 'persons');
  const selections = tables.flatMap(({ table }) => {
    const source = space.sources.get(table.source);
    if (source === undefined) return [];
    const apart = table.dimensions.filter((id) => !source.dimensions.find((one) => one.id === id)?.onePerPerson);
    return personSelections(table, source).map((selection) => ({ selection, apart, source }));
  });
  const published = new Set(selections.map(({ selection }) => keyOf(selection)));
  for (const { selection, apart, source } of selections) {
    const events = onePart({ ...selection, measure: 'events' });
    const name = keyOf(selection);
    const found = [
      atLeast(`events:${name}`, events, onePart(selection)),
      atLeast(`most:${name}`, onePart(selection), events, MOST_EVENTS_OF_A_PERSON),
      ...joiningRules(selection, apart, source),
      ...spanRules(selection, published),
    ];
    for (const fact of found) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}
