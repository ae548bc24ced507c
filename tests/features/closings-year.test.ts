// What holds over a whole year of closings, on a real encrypted register, against a count of the test's own. All people are invented.
import { afterEach, describe, expect, it } from 'vitest';
import { mergeSources } from '#main/disclosure-control/atom-space.ts';
import type { Snapshot } from '#main/features/closings/snapshot.ts';
import { readSnapshots } from '#main/features/closings/snapshots.queries.ts';
import { monthOf } from '#shared/model/calendar-date.ts';
import { withRaw } from '#tests/support/erased-person.ts';
import {
  countingMonthOf,
  invention,
  isInStock,
  MONTHS,
  type PlannedYear,
  type PlayedYear,
  planYear,
  playYear,
} from '#tests/support/planned-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const opened: TestRegister[] = [];
afterEach(() => {
  for (const register of opened.splice(0)) {
    register.close();
  }
});

async function play(plan: PlannedYear, order = 1): Promise<{ register: TestRegister; played: PlayedYear }> {
  const register = await openTestRegister({ today: '2025-04-01' });
  opened.push(register);
  return { register, played: await playYear(register, plan, order) };
}

const snapshotsOf = ({ vault }: TestRegister) => readSnapshots(vault.session.reader, MONTHS);
const recordsOf = (snapshot: Snapshot | undefined, source: string) => snapshot?.sources.get(source)?.records ?? [];
const personsOf = (snapshot: Snapshot | undefined, source: string) =>
  new Set(recordsOf(snapshot, source).map(({ personId }) => personId));
const eventsOf = (snapshot: Snapshot | undefined, source: string) =>
  recordsOf(snapshot, source).reduce((sum, { count }) => sum + count, 0);

/** Everything that the closings wrote, as it lies in the file. */
const stored = (register: TestRegister) =>
  withRaw(register, (raw) =>
    ['closed_months', 'counted_events', 'closed_counts'].map((table) =>
      raw.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all(),
    ),
  );

describe('over twelve months', () => {
  it.each([1, 2, 3])('前月末 + 新規 - 終了 = 月末, and everybody is where the records say (year %i)', async (seed) => {
    const plan = planYear(seed);
    const { register, played } = await play(plan);
    const snapshots = snapshotsOf(register);
    expect(snapshots.map(({ month }) => month)).toEqual(MONTHS);
    let changes = 0;
    for (const [index, snapshot] of snapshots.entries()) {
      const expected = plan.people.flatMap((person, number) =>
        isInStock(person, snapshot.month) ? [played.personIds[number]] : [],
      );
      const watched = personsOf(snapshot, 'watched');
      expect([...watched].sort()).toEqual(expected.toSorted());
      expect(personsOf(snapshot, 'watched_households')).toEqual(watched);
      expect(personsOf(snapshot, 'watched_consents')).toEqual(watched);
      const [begun, ended] = [eventsOf(snapshot, 'begun'), eventsOf(snapshot, 'ended')];
      changes += begun + ended;
      if (index > 0) {
        expect(personsOf(snapshots[index - 1], 'watched').size + begun - ended).toBe(watched.size);
      } else {
        expect([begun, ended]).toEqual([0, 0]);
      }
    }
    expect(changes).toBeGreaterThan(10);
  });

  it('each visit and consultation is counted once, in the month of its date or else the next that was closed after its entry', async () => {
    const plan = planYear(4);
    const { register, played } = await play(plan);
    const months = (events: PlannedYear['visits'] | PlannedYear['consultations'], ids: readonly string[]) =>
      events.flatMap((event, index) => {
        const month = countingMonthOf(event);
        return month === null ? [] : [[ids[index], month] as const];
      });
    const countedIn = new Map([
      ...months(plan.visits, played.visitIds),
      ...months(plan.consultations, played.consultationIds),
    ]);
    const rows = await withRaw(register, (raw) =>
      raw.prepare<[], { record_id: string; month: string }>('SELECT record_id, month FROM counted_events').all(),
    );
    expect(new Map(rows.map(({ record_id, month }) => [record_id, month]))).toEqual(countedIn);
    expect(rows).toHaveLength(countedIn.size);
    const isVisit = new Set(played.visitIds);
    for (const snapshot of snapshotsOf(register)) {
      const ofMonth = [...countedIn].filter(([, month]) => month === snapshot.month).map(([id]) => id);
      const visits = ofMonth.filter((id) => isVisit.has(id ?? '')).length;
      expect(eventsOf(snapshot, 'visits')).toBe(visits);
      expect(eventsOf(snapshot, 'consultations')).toBe(ofMonth.length - visits);
      expect(eventsOf(snapshot, 'consultation_turns')).toBe(ofMonth.length - visits);
    }
    const late = plan.visits.filter((event) => {
      const month = countingMonthOf(event);
      return month !== null && month !== monthOf(event.on);
    });
    expect(late.length).toBeGreaterThan(3);
    const before = [...plan.visits, ...plan.consultations].filter(({ on }) => on < '2025-04-01');
    expect(before.length).toBeGreaterThan(0);
  });

  it('somebody is new once, and continuing from then on', async () => {
    const { register } = await play(planYear(5));
    const turns = snapshotsOf(register).flatMap((snapshot) => recordsOf(snapshot, 'consultation_turns'));
    const news = turns
      .filter(({ values }) => values['turn'] === 'new')
      .flatMap(({ personId, count }) => Array(count).fill(personId));
    expect(new Set(news).size).toBe(news.length);
    expect(turns.some(({ values }) => values['turn'] === 'continuing')).toBe(true);
  });

  it('it does not matter in which order a month was written down', async () => {
    const plan = planYear(6);
    const counted = async (order: number) => {
      const { register, played } = await play(plan, order);
      const names = new Map<string, string>([
        ...played.personIds.map((id, index) => [id, `person ${index}`] as const),
        ...played.consultationIds.map((id, index) => [id, `consultation ${index}`] as const),
      ]);
      return snapshotsOf(register).map(({ month, sources, plain }) => ({
        month,
        plain,
        sources: [...sources].map(([id, { source, records }]) => [
          id,
          source,
          records.map((record) => JSON.stringify({ ...record, personId: names.get(record.personId) })).sort(),
        ]),
      }));
    };
    expect(await counted(12)).toEqual(await counted(97));
  });

  it('nothing that is corrected, taken back, ended or erased later changes what was closed', async () => {
    const plan = planYear(7);
    const { register, played } = await play(plan);
    const { ok } = register;
    const before = await stored(register);
    const pick = invention(3);
    for (const personId of played.personIds.slice(0, 12)) {
      for (const visit of await ok('visits.listForPerson', { personId })) {
        const { id: visitId, personId: _of, visitorName: _name, countedIn: _in, ...input } = visit;
        if (pick(2) === 0) {
          await ok('visits.withdraw', { visitId });
        } else {
          await ok('visits.revise', {
            visitId,
            visit: { ...input, method: 'other', visitedOn: '2025-06-01' as never },
          });
        }
      }
      const person = await ok('people.get', { personId });
      if (person.watchEndedOn === null) {
        await ok('people.endWatch', { personId, endedOn: person.watchStartedOn as never, reason: 'other', note: '' });
      }
    }
    const personIds = played.personIds.slice(0, 3);
    const { digest, mentions } = await ok('retention.preview', { personIds });
    expect(mentions).toEqual([]);
    await ok('retention.erase', { personIds, basis: 'request', confirmedCount: 3, digest, mentions: [] });
    expect(await stored(register)).toEqual(before);
  });

  it('an own code that is added, and one that is retired, are values of the month in which they occur, and the library can join the months', async () => {
    const plan = planYear(8, { people: 8, visits: 30, consultations: 20 });
    const { register } = await play(plan);
    const { ok } = register;
    await ok('codes.add', { list: 'district', label: '見本の地域' });
    const own = (await ok('codes.list', {})).find(({ label }) => label === '見本の地域');
    await withRaw(register, (raw) => raw.prepare('UPDATE people SET district = ?').run(own?.code));
    await ok('codes.revise', {
      list: 'district',
      code: own?.code as never,
      label: '見本の地域',
      position: 99,
      isRetired: true,
    });
    register.setToday('2026-05-05');
    await ok('closings.close', { month: '2026-04' as never });
    const [april] = readSnapshots(register.vault.session.reader, ['2026-04' as never]);
    const values = (snapshot: Snapshot | undefined) =>
      snapshot?.sources.get('watched')?.source.dimensions[0]?.values ?? [];
    expect(values(april).slice(-2)).toEqual([own?.code, 'none']);
    expect(values(snapshotsOf(register)[0])).not.toContain(own?.code);
    const lists = [...snapshotsOf(register), april].map((snapshot) =>
      [...(snapshot?.sources.values() ?? [])].map(({ source }) => source),
    );
    expect(mergeSources(lists).get('watched')?.dimensions[0]?.values).toContain(own?.code);
  });
});
