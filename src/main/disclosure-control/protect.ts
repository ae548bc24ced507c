// The way of a publication: count, hide or round, audit with all history, write, read back. Anything that is not safe ends in a refusal.
import { type AtomSpace, atomsOf, createAtomSpace, keyOf, mergeSources } from './atom-space.ts';
import { type Alternatives, type AuditResult, auditPublication } from './audit.ts';
import { certify } from './certificate.ts';
import { type Counted, countTables } from './counting.ts';
import { checkClosedMonths, checkHistory, hashOfRecord, type Knowledge, knowledgeOf } from './history.ts';
import type { Yielding } from './nearest-world.ts';
import { checkParameters, roundingNeeds } from './primary-rules.ts';
import { needsOf, type OwnCell, ownCells } from './publication-cells.ts';
import { otherFacts, ownFacts, protectTables, type Showing, spokenBy } from './publication-facts.ts';
import {
  DEFAULT_LIMITS,
  type Fact,
  type HiddenReason,
  type History,
  type Limits,
  type Need,
  type Progress,
  type ProtectedTable,
  type Protection,
  type ProtectOutcome,
  type PublicationRecord,
  type PublicationRequest,
  type Selection,
  type Source,
  type Statistics,
} from './publication-model.ts';
import { Refused } from './refused.ts';
import { checkModes, roundTables } from './rounding.ts';
import { checkSeed } from './secret-chance.ts';
import type { Solver } from './solver.ts';
import { addDecoys, type Suppression, suppress, thickenSums } from './suppression.ts';
import { onePart } from './table-cells.ts';
import { writeTidy } from './tidy-file.ts';
import { verifyTidy } from './tidy-verification.ts';
import { changeOf } from './witness-check.ts';

export interface ProtectTools {
  readonly solver: Solver;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly onProgress: (progress: Progress) => void;
}

/** Everything about a publication that does not depend on what will be hidden. */
interface Matter {
  readonly request: PublicationRequest;
  readonly limits: Limits;
  readonly knowledge: Knowledge;
  readonly sources: ReadonlyMap<string, Source>;
  readonly space: AtomSpace;
  readonly counted: Counted;
  readonly own: ReadonlyMap<string, OwnCell>;
  readonly needs: readonly Need[];
  readonly truth: ReadonlyMap<string, number>;
  readonly otherFacts: readonly Fact[];
  readonly head: string | null;
}

/** Every cell is the sum of its atoms: persons too, or a person has two values where there should be one. */
function checkSums(own: ReadonlyMap<string, OwnCell>, space: AtomSpace, truth: ReadonlyMap<string, number>): void {
  for (const [key, { cell, tally }] of own) {
    const sum = space.expand(cell.selection).reduce((total, atom) => total + (truth.get(atom) ?? 0), 0);
    if (sum !== tally.value) throw new Refused('invalid_publication', `persons do not add up in ${key}`);
  }
}

function checkNames({ id, tables, sources }: PublicationRequest, { records }: History): void {
  if (!/^[\w.-]+$/u.test(id) || records.some((record) => record.id === id)) {
    throw new Refused('invalid_publication', 'the publication needs a name of its own');
  }
  const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;
  if (tables.length === 0 || !isUnique(tables.map((table) => table.id)) || !isUnique(sources.map((source) => source.id))) {
    throw new Refused('invalid_publication', 'tables and sources need names of their own');
  }
}

function gather(request: PublicationRequest, history: History): Matter {
  checkSeed(request.seed);
  checkParameters(request.parameters);
  checkNames(request, history);
  checkHistory(history);
  const knowledge = knowledgeOf(history);
  checkModes(request, knowledge);
  const mine = new Map(request.sources.map((source) => [source.id, source]));
  const merged = mergeSources([...history.records.map(({ sources }) => sources), request.sources]);
  const space = createAtomSpace(merged);
  const counted = countTables(request.tables, mine, request.records);
  checkClosedMonths(knowledge, counted.atoms, spokenBy(request));
  const own = ownCells(request.tables, mine, counted);
  const truth = new Map([...knowledge.truth, ...counted.atoms]);
  checkSums(own, space, truth);
  return {
    request,
    limits: { ...DEFAULT_LIMITS, ...request.limits },
    knowledge,
    sources: new Map([...merged, ...mine]),
    space,
    counted,
    own,
    needs: needsOf(request, own, counted, knowledge, mine),
    truth,
    otherFacts: otherFacts(request, knowledge, space),
    head: history.head,
  };
}

/** A rounded figure of an earlier publication may turn out larger or smaller; either will do. */
function alternativesOf(need: Need): Alternatives {
  if (need.reason !== 'rounding') return [need];
  const bound = need.direction === 'up' ? need.bound - 2 : need.bound + 2;
  const direction = need.direction === 'up' ? 'down' : 'up';
  return [need, { ...need, id: `${need.id}|other`, direction, bound }];
}

function allNeeds({ own, request, knowledge, needs }: Matter, late: ReadonlySet<string>): readonly Alternatives[] {
  const old = knowledge.protections.filter(({ need }) => need.knownParts === undefined).map(({ need }) => alternativesOf(need));
  const rounded = [...own.values()]
    .filter(({ table }) => table.mode === 'rounded')
    .flatMap(({ cell, tally }) => roundingNeeds(cell.selection, tally, request.parameters, request.id));
  return [...old, ...needs.filter(({ id }) => !late.has(id)).map((need) => [need]), ...rounded];
}

/** Needs of earlier publications whose stored world contradicts a cell of this one: the suppressor has to think of them again. */
function touchedNeeds({ knowledge, own, space }: Matter): readonly Need[] {
  const cells = [...own.values()].filter(({ table }) => table.mode === 'suppressed').map(({ cell }) => onePart(cell.selection));
  return knowledge.protections
    .filter(({ witness }) => cells.some((parts) => changeOf(space, parts, witness) !== 0))
    .map(({ need }) => need);
}

/** Cells with one person behind them that are not shown, here and in history. */
function soleContributors({ own, knowledge }: Matter, hidden: ReadonlyMap<string, HiddenReason>): readonly Selection[] {
  const mine = [...own.values()].filter(({ cell, tally }) => tally.persons === 1 && hidden.has(cell.key));
  const earlier = [...knowledge.cells.values()].filter(({ cell }) => cell.state === 'hidden' && cell.persons === 1 && !own.has(cell.key));
  return [...mine.map(({ cell }) => cell.selection), ...earlier.map(({ selection }) => selection)];
}

/**
 * A sole contributor has no need protected against them that is about themselves: the same place in events or persons, or another cell
 * with one person that shares an event with theirs. Where it could be another person, it is taken for one.
 */
function isNoSecret({ own, knowledge, space, truth }: Matter, need: Need, contributor: Selection): boolean {
  const personsOf = (selection: Selection) =>
    own.get(keyOf(selection))?.tally.persons ?? knowledge.cells.get(keyOf(selection))?.cell.persons ?? 0;
  const events = (selection: Selection): Selection => (selection.measure === 'persons' ? { ...selection, measure: 'events' } : selection);
  const theirs = space.expandParts(onePart(events(contributor)));
  return need.parts.some(({ selection }) => {
    if (keyOf(events(selection)) === keyOf(events(contributor))) return true;
    if (personsOf(selection) !== 1) return false;
    return space.expand(events(selection)).some((atom) => theirs.has(atom) && (truth.get(atom) ?? 0) > 0);
  });
}

function yieldingCells(suppression: Suppression): readonly Yielding[] {
  return suppression.system.cells.flatMap(({ key, role, selection, weight, lo }) =>
    role === 'choice' && selection !== null && !suppression.hidden.has(key) ? [{ parts: onePart(selection), key, weight, lo }] : [],
  );
}

/** Atoms of months and spans that no earlier publication speaks of; if there are none, those of the last month. */
function newAtoms({ request, knowledge, space }: Matter, facts: readonly Fact[]): (atom: string) => boolean {
  const scopeOf = (atom: string) => atom.split('/').slice(0, 3).join('/');
  const isNew = (atom: string) => !knowledge.closed.has(scopeOf(atom));
  if ([...atomsOf(space, facts)].some(isNew)) return isNew;
  const months = new Set(request.tables.map(({ months: all }) => all.at(-1) ?? ''));
  return (atom) => months.has(atom.split('/')[2] ?? '');
}

interface Round {
  readonly tables: readonly ProtectedTable[];
  readonly facts: readonly Fact[];
  readonly audit: AuditResult;
}

function auditRound(matter: Matter, showing: Showing, suppression: Suppression, late: ReadonlySet<string>, stored: readonly Protection[], tools: ProtectTools): Round {
  const { request, own, space, truth, limits } = matter;
  const tables = protectTables(request, own, showing);
  const facts = ownFacts(request, tables);
  const audit = auditPublication(
    tools.solver,
    {
      space,
      facts: [...matter.otherFacts, ...facts],
      truth,
      needs: allNeeds(matter, late),
      stored,
      soleContributors: soleContributors(matter, showing.hidden),
      isNoSecret: (need, contributor) => isNoSecret(matter, need, contributor),
      yielding: yieldingCells(suppression),
      isNew: newAtoms(matter, facts),
      integerSearchMs: limits.integerSearchMs,
    },
    (done) => tools.onProgress({ part: 'auditing', done }),
  );
  return { tables, facts, audit };
}

const isClean = ({ failed, uncertain }: AuditResult): boolean => failed.length + uncertain.length === 0;

function refuse({ audit }: Round): never {
  const cells = [...new Set([...audit.failed, ...audit.uncertain].map(({ cell }) => cell))];
  const code = audit.failed.length > 0 ? 'not_protectable' : 'not_certain';
  throw new Refused(code, `${cells.length} cells could be worked out, or it is not certain that they cannot`, { cells });
}

interface Settled extends Round {
  readonly suppression: Suppression;
  readonly rounds: number;
  readonly times: Record<string, number>;
}

/** Suppression, decoys, audit; what the audit asks for is hidden too, and it judges again, a few times at most. */
function settle(matter: Matter, tools: ProtectTools): Settled {
  const { request, own, knowledge, sources, counted, limits, needs } = matter;
  const { now, solver } = tools;
  const started = now();
  const onProgress = (done: number) => tools.onProgress({ part: 'hiding', done });
  const touched = touchedNeeds(matter);
  const suppression = suppress(request, own, [...touched, ...needs], knowledge, sources, counted, { solver, now, limits, onProgress });
  const live = new Set(suppression.system.needs.map(({ need }) => need.id));
  const late = new Set(needs.filter(({ id }) => !live.has(id)).map(({ id }) => id));
  const { hidden } = suppression;
  addDecoys(request, own, hidden, knowledge);
  const hiddenAt = now();
  let stored = knowledge.protections;
  for (let round = 1; ; round += 1) {
    const rounded = roundTables(solver, request, own, knowledge, sources, round, limits.integerSearchMs);
    const result = auditRound(matter, { hidden, rounded }, suppression, late, stored, tools);
    const times = { ...suppression.times, hiding: hiddenAt - started, audit: now() - hiddenAt };
    if (isClean(result.audit)) return { ...result, suppression, rounds: round, times };
    if (process.env['SDC_DEBUG']) console.log('round', round, 'failed', result.audit.failed.map((n) => n.id), 'uncertain', result.audit.uncertain.map((n) => n.id), 'remedies', result.audit.remedies, 'hopeless', result.audit.hopeless.map((n) => n.id));
    const isStuck = result.audit.remedies.length === 0 && rounded.size === 0;
    if (round === limits.rounds || isStuck) refuse(result);
    for (const key of result.audit.remedies) hidden.set(key, 'secondary');
    thickenSums(suppression.system, hidden, counted, request.parameters.k);
    stored = [...stored, ...result.audit.protections];
  }
}

function statisticsOf(matter: Matter, settled: Settled): Statistics {
  const { hidden, isOptimal } = settled.suppression;
  const cells = [...matter.own.values()];
  const reasons = [...hidden.values()];
  const count = (...wanted: readonly HiddenReason[]) => reasons.filter((reason) => wanted.includes(reason)).length;
  return {
    cells: cells.length,
    nonZero: cells.filter(({ tally }) => tally.value > 0).length,
    hidden: hidden.size,
    sensitive: hidden.size - count('secondary', 'fewBehindHidden', 'decoy'),
    secondary: count('secondary', 'fewBehindHidden'),
    decoys: count('decoy'),
    needs: settled.audit.protections.length,
    rounds: settled.rounds,
    isOptimal,
    times: settled.times,
  };
}

function recordOf(matter: Matter, settled: Settled, history: History): PublicationRecord {
  const { request, counted, knowledge } = matter;
  const { id, recipient, period, parameters, sources, seed } = request;
  const before = new Set(knowledge.protections.map(({ witness }) => witness));
  const fresh = settled.audit.protections.filter(({ witness, need }) => !before.has(witness) || need.id.startsWith(`${id}:`));
  const last = history.records.at(-1);
  const record: PublicationRecord = {
    id,
    recipient,
    period,
    parameters,
    sources,
    tables: settled.tables,
    facts: settled.facts,
    seed,
    certificate: certify(parameters, settled.facts, history.head, fresh),
    snapshot: Object.fromEntries([...counted.atoms].filter(([, value]) => value !== 0)),
    previous: last === undefined ? null : { id: last.id, period: last.period, hash: last.hash },
    hash: '',
  };
  return { ...record, hash: hashOfRecord(record) };
}

/**
 * Protects one publication in this thread. Everything that could be released is in the outcome; a refusal holds nothing of it.
 * Blocks for seconds: the app calls it through `protect-in-worker.ts`.
 */
export function protectPublication(request: PublicationRequest, history: History, tools: ProtectTools): ProtectOutcome {
  try {
    tools.onProgress({ part: 'counting', done: 0 });
    const started = tools.now();
    const matter = gather(request, history);
    const countedAt = tools.now();
    const settled = settle(matter, tools);
    tools.onProgress({ part: 'writing', done: 0 });
    const record = recordOf(matter, settled, history);
    const files = writeTidy({ ...record, certificateHash: record.certificate.hash });
    const { space, truth } = matter;
    verifyTidy(files, {
      space,
      truth,
      certificateHash: record.certificate.hash,
      certified: settled.facts,
      otherFacts: matter.otherFacts,
      protections: settled.audit.protections,
    });
    const statistics = statisticsOf(matter, settled);
    const times = { counting: countedAt - started, ...statistics.times, all: tools.now() - started };
    return { ok: true, record, statistics: { ...statistics, times }, files };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

