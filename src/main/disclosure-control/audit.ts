// Judges a publication together with everything before it, on atoms: for every need a world of whole numbers, or it is not released.
import { type AtomSpace, keyOf } from './atom-space.ts';
import { type NearestWorld, openNearestWorld, type Yielding } from './nearest-world.ts';
import type { Fact, Need, Part, Protection, Selection, WitnessDelta } from './publication-model.ts';
import { Refused } from './refused.ts';
import type { Solver } from './solver.ts';
import { onePart } from './table-cells.ts';
import { brokenFacts, changeOf, flawsOfWitness, type JudgedFacts, judgeFacts, meetsNeed } from './witness-check.ts';

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
  /** Hidden cells with one person behind them, in any publication: that person knows the figure. */
  readonly soleContributors: readonly Selection[];
  /** Whether what a need protects is the sole contributor's own. */
  readonly isNoSecret: (need: Need, contributor: Selection) => boolean;
  /** Shown cells that may still be hidden. */
  readonly yielding: readonly Yielding[];
  /** Atoms that this publication is the first to speak of: moving only these is tried first. */
  readonly isNew: (atom: string) => boolean;
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
  /** Failed needs that no hiding of this publication's cells can meet. */
  readonly hopeless: readonly Need[];
}

interface Searches {
  readonly near: NearestWorld;
  /** Over all atoms of all publications; opened only if it is needed. */
  readonly far: () => NearestWorld;
  dispose(): void;
}

function openSearches(solver: Solver, audit: AuditCase, needs: readonly Need[]): Searches {
  const { space, facts, truth, yielding, isNew } = audit;
  const question = { space, facts, truth, needs, yielding, dear: audit.soleContributors };
  const near = openNearestWorld(solver, { ...question, canMove: isNew });
  let far: NearestWorld | null = null;
  return {
    near,
    far: () => {
      far ??= openNearestWorld(solver, { ...question, canMove: () => true });
      return far;
    },
    dispose: () => {
      near.dispose();
      far?.dispose();
    },
  };
}

/** The sole contributors whose own figure a world changes: for them it is no alternative. */
function contributorsMoved(space: AtomSpace, contributors: readonly Contributor[], delta: WitnessDelta): readonly Contributor[] {
  return contributors.filter(({ parts }) => changeOf(space, parts, delta) !== 0);
}

interface Contributor {
  readonly parts: readonly Part[];
  readonly selection: Selection;
}

/** The same need for somebody who knows one more figure (threat B). */
export const insiderNeed = (need: Need, selection: Selection): Need => ({
  ...need,
  id: `${need.id}|knowing:${keyOf(selection)}`,
  knownCell: keyOf(selection),
  knownParts: onePart(selection),
});

export const stat: Record<string, number[]> = {};
interface Ledger {
  readonly judged: JudgedFacts;
  readonly searches: Searches;
  readonly worlds: WitnessDelta[];
  readonly protections: Map<string, Protection>;
  readonly failed: Need[];
  readonly uncertain: Need[];
  readonly integerMs: number;
}

/** A stored world, else the nearest one that changes only new atoms, else the nearest one at all. Each is judged exactly. */
function protect(ledger: Ledger, alternatives: Alternatives): Protection | null {
  const { judged, worlds, searches, integerMs } = ledger;
  for (const need of alternatives) {
    const known = worlds.find((delta) => meetsNeed(judged, delta, need));
    if (known !== undefined) return { need, witness: known };
  }
  let isCertain = true;
  for (const need of alternatives) {
    for (const search of [() => searches.near, searches.far]) {
      const t0 = performance.now();
      const found = search().find(need, integerMs);
      if (process.env['SDC_DEBUG']) { const key = (search === searches.far ? 'far' : 'near') + (need.knownParts ? ' insider' : '') + (need.id.startsWith('p2') ? ' new' : ' old') + (typeof found === 'string' ? found : ''); const st = (stat[key] ??= [0, 0]); st[0] = (st[0] ?? 0) + 1; st[1] = (st[1] ?? 0) + performance.now() - t0; }
      if (found === 'unknown') isCertain = false;
      if (found === 'none' || found === 'unknown') continue;
      if (flawsOfWitness(judged, found.delta, need).length > 0) throw new Refused('solver_failed', `a false witness for ${need.id}`);
      worlds.push(found.delta);
      return { need, witness: found.delta };
    }
  }
  const [first] = alternatives;
  if (first !== undefined) (isCertain ? ledger.failed : ledger.uncertain).push(first);
  return null;
}

function protectAgainstInsiders(audit: AuditCase, ledger: Ledger, contributors: readonly Contributor[], onProgress: (done: number) => void): void {
  const mains = [...ledger.protections.values()].filter(({ need }) => need.knownParts === undefined);
  mains.forEach(({ need, witness }, index) => {
    onProgress(0.6 + (0.4 * index) / mains.length);
    for (const contributor of contributorsMoved(audit.space, contributors, witness)) {
      if (audit.isNoSecret(need, contributor.selection)) continue;
      const inside = insiderNeed(need, contributor.selection);
      if (ledger.protections.has(inside.id)) continue;
      const found = protect(ledger, [inside]);
      if (found !== null) ledger.protections.set(inside.id, found);
    }
  });
}

function remediesOf(ledger: Ledger) {
  const remedies = new Set<string>();
  const hopeless: Need[] = [];
  for (const need of [...ledger.failed, ...ledger.uncertain]) {
    const cells = ledger.searches.near.findByHiding(need) ?? ledger.searches.far().findByHiding(need);
    if (cells === null || cells.length === 0) hopeless.push(need);
    for (const cell of cells ?? []) remedies.add(cell);
  }
  return { remedies: [...remedies], hopeless };
}

/** Worlds of earlier rounds that still agree with everything, by their needs. */
function keepStored(audit: AuditCase, judged: JudgedFacts): Map<string, Protection> {
  const wanted = new Set(audit.needs.flat().map(({ id }) => id));
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
 * @throws Refused `history_damaged` when the facts contradict the true figures, `solver_failed` when a witness is false.
 */
export function auditPublication(solver: Solver, audit: AuditCase, onProgress: (done: number) => void): AuditResult {
  const judged = judgeFacts(audit.space, audit.facts, audit.truth);
  const broken = brokenFacts(judged);
  if (broken.length > 0) throw new Refused('history_damaged', 'facts contradict the register', { cells: broken.slice(0, 20) });
  const protections = keepStored(audit, judged);
  const contributors = audit.soleContributors.map((selection) => ({ parts: onePart(selection), selection }));
  const open = audit.needs.filter((alternatives) => !alternatives.some(({ id }) => protections.has(id)));
  const all = audit.needs.flat();
  const insiders = audit.soleContributors.flatMap((selection) => all.slice(0, 1).map((need) => insiderNeed(need, selection)));
  const searches = openSearches(solver, audit, [...all, ...insiders]);
  const worlds = [...new Set([...protections.values()].map(({ witness }) => witness))];
  const ledger: Ledger = { judged, searches, worlds, protections, failed: [], uncertain: [], integerMs: audit.integerSearchMs };
  try {
    open.forEach((alternatives, index) => {
      onProgress((0.6 * index) / open.length);
      const found = protect(ledger, alternatives);
      if (found !== null) protections.set(found.need.id, found);
    });
    protectAgainstInsiders(audit, ledger, contributors, onProgress);
    const { remedies, hopeless } = remediesOf(ledger);
    const { failed, uncertain } = ledger;
    return { protections: [...protections.values()], failed, uncertain, remedies, hopeless };
  } finally {
    searches.dispose();
  }
}
