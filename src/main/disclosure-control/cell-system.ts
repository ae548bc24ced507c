// The suppressor's view: cells, who may be hidden at what price, and that totals are the sums of their parts. Not the audit's view.
import { keyOf, keyOfParts, spanOf } from './atom-space.ts';
import { type Groupings, isMerged, NO_GROUPINGS } from './merged-values.ts';
import { MOST_EVENTS_OF_A_PERSON } from './person-facts.ts';
import type { Relation as KnownRelation, Need, Part, Selection, Source } from './publication-model.ts';
import { at } from './refused.ts';
import { splitsAlong, sumOfKnown } from './table-cells.ts';

/** A cell before relations are known. */
export interface CellInput {
  readonly key: string;
  readonly selection: Selection;
  readonly value: number;
  /** `fixed`: known exactly. `choice`: of this publication, may be hidden. `free`: hidden or rounded before. */
  readonly role: 'fixed' | 'choice' | 'free';
  /** What an outsider knows of it when it is hidden. */
  readonly lo: number;
  readonly hi: number | null;
  readonly weight: number;
  /** A grand total: hidden only if nothing else helps. */
  readonly isForced: boolean;
}

export type SystemCell = Omit<CellInput, 'selection'> & { readonly selection: Selection | null };

/** `lo <= sum(coef * value) <= hi` for the true values. */
export interface Relation {
  readonly cells: readonly number[];
  readonly coefs: readonly number[];
  readonly lo: number;
  readonly hi: number;
}

/** A need in the system's numbers: the cell must be able to change by `amount` (its sign is the direction). */
export interface SystemNeed {
  readonly need: Need;
  readonly cell: number;
  readonly amount: number;
  /** The insider's own cell, which cannot change. */
  readonly known: number | null;
}

export interface CellSystem {
  readonly cells: readonly SystemCell[];
  readonly relations: readonly Relation[];
  readonly needs: readonly SystemNeed[];
}

interface Builder {
  readonly index: Map<string, number>;
  readonly relations: Relation[];
  find(selection: Selection): number | undefined;
}

/** Adds total = parts when every part is a cell of the system. */
function addSum(builder: Builder, total: number, parts: readonly Selection[]): void {
  const found = parts.map((part) => builder.find(part));
  if (parts.length === 0 || found.some((part) => part === undefined)) return;
  const cells = [total, ...found.map((part) => part ?? 0)];
  builder.relations.push({ cells, coefs: [1, ...found.map(() => -1)], lo: 0, hi: 0 });
}

function addOrder(builder: Builder, more: number, less: number, factor = 1): void {
  builder.relations.push({ cells: [more, less], coefs: [factor, -1], lo: 0, hi: Number.POSITIVE_INFINITY });
}

/** Persons along what a person may have several of: max <= total <= sum. */
function addJoined(builder: Builder, total: number, parts: readonly Selection[]): void {
  const found = parts.flatMap((part) => builder.find(part) ?? []);
  for (const part of found) addOrder(builder, total, part);
  if (found.length < parts.length || parts.length === 0) return;
  const coefs = [-1, ...found.map(() => 1)];
  builder.relations.push({ cells: [total, ...found], coefs, lo: 0, hi: Number.POSITIVE_INFINITY });
}

/** Sums of months: everything before the last month and that month; the single months; the longest spans one after another, or some of them. */
function addMonths(builder: Builder, index: number, selection: Selection, isSum: boolean): void {
  const { months } = selection;
  if (months.length < 2) return;
  const span = (from: number, to: number): Selection => ({ ...selection, months: months.slice(from, to) });
  const singles = months.map((_, month) => span(month, month + 1));
  if (!isSum) {
    addJoined(builder, index, singles);
    return;
  }
  addSum(builder, index, [span(0, months.length - 1), span(months.length - 1, months.length)]);
  if (months.length > 2) addSum(builder, index, singles);
  const longest: Selection[] = [];
  for (let from = 0; from < months.length; ) {
    let to = from === 0 ? months.length - 1 : months.length;
    while (to > from + 1 && builder.find(span(from, to)) === undefined) to -= 1;
    longest.push(span(from, to));
    from = to;
  }
  if (longest.length !== months.length && longest.length !== 2) addSum(builder, index, longest);
  addShort(builder, index, longest);
}

/** Where some months were never published: what is known of the others is no more than the whole. */
function addShort(builder: Builder, total: number, spans: readonly Selection[]): void {
  const found = spans.flatMap((span) => builder.find(span) ?? []);
  if (found.length === 0 || found.length === spans.length) return;
  const coefs = [1, ...found.map(() => -1)];
  builder.relations.push({ cells: [total, ...found], coefs, lo: 0, hi: Number.POSITIVE_INFINITY });
}

function addRelationsOf(
  builder: Builder,
  index: number,
  selection: Selection,
  source: Source,
  groupings: Groupings,
): void {
  for (const { id, onePerPerson } of source.dimensions) {
    for (const parts of splitsAlong(selection, id, source, groupings)) {
      if (selection.measure === 'persons' && !onePerPerson) addJoined(builder, index, parts);
      else addSum(builder, index, parts);
    }
  }
  addMonths(builder, index, selection, selection.measure === 'events');
  if (selection.measure !== 'persons') return;
  const events = builder.find({ ...selection, measure: 'events' });
  if (events === undefined) return;
  addOrder(builder, events, index);
  addOrder(builder, index, events, MOST_EVENTS_OF_A_PERSON);
}

/** What is known between sources, where every part is a cell; what is not is left to the audit. */
function addKnown(builder: Builder, { parts, lo, hi }: KnownRelation): void {
  const found = parts.map(({ selection }) => builder.find(selection));
  if (found.some((cell) => cell === undefined)) return;
  const cells = found.map((cell) => cell ?? 0);
  builder.relations.push({ cells, coefs: parts.map(({ coef }) => coef), lo, hi: hi ?? Number.POSITIVE_INFINITY });
}

/**
 * Cells that no table shows but that tables of other months need: values that one month shows as one and another apart. Each is the sum
 * of its parts, so that the sums of months hold for the whole set.
 */
function addImplied(
  builder: Builder,
  inputs: readonly CellInput[],
  sources: ReadonlyMap<string, Source>,
  groupings: Groupings,
): readonly CellInput[] {
  const flows = inputs.filter(({ selection }) => selection.measure === 'events');
  const sets = new Map(
    flows
      .filter(({ selection }) => Object.values(selection.where).some(isMerged))
      .map(({ selection }) => [keyOf({ ...selection, months: [] }), selection]),
  );
  const spans = new Map(
    flows.map(({ selection: { source, months } }) => [`${source}|${spanOf(months)}`, { source, months }]),
  );
  const implied: CellInput[] = [];
  for (const set of sets.values()) {
    for (const { source: id, months } of spans.values()) {
      const selection = { ...set, months };
      const source = sources.get(id);
      if (id !== set.source || source === undefined || builder.find(selection) !== undefined) continue;
      const isShown = (part: Selection) => (builder.find(part) ?? inputs.length) < inputs.length;
      const parts = sumOfKnown(selection, isShown, source, groupings)?.map((part) => builder.find(part) ?? 0) ?? [];
      if (parts.length === 0) continue;
      const position = inputs.length + implied.length;
      const key = keyOf(selection);
      const value = parts.reduce((sum, part) => sum + at(inputs, part).value, 0);
      const role = parts.every((part) => at(inputs, part).role === 'fixed') ? 'fixed' : 'free';
      implied.push({ key, selection, value, role, lo: 0, hi: null, weight: 0, isForced: false });
      builder.index.set(key, position);
      builder.relations.push({ cells: [position, ...parts], coefs: [1, ...parts.map(() => -1)], lo: 0, hi: 0 });
    }
  }
  return implied;
}

/** A sum of cells that is no cell itself, such as a difference of stocks: a free cell with its own relation. */
function virtualCell(parts: readonly Part[], builder: Builder, cells: readonly CellInput[], next: number) {
  const found = parts.map(({ coef, selection }) => ({ coef, cell: builder.find(selection) }));
  if (found.some(({ cell }) => cell === undefined)) return null;
  const value = found.reduce((sum, { coef, cell }) => sum + coef * at(cells, cell ?? 0).value, 0);
  builder.relations.push({
    cells: [next, ...found.map(({ cell }) => cell ?? 0)],
    coefs: [1, ...found.map(({ coef }) => -coef)],
    lo: 0,
    hi: 0,
  });
  const key = keyOfParts(parts);
  const open = { lo: Number.NEGATIVE_INFINITY, hi: null, weight: 0, isForced: false };
  return { key, selection: null, value, role: 'free', ...open } as const;
}

const cellOf = (parts: readonly Part[]): Selection | null => {
  const [only] = parts;
  return parts.length === 1 && only?.coef === 1 ? only.selection : null;
};

function addNeeds(needs: readonly Need[], builder: Builder, inputs: readonly CellInput[]) {
  const cells: SystemCell[] = [...inputs];
  const virtual = new Map<string, number>();
  const found: SystemNeed[] = [];
  for (const need of needs) {
    const selection = cellOf(need.parts);
    let cell = selection === null ? virtual.get(need.cell) : builder.find(selection);
    if (cell === undefined && selection === null) {
      const made = virtualCell(need.parts, builder, inputs, cells.length);
      if (made !== null) {
        cell = cells.push(made) - 1;
        virtual.set(need.cell, cell);
      }
    }
    if (cell === undefined) continue;
    const known = cellOf(need.knownParts ?? []);
    const amount = need.bound - at(cells, cell).value;
    found.push({ need, cell, amount, known: known === null ? null : (builder.find(known) ?? null) });
  }
  return { cells, needs: found };
}

/**
 * Builds the system of all cells, those of history too. Needs about cells that are not in the system are left to the audit.
 * Equal selections must come once. `groupings` are those of all tables that the cells are from. Cells beyond the inputs are sums that
 * no table shows.
 */
export function buildCellSystem(
  inputs: readonly CellInput[],
  needs: readonly Need[],
  sources: ReadonlyMap<string, Source>,
  groupings: Groupings = NO_GROUPINGS,
  known: readonly KnownRelation[] = [],
): CellSystem {
  const index = new Map(inputs.map(({ key }, position) => [key, position]));
  const builder: Builder = { index, relations: [], find: (selection) => index.get(keyOf(selection)) };
  const all = [...inputs, ...addImplied(builder, inputs, sources, groupings)];
  all.forEach(({ selection }, position) => {
    const source = sources.get(selection.source);
    if (source === undefined) return;
    if (position < inputs.length) addRelationsOf(builder, position, selection, source, groupings);
    else addMonths(builder, position, selection, true);
  });
  for (const relation of known) addKnown(builder, relation);
  const { cells, needs: found } = addNeeds(needs, builder, all);
  return { cells, relations: builder.relations, needs: found };
}
