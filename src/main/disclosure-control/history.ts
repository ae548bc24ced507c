// Earlier publications as one body of knowledge: an unbroken chain, their facts, their true values. Never changes a record.
import { atomId, crossing, spanOf } from './atom-space.ts';
import { hashOf } from './canonical-json.ts';
import type { Spoken } from './facts.ts';
import type {
  Fact,
  History,
  ProtectedCell,
  Protection,
  PublicationRecord,
  Relation,
  Selection,
  TableDefinition,
} from './publication-model.ts';
import { Refused } from './refused.ts';
import { cellsOf } from './table-cells.ts';

/** Hash of a record: everything but the hash itself. */
export const hashOfRecord = ({ hash: _, ...record }: PublicationRecord): string => hashOf(record);

/**
 * The chain from the first publication to the head that was kept apart. Without every earlier publication no audit means anything.
 *
 * @throws Refused `history_missing` (with the period where it is known), `history_damaged` for a changed record.
 */
export function checkHistory({ records, head }: History): void {
  let before: PublicationRecord | null = null;
  for (const record of records) {
    const { previous } = record;
    if ((previous?.hash ?? null) !== (before?.hash ?? null)) {
      const missing = previous === null ? {} : { missingPeriod: previous.period };
      throw new Refused('history_missing', `the publication before ${record.id} is missing`, missing);
    }
    if (hashOfRecord(record) !== record.hash)
      throw new Refused('history_damaged', `publication ${record.id} was changed`, { missingPeriod: record.period });
    before = record;
  }
  if ((before?.hash ?? null) !== head) throw new Refused('history_missing', 'the last publication is missing');
}

/** A cell as it was published before; of several times the one that says most. */
export interface KnownCell {
  readonly selection: Selection;
  readonly cell: ProtectedCell;
  readonly table: TableDefinition;
  readonly base: number;
}

export interface Knowledge {
  readonly facts: readonly Fact[];
  readonly relations: readonly Relation[];
  readonly spoken: readonly Spoken[];
  readonly cells: ReadonlyMap<string, KnownCell>;
  readonly truth: ReadonlyMap<string, number>;
  /** `source/measure/month`, for persons `source/persons/span`, whose atoms are all in `truth`, as they were then. */
  readonly closed: ReadonlySet<string>;
  /** Of each need the last witness that was certified. */
  readonly protections: readonly Protection[];
}

const isBetter = (next: KnownCell, known: KnownCell | undefined) =>
  known === undefined || (known.cell.state === 'hidden' && next.cell.state === 'published');

const measureOfAtoms = (table: TableDefinition): 'events' | 'stock' => (table.measure === 'stock' ? 'stock' : 'events');

/** Everything the history tells, of all recipients: they may talk to each other. */
export function knowledgeOf({ records }: History): Knowledge {
  const cells = new Map<string, KnownCell>();
  const truth = new Map<string, number>();
  const closed = new Set<string>();
  const spoken: Spoken[] = [];
  for (const { id, tables, sources, parameters, snapshot } of records) {
    for (const { definition, cells: shown } of tables) {
      const source = sources.find((one) => one.id === definition.source);
      if (source === undefined) throw new Refused('history_damaged', `publication ${id} lacks a source`);
      spoken.push({ publication: id, source, table: definition });
      for (const month of definition.months) closed.add(`${source.id}/${measureOfAtoms(definition)}/${month}`);
      if (definition.measure === 'persons') closed.add(`${source.id}/persons/${spanOf(definition.months)}`);
      const byKey = new Map(shown.map((cell) => [cell.key, cell]));
      for (const { key, selection } of cellsOf(definition, source)) {
        const cell = byKey.get(key);
        if (cell === undefined) throw new Refused('history_damaged', `publication ${id} lacks a cell`);
        const known = { selection, cell, table: definition, base: parameters.roundingBase };
        if (isBetter(known, cells.get(key))) cells.set(key, known);
      }
    }
    for (const [atom, value] of Object.entries(snapshot)) truth.set(atom, value);
  }
  const all = records.flatMap(({ certificate }) => certificate.protections);
  return {
    facts: records.flatMap(({ facts }) => facts),
    relations: records.flatMap(({ relations }) => relations),
    spoken,
    cells,
    truth,
    closed,
    protections: [...new Map(all.map((protection) => [protection.need.id, protection])).values()],
  };
}

/**
 * Books close monthly: what was published of a month counts as it was then. A late event belongs to the month in which it is entered.
 * @throws Refused `restated` when an atom of a closed month differs now.
 */
export function checkClosedMonths(
  knowledge: Knowledge,
  counted: ReadonlyMap<string, number>,
  spoken: readonly Spoken[],
): void {
  for (const { source, table } of spoken) {
    for (const month of table.months) {
      const measure = measureOfAtoms(table);
      if (!knowledge.closed.has(`${source.id}/${measure}/${month}`)) continue;
      for (const row of crossing(source.dimensions.map(({ values }) => values))) {
        const atom = atomId(source.id, measure, month, row);
        if ((counted.get(atom) ?? 0) !== (knowledge.truth.get(atom) ?? 0)) {
          throw new Refused('restated', `${source.id} of ${month} differs from what was published`);
        }
      }
    }
  }
}
