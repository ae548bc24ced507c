// Puts together what an outsider will know if this is released: own tables as they would be shown, all history, rules about persons.
import type { AtomSpace } from './atom-space.ts';
import { absentFacts, factsOfTable, relationFacts, type Spoken } from './facts.ts';
import type { Knowledge } from './history.ts';
import { personFacts } from './person-facts.ts';
import type { OwnCell } from './publication-cells.ts';
import type {
  Fact,
  HiddenReason,
  ProtectedCell,
  ProtectedTable,
  PublicationRequest,
  Source,
} from './publication-model.ts';
import { get } from './refused.ts';
import { cellsOf } from './table-cells.ts';

/** What is shown: hidden cells with their reasons, rounded figures. */
export interface Showing {
  readonly hidden: ReadonlyMap<string, HiddenReason>;
  readonly rounded: ReadonlyMap<string, number>;
}

const sourceOf = (request: PublicationRequest, id: string): Source =>
  get(new Map(request.sources.map((source) => [source.id, source])), id);

export const spokenBy = (request: PublicationRequest): readonly Spoken[] =>
  request.tables.map((table) => ({ publication: request.id, source: sourceOf(request, table.source), table }));

/** The tables as they would be released. */
export function protectTables(
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  { hidden, rounded }: Showing,
): readonly ProtectedTable[] {
  return request.tables.map((definition) => ({
    definition,
    cells: cellsOf(definition, sourceOf(request, definition.source)).map(
      ({ key, values, isStructuralZero }): ProtectedCell => {
        if (isStructuralZero)
          return { key, values, state: 'structuralZero', shown: 0, value: 0, persons: 0, sole: null, reason: null };
        const { value, persons, sole } = get(own, key).tally;
        const reason = hidden.get(key) ?? null;
        const state = reason === null ? 'published' : 'hidden';
        const shown = reason === null ? (rounded.get(key) ?? value) : null;
        return { key, values, state, shown, value, persons, sole, reason };
      },
    ),
  }));
}

/** Facts of this publication alone, in the order of its tables. */
export function ownFacts(request: PublicationRequest, tables: readonly ProtectedTable[]): readonly Fact[] {
  return tables.flatMap(({ definition, cells }) => {
    const byKey = new Map(cells.map((cell) => [cell.key, cell]));
    const source = sourceOf(request, definition.source);
    return factsOfTable(request.id, definition, source, (key) => get(byKey, key), request.parameters.roundingBase);
  });
}

/** Facts that were told, and rules that hold in any case of what was spoken of. */
export const knownFacts = (
  { facts, relations, spoken }: Pick<Knowledge, 'facts' | 'relations' | 'spoken'>,
  space: AtomSpace,
): readonly Fact[] => [
  ...facts,
  ...relationFacts(relations),
  ...personFacts(spoken, space),
  ...absentFacts(spoken, space),
];

/** Facts of all earlier publications, and rules that hold in any case. */
export function otherFacts(request: PublicationRequest, knowledge: Knowledge, space: AtomSpace): readonly Fact[] {
  const spoken = [...knowledge.spoken, ...spokenBy(request)];
  const relations = [...knowledge.relations, ...(request.relations ?? [])];
  return knownFacts({ facts: knowledge.facts, relations, spoken }, space);
}
