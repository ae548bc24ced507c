// Everything about a publication that does not depend on what will be hidden: its counts, its needs, and what is known already.
import { type AtomSpace, createAtomSpace, mergeSources } from './atom-space.ts';
import { type Counted, countTables } from './counting.ts';
import { checkClosedMonths, checkHistory, type Knowledge, knowledgeOf } from './history.ts';
import { DEFAULT_LIMITS, type Limits } from './limits.ts';
import { withImplied } from './person-facts.ts';
import { checkParameters } from './primary-rules.ts';
import { needsOf, type OwnCell, ownCells } from './publication-cells.ts';
import { otherFacts, spokenBy } from './publication-facts.ts';
import type { Fact, History, Need, PublicationRequest, Source } from './publication-model.ts';
import { Refused } from './refused.ts';
import { checkModes } from './rounding.ts';
import { checkSeed } from './secret-chance.ts';

/** Counted and checked. */
export interface Matter {
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

/** What is said to be known must be so. */
function checkRelations(
  { relations = [] }: PublicationRequest,
  space: AtomSpace,
  truth: ReadonlyMap<string, number>,
): void {
  for (const { id, parts, lo, hi } of relations) {
    const sum = [...space.expandParts(parts)].reduce((total, [atom, coef]) => total + coef * (truth.get(atom) ?? 0), 0);
    if (sum < lo || (hi !== null && sum > hi)) throw new Refused('invalid_publication', `relation ${id} does not hold`);
  }
}

function checkNames({ id, tables, sources }: PublicationRequest, { records }: History): void {
  if (!/^[\w.-]+$/u.test(id) || records.some((record) => record.id === id)) {
    throw new Refused('invalid_publication', 'the publication needs a name of its own');
  }
  const isUnique = (ids: readonly string[]) => new Set(ids).size === ids.length;
  if (
    tables.length === 0 ||
    !isUnique(tables.map((table) => table.id)) ||
    !isUnique(sources.map((source) => source.id))
  ) {
    throw new Refused('invalid_publication', 'tables and sources need names of their own');
  }
}

/**
 * Checks and counts a request against its history.
 * @throws Refused `invalid_publication`, `history_missing`, `history_damaged`, `restated`, `mixed_modes`
 */
export function gather(request: PublicationRequest, history: History): Matter {
  checkSeed(request.seed);
  checkParameters(request.parameters);
  checkNames(request, history);
  checkHistory(history);
  const knowledge = knowledgeOf(history);
  checkModes(request, knowledge);
  const mine = new Map(request.sources.map((source) => [source.id, source]));
  const merged = mergeSources([...history.records.map(({ sources }) => sources), request.sources]);
  const space = createAtomSpace(merged);
  const counted = countTables(request.tables, mine, request.records, request.relations);
  checkClosedMonths(knowledge, counted.atoms, spokenBy(request));
  const own = ownCells(request.tables, mine, counted);
  const known = otherFacts(request, knowledge, space);
  const spoken = [...knowledge.spoken, ...spokenBy(request)];
  const truth = withImplied(new Map([...knowledge.truth, ...counted.atoms]), known, spoken, space);
  checkSums(own, space, truth);
  checkRelations(request, space, truth);
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
    otherFacts: known,
    head: history.head,
  };
}
