// Steps from one world to another that were found once, tried again from other worlds: a sum of two, judged exactly, needs no program.
import { openWorldPool } from './moved-sums.ts';
import type { Need, WitnessDelta } from './publication-model.ts';
import { changedFacts, flawsOfWitness, type JudgedFacts } from './witness-check.ts';

export interface KnownSteps {
  /** Remembers the way between two worlds. */
  add(from: WitnessDelta, to: WitnessDelta): void;
  /** A world that meets the need, one known step from here, or null. */
  find(need: Need, from: WitnessDelta): WitnessDelta | null;
}

/** Of those that could help, the latest are tried. */
const MOST_TRIED = 200;

const plus = (a: WitnessDelta, b: WitnessDelta, factor: 1 | -1 = 1): WitnessDelta => {
  const sum: Record<string, number> = { ...a };
  for (const [atom, change] of Object.entries(b)) {
    const total = (sum[atom] ?? 0) + factor * change;
    if (total === 0) delete sum[atom];
    else sum[atom] = total;
  }
  return sum;
};

export function openKnownSteps(judged: JudgedFacts): KnownSteps {
  const { space, facts } = judged;
  const pool = openWorldPool(space, []);
  const byFact = new Map<number, WitnessDelta[]>();
  const isBroken = ([fact, sum]: readonly [number, number]): boolean => {
    const { lo = 0, hi = null } = facts[fact] ?? {};
    return sum < lo || (hi !== null && sum > hi);
  };
  /** Steps that move what has to be put right: of all such facts the one that the fewest move. */
  const candidates = (need: Need, from: WitnessDelta): readonly WitnessDelta[] => {
    const lists = [...changedFacts(judged, from)].filter(isBroken).map(([fact]) => byFact.get(fact) ?? []);
    if (lists.length === 0) return pool.moving(need.knownParts ?? need.parts);
    return lists.reduce((least, list) => (list.length < least.length ? list : least));
  };
  return {
    add: (from, to) => {
      const step = plus(to, from, -1);
      pool.add(step);
      for (const [fact] of changedFacts(judged, step)) {
        const known = byFact.get(fact);
        if (known === undefined) byFact.set(fact, [step]);
        else known.push(step);
      }
    },
    find: (need, from) => {
      for (const step of candidates(need, from).slice(-MOST_TRIED)) {
        const world = plus(from, step);
        if (flawsOfWitness(judged, world, need).length === 0) return world;
      }
      return null;
    },
  };
}
