// What holds of distinct persons whatever the figures are: between the largest and the sum of what joins them, and not more than events.
import { type AtomSpace, crossing, isStructuralZero, keyOf, spanOf } from './atom-space.ts';
import { atLeast, type Spoken } from './facts.ts';
import { coarseCovers, isMerged, mergedValue, valuesIn } from './merged-values.ts';
import type { Fact, Selection, Source, TableDefinition } from './publication-model.ts';
import { onePart } from './table-cells.ts';

/** Nobody has more events in the months of a table; an outsider knows no better. Turns "a person has an event" into a linear fact. */
export const MOST_EVENTS_OF_A_PERSON = 1_000;

const TOGETHER = '*';

/** By `source/dimension` the sets of values that some table of persons shows as one. */
type Sets = ReadonlyMap<string, readonly string[]>;

/**
 * The finest selections of distinct persons of a table, one atom each: also values by themselves that the table shows as one, and all
 * `sets`. A set that only another month shows has its number of persons in this one, too, and ties what is shown of both together.
 */
function personSelections({ measure, months, dimensions }: TableDefinition, source: Source, sets: Sets) {
  const choices = source.dimensions.map(({ id, values, onePerPerson }) => {
    if (onePerPerson) return values;
    if (!dimensions.includes(id)) return [TOGETHER];
    return [...values, ...(sets.get(`${source.id}/${id}`) ?? []), TOGETHER];
  });
  return crossing(choices)
    .map((row): Selection => {
      const where = source.dimensions.flatMap(({ id }, index) =>
        row[index] === TOGETHER ? [] : [[id, row[index] ?? '']],
      );
      return { source: source.id, measure, months, where: Object.fromEntries(where) };
    })
    .filter(({ where }) => !isStructuralZero(source, where));
}

/** All selections of persons that have an atom, by key, and the sets among the values of each dimension. */
interface Persons {
  readonly known: ReadonlySet<string>;
  readonly sets: Sets;
}

const along = (selection: Selection, id: string, value: string): Selection => ({
  ...selection,
  where: { ...selection.where, [id]: value },
});

/** Sets of values of a dimension that lie within others and have an atom beside a selection. */
function setsWithin(selection: Selection, id: string, values: readonly string[], { known, sets }: Persons) {
  const all = sets.get(`${selection.source}/${id}`) ?? [];
  return all.filter((set) => {
    const members = valuesIn(set);
    const isInside = members.length < values.length && members.every((value) => values.includes(value));
    return isInside && known.has(keyOf(along(selection, id, set)));
  });
}

/**
 * Persons of a category, or of several as one, are at most the persons of all; the persons of all at most the sum over the categories,
 * in every way in which they are put together.
 */
function joiningRules(
  selection: Selection,
  apart: readonly string[],
  source: Source,
  persons: Persons,
): readonly Fact[] {
  const name = keyOf(selection);
  return apart.flatMap((id) => {
    const chosen = selection.where[id];
    if (chosen !== undefined && !isMerged(chosen)) return [];
    const all = source.dimensions.find((dimension) => dimension.id === id)?.values ?? [];
    const values = chosen === undefined ? all : valuesIn(chosen);
    const sets = setsWithin(selection, id, values, persons);
    const partOf = (value: string) => along(selection, id, value);
    const parts = [...values, ...sets].map(partOf).filter(({ where }) => !isStructuralZero(source, where));
    return [
      ...parts.map((part) => atLeast(`part:${keyOf(part)}:${name}`, onePart(selection), onePart(part))),
      ...coarseCovers(values, sets).map((cover) => {
        const sum = cover.map(partOf).filter(({ where }) => !isStructuralZero(source, where));
        return atLeast(`parts:${name}:${id}:${cover.join()}`, sum.flatMap(onePart), onePart(selection));
      }),
    ];
  });
}

/** A selection as sums of such that have an atom: itself, or what bounds its sets. */
function boundsOf(selection: Selection, source: Source, persons: Persons): readonly (readonly Selection[])[] {
  if (persons.known.has(keyOf(selection))) return [[selection]];
  const [id, chosen] = Object.entries(selection.where).find(([, value]) => isMerged(value)) ?? [];
  if (id === undefined || chosen === undefined) return [];
  const values = valuesIn(chosen);
  return coarseCovers(values, setsWithin(selection, id, values, persons)).flatMap((cover) => {
    const parts = cover
      .map((value) => along(selection, id, value))
      .filter(({ where }) => !isStructuralZero(source, where));
    return crossing(parts.map((part) => boundsOf(part, source, persons))).map((sums) => sums.flat());
  });
}

/** Persons over several months: at least those of each month, at most the sum of the months. */
function spanRules(selection: Selection, source: Source, persons: Persons): readonly Fact[] {
  const months = selection.months.map((month) => ({ ...selection, months: [month] }));
  if (months.length < 2) return [];
  const name = keyOf(selection);
  const known = months.filter((month) => persons.known.has(keyOf(month)));
  const sums = crossing(months.map((month) => boundsOf(month, source, persons)));
  return [
    ...known.map((month) => atLeast(`month:${name}:${spanOf(month.months)}`, onePart(selection), onePart(month))),
    ...sums.map((sum, index) => atLeast(`months:${name}:${index}`, sum.flat().flatMap(onePart), onePart(selection))),
  ];
}

function setsOf(tables: readonly TableDefinition[]): Sets {
  const sets = new Map<string, Set<string>>();
  for (const { source, groups = {} } of tables) {
    for (const [id, list] of Object.entries(groups)) {
      const found = sets.get(`${source}/${id}`) ?? new Set<string>();
      for (const group of list) found.add(mergedValue(group.values));
      sets.set(`${source}/${id}`, found);
    }
  }
  return new Map([...sets].map(([key, found]) => [key, [...found].sort()]));
}

/**
 * Rules that hold whatever the figures are, for tables of distinct persons: `max <= total <= sum` along what a person may have several
 * of, persons <= events, and a person has between 1 and {@link MOST_EVENTS_OF_A_PERSON} events. An atom of persons is `ANY` along
 * dimensions that are not chosen.
 */
export function personFacts(spoken: readonly Spoken[], space: AtomSpace): readonly Fact[] {
  const facts = new Map<string, Fact>();
  const tables = spoken.map(({ table }) => table).filter(({ measure }) => measure === 'persons');
  const sets = setsOf(tables);
  const selections = tables.flatMap((table) => {
    const source = space.sources.get(table.source);
    if (source === undefined) return [];
    const apart = table.dimensions.filter((id) => !source.dimensions.find((one) => one.id === id)?.onePerPerson);
    return personSelections(table, source, sets).map((selection) => ({ selection, apart, source }));
  });
  const persons = { known: new Set(selections.map(({ selection }) => keyOf(selection))), sets };
  for (const { selection, apart, source } of selections) {
    const events = onePart({ ...selection, measure: 'events' });
    const name = keyOf(selection);
    const found = [
      atLeast(`events:${name}`, events, onePart(selection)),
      atLeast(`most:${name}`, onePart(selection), events, MOST_EVENTS_OF_A_PERSON),
      ...joiningRules(selection, apart, source, persons),
      ...spanRules(selection, source, persons),
    ];
    for (const fact of found) facts.set(fact.id, fact);
  }
  return [...facts.values()];
}

/** Atoms of sets in months in which no table shows them as one. */
function impliedAtoms(spoken: readonly Spoken[], space: AtomSpace): ReadonlySet<string> {
  const tables = spoken.map(({ table }) => table).filter(({ measure }) => measure === 'persons');
  const atomsWith = (setsIn: (table: TableDefinition) => Sets) =>
    tables.flatMap((table) => {
      const source = space.sources.get(table.source);
      return source === undefined ? [] : personSelections(table, source, setsIn(table)).flatMap(space.expand);
    });
  const shown = new Set(atomsWith((table) => setsOf([table])));
  const sets = setsOf(tables);
  return new Set(atomsWith(() => sets).filter((atom) => !shown.has(atom)));
}

/**
 * The true world with a number for every set that no table shows in these months: nobody counted it, any that agrees with the rest
 * will do, and the largest that the rules allow always agrees, because the true one does.
 */
export function withImplied(
  truth: ReadonlyMap<string, number>,
  facts: readonly Fact[],
  spoken: readonly Spoken[],
  space: AtomSpace,
): ReadonlyMap<string, number> {
  const implied = impliedAtoms(spoken, space);
  if (implied.size === 0) return truth;
  const world = new Map([...truth, ...[...implied].map((atom) => [atom, Number.POSITIVE_INFINITY] as const)]);
  const limits = facts.flatMap(({ parts, lo }) => {
    const terms = [...space.expandParts(parts)];
    const less = terms.filter(([, coef]) => coef < 0);
    const [atom = ''] = less[0] ?? [];
    const more = terms.filter(([, coef]) => coef > 0);
    return lo === 0 && less.length === 1 && implied.has(atom) ? [{ atom, factor: -(less[0]?.[1] ?? -1), more }] : [];
  });
  for (let isMoving = true; isMoving; ) {
    isMoving = false;
    for (const { atom, factor, more } of limits) {
      const most = Math.floor(more.reduce((sum, [one, coef]) => sum + coef * (world.get(one) ?? 0), 0) / factor);
      if (most >= (world.get(atom) ?? 0)) continue;
      world.set(atom, most);
      isMoving = true;
    }
  }
  return world;
}
