// The Today screen through the router: who is due, what was promised, what meets next, and that it stays quick.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonInput } from '#shared/contract/person-shape.ts';
import type { VisitInput } from '#shared/contract/visits.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildMeeting, buildPerson, buildVisit } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;

describe('the Today screen', () => {
  let register: TestRegister;

  beforeEach(async () => {
    register = await openTestRegister({ today: '2026-10-15' });
  });
  afterEach(() => register.close());

  const today = () => register.ok('board.today', {});
  const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);

  async function watch(overrides: Partial<PersonInput>): Promise<PersonId> {
    const person = buildPerson({ frequency: 'monthly', ...overrides });
    return (await register.ok('people.register', { person, consent: null })).personId;
  }
  const visit = (personId: PersonId, visitedOn: string, overrides: Partial<VisitInput> = {}) =>
    register.ok('visits.record', { personId, visit: buildVisit({ visitedOn: on(visitedOn), ...overrides }) });

  it('is empty in an empty register', async () => {
    expect(await today()).toEqual({
      today: '2026-10-15',
      overdue: [],
      dueToday: [],
      dueSoon: [],
      openSteps: [],
      nextMeeting: null,
      watched: 0,
      seenThisMonth: 0,
      visitsThisMonth: 0,
    });
  });

  it('sorts people by the day they are due, the longest overdue first', async () => {
    await watch({ name: '超過 一', lastSeenBeforeOn: on('2026-09-01') });
    await watch({ name: '超過 二', lastSeenBeforeOn: on('2026-08-01') });
    await watch({ name: '今日 一', lastSeenBeforeOn: on('2026-09-15') });
    await watch({ name: '明日 一', lastSeenBeforeOn: on('2026-09-16') });
    await watch({ name: '七日 一', lastSeenBeforeOn: on('2026-09-22') });
    await watch({ name: '八日 一', lastSeenBeforeOn: on('2026-09-23') });
    await watch({ name: '随時 一', frequency: 'as_needed' });
    const board = await today();
    expect(names(board.overdue)).toEqual(['超過 二', '超過 一']);
    expect(names(board.dueToday)).toEqual(['今日 一']);
    expect(names(board.dueSoon)).toEqual(['明日 一', '七日 一']);
    expect(board.watched).toBe(7);
  });

  it('shows what one needs at the door', async () => {
    const volunteer = await register.ok('supporters.register', {
      kind: 'volunteer',
      name: '架空 見太郎',
      district: null,
      phone: '',
      isActive: true,
    });
    const personId = await watch({ phone: '', mobile: '090-0000-0000', volunteerId: volunteer.id, wing: '3号棟' });
    await visit(personId, '2026-08-10');
    const [person] = (await today()).overdue;
    expect(person).toMatchObject({
      personId,
      place: '南堀江1丁目6-5 見本ハイツ 3号棟 802',
      phone: '090-0000-0000',
      hasAutoLock: true,
      volunteerName: '架空 見太郎',
      lastSeenOn: '2026-08-10',
      dueOn: '2026-09-10',
      missedVisits: 0,
      concernOn: null,
    });
  });

  it('counts the visits that met nobody since the person was last seen, on paper or in the register', async () => {
    const personId = await watch({ lastSeenBeforeOn: on('2026-08-10') });
    await visit(personId, '2026-08-05', { result: 'absent' });
    await visit(personId, '2026-09-05', { result: 'absent' });
    await visit(personId, '2026-09-20', { result: 'no_answer' });
    expect((await today()).overdue).toMatchObject([{ missedVisits: 2, lastSeenOn: '2026-08-10' }]);
    await visit(personId, '2026-09-25', { result: 'met' });
    await visit(personId, '2026-10-14', { result: 'absent' });
    register.setToday('2026-10-26');
    expect((await today()).overdue).toMatchObject([{ missedVisits: 1, lastSeenOn: '2026-09-25' }]);
  });

  it('makes a person due at once when something was wrong, until somebody has made sure of them', async () => {
    const personId = await watch({ lastSeenBeforeOn: on('2026-10-14') });
    expect((await today()).overdue).toEqual([]);
    await visit(personId, '2026-10-14', { result: 'absent' });
    await visit(personId, '2026-10-15', { result: 'trouble', signs: ['mail_piled_up'] });
    expect((await today()).dueToday).toMatchObject([{ concernOn: '2026-10-15', dueOn: '2026-10-15', missedVisits: 1 }]);
    register.setToday('2026-10-17');
    expect((await today()).overdue).toMatchObject([{ concernOn: '2026-10-15' }]);
    await visit(personId, '2026-10-17', { result: 'absent' });
    expect((await today()).overdue).toMatchObject([{ concernOn: '2026-10-15' }]);
    await visit(personId, '2026-10-17', { result: 'met' });
    const board = await today();
    expect([...board.overdue, ...board.dueToday, ...board.dueSoon]).toEqual([]);
  });

  it('leaves out people whose watch ended and people in hospital or in a facility', async () => {
    const ended = await watch({ name: '終了 一', lastSeenBeforeOn: on('2026-08-01') });
    await register.ok('people.endWatch', { personId: ended, endedOn: on('2026-10-01'), reason: 'moved', note: '' });
    await watch({ name: '入院 一', residence: 'hospital', lastSeenBeforeOn: on('2026-08-01') });
    await watch({ name: '入所 一', residence: 'facility', lastSeenBeforeOn: on('2026-08-01') });
    await watch({ name: '在住 一', residence: 'living', lastSeenBeforeOn: on('2026-08-01') });
    const board = await today();
    expect(names(board.overdue)).toEqual(['在住 一']);
    expect(board.watched).toBe(3);
  });

  it('shows promises until they are kept: next steps and answers of agencies, by date, those without one last', async () => {
    const personId = await watch({});
    const record = async (overrides: Parameters<typeof buildConsultation>[0]) =>
      (await register.ok('consultations.record', { consultation: buildConsultation(overrides) })).consultationId;
    await record({ question: 'nothing left' });
    await record({ nextStep: '終わったこと', state: 'closed' });
    const undated = await record({ nextStep: 'いつか電話' });
    const later = await record({ nextStep: '来週訪ねる', nextStepOn: on('2026-10-22'), personId });
    const sooner = await record({ nextStep: '書類を届ける', nextStepOn: on('2026-10-13') });
    const awaited = await record({ referredTo: 'mimamori_desk', referredOn: on('2026-10-12'), nextStep: '' });
    const steps = async () => (await today()).openSteps.map(({ consultationId }) => consultationId);
    expect(await steps()).toEqual([sooner, later, undated, awaited]);
    expect((await today()).openSteps).toMatchObject([
      { nextStep: '書類を届ける', isAwaitingAcknowledgement: false, personName: null },
      { nextStepOn: '2026-10-22', personName: '架空 ハナ' },
      {},
      { nextStep: '', referredTo: 'mimamori_desk', referredOn: '2026-10-12', isAwaitingAcknowledgement: true },
    ]);
    await register.ok('consultations.markNextStep', { consultationId: sooner, doneOn: on('2026-10-15') });
    await register.ok('consultations.markAcknowledged', { consultationId: awaited, acknowledgedOn: on('2026-10-15') });
    expect(await steps()).toEqual([later, undated]);
  });

  it('names the next meeting, today’s included, and none of the past', async () => {
    await register.ok('meetings.plan', { meeting: buildMeeting({ heldOn: on('2026-10-14') }) });
    expect((await today()).nextMeeting).toBeNull();
    await register.ok('meetings.plan', { meeting: buildMeeting({ heldOn: on('2026-11-05'), place: '後の会館' }) });
    await register.ok('meetings.plan', { meeting: buildMeeting({ heldOn: on('2026-10-15'), place: '今日の会館' }) });
    expect((await today()).nextMeeting).toMatchObject({ heldOn: '2026-10-15', startsAt: '10:00', place: '今日の会館' });
  });

  it('counts the month by distinct people and by visits', async () => {
    const a = await watch({ name: '見 一' });
    const b = await watch({ name: '見 二' });
    await visit(a, '2026-10-01');
    await visit(a, '2026-10-08', { result: 'answered' });
    await visit(b, '2026-10-08', { result: 'absent' });
    await visit(b, '2026-09-30');
    expect(await today()).toMatchObject({ watched: 2, seenThisMonth: 1, visitsThisMonth: 3 });
  });
});
