// What somebody with every opened package can work out of each ＊: widest intervals by linear programs over the finest counts. Judges files only.
import { type AtomSpace, createAtomSpace, keyOfParts, mergeSources } from '#main/disclosure-control/atom-space.ts';
import { absentFacts, type Spoken } from '#main/disclosure-control/facts.ts';
import { personFacts } from '#main/disclosure-control/person-facts.ts';
import type { Fact, Part, Relation, Source, TidyFiles } from '#main/disclosure-control/publication-model.ts';
import type { Solver } from '#main/disclosure-control/solver.ts';
import { cellsOf } from '#main/disclosure-control/table-cells.ts';
import { readTidyFacts } from '#main/disclosure-control/tidy-verification.ts';
import { type AskedSum, intervalsOf, type KnownSum } from './outsider-intervals.ts';
import { cellName } from './read-package.ts';

/** A package as it is checked: the counts of different registers are different counts. */
export interface CheckedPackage {
  readonly register: string;
  readonly k: number;
  readonly files: TidyFiles;
}

/** A cell of a table of the n-th package. */
export interface Piece {
  readonly package: number;
  readonly table: string;
  readonly cell: string;
}

/** What the ward's own tables tell: `lo <= sum of the pieces <= hi`. */
export interface WardFact {
  readonly pieces: readonly Piece[];
  readonly lo: number;
  readonly hi: number | null;
}

export interface OutsiderVerdict {
  /** Hidden or rounded figures that were tried. */
  readonly hidden: number;
  /** Those with one possible value only. */
  readonly determined: readonly Piece[];
  /** Those that are certainly somebody and certainly fewer than k. */
  readonly belowK: readonly Piece[];
  /** Those of which the program found no answer: not known to be safe. */
  readonly uncertain: readonly Piece[];
  /** Registers whose packages contradict each other or themselves. */
  readonly contradicting: readonly string[];
  /** Facts of the ward's tables that say more than the packages do: there should be none. */
  readonly newFacts: number;
}

interface Target extends AskedSum {
  readonly piece: Piece;
  readonly register: string;
  readonly isRounded: boolean;
}

interface Knowledge {
  readonly registers: readonly string[];
  readonly sums: ReadonlyMap<string, KnownSum>;
  readonly targets: readonly Target[];
  readonly newFacts: number;
}

/** The name of a source among all registers: one that no package can give. */
const sourceOf = (registers: readonly string[], register: string, source: string): string =>
  `${registers.indexOf(register)}~${source}`;

/** The register whose counts a sum is of. */
const registerOf = (registers: readonly string[], sum: string): string =>
  registers[Number(/(\d+)~/u.exec(sum)?.[1] ?? '')] ?? '';

interface Told {
  readonly sources: readonly Source[];
  readonly spoken: readonly Spoken[];
  readonly facts: readonly Fact[];
  readonly relations: readonly Relation[];
  readonly cells: readonly {
    readonly piece: Piece;
    readonly fact: Fact;
    readonly isHidden: boolean;
    readonly isRounded: boolean;
  }[];
}

/** Everything one package says, with its sources named by their register. */
function tell({ files }: CheckedPackage, index: number, rename: (source: string) => string): Told {
  const { file, facts } = readTidyFacts(files);
  const renamed = <P extends Part>(part: P): P => ({
    ...part,
    selection: { ...part.selection, source: rename(part.selection.source) },
  });
  const sources = file.sources.map((source) => ({ ...source, id: rename(source.id) }));
  const tables = file.tables.map((table) => ({ ...table, source: rename(table.source) }));
  const byId = new Map(facts.map((fact) => [fact.id, { ...fact, parts: fact.parts.map(renamed) }]));
  const cells = file.tables.flatMap((table) => {
    const source = file.sources.find(({ id }) => id === table.source);
    return (source === undefined ? [] : cellsOf(table, source)).flatMap(({ key, values }) => {
      const fact = byId.get(`${file.publication}:${table.id}:${key}`);
      if (fact === undefined) return [];
      const cell = cellName(table.dimensions.map((id) => values[id] ?? ''));
      const isRounded = table.mode === 'rounded';
      return [{ piece: { package: index, table: table.id, cell }, fact, isHidden: fact.hi === null, isRounded }];
    });
  });
  const spoken = tables.flatMap((table) => {
    const source = sources.find(({ id }) => id === table.source);
    return source === undefined ? [] : [{ publication: file.publication, source, table }];
  });
  const { relations = [] } = file as { readonly relations?: readonly Relation[] };
  return {
    sources,
    spoken,
    facts: [...byId.values()],
    relations: relations.map((relation) => ({ ...relation, parts: relation.parts.map(renamed) })),
    cells,
  };
}

function learn(
  sums: Map<string, KnownSum>,
  space: AtomSpace,
  { parts, lo, hi }: Pick<Fact, 'parts' | 'lo' | 'hi'>,
): void {
  const key = keyOfParts(parts);
  const known = sums.get(key) ?? {
    terms: space.expandParts(parts),
    lo: Number.NEGATIVE_INFINITY,
    hi: Number.POSITIVE_INFINITY,
  };
  known.lo = Math.max(known.lo, lo);
  known.hi = Math.min(known.hi, hi ?? Number.POSITIVE_INFINITY);
  sums.set(key, known);
}

/**
 * A fact of the ward that follows from what is known of its pieces narrows nothing, and is left out: it would only tie all registers into
 * one program. One that says more goes in.
 */
function learnWard(
  sums: Map<string, KnownSum>,
  space: AtomSpace,
  factOf: ReadonlyMap<string, Fact>,
  { pieces, lo, hi }: WardFact,
): boolean {
  const facts = pieces.map((piece) => factOf.get(nameOf(piece)));
  const parts = facts.flatMap((fact) => fact?.parts ?? []);
  if (parts.length < pieces.length) throw new RangeError('a fact of the ward speaks of a cell that is not there');
  const known = facts.map((fact) => sums.get(keyOfParts(fact?.parts ?? [])));
  const least = known.reduce((sum, one) => sum + (one?.lo ?? 0), 0);
  const most = known.reduce((sum, one) => sum + (one?.hi ?? Number.POSITIVE_INFINITY), 0);
  if (least >= lo && most <= (hi ?? Number.POSITIVE_INFINITY)) return false;
  learn(sums, space, { parts, lo, hi });
  return true;
}

const nameOf = ({ package: index, table, cell }: Piece): string => `${index}|${table}|${cell}`;

/** All that an outsider knows, and what there is to find out. @throws Refused when one register's sources do not fit together. */
function outsiderKnowledge(packages: readonly CheckedPackage[], wardFacts: readonly WardFact[]): Knowledge {
  const registers = [...new Set(packages.map(({ register }) => register))];
  const told = packages.map((one, index) => tell(one, index, (source) => sourceOf(registers, one.register, source)));
  const space = createAtomSpace(mergeSources(told.map(({ sources }) => sources)));
  const spoken = told.flatMap((one) => one.spoken);
  const sums = new Map<string, KnownSum>();
  const rules = [...absentFacts(spoken, space), ...personFacts(spoken, space), ...told.flatMap((one) => one.relations)];
  for (const fact of [...told.flatMap(({ facts }) => facts), ...rules]) learn(sums, space, fact);
  const factOf = new Map(told.flatMap(({ cells }) => cells.map(({ piece, fact }) => [nameOf(piece), fact])));
  const newFacts = wardFacts.filter((fact) => learnWard(sums, space, factOf, fact)).length;
  const targets = told.flatMap(({ cells }, index) =>
    cells
      .filter(({ isHidden, isRounded }) => isHidden || isRounded)
      .map(({ piece, fact, isRounded }) => {
        const { register = '', k = 0 } = packages[index] ?? {};
        return { piece, register, sum: keyOfParts(fact.parts), k, isRounded };
      }),
  );
  return { registers, sums, targets, newFacts };
}

/** @throws Refused when the texts are not those that were read before, or one register's sources do not fit together. */
export function checkAsOutsider(
  solver: Solver,
  packages: readonly CheckedPackage[],
  wardFacts: readonly WardFact[],
  onProgress: (done: number, total: number) => void,
): OutsiderVerdict {
  const knowledge = outsiderKnowledge(packages, wardFacts);
  const { registers, sums, targets, newFacts } = knowledge;
  const { intervals, contradicting: impossible } = intervalsOf(solver, sums, targets, onProgress);
  const contradicting = [...new Set(impossible.map((sum) => registerOf(registers, sum)))];
  const tried = targets.map(({ sum, ...target }) => ({ ...target, interval: intervals.get(sum) }));
  const piecesOf = (judge: (one: (typeof tried)[number]) => boolean) => tried.filter(judge).map(({ piece }) => piece);
  return {
    hidden: tried.length,
    determined: piecesOf(({ interval }) => interval !== undefined && interval.least >= interval.most),
    belowK: piecesOf(
      ({ interval, k, isRounded }) =>
        interval !== undefined &&
        interval.least < interval.most &&
        !isRounded &&
        interval.most < k &&
        interval.least > 0,
    ),
    uncertain: piecesOf(({ interval, register }) => interval === undefined && !contradicting.includes(register)),
    contradicting,
    newFacts,
  };
}
