// The numbers that a 連絡会 sees of its 地域 since the last one: what was published of these months, and nothing that was not.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { Packet } from '#shared/contract/meetings.contract.ts';
import type { SafeValue } from '#shared/contract/report-shape.ts';
import {
  addDays,
  addMonths,
  addMonthsToMonth,
  type CalendarDate,
  type CalendarMonth,
  calendarDateSchema,
  compareDates,
  monthOf,
} from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { type PublishedMonth, readPublishedMonths } from '../publications/published-months.ts';
import { findMeetingBefore } from './meetings.queries.ts';

/** Months that a first meeting looks back on. */
const FIRST_SPAN_MONTHS = 3;

/** A summary is published after its month, so the month before the period is news to the meeting too. */
const MONTHS_BEFORE = 1;

interface Occasion {
  readonly district: string | null;
  readonly heldOn: CalendarDate;
}

interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface PeriodFigures {
  readonly period: Period;
  /** Day of the last meeting, or `null` when there was none. */
  readonly previousOn: CalendarDate | null;
  readonly isWard: boolean;
  /** Oldest first; empty where nothing of the period was published. */
  readonly months: readonly PublishedMonth[];
}

/** From the day of the last meeting to the day before this one, or to today if that is earlier. */
function periodOf({ heldOn }: Occasion, previousOn: CalendarDate | null, today: CalendarDate): Period {
  const from = previousOn ?? addMonths(heldOn, -FIRST_SPAN_MONTHS);
  const dayBefore = addDays(heldOn, -1);
  const to = compareDates(today, dayBefore) < 0 ? today : dayBefore;
  return { from, to: compareDates(to, from) < 0 ? from : to };
}

function monthsOf({ from, to }: Period): readonly CalendarMonth[] {
  const months: CalendarMonth[] = [];
  for (let month = addMonthsToMonth(monthOf(from), -MONTHS_BEFORE); month <= monthOf(to); ) {
    months.push(month);
    month = addMonthsToMonth(month, 1);
  }
  return months;
}

export function readPeriodFigures(reader: Reader, occasion: Occasion, today: CalendarDate): PeriodFigures {
  const before = findMeetingBefore(reader, occasion.district, occasion.heldOn);
  const previousOn = before === null ? null : calendarDateSchema.parse(before.heldOn);
  const period = periodOf(occasion, previousOn, today);
  return {
    period,
    previousOn,
    isWard: occasion.district === null,
    months: readPublishedMonths(reader, occasion.district, monthsOf(period)),
  };
}

type FigureTable = Packet['figures'][number];

export const NOTHING_PUBLISHED = 'この期間の集計は、まだ公表していません。公表した数だけを、紙にのせます。';

const PUBLISHED_ONLY =
  '公表した集計の数です。＊は少人数の保護のため非表示で、少人数でない数字も含まれます。―は公表していない数です。';

const NOT_PUBLISHED = '―';

const wordsOfFigure = (figure: SafeValue | null): string =>
  figure === null ? NOT_PUBLISHED : figure.toLocaleString('ja-JP');

/** The tables of the packet; one line where nothing was published. */
export function layOutFigures({ months, isWard }: PeriodFigures): FigureTable[] {
  const here = isWard ? '' : 'この地域の';
  const visits = isWard ? '見守り（延べ・件）' : '区全体の見守り（延べ・件）';
  return [
    {
      title: '見守りと相談の数',
      columns: [`${here}見守り対象の方（月末・人）`, `${here}相談（件）`, visits],
      rows: months.map(({ month, watched, consultations, visitsOfWard }) => ({
        label: formatMonth(month, 'western'),
        values: [watched, consultations, visitsOfWard].map(wordsOfFigure),
      })),
      note: months.length === 0 ? NOTHING_PUBLISHED : PUBLISHED_ONLY,
    },
  ];
}
