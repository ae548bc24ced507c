// Several values of a dimension as one: how they are written in a selection, and which sets put a larger one together. Counts nothing.
import type { Source, TableDefinition } from './publication-model.ts';

/** A set of values as it stands in a selection: sorted, joined by the sign that no value holds. The same set is the same text. */
export const mergedValue = (values: readonly string[]): string => [...values].sort().join('+');

/** The values behind what stands in a selection: one, or those of a set. */
export const valuesIn = (chosen: string): readonly string[] => chosen.split('+');

export const isMerged = (chosen: string): boolean => chosen.includes('+');

/** A value as a table shows it: its own name or a group's, and what stands in the selections for it. */
export interface ShownValue {
  readonly name: string;
  readonly chosen: string;
}

/** What a table shows of a dimension, in the order of the source; a group stands where the first of its values would. */
export function shownValues({ groups }: TableDefinition, id: string, values: readonly string[]): readonly ShownValue[] {
  const byValue = new Map(
    (groups?.[id] ?? []).flatMap((group) => {
      const shown = { name: group.name, chosen: mergedValue(group.values) };
      return group.values.map((value) => [value, shown] as const);
    }),
  );
  if (byValue.size === 0) return values.map((value) => ({ name: value, chosen: value }));
  return [...new Set(values.map((value) => byValue.get(value) ?? { name: value, chosen: value }))];
}

/** Why the groups of a table are not allowed, or null. A name must be a plain code as values are; the caller knows that form. */
export function flawOfGroups({ groups = {}, dimensions }: TableDefinition, source: Source): string | null {
  for (const [id, list] of Object.entries(groups)) {
    const known = new Set(source.dimensions.find((dimension) => dimension.id === id)?.values);
    const values = list.flatMap((group) => group.values);
    const names = list.map(({ name }) => name);
    if (!dimensions.includes(id)) return `groups of ${id}, which it does not show`;
    if (list.some((group) => group.values.length < 2)) return `a group of ${id} has fewer than two values`;
    if (values.some((value) => !known.has(value))) return `a group of ${id} has an unknown value`;
    if (new Set(values).size < values.length) return `a value of ${id} is in two groups, or twice in one`;
    if (names.some((name) => known.has(name)) || new Set(names).size < names.length) return `names of groups of ${id}`;
  }
  return null;
}

/** The groups as they are exported: each dimension's in the order of the source, whatever order they came in. */
export function orderedGroups(table: TableDefinition, source: Source): TableDefinition['groups'] {
  const ordered = source.dimensions.flatMap(({ id, values }) => {
    const named = new Map((table.groups?.[id] ?? []).map((group) => [group.name, new Set(group.values)]));
    const groups = shownValues(table, id, values).flatMap(({ name }) => {
      const members = named.get(name);
      return members === undefined ? [] : [{ name, values: values.filter((value) => members.has(value)) }];
    });
    return groups.length === 0 ? [] : [[id, groups] as const];
  });
  return ordered.length === 0 ? undefined : Object.fromEntries(ordered);
}

/** The sets that one table shows of a dimension; all other values stand alone. */
export type Grouping = readonly string[];

/** By `source/dimension` every way in which some table shows it, the way without sets always among them. */
export type Groupings = ReadonlyMap<string, readonly Grouping[]>;

export const NO_GROUPINGS: Groupings = new Map();

const APART: readonly Grouping[] = [[]];

export const groupingsFor = (groupings: Groupings, source: string, dimension: string): readonly Grouping[] =>
  groupings.get(`${source}/${dimension}`) ?? APART;

export function groupingsOf(tables: readonly TableDefinition[]): Groupings {
  const found = new Map<string, Map<string, Grouping>>();
  for (const { source, groups = {} } of tables) {
    for (const [id, list] of Object.entries(groups)) {
      const key = `${source}/${id}`;
      const grouping = list.map((group) => mergedValue(group.values)).sort();
      const known = found.get(key) ?? new Map<string, Grouping>([['', []]]);
      found.set(key, known.set(grouping.join('|'), grouping));
    }
  }
  return new Map([...found].map(([key, ways]) => [key, [...ways.values()]]));
}

/** What a table with this grouping shows of a set of values, or null where one of its sets is partly outside. */
export function piecesOf(values: readonly string[], grouping: Grouping): readonly string[] | null {
  const inside = new Set(values);
  const sets = grouping.filter((set) => valuesIn(set).some((value) => inside.has(value)));
  if (sets.some((set) => valuesIn(set).some((value) => !inside.has(value)))) return null;
  const taken = new Set(sets.flatMap(valuesIn));
  return [...sets, ...values.filter((value) => !taken.has(value))];
}

/**
 * Every way to put a set of values together from disjoint sets and single values, with as many sets as will go: each is a bound for
 * persons who may have several of the values, and no other way bounds tighter.
 */
export function coarseCovers(values: readonly string[], sets: readonly string[]): readonly (readonly string[])[] {
  const inside = new Set(values);
  const all = sets.map((set) => ({ set, members: valuesIn(set) }));
  const usable = all.filter(({ members }) => members.every((value) => inside.has(value)));
  const meets = (a: readonly string[], b: readonly string[]) => a.some((value) => b.includes(value));
  const families: (readonly (typeof usable)[number][])[] = [];
  const walk = (position: number, taken: readonly (typeof usable)[number][]): void => {
    const next = usable[position];
    if (next === undefined) {
      const isFull = usable.every(({ members }) => taken.some((one) => meets(one.members, members)));
      if (isFull) families.push(taken);
      return;
    }
    const fits = !taken.some(({ members }) => meets(members, next.members));
    const hasRival = usable.some((other) => other !== next && meets(other.members, next.members));
    if (fits) walk(position + 1, [...taken, next]);
    if (!fits || hasRival) walk(position + 1, taken);
  };
  walk(0, []);
  return families.map((family) => {
    const covered = new Set(family.flatMap(({ members }) => members));
    return [...family.map(({ set }) => set), ...values.filter((value) => !covered.has(value))];
  });
}
