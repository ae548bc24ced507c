// The audit's view: atoms that no fact tells apart are one, atoms that are known to be 0 are none. Shares nothing with the suppressor.

import type { AtomSpace } from './atom-space.ts';
import { keyOfParts } from './atom-space.ts';
import type { Fact, WitnessDelta } from './publication-model.ts';
import { at, get } from './refused.ts';

/** A sum that is known, or asked for. */
export interface AuditRow {
  readonly lo: number;
  readonly hi: number;
  /** True sum of the whole row. */
  readonly sum: number;
}

/** In which rows an atom is, and how often. */
interface Place {
  readonly rows: readonly number[];
  readonly coefs: readonly number[];
  /** The same for atoms that no row tells apart. */
  readonly signature: string;
}

/** Everything that is known, row by row: read once, for all searches of an audit. */
export interface AuditRows {
  readonly rows: readonly AuditRow[];
  /** By the parts that a row sums, as text: the same sum of several publications is one row. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Of all atoms but those that are known to be 0. */
  readonly places: ReadonlyMap<string, Place>;
}

export interface AtomGroup {
  readonly atoms: readonly string[];
  /** True sum. */
  readonly value: number;
}

/** A row as a search sees it: what may move in it. */
export interface ModelRow {
  readonly row: number;
  readonly groups: readonly number[];
  readonly coefs: readonly number[];
}

/** The part of the rows that a search may move. Rows in which nothing moves are left out. */
export interface AuditModel {
  readonly groups: readonly AtomGroup[];
  readonly groupOf: ReadonlyMap<string, number>;
  readonly rows: readonly ModelRow[];
  /** Position in `rows` by number of the row. */
  readonly positionOf: ReadonlyMap<number, number>;
}

interface Sum {
  lo: number;
  hi: number;
  readonly terms: ReadonlyMap<string, number>;
}

/** Facts about the same sum, joined to the narrowest; a sum that nothing limits is kept only if it is asked for (lo = -∞). */
function joinFacts(space: AtomSpace, facts: readonly Fact[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { parts, lo, hi } of facts) {
    const key = keyOfParts(parts);
    const known = sums.get(key) ?? {
      lo: Number.NEGATIVE_INFINITY,
      hi: Number.POSITIVE_INFINITY,
      terms: space.expandParts(parts),
    };
    known.lo = Math.max(known.lo, lo);
    known.hi = Math.min(known.hi, hi ?? Number.POSITIVE_INFINITY);
    sums.set(key, known);
  }
  return sums;
}

/** Atoms of a sum that is known to be 0 are 0 each. */
function zeroAtoms(sums: ReadonlyMap<string, Sum>): ReadonlySet<string> {
  const zeros = new Set<string>();
  for (const { hi, terms } of sums.values()) {
    if (hi > 0 || [...terms.values()].some((coef) => coef < 0)) continue;
    for (const atom of terms.keys()) zeros.add(atom);
  }
  return zeros;
}

/** Reads the facts. `asked` are further sums that will be asked about. */
export function readRows(
  space: AtomSpace,
  facts: readonly Fact[],
  asked: readonly Fact['parts'][],
  truth: ReadonlyMap<string, number>,
): AuditRows {
  const open = asked.map((parts) => ({ id: '', parts, lo: Number.NEGATIVE_INFINITY, hi: null }));
  const sums = joinFacts(space, [...facts, ...open]);
  const zeros = zeroAtoms(sums);
  const places = new Map<string, { rows: number[]; coefs: number[] }>();
  const rows: AuditRow[] = [];
  for (const { lo, hi, terms } of sums.values()) {
    let sum = 0;
    for (const [atom, coef] of terms) {
      sum += coef * (truth.get(atom) ?? 0);
      if (zeros.has(atom)) continue;
      const place = places.get(atom) ?? { rows: [], coefs: [] };
      place.rows.push(rows.length);
      place.coefs.push(coef);
      places.set(atom, place);
    }
    rows.push({ lo, hi, sum });
  }
  const signed = [...places].map(([atom, place]) => {
    const signature = `${place.rows.join(' ')}|${place.coefs.join(' ')}`;
    return [atom, { ...place, signature }] as const;
  });
  return { rows, rowOf: new Map([...sums.keys()].map((key, row) => [key, row])), places: new Map(signed) };
}

/**
 * Groups the atoms that may move by the rows that they enter. The others stay at their values (a narrower search: what it finds is
 * true, that it finds nothing proves nothing).
 */
export function buildAuditModel(
  { places }: AuditRows,
  truth: ReadonlyMap<string, number>,
  canMove: (atom: string) => boolean,
): AuditModel {
  const members = new Map<string, string[]>();
  for (const [atom, { signature }] of places) {
    if (!canMove(atom)) continue;
    const known = members.get(signature);
    if (known === undefined) members.set(signature, [atom]);
    else known.push(atom);
  }
  const rows: { row: number; groups: number[]; coefs: number[] }[] = [];
  const positionOf = new Map<number, number>();
  const groupOf = new Map<string, number>();
  const groups = [...members.values()].map((atoms, group) => {
    const place = get(places, atoms[0] ?? '');
    place.rows.forEach((row, index) => {
      const position = positionOf.get(row) ?? rows.push({ row, groups: [], coefs: [] }) - 1;
      positionOf.set(row, position);
      at(rows, position).groups.push(group);
      at(rows, position).coefs.push(at(place.coefs, index));
    });
    for (const atom of atoms) groupOf.set(atom, group);
    return { atoms, value: atoms.reduce((sum, atom) => sum + (truth.get(atom) ?? 0), 0) };
  });
  return { groups, groupOf, rows, positionOf };
}

/** What a world changes in each row. */
export function changesOfRows({ places }: AuditRows, delta: WitnessDelta): ReadonlyMap<number, number> {
  const changes = new Map<number, number>();
  for (const [atom, change] of Object.entries(delta)) {
    const place = places.get(atom);
    place?.rows.forEach((row, index) => {
      changes.set(row, (changes.get(row) ?? 0) + change * at(place.coefs, index));
    });
  }
  return changes;
}

/** Spreads changes of groups over the atoms of a world: an increase goes to one, a decrease to those that have something. */
export function spreadOverAtoms(
  model: AuditModel,
  changes: readonly { readonly group: number; readonly change: number }[],
  truth: ReadonlyMap<string, number>,
  from: WitnessDelta,
): WitnessDelta {
  const delta: Record<string, number> = { ...from };
  const add = (atom: string, change: number) => {
    delta[atom] = (delta[atom] ?? 0) + change;
    if (delta[atom] === 0) delete delta[atom];
  };
  for (const { group, change } of changes) {
    const { atoms } = at(model.groups, group);
    if (change > 0) add(atoms[0] ?? '', change);
    let rest = -change;
    for (const atom of change < 0 ? atoms : []) {
      const taken = Math.min(rest, (truth.get(atom) ?? 0) + (delta[atom] ?? 0));
      if (taken > 0) add(atom, -taken);
      rest -= taken;
    }
  }
  return delta;
}
