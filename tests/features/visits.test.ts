// Visits through the router on a real encrypted register: what is kept, what is refused, what can be taken back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson, buildVisit } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const on = asCalendarDate;

describe('visits', () => {
  let register: TestRegister;
  let personId: PersonId;

  beforeEach(async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    ({ personId } = await register.ok('people.register', { person: buildPerson(), consent: null }));
  });
  afterEach(() => register.close());

  const record = (overrides = {}) => register.ok('visits.record', { personId, visit: buildVisit(overrides) });
  const refusal = (overrides = {}) => register.refused('visits.record', { personId, visit: buildVisit(overrides) });
  const list = () => register.ok('visits.listForPerson', { personId });

  it('keeps a visit with its signs, its visitor and the note exactly as typed', async () => {
    const { id } = await register.ok('supporters.register', {
      kind: 'volunteer',
      name: '架空 見太郎',
      district: 'horie',
      phone: '',
      isActive: true,
    });
    const note = '①安否確認\n 元気そう　だった \n=SUM(A1)';
    const { visitId } = await record({
      visitedAtTime: '10:30',
      signs: ['mail_piled_up', 'pale_or_thin', 'mail_piled_up'],
      visitorId: id,
      note,
    });
    expect(await list()).toEqual([
      {
        id: visitId,
        personId,
        ...buildVisit({ visitedAtTime: '10:30', signs: ['mail_piled_up', 'pale_or_thin'], visitorId: id, note }),
        visitorName: '架空 見太郎',
        countedIn: null,
      },
    ]);
  });

  it('lists the newest first, by time within a day', async () => {
    await record({ visitedOn: on('2026-10-01'), note: 'old' });
    await record({ visitedOn: on('2026-10-10'), visitedAtTime: '09:00', note: 'morning' });
    await record({ visitedOn: on('2026-10-10'), visitedAtTime: '16:00', note: 'afternoon' });
    expect((await list()).map(({ note }) => note)).toEqual(['afternoon', 'morning', 'old']);
  });

  it('moves the next due day of the person', async () => {
    await register.ok('people.revise', { personId, person: buildPerson({ frequency: 'monthly' }) });
    await record({ visitedOn: on('2026-10-10') });
    expect(await register.ok('people.get', { personId })).toMatchObject({
      lastSeenOn: '2026-10-10',
      nextDueOn: '2026-11-10',
    });
  });

  it('refuses a day in the future, before the birthday, and after the end of the watch', async () => {
    expect(await refusal({ visitedOn: on('2026-10-16') })).toBe('date_in_future');
    expect(await refusal({ visitedOn: on('1940-03-03') })).toBe('date_before_birth');
    await register.ok('people.endWatch', { personId, endedOn: on('2026-10-05'), reason: 'moved', note: '' });
    expect(await refusal({ visitedOn: on('2026-10-06') })).toBe('date_out_of_order');
    await record({ visitedOn: on('2026-10-05') });
    expect(await list()).toHaveLength(1);
  });

  it('refuses unknown codes, persons and visitors', async () => {
    expect(await refusal({ method: 'no_such' })).toBe('unknown_code');
    expect(await refusal({ result: 'no_such' })).toBe('unknown_code');
    expect(await refusal({ signs: ['no_such'] })).toBe('unknown_code');
    expect(await refusal({ visitorId: NOBODY })).toBe('not_found');
    expect(await register.refused('visits.record', { personId: NOBODY, visit: buildVisit() })).toBe('not_found');
    expect(await list()).toEqual([]);
  });

  it('refuses a malformed visit before anything is written', async () => {
    expect(await refusal({ visitedAtTime: '25:00' })).toBe('invalid_input');
    expect(await refusal({ visitedOn: '2026-02-30' })).toBe('invalid_input');
    expect(await register.refused('visits.revise', { visitId: 'x' })).toBe('invalid_input');
    expect(await register.refused('visits.withdraw', {})).toBe('invalid_input');
  });

  it('corrects a visit, its signs included', async () => {
    const { visitId } = await record({ result: 'trouble', signs: ['smell', 'rubbish'] });
    const corrected = buildVisit({ visitedOn: on('2026-10-09'), result: 'met', signs: ['rubbish'], note: 'なおした' });
    expect(await register.ok('visits.revise', { visitId, visit: corrected })).toEqual({ personId });
    expect(await list()).toMatchObject([{ id: visitId, ...corrected }]);
    expect(await register.refused('visits.revise', { visitId: NOBODY, visit: corrected })).toBe('not_found');
  });

  it('takes a visit back with its signs', async () => {
    const { visitId } = await record({ signs: ['smell'] });
    expect(await register.ok('visits.withdraw', { visitId })).toEqual({ personId });
    expect(await list()).toEqual([]);
    expect(await register.refused('visits.withdraw', { visitId })).toBe('not_found');
  });

  it('tells the screens that something changed, once a write', async () => {
    register.events.length = 0;
    const { visitId } = await record();
    await register.ok('visits.withdraw', { visitId });
    expect(register.events).toEqual([
      { type: 'changed', feature: 'visits' },
      { type: 'changed', feature: 'visits' },
    ]);
  });
});
