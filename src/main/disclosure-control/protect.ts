// The way of a publication: count, hide or round, audit with all history, write, read back. Anything that is not safe ends in a refusal.
import type { AuditResult } from './audit.ts';
import { auditRound, type Round, touchedNeeds } from './audit-round.ts';
import { certify } from './certificate.ts';
import { hashOfRecord } from './history.ts';
import { ownFacts, protectTables } from './publication-facts.ts';
import { gather, type Matter } from './publication-matter.ts';
import type {
  HiddenReason,
  History,
  Need,
  Progress,
  ProtectOutcome,
  PublicationRecord,
  PublicationRequest,
  Statistics,
} from './publication-model.ts';
import { Refused } from './refused.ts';
import { roundTables } from './rounding.ts';
import type { Solver } from './solver.ts';
import { addDecoys, type Suppression, suppress, thickenSums } from './suppression.ts';
import { writeTidy } from './tidy-file.ts';
import { verifyTidy } from './tidy-verification.ts';

export interface ProtectTools {
  readonly solver: Solver;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
  readonly onProgress: (progress: Progress) => void;
}

/** Cells that need no protection do not stop a publication. */
const mustHold = ({ reason }: Need): boolean => reason !== 'cover';

const isClean = ({ failed, uncertain }: AuditResult): boolean => ![...failed, ...uncertain].some(mustHold);

function refuse({ audit }: Round): never {
  const cells = [...new Set([...audit.failed, ...audit.uncertain].filter(mustHold).map(({ cell }) => cell))];
  const code = audit.failed.some(mustHold) ? 'not_protectable' : 'not_certain';
  throw new Refused(code, `${cells.length} cells could be worked out, or it is not certain that they cannot`, {
    cells,
  });
}

interface Settled extends Round {
  readonly suppression: Suppression;
  readonly rounds: number;
  readonly times: Record<string, number>;
}

interface Hidden {
  readonly suppression: Suppression;
  /** Needs of what was published exactly before: nothing can be hidden any more. */
  readonly late: ReadonlySet<string>;
}

/** First answer: the suppressor's pattern and decoys. */
function hideCells(matter: Matter, tools: ProtectTools): Hidden {
  const { request, own, knowledge, sources, counted, limits, needs } = matter;
  const { now, solver } = tools;
  const onProgress = (done: number) => tools.onProgress({ part: 'hiding', done });
  const all = [...touchedNeeds(matter), ...needs];
  const suppression = suppress(request, own, all, knowledge, sources, counted, { solver, now, limits, onProgress });
  const live = new Set(suppression.system.needs.map(({ need }) => need.id));
  addDecoys(request, own, suppression.hidden, knowledge);
  return { suppression, late: new Set(needs.filter(({ id }) => !live.has(id)).map(({ id }) => id)) };
}

/**
 * Shows what is certain although it is hidden, mostly lone decoys: to an outsider nothing changes, so every witness stays one.
 * False when a sum would become thin by it, so that more was hidden and the audit has to judge again.
 */
function showDetermined(
  { request, own, counted }: Matter,
  { system, hidden }: Suppression,
  round: Round,
): Round | null {
  for (const key of round.audit.determined) hidden.delete(key);
  const size = hidden.size;
  thickenSums(system, hidden, counted, request.parameters.k);
  if (hidden.size > size) return null;
  const rounded = new Map(
    round.tables.flatMap(({ cells }) =>
      cells.flatMap(({ key, shown }) => (shown === null ? [] : [[key, shown] as const])),
    ),
  );
  const tables = protectTables(request, own, { hidden, rounded });
  return { ...round, tables, facts: ownFacts(request, tables) };
}

/** Suppression, decoys, audit; what the audit asks for is hidden too, and it judges again, a few times at most. */
function settle(matter: Matter, tools: ProtectTools): Settled {
  const { request, own, knowledge, sources, counted, limits } = matter;
  const started = tools.now();
  const { suppression, late } = hideCells(matter, tools);
  const { hidden } = suppression;
  const hiddenAt = tools.now();
  let stored = knowledge.protections;
  for (let round = 1; ; round += 1) {
    const rounded = roundTables(tools.solver, request, own, knowledge, sources, round, limits.integerSearchMs);
    // Nobody knows how many rounds it takes: each has half of what is left, so that a bar never goes back.
    const onProgress = (done: number) =>
      tools.onProgress({ part: 'auditing', done: 1 - (1 - done / 2) / 2 ** (round - 1) });
    const result = auditRound(matter, { hidden, rounded }, suppression, late, stored, { ...tools, onProgress });
    // Clean, and still something to hide: an earlier figure that is not sensitive would become certain. It stays uncertain where that can be.
    const isSettled = isClean(result.audit) && (result.audit.remedies.length === 0 || round === limits.rounds);
    const shown = isSettled ? showDetermined(matter, suppression, result) : null;
    const times = { ...suppression.times, hiding: hiddenAt - started, audit: tools.now() - hiddenAt };
    if (shown !== null) return { ...shown, suppression, rounds: round, times };
    const isStuck = !isClean(result.audit) && result.audit.remedies.length === 0 && rounded.size === 0;
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
  const { id, recipient, period, parameters, sources, relations = [], seed } = request;
  // An earlier need that is now met by the world of another one is kept too: the last witness of every need is one that holds.
  const before = new Map(knowledge.protections.map(({ need, witness }) => [need.id, witness]));
  const fresh = settled.audit.protections.filter(({ need, witness }) => before.get(need.id) !== witness);
  const last = history.records.at(-1);
  const record: PublicationRecord = {
    id,
    recipient,
    period,
    parameters,
    sources,
    tables: settled.tables,
    relations,
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
    tools.onProgress({ part: 'writing', done: 0.5 });
    verifyTidy(files, {
      space,
      truth,
      certificateHash: record.certificate.hash,
      relations: record.relations,
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
