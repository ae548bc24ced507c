// What a closed month keeps: counts with bare person ids, as they were on the day of closing. Written once, read by every publication.
import type { CountRecord, Source } from '#main/disclosure-control/publication-model.ts';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';

/** One source of one closed month. */
export interface SourceSnapshot {
  readonly source: Source;
  readonly records: readonly CountRecord[];
}

export interface Snapshot {
  readonly month: CalendarMonth;
  /** By id of the source. A source that did not exist then is missing. */
  readonly sources: ReadonlyMap<string, SourceSnapshot>;
  /** By table, by code. */
  readonly plain: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
