// Atoms: the finest crossings. Turns selections into lists of atom ids. Knows names of atoms, never what they count.
import { isMerged, valuesIn } from './merged-values.ts';
import type { Dimension, Fact, Part, Selection, Source, Values } from './publication-model.ts';
import { Refused } from './refused.ts';

/** In place of a value, in atoms of distinct persons: over all values of a dimension along which persons do not add up. */
export const ANY = '*';

/** How a total is written in a table. */
export const TOTAL = '計';

/** Name of a span of months: `2026-04`, or `2026-04+2026-05`. Atoms of persons belong to the whole span. */
export const spanOf = (months: readonly string[]): string => months.join('+');

/** Same text for the same set of atoms: the identity of a cell across tables and publications. */
export function keyOf(selection: Selection): string {
  const where = Object.entries(selection.where).sort(([a], [b]) => (a < b ? -1 : 1));
  const values = where.map(([dimension, value]) => `${dimension}=${value}`).join('&');
  return `${selection.source}|${selection.measure}|${spanOf(selection.months)}|${values}`;
}

/** `計` in place of each dimension that is summed over: only for people and tests. */
export const keyOfParts = (parts: readonly Part[]): string =>
  parts.map(({ coef, selection }) => `${coef === 1 ? '' : `${coef}*`}${keyOf(selection)}`).join(' + ');

export const atomId = (source: string, measure: string, span: string, values: readonly string[]): string =>
  [source, measure, span, ...values].join('/');

const cannotOccur = ({ structuralZeros = [] }: Source, where: Values): boolean =>
  structuralZeros.some((zero) => Object.entries(zero).every(([dimension, value]) => where[dimension] === value));

/**
 * Whether values lie in a combination that cannot occur. A combination applies only where all its dimensions are given. Several values
 * as one cannot occur when none of them can.
 */
export function isStructuralZero(source: Source, where: Values): boolean {
  if (source.structuralZeros === undefined) return false;
  const entries = Object.entries(where);
  if (!entries.some(([, chosen]) => isMerged(chosen))) return cannotOccur(source, where);
  return crossing(entries.map(([, chosen]) => valuesIn(chosen))).every((row) =>
    cannotOccur(source, Object.fromEntries(entries.map(([id], index) => [id, row[index] ?? '']))),
  );
}

function choicesOf(dimension: Dimension, selection: Selection): readonly string[] {
  const chosen = selection.where[dimension.id];
  const isJoined = selection.measure === 'persons' && !dimension.onePerPerson;
  if (chosen !== undefined) return isJoined ? [chosen] : valuesIn(chosen);
  return isJoined ? [ANY] : dimension.values;
}

function isPossible(source: Source, values: readonly string[]): boolean {
  if (source.structuralZeros === undefined) return true;
  return !isStructuralZero(
    source,
    Object.fromEntries(source.dimensions.map(({ id }, index) => [id, values[index] ?? ''])),
  );
}

/** All ways to take one of each. */
export const crossing = <One>(choices: readonly (readonly One[])[]): readonly (readonly One[])[] =>
  choices.reduce<readonly (readonly One[])[]>(
    (rows, values) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );

/**
 * Names of the atoms of a selection. Events and stocks: every finest crossing of each month. Persons: the finest crossing of the
 * dimensions along which persons add up, for the whole span of months, with `*` for the others unless a value is chosen, or several
 * as one: whoever has any of them is counted once, so that such a set is an atom of its own.
 * Structural zeros have no atom.
 */
export interface AtomSpace {
  readonly sources: ReadonlyMap<string, Source>;
  expand(selection: Selection): readonly string[];
  /** Atoms with their coefficients; equal atoms are added, 0 left out. */
  expandParts(parts: readonly Part[]): ReadonlyMap<string, number>;
}

/** @throws Refused `invalid_publication` when sources of one name differ in their dimensions or structural zeros. */
export function mergeSources(lists: readonly (readonly Source[])[]): ReadonlyMap<string, Source> {
  const merged = new Map<string, Source>();
  for (const source of lists.flat()) {
    const known = merged.get(source.id);
    merged.set(source.id, known === undefined ? source : mergeSource(known, source));
  }
  return merged;
}

/** A value that a later publication adds, or no longer has, stays a value of the source: earlier totals covered it. */
function mergeSource(a: Source, b: Source): Source {
  const shape = ({ kind, dimensions, structuralZeros = [] }: Source) =>
    JSON.stringify([kind, dimensions.map(({ id, onePerPerson }) => [id, onePerPerson]), structuralZeros]);
  if (shape(a) !== shape(b)) throw new Refused('invalid_publication', `source ${a.id} differs from its earlier form`);
  const dimensions = a.dimensions.map((dimension, index) => {
    const values = b.dimensions[index]?.values ?? [];
    return { ...dimension, values: [...new Set([...dimension.values, ...values])] };
  });
  return { ...a, dimensions };
}

export function createAtomSpace(sources: ReadonlyMap<string, Source>): AtomSpace {
  const expanded = new Map<string, readonly string[]>();
  const list = (selection: Selection): readonly string[] => {
    const source = sources.get(selection.source);
    if (source === undefined) throw new Refused('invalid_publication', `unknown source ${selection.source}`);
    const { measure, months } = selection;
    const rows = crossing(source.dimensions.map((dimension) => choicesOf(dimension, selection)));
    const possible = rows.filter((row) => isPossible(source, row));
    const spans = measure === 'persons' ? [spanOf(months)] : months;
    return spans.flatMap((span) => possible.map((row) => atomId(source.id, measure, span, row)));
  };
  const expand = (selection: Selection) => {
    const key = keyOf(selection);
    const found = expanded.get(key) ?? list(selection);
    expanded.set(key, found);
    return found;
  };
  const joined = new WeakMap<readonly Part[], ReadonlyMap<string, number>>();
  return {
    sources,
    expand,
    expandParts(parts) {
      const done = joined.get(parts);
      if (done !== undefined) return done;
      const terms = new Map<string, number>();
      for (const { coef, selection } of parts) {
        for (const atom of expand(selection)) terms.set(atom, (terms.get(atom) ?? 0) + coef);
      }
      const all = new Map([...terms].filter(([, coef]) => coef !== 0));
      joined.set(parts, all);
      return all;
    },
  };
}

/** All atoms that some fact speaks of. */
export function atomsOf(space: AtomSpace, facts: readonly Fact[]): ReadonlySet<string> {
  const atoms = new Set<string>();
  for (const { parts } of facts) {
    for (const { selection } of parts) for (const atom of space.expand(selection)) atoms.add(atom);
  }
  return atoms;
}
