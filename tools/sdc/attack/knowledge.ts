// What the exports say about the finest counts, as linear rows: a stranger's own reading of the published rules.
import type { Export, ExportedDimension, ExportedRelation, ExportedSource, ExportedTable } from './read-export.ts';

/** `lo <= sum(coefficient * count) <= hi`. */
export interface KnownRow {
  readonly terms: ReadonlyMap<string, number>;
  lo: number;
  hi: number;
}

/** A hidden cell, as it stands in a table. */
export interface Target {
  readonly table: string;
  readonly cell: string;
  readonly row: string;
}

export interface OutsiderKnowledge {
  readonly rows: ReadonlyMap<string, KnownRow>;
  readonly targets: readonly Target[];
}

type Where = Readonly<Record<string, string>>;

const everyWay = (lists: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  lists.reduce<readonly (readonly string[])[]>(
    (ways, list) => ways.flatMap((way) => list.map((one) => [...way, one])),
    [[]],
  );

const cannotOccur = ({ structuralZeros = [], dimensions }: ExportedSource, way: readonly string[]): boolean =>
  structuralZeros.length > 0 &&
  everyWay(way.map(apart)).every((single) =>
    structuralZeros.some((zero) =>
      dimensions.every(({ id }, position) => zero[id] === undefined || zero[id] === single[position]),
    ),
  );

/** Several values of a dimension in one name, whatever their order. */
const together = (values: readonly string[]): string => [...values].sort().join('+');
const apart = (name: string): readonly string[] => name.split('+');

/** What a table calls by a group's name, by the values that it stands for. */
function ungroup({ groups = {} }: ExportedTable, shown: Where): Where {
  return Object.fromEntries(
    Object.entries(shown).map(([id, name]) => {
      const group = groups[id]?.find((one) => one.name === name);
      return [id, group === undefined ? name : together(group.values)];
    }),
  );
}

/**
 * Names of the finest counts that a cell sums. Persons who may have several values of a dimension are counted apart: as `*`, or, of those
 * that a table shows as one, under all their names.
 */
function countsOf(source: ExportedSource, measure: string, months: readonly string[], where: Where): readonly string[] {
  const values = ({ id, values: all, onePerPerson }: ExportedDimension) => {
    const one = where[id];
    const isJoined = measure === 'persons' && !onePerPerson;
    if (one !== undefined) return isJoined ? [one] : apart(one);
    return isJoined ? ['*'] : all;
  };
  const times = measure === 'persons' ? [months.join('+')] : months;
  const ways = everyWay(source.dimensions.map(values)).filter((way) => !cannotOccur(source, way));
  return times.flatMap((time) => ways.map((way) => `${source.id} ${measure} ${time} ${way.join('|')}`));
}

const nameOf = (terms: ReadonlyMap<string, number>): string =>
  [...terms]
    .map(([count, coef]) => `${coef}*${count}`)
    .sort()
    .join('+');

function learn(rows: Map<string, KnownRow>, terms: ReadonlyMap<string, number>, lo: number, hi: number): string {
  const name = nameOf(terms);
  const row = rows.get(name) ?? { terms, lo: Number.NEGATIVE_INFINITY, hi: Number.POSITIVE_INFINITY };
  row.lo = Math.max(row.lo, lo);
  row.hi = Math.min(row.hi, hi);
  rows.set(name, row);
  return name;
}

const ones = (counts: readonly string[]): ReadonlyMap<string, number> => new Map(counts.map((count) => [count, 1]));

function limits(table: ExportedTable, value: number | null): readonly [number, number] {
  const least = table.measure === 'stock' || table.zeros === 'mayBeHidden' ? 0 : 1;
  if (value === null) return [least, Number.POSITIVE_INFINITY];
  const reach = table.mode === 'rounded' ? (table.reach ?? 0) : 0;
  return [Math.max(0, value - reach), value + reach];
}

/** The most events of one person that anybody would think of. */
const MOST = 1_000;

/** Groups of a dimension in any table of persons, under all their names. */
type GroupNames = ReadonlyMap<string, readonly string[]>;

function groupNames(exports: readonly Export[]): GroupNames {
  const names = new Map<string, readonly string[]>();
  for (const { table } of exports.flatMap(({ tables }) => tables)) {
    if (table.measure !== 'persons') continue;
    for (const [id, groups] of Object.entries(table.groups ?? {})) {
      const key = `${table.source} ${id}`;
      names.set(key, [...new Set([...(names.get(key) ?? []), ...groups.map(({ values }) => together(values))])]);
    }
  }
  return names;
}

/** Every way to put values together from groups that share nothing and single values. */
function ways(values: readonly string[], groups: readonly string[]): readonly (readonly string[])[] {
  const [first, ...others] = values;
  if (first === undefined) return [[]];
  const fitting = groups.filter(
    (group) => apart(group).includes(first) && apart(group).every((one) => values.includes(one)),
  );
  const rest = (taken: readonly string[]) => others.filter((one) => !taken.includes(one));
  return [first, ...fitting].flatMap((name) => ways(rest(apart(name)), groups).map((way) => [name, ...way]));
}

/** Ways of which no names together are a group: such a way says less than the one with the group. */
const tightest = (all: readonly (readonly string[])[], groups: readonly string[]): readonly (readonly string[])[] =>
  all.filter((way) =>
    groups.every((group) => {
      const inside = way.filter((name) => apart(name).every((one) => apart(group).includes(one)));
      return inside.length < 2 || inside.flatMap(apart).length < apart(group).length;
    }),
  );

/** Rules about persons: not more than events, not none where there are events, and joined values between maximum and sum. */
function learnPersons(
  rows: Map<string, KnownRow>,
  source: ExportedSource,
  table: ExportedTable,
  groups: GroupNames,
): void {
  const groupsOf = (id: string) => groups.get(`${source.id} ${id}`) ?? [];
  const choices = source.dimensions.map(({ id, values, onePerPerson }) => {
    if (onePerPerson) return values;
    return table.dimensions.includes(id) ? [...values, ...groupsOf(id), '*'] : ['*'];
  });
  const span = table.months.join('+');
  const count = (way: readonly string[], time = span) => `${source.id} persons ${time} ${way.join('|')}`;
  const atLeast = (more: readonly string[], less: readonly string[], factor = 1) => {
    const terms = new Map([...more.map((one) => [one, factor] as const), ...less.map((one) => [one, -1] as const)]);
    learn(rows, terms, 0, Number.POSITIVE_INFINITY);
  };
  for (const way of everyWay(choices).filter((one) => !cannotOccur(source, one))) {
    const where = Object.fromEntries(
      source.dimensions.flatMap(({ id }, at) => (way[at] === '*' ? [] : [[id, way[at] ?? '']])),
    );
    const events = countsOf(source, 'events', table.months, where);
    atLeast(events, [count(way)]);
    learn(rows, new Map([[count(way), MOST], ...events.map((one) => [one, -1] as const)]), 0, Number.POSITIVE_INFINITY);
    source.dimensions.forEach(({ id, values, onePerPerson }, position) => {
      const name = way[position] ?? '';
      if (onePerPerson || !table.dimensions.includes(id)) return;
      const members = name === '*' ? values : apart(name);
      const within = groupsOf(id).filter((one) => one !== name && apart(one).every((value) => members.includes(value)));
      const part = (value: string) => way.with(position, value);
      const canOccur = (one: readonly string[]) => !cannotOccur(source, one);
      if (members.length < 2) return;
      for (const one of [...members, ...within].map(part).filter(canOccur)) atLeast([count(way)], [count(one)]);
      for (const sum of tightest(ways(members, within), within)) {
        const parts = sum.map(part).filter(canOccur);
        atLeast(
          parts.map((one) => count(one)),
          [count(way)],
        );
      }
    });
    if (table.months.length < 2) continue;
    for (const month of table.months) atLeast([count(way)], [count(way, month)]);
    atLeast(
      table.months.map((month) => count(way, month)),
      [count(way)],
    );
  }
}

/** All values of a source in any export; what an export does not list did not occur in its months. */
function mergeSources(exports: readonly Export[]): ReadonlyMap<string, ExportedSource> {
  const merged = new Map<string, ExportedSource>();
  for (const source of exports.flatMap(({ sources }) => sources)) {
    const known = merged.get(source.id);
    const dimensions = source.dimensions.map((dimension, position) => ({
      ...dimension,
      values: [...new Set([...(known?.dimensions[position]?.values ?? []), ...dimension.values])],
    }));
    merged.set(source.id, { ...source, dimensions });
  }
  return merged;
}

function learnAbsent(
  rows: Map<string, KnownRow>,
  whole: ExportedSource,
  listed: ExportedSource | undefined,
  { measure, months }: ExportedTable,
): void {
  whole.dimensions.forEach(({ id, values }, position) => {
    const known = listed?.dimensions[position]?.values ?? [];
    for (const value of values.filter((one) => !known.includes(one))) {
      learn(rows, ones(countsOf(whole, measure, months, { [id]: value })), 0, 0);
    }
  });
}

/** What is known between sources. */
function learnRelation(
  rows: Map<string, KnownRow>,
  sources: ReadonlyMap<string, ExportedSource>,
  { parts, lo, hi }: ExportedRelation,
): void {
  const terms = new Map<string, number>();
  for (const { coef, selection } of parts) {
    const source = sources.get(selection.source);
    if (source === undefined) throw new Error(`no source ${selection.source}`);
    for (const count of countsOf(source, selection.measure, selection.months, selection.where))
      terms.set(count, (terms.get(count) ?? 0) + coef);
  }
  learn(rows, terms, lo, hi ?? Number.POSITIVE_INFINITY);
}

/** Everything that the exports together tell. */
export function outsiderKnowledge(exports: readonly Export[]): OutsiderKnowledge {
  const sources = mergeSources(exports);
  const groups = groupNames(exports);
  const rows = new Map<string, KnownRow>();
  const targets: Target[] = [];
  for (const { publication, tables, sources: listed, relations } of exports) {
    for (const relation of relations) learnRelation(rows, sources, relation);
    for (const { table, cells } of tables) {
      const source = sources.get(table.source);
      if (source === undefined) throw new Error(`no source ${table.source}`);
      for (const { values, value } of cells) {
        const terms = ones(countsOf(source, table.measure, table.months, ungroup(table, values)));
        if (terms.size === 0) continue;
        const row = learn(rows, terms, ...limits(table, value));
        const isTarget = value === null || table.mode === 'rounded';
        const cell = table.dimensions.map((id) => values[id] ?? '計').join(' × ');
        if (isTarget) targets.push({ table: `${publication} ${table.id}`, cell, row });
      }
      if (table.measure === 'persons') learnPersons(rows, source, table, groups);
      learnAbsent(
        rows,
        source,
        listed.find(({ id }) => id === table.source),
        table,
      );
    }
  }
  return { rows, targets };
}
