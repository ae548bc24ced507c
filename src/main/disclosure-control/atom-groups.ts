// The audit's view: atoms that no fact tells apart are one, atoms that are known to be 0 are none. Shares nothing with the suppressor.

import type { AtomSpace } from './atom-space.ts';
import { keyOfParts } from './atom-space.ts';
import type { Fact, WitnessDelta } from './publication-model.ts';
import { at, get } from './refused.ts';

export interface AtomGroup {
  readonly atoms: readonly string[];
  /** True sum. */
  readonly value: number;
}

export interface AuditRow {
  /** The parts that it sums, as text: the same sum of several publications is one row. */
  readonly key: string;
  readonly lo: number;
  readonly hi: number;
  /** True sum of the whole row. */
  readonly sum: number;
  readonly groups: readonly number[];
  readonly coefs: readonly number[];
}

export interface AuditModel {
  readonly groups: readonly AtomGroup[];
  readonly rows: readonly AuditRow[];
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

/**
 * Groups the atoms by the sums that they enter. `canMove` leaves the others at their true values (a narrower search: what it finds is
 * true, that it finds nothing proves nothing). `asked` are further sums that will be asked about.
 */
export function buildAuditModel(
  space: AtomSpace,
  facts: readonly Fact[],
  asked: readonly Fact['parts'][],
  truth: ReadonlyMap<string, number>,
  canMove: (atom: string) => boolean,
): AuditModel {
  const open = asked.map((parts) => ({ id: '', parts, lo: Number.NEGATIVE_INFINITY, hi: null }));
  const sums = joinFacts(space, [...facts, ...open]);
  const zeros = zeroAtoms(sums);
  const signatures = new Map<string, string[]>();
  const keys = [...sums.keys()];
  keys.forEach((key, row) => {
    for (const [atom, coef] of get(sums, key).terms) {
      if (zeros.has(atom) || !canMove(atom)) continue;
      const signature = signatures.get(atom) ?? [];
      signature.push(`${row}:${coef}`);
      signatures.set(atom, signature);
    }
  });
  const grouped = [...Map.groupBy(signatures, ([, signature]) => signature.join(' ')).values()];
  const entries: { groups: number[]; coefs: number[] }[] = keys.map(() => ({ groups: [], coefs: [] }));
  const groups = grouped.map((members, group) => {
    for (const pair of members[0]?.[1] ?? []) {
      const [row = 0, coef = 0] = pair.split(':').map(Number);
      at(entries, row).groups.push(group);
      at(entries, row).coefs.push(coef);
    }
    const atoms = members.map(([atom]) => atom);
    return { atoms, value: atoms.reduce((sum, atom) => sum + (truth.get(atom) ?? 0), 0) };
  });
  const rows = keys.map((key, row) => {
    const { lo, hi, terms } = get(sums, key);
    let sum = 0;
    for (const [atom, coef] of terms) sum += coef * (truth.get(atom) ?? 0);
    return { key, lo, hi, sum, ...at(entries, row) };
  });
  return { groups, rows };
}

/** Spreads changes of groups over their atoms: an increase goes to one, a decrease to those that have something. */
export function spreadOverAtoms(
  model: AuditModel,
  changes: readonly { readonly group: number; readonly change: number }[],
  truth: ReadonlyMap<string, number>,
): WitnessDelta {
  const delta: Record<string, number> = {};
  for (const { group, change } of changes) {
    const { atoms } = at(model.groups, group);
    if (change > 0) delta[atoms[0] ?? ''] = change;
    let rest = -change;
    for (const atom of change < 0 ? atoms : []) {
      const taken = Math.min(rest, truth.get(atom) ?? 0);
      if (taken > 0) delta[atom] = -taken;
      rest -= taken;
    }
  }
  return delta;
}
