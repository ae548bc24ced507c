// The exact judge: whether a world of whole numbers agrees with every fact and meets a need. Trusts nobody who made it; no solver here.
import type { AtomSpace } from './atom-space.ts';
import type { Fact, Need, Part, WitnessDelta } from './publication-model.ts';

/** Facts with what they sum to in the true world, and which of them an atom enters. */
export interface JudgedFacts {
  readonly facts: readonly {
    readonly id: string;
    readonly lo: number;
    readonly hi: number | null;
    readonly sum: number;
  }[];
  readonly byAtom: ReadonlyMap<string, readonly { readonly fact: number; readonly coef: number }[]>;
  readonly truth: ReadonlyMap<string, number>;
  readonly space: AtomSpace;
  /** True values of sums that were asked for before. */
  readonly known: WeakMap<readonly Part[], number>;
  /** Room to reckon in, one number a fact: NaN between two questions. */
  readonly changes: Float64Array;
}

/** Sums every fact over the true world. Exact: whole numbers below 2^53. */
export function judgeFacts(space: AtomSpace, facts: readonly Fact[], truth: ReadonlyMap<string, number>): JudgedFacts {
  const byAtom = new Map<string, { fact: number; coef: number }[]>();
  const summed = facts.map(({ id, parts, lo, hi }, fact) => {
    let sum = 0;
    for (const [atom, coef] of space.expandParts(parts)) {
      sum += coef * (truth.get(atom) ?? 0);
      const entries = byAtom.get(atom) ?? [];
      entries.push({ fact, coef });
      byAtom.set(atom, entries);
    }
    return { id, lo, hi, sum };
  });
  const changes = new Float64Array(facts.length).fill(Number.NaN);
  return { facts: summed, byAtom, truth, space, known: new WeakMap(), changes };
}

const holds = (sum: number, lo: number, hi: number | null): boolean => sum >= lo && (hi === null || sum <= hi);

/** Facts that the true world itself breaks: always empty, or the facts are not about this register. */
export const brokenFacts = ({ facts }: JudgedFacts): readonly string[] =>
  facts.filter(({ sum, lo, hi }) => !holds(sum, lo, hi)).map(({ id }) => id);

/** Change of a sum of parts between the true and the alternative world. */
export function changeOf(space: AtomSpace, parts: readonly Part[], delta: WitnessDelta): number {
  const terms = space.expandParts(parts);
  let change = 0;
  for (const atom in delta) change += (terms.get(atom) ?? 0) * (delta[atom] ?? 0);
  return change;
}

/** True value of a sum of parts. */
function trueSum({ space, truth, known }: JudgedFacts, parts: readonly Part[]): number {
  let sum = known.get(parts);
  if (sum !== undefined) return sum;
  sum = 0;
  for (const [atom, coef] of space.expandParts(parts)) sum += coef * (truth.get(atom) ?? 0);
  known.set(parts, sum);
  return sum;
}

/** Whether a world meets a need and keeps what its insider knows. Says nothing about the facts. */
export function meetsNeed(judged: JudgedFacts, delta: WitnessDelta, need: Need): boolean {
  const reached = trueSum(judged, need.parts) + changeOf(judged.space, need.parts, delta);
  const isMet = need.direction === 'up' ? reached >= need.bound : reached <= need.bound;
  return isMet && (need.knownParts === undefined || changeOf(judged.space, need.knownParts, delta) === 0);
}

/** Facts that a world touches, with what they sum to in it. Facts that no moved atom is in keep their true sum. */
export function changedFacts(
  { facts, byAtom, changes }: JudgedFacts,
  delta: WitnessDelta,
): readonly (readonly [fact: number, sum: number])[] {
  const touched: number[] = [];
  for (const atom in delta) {
    const change = delta[atom] ?? 0;
    for (const { fact, coef } of byAtom.get(atom) ?? []) {
      const before = changes[fact] ?? 0;
      if (Number.isNaN(before)) touched.push(fact);
      changes[fact] = (Number.isNaN(before) ? 0 : before) + coef * change;
    }
  }
  return touched.map((fact) => {
    const sum = (facts[fact]?.sum ?? 0) + (changes[fact] ?? 0);
    changes[fact] = Number.NaN;
    return [fact, sum];
  });
}

/**
 * What is wrong with a witness; an empty list, together with no broken fact, is a proof that nobody who knows just these facts can rule
 * the need out: every atom is a whole number of 0 or more, every fact holds, the need is met, and for an insider's need the known cell
 * keeps its true value.
 */
export function flawsOfWitness(judged: JudgedFacts, delta: WitnessDelta, need: Need): readonly string[] {
  const flaws: string[] = [];
  for (const [atom, change] of Object.entries(delta)) {
    const count = (judged.truth.get(atom) ?? 0) + change;
    if (!Number.isSafeInteger(count) || count < 0) flaws.push(`no count: ${atom}`);
    if (!judged.byAtom.has(atom)) flaws.push(`no such atom: ${atom}`);
  }
  for (const [fact, sum] of changedFacts(judged, delta)) {
    const { id, lo, hi } = judged.facts[fact] ?? { id: '', lo: 0, hi: 0 };
    if (!holds(sum, lo, hi)) flaws.push(`fact: ${id}`);
  }
  if (!meetsNeed(judged, delta, need)) flaws.push(`need: ${need.id}`);
  return flaws;
}
