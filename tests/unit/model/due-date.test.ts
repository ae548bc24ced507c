import { describe, expect, it } from 'vitest';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { dueState, nextDueOn } from '#shared/model/due-date.ts';

const on = asCalendarDate;
const watchStartedOn = on('2026-04-01');

describe('the next due date', () => {
  it.each([
    [{ every: 1, unit: 'day' }, '2026-10-06'],
    [{ every: 7, unit: 'day' }, '2026-10-12'],
    [{ every: 14, unit: 'day' }, '2026-10-19'],
    [{ every: 1, unit: 'month' }, '2026-11-05'],
    [{ every: 3, unit: 'month' }, '2027-01-05'],
    [{ every: 12, unit: 'month' }, '2027-10-05'],
  ] as const)('at %j is counted from the last confirmation', (frequency, due) => {
    expect(nextDueOn({ frequency, lastSeenOn: on('2026-10-05'), watchStartedOn })).toBe(due);
  });

  it('keeps to the end of a shorter month', () => {
    const frequency = { every: 1, unit: 'month' } as const;
    expect(nextDueOn({ frequency, lastSeenOn: on('2026-01-31'), watchStartedOn })).toBe('2026-02-28');
  });

  it('of somebody never seen is the day the watch began', () => {
    expect(nextDueOn({ frequency: { every: 3, unit: 'month' }, lastSeenOn: null, watchStartedOn })).toBe('2026-04-01');
  });

  it('does not exist for 随時', () => {
    expect(nextDueOn({ frequency: null, lastSeenOn: on('2026-10-05'), watchStartedOn })).toBeNull();
    expect(nextDueOn({ frequency: null, lastSeenOn: null, watchStartedOn })).toBeNull();
  });
});

describe('how pressing a due date is', () => {
  it.each([
    ['2026-11-21', 'overdue'],
    ['2025-11-22', 'overdue'],
    ['2026-11-22', 'due_today'],
    ['2026-11-23', 'due_soon'],
    ['2026-11-25', 'due_soon'],
    ['2026-11-26', 'later'],
  ])('%s is %s', (dueOn, state) => {
    expect(dueState(on(dueOn), on('2026-11-22'))).toBe(state);
  });

  it('without a date is none', () => {
    expect(dueState(null, on('2026-11-22'))).toBe('none');
  });
});
