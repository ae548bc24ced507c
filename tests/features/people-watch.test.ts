// The watch over a person through the router: how it ends and is taken up again, the history of consents, and when somebody is due.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildPerson, buildVisit } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;

let register: TestRegister;
beforeAll(async () => {
  register = await openTestRegister();
});
beforeEach(() => register.setToday('2026-10-15'));
afterAll(() => register.close());

async function enter(overrides: Partial<PersonInput> = {}): Promise<PersonId> {
  const person = buildPerson({ watchStartedOn: on('2026-04-01'), ...overrides });
  return (await register.ok('people.register', { person, consent: null })).personId;
}
const get = (personId: PersonId) => register.ok('people.get', { personId });
const visit = (personId: PersonId, visitedOn: string, result: string) =>
  register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: on(visitedOn), result }) });
const end = (personId: PersonId, endedOn: string, reason = 'moved') =>
  register.router.call('people.endWatch', { personId, endedOn, reason, note: '九州の長男のもとへ' });

describe('ending a watch', () => {
  it('keeps everything and writes day, reason and note', async () => {
    const personId = await enter({ note: '合鍵なし' });
    await visit(personId, '2026-09-01', 'met');
    expect(await end(personId, '2026-10-01')).toMatchObject({ ok: true });
    expect(await get(personId)).toMatchObject({
      watchEndedOn: '2026-10-01',
      endReason: 'moved',
      endNote: '九州の長男のもとへ',
      note: '合鍵なし',
      lastSeenOn: '2026-09-01',
      nextDueOn: null,
    });
    expect(await register.ok('visits.listForPerson', { personId })).toHaveLength(1);
  });

  it.each([
    ['2026-04-01', 'ok'],
    ['2026-10-15', 'ok'],
    ['2026-03-31', 'date_out_of_order'],
    ['2026-10-16', 'date_in_future'],
  ])('on %s of a watch from 1 April, today being 15 October: %s', async (day, expected) => {
    const personId = await enter();
    const answer = await end(personId, day);
    expect(answer.ok ? 'ok' : answer.error.code).toBe(expected);
    expect((await get(personId)).watchEndedOn).toBe(expected === 'ok' ? day : null);
  });

  it('names the field of a refused day and a refused reason', async () => {
    const personId = await enter();
    expect(await end(personId, '2026-03-31')).toMatchObject({ error: { fields: { endedOn: 'out_of_order' } } });
    expect(await end(personId, '2026-10-16')).toMatchObject({ error: { fields: { endedOn: 'in_future' } } });
    expect(await end(personId, '2026-10-01', 'no_such')).toMatchObject({
      error: { code: 'unknown_code', fields: { reason: 'not_in_list' } },
    });
  });

  it('is refused a second time and leaves the first end', async () => {
    const personId = await enter();
    await end(personId, '2026-10-01');
    expect(await end(personId, '2026-10-02', 'deceased')).toMatchObject({ error: { code: 'already_ended' } });
    expect(await get(personId)).toMatchObject({ watchEndedOn: '2026-10-01', endReason: 'moved' });
  });
});

describe('taking a watch up again', () => {
  it('makes it go on from its first day, as if it had not ended', async () => {
    const personId = await enter({ frequency: 'weekly' });
    await end(personId, '2026-10-01');
    await register.ok('people.resumeWatch', { personId });
    expect(await get(personId)).toMatchObject({
      watchStartedOn: '2026-04-01',
      watchEndedOn: null,
      endReason: null,
      endNote: '',
      nextDueOn: '2026-04-01',
    });
  });

  it('is refused for a watch that goes on', async () => {
    const personId = await enter();
    expect(await register.refused('people.resumeWatch', { personId })).toBe('not_ended');
    await end(personId, '2026-10-01');
    await register.ok('people.resumeWatch', { personId });
    expect(await register.refused('people.resumeWatch', { personId })).toBe('not_ended');
  });
});

describe('consents', () => {
  const consent = (overrides: object = {}) => ({
    status: 'given',
    decidedOn: on('2026-10-01'),
    method: 'visit',
    scope: ['watchers', 'community'],
    documentNumber: 'R8-12',
    ...overrides,
  });
  const record = (personId: PersonId, overrides: object = {}) =>
    register.router.call('people.recordConsent', { personId, consent: consent(overrides) });

  it('are kept as a history, the newest first and in force, even when a day is written that lies before', async () => {
    const personId = await enter();
    await record(personId, { status: 'sent', decidedOn: on('2026-06-01'), method: null, scope: [] });
    await record(personId);
    register.setToday('2026-10-20');
    await record(personId, { status: 'withdrawn', decidedOn: on('2026-09-30'), scope: [] });
    const person = await get(personId);
    expect(person.consents.map(({ status, recordedOn }) => `${status} ${recordedOn}`)).toEqual([
      'withdrawn 2026-10-20',
      'given 2026-10-15',
      'sent 2026-10-15',
    ]);
    expect(person.consents[1]).toEqual({ ...consent(), recordedOn: '2026-10-15' });
    const rows = await register.ok('people.list', {});
    expect(rows.find(({ id }) => id === personId)?.consentStatus).toBe('withdrawn');
  });

  it('of two people are not mixed up', async () => {
    const [a, b] = [await enter(), await enter()];
    await record(a);
    await record(b, { status: 'refused' });
    await record(a, { status: 'withdrawn' });
    expect((await get(a)).consents.map(({ status }) => status)).toEqual(['withdrawn', 'given']);
    expect((await get(b)).consents.map(({ status }) => status)).toEqual(['refused']);
  });

  it.each([
    [{ status: 'no_such' }, 'unknown_code', { status: 'not_in_list' }],
    [{ method: 'no_such' }, 'unknown_code', { method: 'not_in_list' }],
    [{ scope: ['watchers', 'no_such'] }, 'unknown_code', { scope: 'not_in_list' }],
    [{ decidedOn: on('2026-10-16') }, 'date_in_future', { decidedOn: 'in_future' }],
  ])('are refused with their field: %o', async (overrides, code, fields) => {
    const personId = await enter();
    expect(await record(personId, overrides)).toEqual({ ok: false, error: { code, fields } });
    expect((await get(personId)).consents).toEqual([]);
  });
});

describe('the next due day', () => {
  it.each([
    ['daily', '2026-10-11'],
    ['weekly', '2026-10-17'],
    ['twice_a_month', '2026-10-24'],
    ['monthly', '2026-11-10'],
    ['quarterly', '2027-01-10'],
    ['yearly', '2027-10-10'],
    ['as_needed', null],
  ])('%s after a visit on 10 October is %s', async (frequency, nextDueOn) => {
    const personId = await enter({ frequency });
    await visit(personId, '2026-10-10', 'met');
    expect(await get(personId)).toMatchObject({ lastSeenOn: '2026-10-10', nextDueOn });
  });

  it('is the first day of the watch for whom nobody has seen, and none without a frequency', async () => {
    expect(await get(await enter({ frequency: 'monthly' }))).toMatchObject({
      lastSeenOn: null,
      nextDueOn: '2026-04-01',
    });
    expect(await get(await enter({ frequency: null }))).toMatchObject({ nextDueOn: null });
  });

  it('keeps to the end of the month where the month is shorter', async () => {
    const personId = await enter({ frequency: 'monthly', watchStartedOn: on('2026-01-01') });
    await visit(personId, '2026-01-31', 'met');
    expect((await get(personId)).nextDueOn).toBe('2026-02-28');
  });

  it('counts from the papers before the register, until somebody was seen later', async () => {
    const personId = await enter({ frequency: 'weekly', lastSeenBeforeOn: on('2026-03-28') });
    expect(await get(personId)).toMatchObject({ lastSeenOn: '2026-03-28', nextDueOn: '2026-04-04' });
    await visit(personId, '2026-10-01', 'absent');
    expect(await get(personId)).toMatchObject({ lastSeenOn: '2026-03-28', nextDueOn: '2026-04-04' });
    await visit(personId, '2026-10-02', 'answered');
    expect(await get(personId)).toMatchObject({ lastSeenOn: '2026-10-02', nextDueOn: '2026-10-09' });
  });

  it('counts the later of the two when the papers are newer than the visits', async () => {
    const personId = await enter({ frequency: 'weekly', lastSeenBeforeOn: on('2026-10-12') });
    await visit(personId, '2026-10-05', 'met');
    expect(await get(personId)).toMatchObject({ lastSeenOn: '2026-10-12', nextDueOn: '2026-10-19' });
  });

  it.each([
    ['met', true],
    ['answered', true],
    ['third_party', true],
    ['absent', false],
    ['no_answer', false],
    ['refused', true],
  ])('a visit that ended with %s counts: %s', async (result, counts) => {
    const personId = await enter({ frequency: 'weekly' });
    await visit(personId, '2026-10-10', result);
    expect((await get(personId)).lastSeenOn).toBe(counts ? '2026-10-10' : null);
  });

  it.each(['hospital', 'facility', 'moved', 'deceased'])('is none for whom is not at home: %s', async (residence) => {
    expect(await get(await enter({ frequency: 'weekly', residence }))).toMatchObject({ nextDueOn: null });
  });

  it('is the same in the list as on the page of the person', async () => {
    for (const frequency of ['daily', 'weekly', 'monthly', null]) {
      const personId = await enter({ frequency, lastSeenBeforeOn: on('2026-03-01') });
      await visit(personId, '2026-10-01', 'met');
      await visit(personId, '2026-10-09', 'absent');
    }
    for (const row of await register.ok('people.list', {})) {
      const { lastSeenOn, nextDueOn } = await get(row.id);
      expect([row.lastSeenOn, row.nextDueOn]).toEqual([lastSeenOn, nextDueOn]);
    }
  });

  it('goes back when the visit it counts from is taken back', async () => {
    const personId = await enter({ frequency: 'weekly' });
    await visit(personId, '2026-10-01', 'met');
    const { visitId } = await visit(personId, '2026-10-08', 'met');
    expect((await get(personId)).nextDueOn).toBe('2026-10-15');
    await register.ok('visits.withdraw', { visitId });
    expect((await get(personId)).nextDueOn).toBe('2026-10-08');
  });
});
