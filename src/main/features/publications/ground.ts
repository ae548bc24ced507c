// Gathers what a publication of a month stands on: the sections, the snapshots, and how earlier publications showed each month.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { ProfileId } from '#shared/contract/report-shape.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import type { Snapshot } from '../closings/snapshot.ts';
import type { Section } from '../statistics/section.ts';
import { readCatalogue } from './catalogue.ts';
import { readFigures } from './figures.ts';
import { readProfile } from './profiles.ts';
import { listFigures } from './publications.queries.ts';
import type { Ground } from './table-plan.ts';

/** What is counted and where the counts are; tests have sections of their own. */
export interface Counts {
  readonly sections: readonly Section[];
  readonly readSnapshots: (reader: Reader) => readonly Snapshot[];
}

/** @throws Refusal `month_not_closed` */
export function readGround(
  reader: Reader,
  { sections, readSnapshots }: Counts,
  { month, profile }: { readonly month: CalendarMonth; readonly profile: ProfileId },
): Ground {
  const snapshots = new Map(readSnapshots(reader).map((snapshot) => [snapshot.month as string, snapshot]));
  if (!snapshots.has(month)) throw new Refusal('month_not_closed');
  const modes = listFigures(reader).flatMap(({ figures }) => Object.entries(readFigures(figures).modes));
  return {
    month,
    profile: readProfile(reader, profile),
    catalogue: readCatalogue(reader, sections),
    snapshots,
    modes: new Map(modes),
  };
}
