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
  structuralZeros.some((zero) =>
    dimensions.every(({ id }, position) => zero[id] === undefined || zero[id] === way[position]),
  );

/** Names of the finest counts that a cell sums. Persons who may have several values of a dimension are counted apart, as `*`. */
function countsOf(source: ExportedSource, measure: string, months: readonly string[], where: Where): readonly string[] {
  const values = ({ id, values: all, onePerPerson }: ExportedDimension) => {
    const one = where[id];
    if (one !== undefined) return [one];
    return measure === 'persons' && !onePerPerson ? ['*'] : all;
  };
  const times = measure === 'persons' ? [months.join('+')] : months;
  const ways = everyWay(source.dimensions.map(values)).filter((way) => !cannotOccur(source, way));
  return times.flatMap((time) => ways.map((way) => `${source.id} ${measure} ${time} ${way.join(' ')}`));
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

/** Rules about persons: not more than events, not none where there are events, and joined values between maximum and sum. */
function learnPersons(rows: Map<string, KnownRow>, source: ExportedSource, table: ExportedTable): void {
  const choices = source.dimensions.map(({ id, values, onePerPerson }) => {
    if (onePerPerson) return values;
    return table.dimensions.includes(id) ? [...values, '*'] : ['*'];
  });
  const span = table.months.join('+');
  const count = (way: readonly string[], time = span) => `${source.id} persons ${time} ${way.join(' ')}`;
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
    source.dimensions.forEach(({ id, values }, position) => {
      if (way[position] !== '*' || !table.dimensions.includes(id)) return;
      const parts = values.map((value) => way.with(position, value)).filter((one) => !cannotOccur(source, one));
      for (const part of parts) atLeast([count(way)], [count(part)]);
      atLeast(
        parts.map((part) => count(part)),
        [count(way)],
      );
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
  const rows = new Map<string, KnownRow>();
  const targets: Target[] = [];
  for (const { publication, tables, sources: listed, relations } of exports) {
    for (const relation of relations) learnRelation(rows, sources, relation);
    for (const { table, cells } of tables) {
      const source = sources.get(table.source);
      if (source === undefined) throw new Error(`no source ${table.source}`);
      for (const { values, value } of cells) {
        const terms = ones(countsOf(source, table.measure, table.months, values));
        if (terms.size === 0) continue;
        const row = learn(rows, terms, ...limits(table, value));
        const isTarget = value === null || table.mode === 'rounded';
        const cell = table.dimensions.map((id) => values[id] ?? '計').join(' × ');
        if (isTarget) targets.push({ table: `${publication} ${table.id}`, cell, row });
      }
      if (table.measure === 'persons') learnPersons(rows, source, table);
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
