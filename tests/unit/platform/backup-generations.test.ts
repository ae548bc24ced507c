// Which backups stay: shown on a year of daily work, and held for any set of days.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToKeep, type Dated, dayAllGone } from '#main/platform/backup/generations.ts';
import { addDays, asCalendarDate, monthOf } from '#shared/model/calendar-date.ts';

const FIRST = asCalendarDate('2026-01-01');
const at = (day: number, hour = 3): Dated => {
  const madeOn = addDays(FIRST, day);
  return { madeOn, madeAt: `${madeOn}T${String(hour).padStart(2, '0')}:00:00.000Z` };
};
const newestFirst = (backups: readonly Dated[]) => backups.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
const anyBackups = fc
  .uniqueArray(fc.tuple(fc.nat(900), fc.nat(23)), { maxLength: 300, selector: ([day, hour]) => day * 24 + hour })
  .map((pairs) => pairs.map(([day, hour]) => at(day, hour)));

describe('generations of backups', () => {
  it('after two years with three a day are 10 recent, and one for 14 days, 8 weeks, 12 months', () => {
    const all = Array.from({ length: 730 }, (_none, day) => [at(day, 1), at(day, 5), at(day, 9)]).flat();
    const kept = backupsToKeep(all);
    expect(kept.length).toBeGreaterThanOrEqual(10 + 10 + 6 + 10);
    expect(kept.length).toBeLessThanOrEqual(44);
    expect(new Set(kept.map(({ madeOn }) => monthOf(madeOn))).size).toBe(12);
    expect(kept.filter(({ madeOn }) => madeOn === addDays(FIRST, 729))).toHaveLength(3);
  });

  it('keep the ten newest, the newest of each of the last 14 days, and no more than 44', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = backupsToKeep(backups);
        const sorted = newestFirst(backups);
        expect(kept).toEqual(sorted.filter((backup) => kept.includes(backup)));
        expect(kept.slice(0, 10)).toEqual(sorted.slice(0, 10));
        const days = [...new Set(sorted.map(({ madeOn }) => madeOn))].slice(0, 14);
        for (const day of days) {
          expect(kept).toContain(sorted.find(({ madeOn }) => madeOn === day));
        }
        expect(kept.length).toBeLessThanOrEqual(44);
      }),
    );
  });

  it('do not depend on the order in which the files are found, and let nothing more go the second time', () => {
    fc.assert(
      fc.property(anyBackups, (backups) => {
        const kept = backupsToKeep(backups);
        expect(backupsToKeep(backups.toReversed())).toEqual(kept);
        expect(backupsToKeep(kept)).toEqual(kept);
      }),
    );
  });
});

describe('the day on which the last of some backups is gone', () => {
  const today = addDays(FIRST, 40);

  it('is the first day on which none of them is kept, with one more each day', () => {
    const old = [at(10), at(38), at(39)];
    const gone = dayAllGone([...old, at(40)], (backup) => old.includes(backup), today);
    let kept: readonly Dated[] = [...old, at(40)];
    let day = 40;
    while (kept.some((backup) => old.includes(backup))) {
      day += 1;
      kept = backupsToKeep([...kept, at(day, 12)]);
    }
    expect(gone).toBe(addDays(FIRST, day));
    // The newest of a month is kept for a year.
    expect(day).toBeGreaterThan(300);
  });

  it('is soon for those of a day and a month that a later one covers, and none where there are none', () => {
    expect(dayAllGone([at(39), at(40)], (backup) => backup.madeOn === at(39).madeOn, today)).toBe(
      addDays(FIRST, 39 + 14),
    );
    expect(dayAllGone([at(40)], () => false, today)).toBeNull();
  });
});
