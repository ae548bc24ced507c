// Which months a table of a closed month sums: the month, its quarter, the year so far, the year (年度, from April). Pure.
import { addMonthsToMonth, type CalendarMonth, fiscalYearMonths, fiscalYearOf } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import type { Span } from '../statistics/section.ts';

const numberOf = (month: CalendarMonth): number => Number(month.slice(5, 7));

/** The months, oldest first; `null` where the span does not end with this month. */
function monthsOf(span: Span, month: CalendarMonth): readonly CalendarMonth[] | null {
  const number = numberOf(month);
  const year = fiscalYearMonths(fiscalYearOf(month));
  switch (span) {
    case 'month':
      return [month];
    case 'quarter':
      return number % 3 === 0 ? [addMonthsToMonth(month, -2), addMonthsToMonth(month, -1), month] : null;
    case 'yearToDate':
      return number === 4 ? null : year.slice(0, year.indexOf(month) + 1);
    case 'year':
      return number === 3 ? year : null;
  }
}

/**
 * Months whose counts a table needs; a stock is the number at the end of the month, whatever the span. `null` where the span does not
 * end with this month, or one of its months is not closed.
 */
export function monthsOfSpan(
  span: Span,
  month: CalendarMonth,
  isStock: boolean,
  closed: ReadonlySet<string>,
): readonly CalendarMonth[] | null {
  const whole = monthsOf(span, month);
  if (whole === null) return null;
  const months = isStock ? [month] : whole;
  return months.every((one) => closed.has(one)) ? months : null;
}

const western = (month: CalendarMonth) => formatMonth(month, 'western');

/** 「2026年9月」「2026年9月末」「2026年7月〜9月（四半期）」「2026年4月〜9月（累計）」「2026年4月〜2027年3月（年度）」 */
export function spanTitleOf(span: Span, month: CalendarMonth, isStock: boolean): string {
  const first = monthsOf(span, month)?.[0] ?? month;
  if (isStock) return `${western(month)}末`;
  if (span === 'month') return western(month);
  const last = first.slice(0, 4) === month.slice(0, 4) ? `${numberOf(month)}月` : western(month);
  const words = { quarter: '四半期', yearToDate: '累計', year: '年度' }[span];
  return `${western(first)}〜${last}（${words}）`;
}
