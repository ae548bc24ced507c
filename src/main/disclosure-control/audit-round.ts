// Puts a publication before the audit: all needs, covers, people who know a figure, and which cells could still be hidden.
import { atomsOf, keyOf } from './atom-space.ts';
import { type Alternatives, type AuditResult, auditPublication } from './audit.ts';
import { indexSums } from './moved-sums.ts';
import type { Yielding } from './nearest-world.ts';
import { otherWay, roundingNeeds, uncertaintyOf } from './primary-rules.ts';
import { ownFacts, protectTables, type Showing } from './publication-facts.ts';
import type { Matter } from './publication-matter.ts';
import type { Fact, HiddenReason, Need, Part, ProtectedTable, Protection, Selection } from './publication-model.ts';
import type { Solver } from './solver.ts';
import type { Suppression } from './suppression.ts';
import { onePart } from './table-cells.ts';

/** An earlier figure that had to stay uncertain may turn out larger or smaller; either will do. */
const alternativesOf = (need: Need): Alternatives =>
  need.reason === 'rounding' || need.reason === 'cover' ? [need, otherWay(need)] : [need];

/** Own hidden cells that no need speaks of: secondary ones and decoys. */
function coversOf({ own, request, needs }: Matter, hidden: ReadonlyMap<string, HiddenReason>) {
  const needed = new Set(needs.map(({ cell }) => cell));
  return [...own.values()]
    .filter(({ cell }) => hidden.has(cell.key) && !needed.has(cell.key))
    .map(({ cell, tally }) => ({
      key: cell.key,
      alternatives: uncertaintyOf(cell.selection, tally.value, 'cover', request.id),
    }));
}

function allNeeds({ own, request, knowledge, needs }: Matter, late: ReadonlySet<string>): readonly Alternatives[] {
  const old = knowledge.protections
    .filter(({ need }) => need.knownParts === undefined)
    .map(({ need }) => alternativesOf(need));
  const rounded = [...own.values()]
    .filter(({ table }) => table.mode === 'rounded')
    .flatMap(({ cell, tally }) => roundingNeeds(cell.selection, tally, request.parameters, request.id));
  return [...old, ...needs.filter(({ id }) => !late.has(id)).map((need) => [need]), ...rounded];
}

/** Needs of earlier publications whose stored world contradicts a cell of this one: the suppressor has to think of them again. */
export function touchedNeeds({ knowledge, own, space }: Matter): readonly Need[] {
  const cells = [...own.values()]
    .filter(({ table }) => table.mode === 'suppressed')
    .map(({ cell }) => onePart(cell.selection));
  const changedBy = indexSums(
    space,
    cells.map((parts) => ({ parts, of: parts })),
  );
  return knowledge.protections.filter(({ witness }) => changedBy(witness).length > 0).map(({ need }) => need);
}

/** Cells with one person behind them that are not shown, here and in history. */
function soleContributors(
  { own, knowledge, request }: Matter,
  hidden: ReadonlyMap<string, HiddenReason>,
): readonly Selection[] {
  if (!request.parameters.insiders) return [];
  const mine = [...own.values()].filter(({ cell, tally }) => tally.persons === 1 && hidden.has(cell.key));
  const earlier = [...knowledge.cells.values()].filter(
    ({ cell }) => cell.state === 'hidden' && cell.persons === 1 && !own.has(cell.key),
  );
  return [...mine.map(({ cell }) => cell.selection), ...earlier.map(({ selection }) => selection)];
}

/**
 * A need that is about nobody but the sole contributor is no secret to them: there is one person behind each of its figures, if anybody, and
 * it is they, in whatever table, source, measure or publication.
 */
function isNoSecret({ own, knowledge }: Matter, need: Need, contributor: Selection): boolean {
  const behind = (selection: Selection) => {
    const key = keyOf(selection);
    return own.get(key)?.tally ?? knowledge.cells.get(key)?.cell;
  };
  const who = behind(contributor)?.sole ?? null;
  const isTheirs = ({ selection }: Part) => {
    const { persons, sole } = behind(selection) ?? { persons: 2, sole: null };
    return persons === 0 || sole === who;
  };
  return who !== null && need.parts.every(isTheirs);
}

function yieldingCells(suppression: Suppression): readonly Yielding[] {
  return suppression.system.cells.flatMap(({ key, role, selection, weight, lo }) =>
    role === 'choice' && selection !== null && !suppression.hidden.has(key)
      ? [{ parts: onePart(selection), key, weight, lo }]
      : [],
  );
}

/** Atoms of months and spans that no earlier publication speaks of; if there are none, those of the last month. */
function newAtoms({ request, knowledge, space }: Matter, facts: readonly Fact[]): ReadonlySet<string> {
  const atoms = [...atomsOf(space, facts)];
  const fresh = atoms.filter((atom) => !knowledge.closed.has(atom.split('/', 3).join('/')));
  if (fresh.length > 0) return new Set(fresh);
  const months = new Set(request.tables.map(({ months: all }) => all.at(-1) ?? ''));
  return new Set(atoms.filter((atom) => months.has(atom.split('/', 3)[2] ?? '')));
}

/** Tables as they would be shown, and what the audit says of them. */
export interface Round {
  readonly tables: readonly ProtectedTable[];
  readonly facts: readonly Fact[];
  readonly audit: AuditResult;
}

/** One judgement of the whole. */
export function auditRound(
  matter: Matter,
  showing: Showing,
  suppression: Suppression,
  late: ReadonlySet<string>,
  stored: readonly Protection[],
  tools: { readonly solver: Solver; readonly onProgress: (done: number) => void },
): Round {
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
      covers: coversOf(matter, showing.hidden),
      soleContributors: soleContributors(matter, showing.hidden),
      isNoSecret: (need, contributor) => isNoSecret(matter, need, contributor),
      yielding: yieldingCells(suppression),
      newAtoms: newAtoms(matter, facts),
      recentMonths: request.tables.flatMap(({ months }) => (months.length > 3 ? [] : months)),
      integerSearchMs: limits.integerSearchMs,
    },
    tools.onProgress,
  );
  return { tables, facts, audit };
}
