// Gathers what a publication is made of: its cells with their tallies, needs and weights, and the cells of history. No solver here.
import { keyOf } from './atom-space.ts';
import type { CellInput } from './cell-system.ts';
import type { Counted, Tally } from './counting.ts';
import { hiddenFloor, roundingReach } from './facts.ts';
import type { Knowledge, KnownCell } from './history.ts';
import { type Groupings, groupingsOf, isMerged } from './merged-values.ts';
import { differenceNeeds, groupNeeds, needsOfCell, sensitivityOf } from './primary-rules.ts';
import type { Need, Parameters, PublicationRequest, Selection, Source, TableDefinition } from './publication-model.ts';
import { get } from './refused.ts';
import { lognormalFor } from './secret-chance.ts';
import { cellsOf, sumOfKnown, type TableCell } from './table-cells.ts';

/** A cell of this publication, once, in whatever tables it is. */
export interface OwnCell {
  readonly cell: TableCell;
  readonly table: TableDefinition;
  readonly tally: Tally;
  /** The most dimensions that some table sums over for it, and whether it is the grand total of one. */
  readonly isMargin: boolean;
  readonly isGrandTotal: boolean;
  /** The least that ＊ can stand for in any of its tables. */
  readonly floor: 0 | 1;
}

/** Cells of all tables by key; structural zeros left out. */
export function ownCells(tables: readonly TableDefinition[], sources: ReadonlyMap<string, Source>, counted: Counted) {
  const cells = new Map<string, OwnCell>();
  for (const table of tables) {
    for (const cell of cellsOf(table, get(sources, table.source))) {
      if (cell.isStructuralZero) continue;
      const known = cells.get(cell.key);
      const isMargin = cell.totals > 0 || (known?.isMargin ?? false);
      const isGrandTotal = Object.keys(cell.selection.where).length === 0;
      const floor = known?.floor === 1 ? 1 : hiddenFloor(table);
      cells.set(cell.key, {
        cell,
        table,
        tally: known?.tally ?? counted.tally(cell.selection),
        isMargin,
        isGrandTotal,
        floor,
      });
    }
  }
  return cells;
}

/**
 * Earlier stocks that a stock of this publication can be compared with, all in history: the same cell, or where one of them shows values
 * as one and the other apart, the sum of these.
 */
function stockPairs(
  own: ReadonlyMap<string, OwnCell>,
  knowledge: Knowledge,
  sources: ReadonlyMap<string, Source>,
  groupings: Groupings,
) {
  const stocks = [...knowledge.cells.values()].filter(({ selection }) => selection.measure === 'stock');
  const mine = [...own.values()].filter(({ table }) => table.measure === 'stock' && table.mode === 'suppressed');
  const monthsBySource = Map.groupBy(stocks, ({ selection }) => selection.source);
  const wasShown = (selection: Selection) => knowledge.cells.has(keyOf(selection));
  const isShown = (selection: Selection) => own.has(keyOf(selection));
  const pairs = mine.flatMap(({ cell: { selection }, isGrandTotal }) => {
    const source = get(sources, selection.source);
    const known = (monthsBySource.get(source.id) ?? []).map((one) => one.selection.months[0] ?? '');
    return [...new Set(known)]
      .filter((month) => month < (selection.months[0] ?? ''))
      .flatMap((month) => {
        const before = sumOfKnown({ ...selection, months: [month] }, wasShown, source, groupings);
        return before === null ? [] : [{ now: [selection], before, isGrandTotal }];
      });
  });
  const months = new Map(mine.map(({ cell: { selection } }) => [`${selection.source}|${selection.months}`, selection]));
  const apartNow = stocks
    .filter(({ selection }) => Object.values(selection.where).some(isMerged))
    .flatMap(({ selection }) =>
      [...months.values()]
        .filter((one) => one.source === selection.source && (selection.months[0] ?? '') < (one.months[0] ?? ''))
        .flatMap((one) => {
          const now = sumOfKnown({ ...selection, months: one.months }, isShown, get(sources, one.source), groupings);
          return now === null || now.length < 2 ? [] : [{ now, before: [selection], isGrandTotal: false }];
        }),
    );
  return [...pairs, ...apartNow];
}

/** How the tables of this publication and of all before it show values as one. */
export const allGroupings = ({ tables }: PublicationRequest, { spoken }: Knowledge): Groupings =>
  groupingsOf([...spoken.map(({ table }) => table), ...tables]);

/** Needs of all cells of suppressed tables: small, dominated, one-category rows of stocks, small differences of stocks. */
export function needsOf(
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  counted: Counted,
  knowledge: Knowledge,
  sources: ReadonlyMap<string, Source>,
): readonly Need[] {
  const { id, parameters } = request;
  const needs: Need[] = [];
  for (const { cell, table, tally } of own.values()) {
    if (table.mode === 'suppressed') needs.push(...needsOfCell(cell.selection, tally, parameters, id));
  }
  for (const table of request.tables.filter(({ measure, mode }) => measure === 'stock' && mode === 'suppressed')) {
    needs.push(...groupNeeds(table, get(sources, table.source), counted.tally, id));
  }
  const trueSum = (selection: Selection) =>
    own.get(keyOf(selection))?.tally.value ?? valueInHistory(selection, knowledge);
  const groupings = allGroupings(request, knowledge);
  needs.push(...differenceNeeds(stockPairs(own, knowledge, sources, groupings), trueSum, parameters, id));
  return [...new Map(needs.map((need) => [need.id, need])).values()];
}

const valueInHistory = (selection: Selection, { cells }: Knowledge): number => get(cells, keyOf(selection)).cell.value;

const MARGIN_WEIGHT = 8;
const GRAND_TOTAL_WEIGHT = 200;
/** How many people there are is what readers ask first: where it stands against the total of a flow, the flow yields. */
const STOCK_TOTAL_WEIGHT = 2_000;
/** A zero is the last thing to hide: readers want it. */
const ZERO_WEIGHT = 4;
/** Hidden in an earlier publication already. */
const KNOWN_HIDDEN_WEIGHT = 0.05;

function weightOf(own: OwnCell, seed: string, known: KnownCell | undefined): number {
  const total = own.table.measure === 'stock' ? STOCK_TOTAL_WEIGHT : GRAND_TOTAL_WEIGHT;
  const base = own.isGrandTotal ? total : own.isMargin ? MARGIN_WEIGHT : 1;
  const zero = own.tally.value === 0 ? ZERO_WEIGHT : 1;
  return base * zero * lognormalFor(seed, own.cell.key) * (known === undefined ? 1 : KNOWN_HIDDEN_WEIGHT);
}

function ownInput(own: OwnCell, known: KnownCell | undefined, seed: string, parameters: Parameters): CellInput {
  const { cell, tally, isGrandTotal, floor } = own;
  const isKnown = known !== undefined && known.cell.state === 'published';
  const isFixed = isKnown || (tally.value === 0 && floor === 1);
  return {
    key: cell.key,
    selection: cell.selection,
    value: tally.value,
    role: isFixed ? 'fixed' : 'choice',
    lo: floor,
    hi: null,
    weight: weightOf(own, seed, known),
    isForced: isGrandTotal && sensitivityOf(tally, parameters) === null,
  };
}

function knownInput({ selection, cell, table, base }: KnownCell): CellInput {
  const isExact = cell.state !== 'hidden' && table.mode === 'suppressed';
  const reach = roundingReach(table, base);
  const isRounded = cell.shown !== null && table.mode === 'rounded';
  return {
    key: cell.key,
    selection,
    value: cell.value,
    role: isExact ? 'fixed' : 'free',
    lo: isRounded ? Math.max(0, (cell.shown ?? 0) - reach) : hiddenFloor(table),
    hi: isRounded ? (cell.shown ?? 0) + reach : null,
    weight: 0,
    isForced: false,
  };
}

/** Everything for the suppressor: own cells of suppressed tables to choose from, cells of history as they are. */
export function systemInputs(
  request: PublicationRequest,
  own: ReadonlyMap<string, OwnCell>,
  knowledge: Knowledge,
): readonly CellInput[] {
  const chosen = [...own.values()].filter(({ table }) => table.mode === 'suppressed');
  const inputs = chosen.map((one) =>
    ownInput(one, knowledge.cells.get(one.cell.key), request.seed, request.parameters),
  );
  const taken = new Set(inputs.map(({ key }) => key));
  const earlier = [...knowledge.cells.values()].filter(
    ({ cell }) => cell.state !== 'structuralZero' && !taken.has(cell.key),
  );
  return [...inputs, ...earlier.map(knownInput)];
}
