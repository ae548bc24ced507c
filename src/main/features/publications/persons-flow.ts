// 前月末・新規・終了（理由別）・月末: one table to the reader, four to the library. Says which they are and how they stand together.
import type { TableDefinition } from '#main/disclosure-control/publication-model.ts';
import { addMonthsToMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import type { TableDesign } from '../statistics/section.ts';

const WATCHED = 'watched';
const BEGUN = 'begun';
const ENDED = 'ended';
/** The dimension of `ENDED` by which its rows are broken down. */
export const REASON = 'reason';
export const ENDED_SOURCE = ENDED;

export const FLOW_SOURCES: readonly string[] = [WATCHED, BEGUN, ENDED];

export const FLOW_DESIGN: TableDesign = {
  id: 'persons_flow',
  title: '見守り対象の方の動き',
  source: WATCHED,
  measures: ['stock'],
  dimensions: [],
  spans: ['month'],
  usualSpans: ['month'],
  groupings: [],
  notes: ['前月末に新規を足し、終了を引くと、月末になります。新規・終了の＊は0のこともあります。'],
};

/** The roles of the tables, which are also the ends of their ids. */
export type FlowRole = 'before' | 'begun' | 'ended' | 'after';

export const flowTableId = (reportId: string, role: FlowRole): string => `${reportId}.${role}`;

/**
 * The library's tables. New and ended may hide a 0 too: with 前月末 and 月末 shown, a 0 beside a small figure would tell it. The month
 * before, and with it what began and ended, is left out where it was not closed.
 */
export function flowDefinitions(
  reportId: string,
  month: CalendarMonth,
  closed: ReadonlySet<string>,
): readonly TableDefinition[] {
  const table = (
    role: FlowRole,
    source: string,
    of: CalendarMonth,
    dimensions: readonly string[],
  ): TableDefinition => ({
    id: flowTableId(reportId, role),
    source,
    measure: source === WATCHED ? 'stock' : 'events',
    months: [of],
    dimensions,
    mode: 'suppressed',
    ...(source === WATCHED ? {} : { zeros: 'mayBeHidden' as const }),
  });
  const after = table('after', WATCHED, month, []);
  const before = addMonthsToMonth(month, -1);
  if (!closed.has(before)) return [after];
  return [
    table('before', WATCHED, before, []),
    table('begun', BEGUN, month, []),
    table('ended', ENDED, month, [REASON]),
    after,
  ];
}
