// Builds what the library is asked: the tables, every record of every month they speak of, and what everybody knows besides. Pure.
import type {
  CountRecord,
  Part,
  PublicationRequest,
  Relation,
  TableDefinition,
} from '#main/disclosure-control/publication-model.ts';
import { addMonthsToMonth, asCalendarMonth } from '#shared/model/calendar-date.ts';
import type { SectionRelation } from '../statistics/section.ts';
import { reckonOut } from './relation-closure.ts';
import { type Ground, type PlannedTable, sourceOver } from './table-plan.ts';

export interface Ask {
  readonly id: string;
  readonly recipient: string;
  readonly seed: string;
}

const sourceMonth = (source: string, month: string) => `${source}/${month}`;

/** A relation as it holds in one month; `null` where one of its sources was not counted then. */
function relationIn(relation: SectionRelation, month: string, { snapshots }: Ground): Relation | null {
  const parts = relation.parts.map(({ coef, source, measure, monthsBack, where }) => {
    const of: string = addMonthsToMonth(asCalendarMonth(month), -monthsBack);
    return { coef, selection: { source, measure, months: [of], where } };
  });
  const isCounted = parts.every(({ selection: { source, months } }) =>
    snapshots.get(months[0] ?? '')?.sources.has(source),
  );
  return isCounted ? { id: `${relation.id}.${month}`, parts, lo: 0, hi: 0 } : null;
}

/**
 * Relations of all closed months in which this publication says something, without what nobody was ever told: a source that was never
 * published is reckoned out of them, so that what follows from it for the others stays.
 */
function relationsOf(ground: Ground, spoken: ReadonlySet<string>): readonly Relation[] {
  const told = new Set([...spoken, ...ground.modes.keys()]);
  const months = [...ground.snapshots.keys()].filter((month) => month <= ground.month);
  const all = months.flatMap((month) =>
    ground.catalogue.relations.flatMap((relation) => relationIn(relation, month, ground) ?? []),
  );
  const isIn = (known: ReadonlySet<string>) => (part: Part) =>
    known.has(sourceMonth(part.selection.source, part.selection.months[0] ?? ''));
  const known = new Set(ground.modes.keys());
  return reckonOut(all, isIn(told)).filter(({ parts }) => parts.some(isIn(spoken)) && !parts.every(isIn(known)));
}

/** Sources whose flow is the difference of two stocks: a 0 of them, beside a small figure, would tell it. */
const flowsOfStocks = ({ catalogue }: Ground): ReadonlySet<string> =>
  new Set(
    catalogue.relations
      .filter(({ parts }) => parts.some(({ measure }) => measure === 'stock'))
      .flatMap(({ parts }) => parts.filter(({ measure }) => measure === 'events').map(({ source }) => source)),
  );

/**
 * Zeros are shown, but where a design says that they need not be: flows between stocks, and flows over several months that are crossed, whose
 * months are known. Said by the design alone, never tried: a choice that depends on the figures would tell something of them.
 */
function withZeros(table: TableDefinition, ofStocks: ReadonlySet<string>): TableDefinition {
  const isLongCross = table.measure !== 'stock' && table.months.length > 1 && table.dimensions.length > 1;
  return table.mode === 'suppressed' && (isLongCross || ofStocks.has(table.source))
    ? { ...table, zeros: 'mayBeHidden' }
    : table;
}

/** Sources with the months that somebody speaks of. */
function monthsBySource(
  spoken: readonly Pick<TableDefinition, 'source' | 'months'>[],
): ReadonlyMap<string, readonly string[]> {
  const bySource = Map.groupBy(spoken, ({ source }) => source);
  return new Map(
    [...bySource].map(([source, own]) => [source, [...new Set(own.flatMap(({ months }) => months))].sort()]),
  );
}

export function buildRequest(ground: Ground, planned: readonly PlannedTable[], ask: Ask): PublicationRequest {
  const definitions = planned.flatMap((table) => table.definitions);
  const spoken = new Set(
    definitions.flatMap(({ source, months }) => months.map((month) => sourceMonth(source, month))),
  );
  const relations = relationsOf(ground, spoken);
  const selections = relations.flatMap(({ parts }) => parts.map(({ selection }) => selection));
  const needed = monthsBySource([...definitions, ...selections]);
  const ofStocks = flowsOfStocks(ground);
  return {
    id: ask.id,
    recipient: ask.recipient,
    period: ground.month,
    parameters: ground.profile.parameters,
    sources: [...needed].flatMap(([id, months]) => {
      const today = ground.catalogue.sources.get(id);
      return today === undefined ? [] : [sourceOver(ground, today, months)];
    }),
    tables: definitions.map((table) => withZeros(table, ofStocks)),
    relations,
    records: [...needed].flatMap(([id, months]) =>
      months.flatMap((month): readonly CountRecord[] => ground.snapshots.get(month)?.sources.get(id)?.records ?? []),
    ),
    seed: ask.seed,
  };
}
