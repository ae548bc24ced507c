// What has left the house already about a 地域, month by month, for papers of others. Reads the ledger alone, never a record.
import type { Selection } from '#main/disclosure-control/publication-model.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { SafeValue } from '#shared/contract/report-shape.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { readAllFigures, safeFigure } from './trend.ts';

/** `null`: not published. */
export interface PublishedMonth {
  readonly month: CalendarMonth;
  /** 見守り対象の方 at the end of the month, of the 地域. */
  readonly watched: SafeValue | null;
  /** 相談 of the 地域, 延べ. */
  readonly consultations: SafeValue | null;
  /** 見守り of the whole ward, 延べ: it is not published by 地域. */
  readonly visitsOfWard: SafeValue | null;
}

/** Those of the months of which something was published. `district` null: the whole ward. */
export function readPublishedMonths(
  reader: Reader,
  district: string | null,
  months: readonly CalendarMonth[],
): readonly PublishedMonth[] {
  const all = readAllFigures(reader);
  const where: Selection['where'] = district === null ? {} : { district };
  return months
    .map((month) => ({
      month,
      watched: safeFigure(all, { source: 'watched', measure: 'stock', months: [month], where }),
      consultations: safeFigure(all, { source: 'consultations', measure: 'events', months: [month], where }),
      visitsOfWard: safeFigure(all, { source: 'visits', measure: 'events', months: [month], where: {} }),
    }))
    .filter(({ watched, consultations, visitsOfWard }) =>
      [watched, consultations, visitsOfWard].some((figure) => figure !== null),
    );
}
