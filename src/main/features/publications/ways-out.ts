// What can be done about a refused publication: coarser spans, merged values, rounded tables, fewer tables, each with how much of it would be ＊.
import type { PublicationRequest } from '#main/disclosure-control/publication-model.ts';
import type { TableChoice } from '#shared/contract/publications.contract.ts';
import { choiceKey } from './offers.ts';
import { buildRequest } from './publication-request.ts';
import { formsOf, type Ground, monthsFor, type PlannedTable, planTables, ROUNDED } from './table-plan.ts';

export interface WayOut {
  readonly title: string;
  /** Titles of tables. */
  readonly leavesOut: readonly string[];
  readonly choices: readonly TableChoice[];
  /** For reckoning the share of ＊: in the tables that are changed, or in those that stay where some are left out. */
  readonly request: PublicationRequest;
}

const DISTRICT = 'district';
const QUARTER = '四半期にまとめる';
const DISTRICTS = '地区をまとめる';
const ROUND = '丸めた表にする';

/** Sources of the cells, and those that are tied to them by what everybody knows (前月末 + 新規 - 終了 = 月末). */
function sourcesAbout({ catalogue }: Ground, cells: readonly string[]): ReadonlySet<string> {
  const isNamed = (source: string) => cells.some((cell) => new RegExp(`(^|\\W)${source}\\|`, 'u').test(cell));
  const tied = catalogue.relations
    .map(({ parts }) => parts.map(({ source }) => source))
    .filter((sources) => sources.some(isNamed));
  return new Set([...[...catalogue.sources.keys()].filter(isNamed), ...tied.flat()]);
}

/**
 * The tables that a refused cell, a sum or a difference of cells belongs to. Where it is a figure of an earlier month, those that say
 * something about it; all where there is none of these either.
 */
function tablesOfCells(
  ground: Ground,
  planned: readonly PlannedTable[],
  cells: readonly string[],
): readonly PlannedTable[] {
  const isIn = ({ definitions }: PlannedTable) =>
    definitions.some(({ source, measure, months }) =>
      cells.some((cell) => cell.includes(`${source}|${measure}|${months.join('+')}|`)),
    );
  const found = planned.filter(isIn);
  if (found.length > 0) return found;
  const sources = sourcesAbout(ground, cells);
  const about = planned.filter(({ definitions }) => definitions.some(({ source }) => sources.has(source)));
  return about.length > 0 ? about : planned;
}

/** Only how something was chosen for the reckoning; what is published has a seed of its own. */
const RECKONED = { id: 'reckoned', recipient: '', seed: '0'.repeat(64) } as const;

/** Another choice for a table; null leaves it as it is. */
type Change = (table: PlannedTable) => TableChoice | null;

const toQuarter =
  (ground: Ground): Change =>
  (table) =>
    table.choice.span === 'month' &&
    table.design.spans.includes('quarter') &&
    table.source.kind === 'flow' &&
    monthsFor(ground, table, 'quarter') !== null
      ? { ...table.choice, span: 'quarter' }
      : null;

const toGrouping =
  (wants: (dimension: string) => boolean): Change =>
  ({ design, choice }) => {
    const grouping = design.groupings.find(({ id, dimension }) => wants(dimension) && id !== choice.form);
    return grouping === undefined || choice.form !== 'fine' ? null : { ...choice, form: grouping.id };
  };

const toRounded: Change = ({ choice }) => ({ ...choice, form: ROUNDED });

/** Whether every table of these sources can still be rounded. */
function canRound(ground: Ground, tables: readonly PlannedTable[]): boolean {
  return tables.every((table) => {
    const months = monthsFor(ground, table, table.choice.span);
    return months !== null && formsOf(ground, table, months).some(({ form }) => form === ROUNDED);
  });
}

function wayOut(
  ground: Ground,
  planned: readonly PlannedTable[],
  affected: readonly PlannedTable[],
  title: string,
  change: Change,
): readonly WayOut[] {
  const changed = new Map(
    affected.flatMap((table) => {
      const next = change(table);
      return next === null ? [] : [[choiceKey(table.choice), next] as const];
    }),
  );
  if (changed.size === 0) return [];
  const choices = planned.map(({ choice }) => changed.get(choiceKey(choice)) ?? choice);
  const tables = planTables(ground, [...changed.values()]);
  return [{ title, leavesOut: [], choices, request: buildRequest(ground, tables, RECKONED) }];
}

/** 「地域別」; with its months where the same table is there for others too. */
const nameIn =
  (planned: readonly PlannedTable[]) =>
  ({ design, spanTitle }: PlannedTable): string =>
    planned.filter((table) => table.design.id === design.id).length > 1
      ? `${design.title}　${spanTitle}`
      : design.title;

function leavingOut(
  ground: Ground,
  planned: readonly PlannedTable[],
  affected: readonly PlannedTable[],
): readonly WayOut[] {
  const others = planned.filter((table) => !affected.includes(table)).map(({ choice }) => choice);
  if (others.length === 0) return [];
  const request = buildRequest(ground, planTables(ground, others), RECKONED);
  const leavesOut = affected.map(nameIn(planned));
  const title = `『${leavesOut[0]}』${leavesOut.length > 1 ? `など${leavesOut.length}つ` : ''}の表をのぞく`;
  return [{ title, leavesOut, choices: others, request }];
}

export function waysOut(ground: Ground, planned: readonly PlannedTable[], cells: readonly string[]): readonly WayOut[] {
  const affected = tablesOfCells(ground, planned, cells);
  const sources = new Set(affected.flatMap(({ definitions }) => definitions.map(({ source }) => source)));
  const ofSources = planned.filter(({ definitions }) => definitions.some(({ source }) => sources.has(source)));
  const way = (title: string, tables: readonly PlannedTable[], change: Change) =>
    wayOut(ground, planned, tables, title, change);
  return [
    ...way(QUARTER, affected, toQuarter(ground)),
    ...way(
      DISTRICTS,
      affected,
      toGrouping((dimension) => dimension === DISTRICT),
    ),
    ...way(
      '項目をまとめる',
      affected,
      toGrouping((dimension) => dimension !== DISTRICT),
    ),
    ...(canRound(ground, ofSources) ? way(ROUND, ofSources, toRounded) : []),
    ...leavingOut(ground, planned, affected),
  ];
}
