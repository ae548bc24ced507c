// The numbers that a 連絡会 sees of its 地域 since the last one. Protected like the monthly summary; no name, nothing below ten persons.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { Packet } from '#shared/contract/meetings.contract.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDateSchema,
  compareDates,
} from '#shared/model/calendar-date.ts';
import { listCodesOf } from '../codes/codes.queries.ts';
import {
  type Cell,
  type CountTable,
  countConsultations,
  countEndedByReason,
  countFlow,
  countStock,
  countVisits,
  NO_CODE,
  type Period,
} from '../reports/monthly-statistics.ts';
import { type CountingCodes, readCountingCodes, readRecords } from '../reports/monthly-summary.ts';
import {
  type ProtectedFlow,
  type ProtectedTable,
  protectFlow,
  protectGroup,
  protectTable,
  THRESHOLD,
} from '../reports/small-number-rule.ts';
import { STANDARD_NOTE, safeValue } from '../reports/summary-tables.ts';
import { findMeetingBefore, listConsentsWithin, listOpenSteps } from './meetings.queries.ts';

/** Months that a first meeting looks back on. */
const FIRST_SPAN_MONTHS = 3;

interface Occasion {
  readonly district: string | null;
  readonly heldOn: CalendarDate;
}

export interface PeriodFigures {
  readonly period: Period;
  /** Day of the last meeting, or `null` when there was none. */
  readonly previousOn: CalendarDate | null;
  readonly flow: ProtectedFlow['flow'];
  readonly methods: ProtectedTable;
  readonly results: ProtectedTable;
  /** `null` in place of a hidden figure, here and below. */
  readonly consultations: Cell | null;
  readonly newConsents: Cell | null;
  readonly openSteps: ProtectedTable;
}

/** From the day of the last meeting to the day before this one, or to today if that is earlier. */
function periodOf({ heldOn }: Occasion, previousOn: CalendarDate | null, today: CalendarDate): Period {
  const from = previousOn ?? addMonths(heldOn, -FIRST_SPAN_MONTHS);
  const dayBefore = addDays(heldOn, -1);
  const to = compareDates(today, dayBefore) < 0 ? today : dayBefore;
  return { from, to: compareDates(to, from) < 0 ? from : to };
}

/** One row for everybody: a total that is protected on its own. */
const alone = (total: Cell): CountTable => ({ rows: [{ code: 'all', ...total }], total });

function countPersons(records: readonly { readonly personId: string | null }[]): Cell {
  const persons = new Set(records.map(({ personId }, index) => personId ?? `unknown ${index}`));
  return { events: records.length, persons: persons.size };
}

function countByContent(
  records: readonly { readonly personId: string | null; readonly content: string }[],
  codes: readonly string[],
): CountTable {
  const groups = Map.groupBy(records, ({ content }) => content);
  const all = [...new Set([...codes, ...groups.keys()])];
  return {
    rows: all.map((code) => ({ code, ...countPersons(groups.get(code) ?? []) })),
    total: countPersons(records),
  };
}

const codesWith = (reader: Reader, list: 'consentStatus' | 'consultationState', attribute: 'given' | 'closed') =>
  listCodesOf(reader, list)
    .filter(({ attributes }) => attributes[attribute] === true)
    .map(({ code }) => code);

export function readPeriodFigures(reader: Reader, occasion: Occasion, today: CalendarDate): PeriodFigures {
  const before = findMeetingBefore(reader, occasion.district, occasion.heldOn);
  const previousOn = before === null ? null : calendarDateSchema.parse(before.heldOn);
  const period = periodOf(occasion, previousOn, today);
  const isHere = ({ district }: { readonly district: string | null }) =>
    occasion.district === null || district === occasion.district;
  const records = readRecords(reader, period);
  const watches = records.watches.filter(isHere);
  const visits = records.visits.filter(isHere);
  const { codesOf } = readCountingCodes(reader);
  const [methods, results] = protectGroup(
    [
      countVisits(visits, period, 'method', codesOf('visitMethod')),
      countVisits(visits, period, 'result', codesOf('visitResult')),
    ],
    THRESHOLD,
  ) as [ProtectedTable, ProtectedTable];
  const flow = countFlow(watches, period);
  const stockOf = (day: CalendarDate) => alone(countStock(watches, day, []).total);
  const consulted = countConsultations(records.consultations.filter(isHere), period, 'content', []);
  const consents = listConsentsWithin(reader, period.from, period.to, codesWith(reader, 'consentStatus', 'given'));
  const open = listOpenSteps(reader, codesWith(reader, 'consultationState', 'closed'), period.to);
  return {
    period,
    previousOn,
    flow: protectFlow(
      {
        flow,
        endedByReason: alone(countEndedByReason(watches, period, []).total),
        stockBefore: stockOf(addDays(period.from, -1)),
        stockAfter: stockOf(period.to),
      },
      THRESHOLD,
    ).flow,
    methods,
    results,
    consultations: protectTable(alone(consulted.total), THRESHOLD).total,
    newConsents: protectTable(alone(countPersons(consents.filter(isHere))), THRESHOLD).total,
    openSteps: protectTable(countByContent(open.filter(isHere), codesOf('consultationContent')), THRESHOLD),
  };
}

type FigureTable = Packet['figures'][number];

const shown = (value: number | null | undefined) => safeValue(value ?? null).toLocaleString('ja-JP');
const cellValues = (cell: Cell | null) => [shown(cell?.events), shown(cell?.persons)];

/** Rows with 0 are left away: on paper they only take room. */
function axisTable(title: string, table: ProtectedTable, labelOf: (code: string) => string): FigureTable {
  const rows = table.rows.filter(({ cell }) => cell === null || cell.events > 0);
  return {
    title,
    columns: ['延べ（件）', '実人数（人）'],
    rows: [
      ...rows.map(({ code, cell }) => ({
        label: code === NO_CODE ? '記入なし' : labelOf(code),
        values: cellValues(cell),
      })),
      { label: '計', values: cellValues(table.total) },
    ],
    note: '0件のものは省いています。実人数は同じ方を1人と数えるため、足しても計と合わないことがあります。',
  };
}

/** The tables of the packet. */
export function layOutFigures(figures: PeriodFigures, { labelOf }: CountingCodes): FigureTable[] {
  const { flow, methods, results, consultations, previousOn } = figures;
  return [
    {
      title: '見守りと相談の数',
      columns: ['延べ（件）', '実人数（人）'],
      rows: [
        { label: '見守り（訪問・電話・声かけなど）', values: cellValues(methods.total) },
        { label: '相談', values: cellValues(consultations) },
      ],
      note: '',
    },
    {
      title: '見守り対象の方の動き',
      columns: ['人数（人）'],
      rows: [
        { label: previousOn === null ? '期間のはじめ' : '前回の時点', values: [shown(flow.start)] },
        { label: '新しく始めた方', values: [shown(flow.added)] },
        { label: '終えた方', values: [shown(flow.ended)] },
        { label: '現在', values: [shown(flow.end)] },
      ],
      note: STANDARD_NOTE,
    },
    axisTable('見守りの方法', methods, labelOf('visitMethod')),
    axisTable('見守りの結果', results, labelOf('visitResult')),
  ];
}
