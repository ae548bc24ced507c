// Which backups are kept as time goes by. Pure: sees days and instants, no files.
import { addDays, asCalendarDate, type CalendarDate, daysBetween, monthOf } from '#shared/model/calendar-date.ts';

export interface Dated {
  /** Instant, ISO 8601 UTC. */
  readonly madeAt: string;
  /** The same on this machine's calendar. */
  readonly madeOn: CalendarDate;
}

const KEEP_RECENT = 10;
const KEEP_DAYS = 14;
const KEEP_WEEKS = 8;
const KEEP_MONTHS = 12;

const SOME_SUNDAY = asCalendarDate('1900-01-07');
const weekOf = (day: CalendarDate) => Math.floor(daysBetween(SOME_SUNDAY, day) / 7);

/** The newest of each of the last `most` periods in which there was any. */
function newestOfEach<B extends Dated>(
  newestFirst: readonly B[],
  periodOf: (backup: B) => string | number,
  most: number,
): B[] {
  const newest = new Map<string | number, B>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!newest.has(period)) {
      newest.set(period, backup);
    }
  }
  return [...newest.values()].slice(0, most);
}

/** The 10 newest, and the newest of each of 14 days, 8 weeks (from Sunday) and 12 months; newest first. */
export function backupsToKeep<B extends Dated>(backups: readonly B[]): readonly B[] {
  const newestFirst = backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0));
  const kept = new Set([
    ...newestFirst.slice(0, KEEP_RECENT),
    ...newestOfEach(newestFirst, ({ madeOn }) => madeOn, KEEP_DAYS),
    ...newestOfEach(newestFirst, ({ madeOn }) => weekOf(madeOn), KEEP_WEEKS),
    ...newestOfEach(newestFirst, ({ madeOn }) => monthOf(madeOn), KEEP_MONTHS),
  ]);
  return newestFirst.filter((backup) => kept.has(backup));
}

const SIMULATED_DAYS = 800;

/** The day on which the last of some backups is let go, if one more is made on every day after `today`; `null` when there is none of them. */
export function dayAllGone<B extends Dated>(
  backups: readonly B[],
  isMeant: (backup: B) => boolean,
  today: CalendarDate,
): CalendarDate | null {
  const meant = new Set<Dated>(backups.filter(isMeant));
  let kept: readonly Dated[] = backups;
  for (let days = 0; days <= SIMULATED_DAYS; days += 1) {
    if (!kept.some((backup) => meant.has(backup))) {
      return days === 0 ? null : addDays(today, days);
    }
    const next = addDays(today, days + 1);
    kept = backupsToKeep([...kept, { madeAt: `${next}T12:00:00.000Z`, madeOn: next }]);
  }
  return null;
}
