// By when the backups of today will have been let go, by the rule of generations. Pure: plays the rule forward, sees no files.
import { addDays, type CalendarDate } from '#shared/model/calendar-date.ts';
import { backupsToKeep, type Dated } from './generations.ts';

/** The promise holds while a backup is made at least this often: the rule lets go of an old one only for a new one. */
export const DAYS_BETWEEN_BACKUPS = 7;

/** The rule looks back twelve months at most when there is a backup in every week; more is a fault of the rule. */
const MOST_STEPS = 120;

const madeOnDay = (day: CalendarDate): Dated => ({ madeAt: `${day}T23:59:59.999Z`, madeOn: day });

/** The day on which the last of `existing` goes, when one backup is made today and then one every week from `first`. */
function goneOnWith(existing: readonly Dated[], today: CalendarDate, first: CalendarDate): CalendarDate {
  const old = new Set(existing);
  let day = today;
  let kept: readonly Dated[] = existing;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    kept = backupsToKeep([...kept, madeOnDay(day)]);
    if (!kept.some((backup) => old.has(backup))) {
      return day;
    }
    day = step === 0 ? first : addDays(day, DAYS_BETWEEN_BACKUPS);
  }
  throw new Error('the rule of generations keeps a backup for ever');
}

/**
 * The latest day by which none of these backups is left, if another is made today and from then on at least one a week: the
 * rhythm that keeps them longest. `null` when there is none.
 */
export function backupsGoneBy(existing: readonly Dated[], today: CalendarDate): CalendarDate | null {
  if (existing.length === 0) {
    return null;
  }
  const days = Array.from({ length: DAYS_BETWEEN_BACKUPS }, (_, index) =>
    goneOnWith(existing, today, addDays(today, index + 1)),
  );
  return days.reduce((latest, day) => (day > latest ? day : latest));
}
