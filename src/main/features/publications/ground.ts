// Gathers what a publication of a month stands on: the sections, the snapshots, and how earlier publications showed each month.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { ProfileId } from '#shared/contract/report-shape.ts';
import { addMonthsToMonth, type CalendarMonth, fiscalYearMonths, fiscalYearOf } from '#shared/model/calendar-date.ts';
import { readSnapshots } from '../closings/snapshots.queries.ts';
import { SECTIONS } from '../statistics/section-list.ts';
import { readCatalogue } from './catalogue.ts';
import { readFigures } from './figures.ts';
import { readProfile } from './profiles.ts';
import { listFigures } from './publications.queries.ts';
import type { Ground } from './table-plan.ts';

/** No table reaches further back than the month before the first of the year (年度). */
function monthsBack(month: CalendarMonth): readonly CalendarMonth[] {
  const year = fiscalYearMonths(fiscalYearOf(month)).filter((one) => one <= month);
  return [addMonthsToMonth(year[0] ?? month, -1), ...year];
}

/** @throws Refusal `month_not_closed` */
export function readGround(
  reader: Reader,
  { month, profile }: { readonly month: CalendarMonth; readonly profile: ProfileId },
): Ground {
  const snapshots = new Map(
    readSnapshots(reader, monthsBack(month)).map((snapshot) => [snapshot.month as string, snapshot]),
  );
  if (!snapshots.has(month)) throw new Refusal('month_not_closed');
  const modes = listFigures(reader).flatMap(({ figures }) => Object.entries(readFigures(figures).modes));
  return {
    month,
    profile: readProfile(reader, profile),
    catalogue: readCatalogue(reader, SECTIONS),
    snapshots,
    modes: new Map(modes),
  };
}
