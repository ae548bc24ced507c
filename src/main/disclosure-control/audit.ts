// Judges a publication together with everything before it, on atoms: for every need a world of whole numbers, or it is not released.

import { readRows } from './atom-groups.ts';
import { type AtomSpace, keyOf, spanOf } from './atom-space.ts';
import { type KnownSteps, openKnownSteps } from './known-steps.ts';
import { indexSums, openWorldPool, type WorldPool } from './moved-sums.ts';
import { type NearestWorld, openNearestWorld, type Yielding } from './nearest-world.ts';
import type { Fact, Need, Part, Protection, Selection, WitnessDelta } from './publication-model.ts';
import { Refused } from './refused.ts';
import type { Solver } from './solver.ts';
import { onePart } from './table-cells.ts';
import { brokenFacts, flawsOfWitness, type JudgedFacts, judgeFacts, meetsNeed } from './witness-check.ts';

/** A need, or several of which one suffices (rounding: larger or smaller). */
export type Alternatives = readonly Need[];

export interface AuditCase {
  readonly space: AtomSpace;
  /** Of this publication and all before it, with the rules about persons. */
  readonly facts: readonly Fact[];
  readonly truth: ReadonlyMap<string, number>;
  /** Of this publication and of all earlier ones. */
  readonly needs: readonly Alternatives[];
  /** Protections of earlier publications, and of earlier rounds: tried first, judged anew. */
  readonly stored: readonly Protection[];
  /** Hidden cells without a need of their own: whether they are uncertain at all. */
  readonly covers: readonly { readonly key: string; readonly alternatives: Alternatives }[];
  /** Hidden cells with one person behind them, in any publication: that person knows the figure. */
  readonly soleContributors: readonly Selection[];
  /** Whether what a need protects is the sole contributor's own. */
  readonly isNoSecret: (need: Need, contributor: Selection) => boolean;
  /** Shown cells that may still be hidden. */
  readonly yielding: readonly Yielding[];
  /** Atoms that this publication is the first to speak of: moving only these is tried first. */
  readonly newAtoms: ReadonlySet<string>;
  /** Months of this publication's tables of few months: their figures, too, were perhaps not looked at so before. */
  readonly recentMonths: readonly string[];
  readonly integerSearchMs: number;
}

export interface AuditResult {
  readonly protections: readonly Protection[];
  /** Needs that no world meets: an outsider can rule them out. */
  readonly failed: readonly Need[];
  /** Needs for which nothing was found in the time. */
  readonly uncertain: readonly Need[];
  /** Cells to hide so that the failed needs may be met in the next round. */
  readonly remedies: readonly string[];
  /** Covers that are certain all the same: hiding them tells and protects nothing. */
  readonly determined: readonly string[];
  /** Failed needs that no hiding of this publication's cells can meet. */
  readonly hopeless: readonly Need[];
}

/** Searches from the narrowest to the widest. Each is opened only when it is needed; what a narrow one does not find, a wide one may. */
interface Searches {
  for(need: Need): readonly (() => NearestWorld)[];
  dispose(): void;
}

/** More months than these are not searched apart from all. */
const FEW_MONTHS = 4;

const monthsOf = ({ parts, knownParts = [] }: Need): readonly string[] =>
  [...new Set([...parts, ...knownParts].flatMap(({ selection: { months } }) => [spanOf(months), ...months]))].sort();

const monthOf = (atom: string): string => atom.split('/', 3)[2] ?? '';

function openSearches(solver: Solver, audit: AuditCase, asked: readonly (readonly Part[])[]): Searches {
  const { space, facts, truth, yielding, newAtoms } = audit;
  const known = readRows(space, facts, [...asked, ...yielding.map(({ parts }) => parts)], truth);
  const dear = new Map<string, number>();
  for (const atom of audit.soleContributors.flatMap((selection) => space.expand(selection)))
    dear.set(atom, (dear.get(atom) ?? 0) + 1);
  const months = new Map([...known.places.keys()].map((atom) => [atom, monthOf(atom)]));
  const open = new Map<string, NearestWorld>();
  const search = (name: string, canMove: (atom: string) => boolean) => (): NearestWorld => {
    const found = open.get(name) ?? openNearestWorld(solver, { known, truth, yielding, dear, canMove });
    open.set(name, found);
    return found;
  };
  const moved = new Set(audit.stored.flatMap(({ witness }) => Object.keys(witness)));
  const near = search('new', (atom) => newAtoms.has(atom));
  const trodden = search('moved before', (atom) => newAtoms.has(atom) || moved.has(atom));
  const far = search('all', () => true);
  const lately = new Set(audit.recentMonths);
  const recent = search('recent', (atom) => newAtoms.has(atom) || lately.has(months.get(atom) ?? ''));
  const close = lately.size > 1 ? [near, recent] : [near];
  return {
    for: (need) => {
      const wanted = new Set(monthsOf(need));
      if (wanted.size > FEW_MONTHS) return [...close, trodden, far];
      const isClose = (month: string) => lately.has(month) || wanted.has(month);
      const ofMonths = (atom: string) => newAtoms.has(atom) || isClose(months.get(atom) ?? '');
      return [...close, search([...wanted].join(' '), ofMonths), trodden, far];
    },
    dispose: () => {
      for (const one of open.values()) one.dispose();
    },
  };
}

interface Contributor {
  readonly parts: readonly Part[];
  readonly selection: Selection;
}

/** The same need for somebody who knows one more figure (threat B). */
const insiderNeed = (need: Need, selection: Selection): Need => ({
  ...need,
  id: `${need.id}|knowing:${keyOf(selection)}`,
  knownCell: keyOf(selection),
  knownParts: onePart(selection),
});

interface Ledger {
  readonly judged: JudgedFacts;
  readonly searches: Searches;
  readonly worlds: WorldPool;
  readonly steps: KnownSteps;
  /** Worlds that met a need before, though they agree no more with everything: a way from there may be short. */
  readonly earlier: ReadonlyMap<string, WitnessDelta>;
  readonly protections: Map<string, Protection>;
  readonly failed: Need[];
  readonly uncertain: Need[];
  readonly integerMs: number;
}

const TRUTH: WitnessDelta = {};

/**
 * A stored world, else the nearest one to an earlier world of the need or to the true one; at first only new atoms move, at last all may.
 * Each is judged exactly.
 */
function protect(ledger: Ledger, alternatives: Alternatives, start?: WitnessDelta): Protection | 'none' | 'unknown' {
  const { judged, worlds, searches, earlier, steps, integerMs } = ledger;
  for (const need of alternatives) {
    const known = worlds.moving(need.parts).find((delta) => meetsNeed(judged, delta, need));
    if (known !== undefined) return { need, witness: known };
  }
  let isCertain = true;
  for (const need of alternatives) {
    const starts = [earlier.get(need.id) ?? [], start ?? [], TRUTH].flat();
    for (const from of starts) {
      const world = steps.find(need, from);
      if (world === null) continue;
      worlds.add(world);
      return { need, witness: world };
    }
    const ladder = searches.for(need);
    for (const search of ladder) {
      // Where all may move, every start comes to the same verdict.
      for (const from of search === ladder.at(-1) ? starts.slice(0, 1) : starts) {
        const found = search().find(need, from, integerMs);
        if (found === 'unknown') isCertain = false;
        if (found === 'none' || found === 'unknown') continue;
        // The exact check alone decides. A search from a world that later facts contradict can bring one that they contradict too.
        if (flawsOfWitness(judged, found.delta, need).length > 0) {
          isCertain = false;
          continue;
        }
        worlds.add(found.delta);
        steps.add(from, found.delta);
        return { need, witness: found.delta };
      }
    }
  }
  return isCertain ? 'none' : 'unknown';
}

/** Enters the outcome of a need that has to be met. */
function demand(ledger: Ledger, alternatives: Alternatives, start?: WitnessDelta): void {
  const found = protect(ledger, alternatives, start);
  if (typeof found === 'object') ledger.protections.set(found.need.id, found);
  else (found === 'none' ? ledger.failed : ledger.uncertain).push(...alternatives.slice(0, 1));
}

function protectAgainstInsiders(
  audit: AuditCase,
  ledger: Ledger,
  contributors: readonly Contributor[],
  onProgress: (done: number) => void,
): void {
  const mains = [...ledger.protections.values()].filter(
    ({ need }) => need.knownParts === undefined && need.reason !== 'cover',
  );
  const movedBy = indexSums(
    audit.space,
    contributors.map((one) => ({ parts: one.parts, of: one })),
  );
  mains.forEach(({ need, witness }, index) => {
    onProgress(0.5 + (0.35 * index) / mains.length);
    // The sole contributors whose own figure the world changes: for them it is no alternative.
    for (const contributor of movedBy(witness)) {
      if (audit.isNoSecret(need, contributor.selection)) continue;
      const inside = insiderNeed(need, contributor.selection);
      if (ledger.protections.has(inside.id)) continue;
      demand(ledger, [inside], witness);
    }
  });
}

function findDetermined(
  ledger: Ledger,
  covers: AuditCase['covers'],
  onProgress: (done: number) => void,
): readonly string[] {
  return covers.flatMap(({ key, alternatives }, index) => {
    onProgress(0.85 + (0.15 * index) / covers.length);
    if (alternatives.some(({ id }) => ledger.protections.has(id))) return [];
    const found = protect(ledger, alternatives);
    if (typeof found === 'object') ledger.protections.set(found.need.id, found);
    return found === 'none' ? [key] : [];
  });
}

function remediesOf(ledger: Ledger) {
  const remedies = new Set<string>();
  const hopeless: Need[] = [];
  const unsure = ledger.uncertain.filter(({ reason }) => reason !== 'cover');
  for (const need of [...ledger.failed, ...unsure]) {
    let cells: readonly string[] | null = null;
    for (const search of ledger.searches.for(need)) cells ??= search().findByHiding(need);
    if (cells === null || cells.length === 0) hopeless.push(need);
    for (const cell of cells ?? []) remedies.add(cell);
  }
  return { remedies: [...remedies], hopeless };
}

/** Worlds of earlier rounds that still agree with everything, by their needs. */
function keepStored(audit: AuditCase, judged: JudgedFacts): Map<string, Protection> {
  const asked = [...audit.needs, ...audit.covers.map(({ alternatives }) => alternatives)];
  const wanted = new Set(asked.flat().map(({ id }) => id));
  const kept = audit.stored.filter(({ need, witness }) => {
    const isWanted = wanted.has(need.id) || need.knownParts !== undefined;
    return isWanted && flawsOfWitness(judged, witness, need).length === 0;
  });
  return new Map(kept.map((protection) => [protection.need.id, protection]));
}

/**
 * Every need, of this publication and of all before it, gets a witness: an integer world that agrees with every fact and meets it. For
 * each cell with one contributor, needs whose witness changes that cell get a second witness that does not (threat B of the design).
 *
 * @throws Refused `history_damaged` when the facts contradict the true figures.
 */
export function auditPublication(solver: Solver, audit: AuditCase, onProgress: (done: number) => void): AuditResult {
  const judged = judgeFacts(audit.space, audit.facts, audit.truth);
  const broken = brokenFacts(judged);
  if (broken.length > 0)
    throw new Refused('history_damaged', 'facts contradict the register', { cells: broken.slice(0, 20) });
  const protections = keepStored(audit, judged);
  const contributors = audit.soleContributors.map((selection) => ({ parts: onePart(selection), selection }));
  const open = audit.needs.filter((alternatives) => !alternatives.some(({ id }) => protections.has(id)));
  const all = [...audit.needs, ...audit.covers.map(({ alternatives }) => alternatives)].flat();
  const asked = [...all, ...contributors].map(({ parts }) => parts);
  const searches = openSearches(solver, audit, asked);
  const worlds = openWorldPool(audit.space, new Set([...protections.values()].map(({ witness }) => witness)));
  const ledger: Ledger = {
    judged,
    searches,
    worlds,
    steps: openKnownSteps(judged),
    earlier: new Map(audit.stored.map(({ need, witness }) => [need.id, witness])),
    protections,
    failed: [],
    uncertain: [],
    integerMs: audit.integerSearchMs,
  };
  try {
    open.forEach((alternatives, index) => {
      onProgress((0.5 * index) / open.length);
      demand(ledger, alternatives);
    });
    protectAgainstInsiders(audit, ledger, contributors, onProgress);
    const determined = findDetermined(ledger, audit.covers, onProgress);
    const { remedies, hopeless } = remediesOf(ledger);
    const { failed, uncertain } = ledger;
    return { protections: [...protections.values()], failed, uncertain, determined, remedies, hopeless };
  } finally {
    searches.dispose();
  }
}
