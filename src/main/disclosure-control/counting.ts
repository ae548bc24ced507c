// Counts records into atoms and cells: events, distinct persons, the largest share of one person. Sees ids of persons; hands none on.
import { createHash } from 'node:crypto';
import { ANY, atomId, crossing, keyOf, spanOf } from './atom-space.ts';
import { flawOfGroups, shownValues, valuesIn } from './merged-values.ts';
import type { CountRecord, Relation, Selection, Source, TableDefinition } from './publication-model.ts';
import { Refused } from './refused.ts';

/** What is behind a figure. */
export interface Tally {
  /** The figure of the measure: events, or distinct persons. */
  readonly value: number;
  /** Distinct persons, counted for this cell, never added up. */
  readonly persons: number;
  /** Events of the person with the most. */
  readonly largest: number;
  /** Where one person alone is behind it, who: a mark that is the same in every publication, and not the id. */
  readonly sole: string | null;
}

const NOTHING: Tally = { value: 0, persons: 0, largest: 0, sole: null };

type People = Map<string, number>;

const TEXT = /^[^/|&=,+*"\r\n]+$/u;

const isPlain = (value: string): boolean => TEXT.test(value) && value !== '計' && value !== '＊';

function checkSource(source: Source): void {
  for (const { id, values } of source.dimensions) {
    const isSound = TEXT.test(id) && values.every(isPlain);
    if (!isSound || values.length === 0 || new Set(values).size !== values.length) {
      throw new Refused('invalid_publication', `dimension ${source.id}.${id}: each value once, as a plain code`);
    }
  }
}

/** @throws Refused `invalid_publication` for a shape that the model does not allow. */
function checkTable(table: TableDefinition, source: Source | undefined): void {
  const fail = (why: string): never => {
    throw new Refused('invalid_publication', `table ${table.id}: ${why}`);
  };
  if (source === undefined) throw new Refused('invalid_publication', `table ${table.id}: unknown source`);
  checkSource(source);
  const known = new Set(source.dimensions.map(({ id }) => id));
  if (!TEXT.test(table.id)) fail('its id is no plain code');
  if (table.dimensions.length > 3 || new Set(table.dimensions).size !== table.dimensions.length) fail('dimensions');
  if (table.dimensions.some((id) => !known.has(id))) fail('unknown dimension');
  const isAscending = table.months.every((month, index) => index === 0 || (table.months[index - 1] ?? '') < month);
  if (table.months.length === 0 || !isAscending) fail('months must ascend');
  if (table.months.some((month) => !/^\d{4}-\d{2}$/u.test(month))) fail('a month is YYYY-MM');
  if ((source.kind === 'stock') !== (table.measure === 'stock')) fail('measure does not fit its source');
  if (table.measure === 'stock' && table.months.length !== 1) fail('a stock has one month');
  const flaw = flawOfGroups(table, source);
  if (flaw !== null) fail(flaw);
  const names = Object.values(table.groups ?? {}).flatMap((groups) => groups.map(({ name }) => name));
  if (names.some((name) => !isPlain(name))) fail('the name of a group is no plain code');
}

/** Every record has a known value for each dimension and a positive whole count. @throws Refused `invalid_publication` */
function checkRecords(records: readonly CountRecord[], sources: ReadonlyMap<string, Source>): void {
  const allowed = new Map(
    [...sources.values()].flatMap(({ id, dimensions }) =>
      dimensions.map((dimension) => [`${id}/${dimension.id}`, new Set(dimension.values)] as const),
    ),
  );
  const seen = new Set<string>();
  for (const { source, month, values, personId, count } of records) {
    const { dimensions, kind } = sources.get(source) ?? {};
    const isKnown = dimensions?.every(({ id }) => allowed.get(`${source}/${id}`)?.has(values[id] ?? '')) ?? false;
    if (!isKnown || !Number.isSafeInteger(count) || count < 1 || personId === '') {
      throw new Refused(
        'invalid_publication',
        `a record of ${source} in ${month} has an unknown value or no whole count`,
      );
    }
    if (kind !== 'stock') continue;
    const key = JSON.stringify([source, month, personId]);
    if (seen.has(key) || count !== 1) {
      throw new Refused('invalid_publication', `a person is twice in the stock ${source} of ${month}`);
    }
    seen.add(key);
  }
}

export interface Counted {
  /** Of a cell of one of the tables. */
  tally(selection: Selection): Tally;
  /** Distinct persons behind several cells together. */
  personsBehind(selections: readonly Selection[]): number;
  /** True values of all atoms of the tables' and relations' months that are not 0. */
  readonly atoms: ReadonlyMap<string, number>;
}

function addTo(groups: Map<string, People>, key: string, { personId, count }: CountRecord): void {
  const people = groups.get(key) ?? new Map<string, number>();
  people.set(personId, (people.get(personId) ?? 0) + count);
  groups.set(key, people);
}

/** Every subset of the dimensions: the levels of a table, from its inner cells to its grand total. */
const levelsOf = (dimensions: readonly string[]): readonly (readonly string[])[] =>
  dimensions.reduce<readonly (readonly string[])[]>((sets, id) => sets.concat(sets.map((set) => [...set, id])), [[]]);

/** What stands in a selection for a value of a dimension in a table: itself, or the set that it is shown in. */
const chosenFor = (table: TableDefinition, values: readonly string[], dimension: string): ReadonlyMap<string, string> =>
  new Map(
    shownValues(table, dimension, values).flatMap(({ chosen }) =>
      valuesIn(chosen).map((value) => [value, chosen] as const),
    ),
  );

function countCells(
  tables: readonly TableDefinition[],
  sources: ReadonlyMap<string, Source>,
  byMonth: ReadonlyMap<string, readonly CountRecord[]>,
) {
  const cells = new Map<string, People>();
  const done = new Set<string>();
  for (const table of tables) {
    const { source, measure, months, dimensions } = table;
    const chosen = new Map(
      (sources.get(source)?.dimensions ?? []).map(({ id, values }) => [id, chosenFor(table, values, id)]),
    );
    for (const level of levelsOf(dimensions)) {
      const ways = [...level].sort().map((id) => `${id}=${[...new Set(chosen.get(id)?.values())].sort().join()}`);
      const shape = `${source}|${measure}|${spanOf(months)}|${ways.join('&')}`;
      if (done.has(shape)) continue;
      done.add(shape);
      const counted = new Map<string, People>();
      for (const record of months.flatMap((month) => byMonth.get(`${source}/${month}`) ?? [])) {
        const where = Object.fromEntries(level.map((id) => [id, chosen.get(id)?.get(record.values[id] ?? '') ?? '']));
        addTo(counted, keyOf({ source, measure, months, where }), record);
      }
      // A value that stands alone in two tables with different groups is the same cell: it is counted once.
      for (const [key, people] of counted) if (!cells.has(key)) cells.set(key, people);
    }
  }
  return cells;
}

function tallyOf(people: People | undefined, isPersons: boolean): Tally {
  if (people === undefined) return NOTHING;
  const counts = [...people.values()];
  const persons = people.size;
  const [first = ''] = people.keys();
  const sole = persons === 1 ? createHash('sha256').update(first).digest('hex').slice(0, 32) : null;
  if (isPersons) return { value: persons, persons, largest: 1, sole };
  return { value: counts.reduce((sum, count) => sum + count, 0), persons, largest: Math.max(...counts), sole };
}

/**
 * Atoms of distinct persons of a table: along other dimensions than its own, and where it shows totals, over all values. Values that it
 * shows as one are atoms together and each by itself.
 */
function personAtoms(table: TableDefinition, source: Source, records: readonly CountRecord[]) {
  const groups = new Map<string, Set<string>>();
  const apart = table.dimensions.filter(
    (id) => !source.dimensions.find((dimension) => dimension.id === id)?.onePerPerson,
  );
  const sets = new Map(
    apart.map((id) => [id, chosenFor(table, source.dimensions.find((one) => one.id === id)?.values ?? [], id)]),
  );
  for (const { values, personId } of records) {
    const choices = source.dimensions.map(({ id, onePerPerson }) => {
      const value = values[id] ?? '';
      if (onePerPerson) return [value];
      return apart.includes(id) ? [...new Set([value, sets.get(id)?.get(value) ?? value, ANY])] : [ANY];
    });
    for (const row of crossing(choices)) {
      const atom = atomId(source.id, 'persons', spanOf(table.months), row);
      const persons = groups.get(atom) ?? new Set<string>();
      groups.set(atom, persons.add(personId));
    }
  }
  return [...groups].map(([atom, persons]) => [atom, persons.size] as const);
}

function countAtoms(
  tables: readonly TableDefinition[],
  spoken: readonly Pick<TableDefinition, 'source' | 'months'>[],
  sources: ReadonlyMap<string, Source>,
  byMonth: ReadonlyMap<string, readonly CountRecord[]>,
): ReadonlyMap<string, number> {
  const atoms = new Map<string, number>();
  const done = new Set<string>();
  for (const table of tables) {
    const source = sources.get(table.source);
    if (source === undefined) continue;
    if (table.measure === 'persons') {
      const records = table.months.flatMap((month) => byMonth.get(`${source.id}/${month}`) ?? []);
      for (const [atom, persons] of personAtoms(table, source, records)) atoms.set(atom, persons);
    }
  }
  for (const { source: id, months } of spoken) {
    const source = sources.get(id);
    if (source === undefined) continue;
    const measure = source.kind === 'stock' ? 'stock' : 'events';
    for (const month of months.filter((name) => !done.has(`${source.id}/${name}`))) {
      done.add(`${source.id}/${month}`);
      for (const { values, count } of byMonth.get(`${source.id}/${month}`) ?? []) {
        const row = source.dimensions.map((dimension) => values[dimension.id] ?? '');
        const atom = atomId(source.id, measure, month, row);
        atoms.set(atom, (atoms.get(atom) ?? 0) + count);
      }
    }
  }
  return atoms;
}

/** @throws Refused `invalid_publication` for a relation of unknown sources, of persons, or that does not fit its sources. */
function checkRelation({ id, parts, lo, hi }: Relation, sources: ReadonlyMap<string, Source>): void {
  const isSound = parts.every(({ coef, selection: { source: name, measure, where, months } }) => {
    const source = sources.get(name);
    const fits = source !== undefined && measure === (source.kind === 'stock' ? 'stock' : 'events');
    const known = Object.entries(where).every(([dimension, value]) =>
      source?.dimensions.some((one) => one.id === dimension && one.values.includes(value)),
    );
    return fits && known && months.length > 0 && Number.isInteger(coef) && coef !== 0;
  });
  if (!isSound || parts.length === 0 || !TEXT.test(id) || !Number.isInteger(lo) || (hi !== null && hi < lo)) {
    throw new Refused('invalid_publication', `relation ${id}: events and stocks of known sources alone`);
  }
}

/**
 * Counts the cells and the atoms of all tables. Persons are counted distinctly for each cell (NDB and 介護DB open data drop a figure
 * by the *patients* behind it, not by the events).
 *
 * @throws Refused `invalid_publication` for a malformed table, relation or record.
 */
export function countTables(
  tables: readonly TableDefinition[],
  sources: ReadonlyMap<string, Source>,
  records: readonly CountRecord[],
  relations: readonly Relation[] = [],
): Counted {
  for (const table of tables) checkTable(table, sources.get(table.source));
  for (const relation of relations) checkRelation(relation, sources);
  checkRecords(records, sources);
  const byMonth = Map.groupBy(records, ({ source, month }) => `${source}/${month}`);
  const cells = countCells(tables, sources, byMonth);
  const related = relations.flatMap(({ parts }) => parts.map(({ selection }) => selection));
  return {
    tally: (selection) => tallyOf(cells.get(keyOf(selection)), selection.measure === 'persons'),
    personsBehind: (selections) =>
      new Set(selections.flatMap((selection) => [...(cells.get(keyOf(selection))?.keys() ?? [])])).size,
    atoms: countAtoms(tables, [...tables, ...related], sources, byMonth),
  };
}
