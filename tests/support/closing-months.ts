// What the tests of closed months do again and again: somebody enters, a visit, a month is closed, and what was kept of it.
import { readSnapshots } from '#main/features/closings/snapshots.queries.ts';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson, buildVisit } from './builders.ts';
import type { TestRegister } from './test-register.ts';

/** @param current the register of the test that runs. */
export function closingMonths(current: () => TestRegister) {
  const snapshotOf = (which: string) => readSnapshots(current().vault.session.reader, [asCalendarMonth(which)])[0];
  return {
    enter: async (overrides: Parameters<typeof buildPerson>[0] = {}): Promise<PersonId> =>
      (await current().ok('people.register', { person: buildPerson(overrides), consent: null })).personId,
    visit: (personId: PersonId, visitedOn: string, result = 'met') =>
      current().ok('visits.record', { personId, visit: buildVisit({ visitedOn: asCalendarDate(visitedOn), result }) }),
    close: (which: string) => current().ok('closings.close', { month: asCalendarMonth(which) }),
    snapshotOf,
    recordsOf: (which: string, source: string) =>
      (snapshotOf(which)?.sources.get(source)?.records ?? []).map(({ values, count, personId }) => ({
        personId,
        count,
        ...values,
      })),
  };
}
