// The day by which backups are gone, held against runs of the rule of generations in which the register is used in all sorts of ways.
import { describe, expect, it } from 'vitest';
import { backupsGoneBy, DAYS_BETWEEN_BACKUPS } from '#main/platform/backup/backup-expiry.ts';
import { backupsToKeep, type Dated } from '#main/platform/backup/generations.ts';
import { addDays, asCalendarDate, type CalendarDate, daysBetween } from '#shared/model/calendar-date.ts';

const on = asCalendarDate;
let serial = 0;
const backup = (madeOn: CalendarDate): Dated => ({
  madeAt: `${madeOn}T09:00:00.${String(serial++).padStart(9, '0')}Z`,
  madeOn,
});

/** A small generator with a known course, so that every run is the same. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

/** What the rule has kept of a use with gaps of up to `longestGap` days and up to three backups a day. */
function used(from: CalendarDate, to: CalendarDate, longestGap: number, roll: (sides: number) => number): Dated[] {
  let kept: readonly Dated[] = [];
  for (let day = from; day <= to; day = addDays(day, 1 + roll(longestGap))) {
    for (let n = 0; n <= roll(3); n += 1) {
      kept = backupsToKeep([...kept, backup(day)]);
    }
  }
  return [...kept];
}

/** Goes on from an erasure and says on which day the last backup of before went. */
function goneOn(existing: readonly Dated[], today: CalendarDate, longestGap: number, roll: (sides: number) => number) {
  const old = new Set(existing);
  let kept = backupsToKeep([...existing, backup(today)]);
  let day = today;
  while (kept.some((each) => old.has(each))) {
    day = addDays(day, 1 + roll(longestGap));
    for (let n = 0; n <= roll(3); n += 1) {
      kept = backupsToKeep([...kept, backup(day)]);
    }
  }
  return day;
}

describe('the day by which the backups of before are gone', () => {
  it('is none when there is no backup', () => {
    expect(backupsGoneBy([], on('2026-10-15'))).toBeNull();
  });

  it('comes after every one of 40 runs in which the register is used at least weekly, and is met by some', () => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let seed = 1; seed <= 40; seed += 1) {
      const roll = dice(seed);
      const today = addDays(on('2026-01-01'), roll(400));
      const existing = used(addDays(today, -roll(900)), today, 1 + roll(20), roll);
      const promised = backupsGoneBy(existing, today);
      const truly = goneOn(existing, today, 1 + roll(DAYS_BETWEEN_BACKUPS), roll);
      const spare = promised === null ? -1 : daysBetween(truly, promised);
      expect(spare, `seed ${seed}: promised ${promised}, gone on ${truly}`).toBeGreaterThanOrEqual(0);
      nearest = Math.min(nearest, spare);
    }
    expect(nearest).toBe(0);
  });

  it('is the seventh of the eleventh month after, where the newest of a month before is the last to go', () => {
    expect(backupsGoneBy([backup(on('2026-09-30')), backup(on('2026-10-14'))], on('2026-10-15'))).toBe('2027-09-07');
  });

  it('does not hold for a register that is used every two months: the control for the condition', () => {
    const existing = [backup(on('2026-09-30'))];
    const promised = backupsGoneBy(existing, on('2026-10-15'));
    const roll = () => 59;
    expect(goneOn(existing, on('2026-10-15'), 60, roll) > (promised ?? '')).toBe(true);
  });
});
