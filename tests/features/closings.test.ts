// 月のしめ through the contract: which month, when, what stands on the checklist, what late entries do, and what is refused. Invented people only.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCalendarDate, asCalendarMonth } from '#shared/model/calendar-date.ts';
import { buildConsultation, buildMeeting } from '#tests/support/builders.ts';
import { closingMonths } from '#tests/support/closing-months.ts';
import { withRaw } from '#tests/support/erased-person.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const on = asCalendarDate;
const month = asCalendarMonth;

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-10-15' });
});
afterEach(() => register.close());

const { enter, visit, close, snapshotOf, recordsOf } = closingMonths(() => register);
const overview = () => register.ok('closings.overview', {});
const consult = (overrides: Parameters<typeof buildConsultation>[0]) =>
  register.ok('consultations.record', { consultation: buildConsultation(overrides) });

describe('which month is closed', () => {
  it('an empty register has none, and neither has one whose records are all of this month', async () => {
    expect(await overview()).toEqual({ closed: [], next: '2026-10', canClose: false, starts: [] });
    await visit(await enter(), '2026-10-03');
    expect(await overview()).toMatchObject({ next: '2026-10', canClose: false, starts: [] });
    expect(await register.refused('closings.close', { month: '2026-10' })).toBe('month_not_over');
    expect(await register.refused('closings.close', { month: '2026-09' })).toBe('not_next_month');
  });

  it('the first one is hers to choose; the first month of this 年度 with records is proposed', async () => {
    const personId = await enter({ watchStartedOn: on('2025-01-10') });
    await visit(personId, '2026-02-10');
    await visit(personId, '2026-06-10');
    const { next, canClose, starts } = await overview();
    expect({ next, canClose }).toEqual({ next: '2026-06', canClose: true });
    expect([starts[0], starts.at(-1), starts.length]).toEqual(['2026-09', '2026-02', 8]);
    expect(await register.refused('closings.close', { month: '2026-01' })).toBe('not_next_month');
    await close('2026-08');
    expect(await overview()).toMatchObject({
      next: '2026-09',
      canClose: true,
      starts: [],
      closed: [{ month: '2026-08', visits: 0 }],
    });
  });

  it('without records in this 年度 the first of the last twelve months is proposed', async () => {
    register.setToday('2027-04-10');
    const personId = await enter({ watchStartedOn: on('2024-01-10') });
    for (const day of ['2025-11-10', '2026-07-10', '2026-12-10']) {
      await visit(personId, day);
    }
    expect((await overview()).next).toBe('2026-07');
  });

  it('then every month once, in order, and only when it is over', async () => {
    const personId = await enter();
    await visit(personId, '2026-08-10');
    await close('2026-08');
    for (const other of ['2026-08', '2026-07']) {
      expect(await register.refused('closings.close', { month: other })).toBe('not_next_month');
    }
    await close('2026-09');
    expect(await register.refused('closings.close', { month: '2026-10' })).toBe('month_not_over');
    register.setToday('2026-10-31');
    expect(await register.refused('closings.close', { month: '2026-10' })).toBe('month_not_over');
    register.setToday('2027-01-01');
    expect(await register.refused('closings.close', { month: '2026-11' })).toBe('not_next_month');
    expect((await register.router.call('closings.close', { month: '2026-9' })).ok).toBe(false);
    await close('2026-10');
    expect((await overview()).closed.map((each) => each.month)).toEqual(['2026-10', '2026-09', '2026-08']);
    expect((await overview()).closed[0]).toMatchObject({ closedOn: '2027-01-01', closedBy: '見本 花子' });
  });

  it('and the trail says who closed which', async () => {
    await visit(await enter(), '2026-09-10');
    await close('2026-09');
    const rows = await withRaw(register, (raw) =>
      raw.prepare("SELECT actor, detail FROM audit_trail WHERE operation = 'closings.close'").all(),
    );
    expect(rows).toEqual([{ actor: '見本 花子', detail: '{"month":"2026-09"}' }]);
  });
});

describe('what is counted', () => {
  it('visits by method and result, each person apart, and nothing before the statistics began', async () => {
    const [a, b] = [await enter({ watchStartedOn: on('2026-01-01') }), await enter()];
    await visit(a, '2026-07-31');
    for (const day of ['2026-08-01', '2026-08-31', '2026-08-31']) {
      await visit(a, day);
    }
    await visit(b, '2026-08-31', 'absent');
    await visit(b, '2026-09-01');
    await close('2026-08');
    expect(recordsOf('2026-08', 'visits')).toEqual(
      expect.arrayContaining([
        { personId: a, count: 3, method: 'visit', result: 'met' },
        { personId: b, count: 1, method: 'visit', result: 'absent' },
      ]),
    );
    await close('2026-09');
    expect(recordsOf('2026-09', 'visits')).toEqual([{ personId: b, count: 1, method: 'visit', result: 'met' }]);
  });

  it('the stock by 地域, age, 世帯, 要介護度 and 同意, with 記入なし where there is nothing', async () => {
    const known = await enter({ birthOn: on('1941-10-01'), household: 'alone', careLevel: 'care3' });
    const unknown = await enter({ birthOn: null, district: null });
    const consent = { status: 'given', decidedOn: on('2026-09-30'), method: 'visit', scope: [], documentNumber: '' };
    await register.ok('people.recordConsent', { personId: known, consent });
    await register.ok('people.recordConsent', {
      personId: known,
      consent: { ...consent, status: 'withdrawn', decidedOn: on('2026-10-02') },
    });
    await visit(known, '2026-09-10');
    await close('2026-09');
    type Values = Readonly<Record<string, string>>;
    const both = (ofKnown: Values, ofUnknown: Values) =>
      expect.arrayContaining([
        { personId: known, count: 1, ...ofKnown },
        { personId: unknown, count: 1, ...ofUnknown },
      ]);
    expect(recordsOf('2026-09', 'watched')).toEqual(
      both({ district: 'horie', ageBand: 'age75' }, { district: 'none', ageBand: 'none' }),
    );
    expect(recordsOf('2026-09', 'watched_households')).toEqual(
      both({ household: 'alone', careGroup: 'care35' }, { household: 'none', careGroup: 'unknown' }),
    );
    expect(recordsOf('2026-09', 'watched_consents')).toEqual(both({ consent: 'given' }, { consent: 'none' }));
    expect(snapshotOf('2026-09')?.sources.get('watched')?.source.dimensions[0]?.values).toHaveLength(15);
  });

  it('only the 地域 that the register looks after, and any other that occurs', async () => {
    await register.ok('settings.revise', { districts: ['horie', 'takadai'] });
    await visit(await enter({ district: 'meiji' }), '2026-09-10');
    await close('2026-09');
    const { dimensions } = snapshotOf('2026-09')?.sources.get('watched')?.source ?? { dimensions: [] };
    expect(dimensions[0]?.values).toEqual(['horie', 'takadai', 'meiji', 'none']);
  });

  it('who was overdue at the end of the month, as it stood then', async () => {
    const overdue = await enter({ frequency: 'monthly', watchStartedOn: on('2026-04-01') });
    const seen = await enter({ frequency: 'monthly', watchStartedOn: on('2026-04-01') });
    await enter({ frequency: 'monthly', residence: 'hospital' });
    await visit(overdue, '2026-08-30');
    await visit(overdue, '2026-10-02');
    await visit(seen, '2026-09-01');
    await close('2026-09');
    expect(recordsOf('2026-09', 'overdue')).toEqual([{ personId: overdue, count: 1, district: 'horie' }]);
  });

  it('consultations once on each axis, one about nobody as somebody of its own, the first of a person as new', async () => {
    const personId = await enter({ district: 'meiji' });
    await consult({ personId, consultedOn: on('2026-09-02'), content: '02' });
    await consult({ personId, consultedOn: on('2026-09-20'), content: '03' });
    const { consultationId } = await consult({ personId: null, district: null, consultedOn: on('2026-09-05') });
    await close('2026-09');
    const counted = recordsOf('2026-09', 'consultations');
    expect(counted).toHaveLength(3);
    expect(counted).toContainEqual({ personId, count: 1, district: 'meiji', content: '02', field: 'elderly' });
    expect(counted).toContainEqual({
      personId: consultationId,
      count: 1,
      district: 'none',
      content: '01',
      field: 'elderly',
    });
    const turns = recordsOf('2026-09', 'consultation_turns');
    expect(turns).toContainEqual({ personId, count: 1, turn: 'new', field: 'elderly' });
    expect(turns).toContainEqual({ personId, count: 1, turn: 'continuing', field: 'elderly' });
    expect(turns).toContainEqual({ personId: consultationId, count: 1, turn: 'new', field: 'elderly' });
  });

  it('a referral and its confirmation each in the month in which it was entered', async () => {
    const input = {
      personId: null,
      consultedOn: on('2026-08-20'),
      referredTo: 'support_center',
      referredOn: on('2026-08-21'),
    };
    const { consultationId } = await consult(input);
    const { consultationId: plain } = await consult({ consultedOn: on('2026-08-22') });
    await close('2026-08');
    expect(recordsOf('2026-08', 'referrals')).toEqual([
      { personId: consultationId, count: 1, agency: 'support_center' },
    ]);
    expect(recordsOf('2026-08', 'acknowledgements')).toEqual([]);
    await register.ok('consultations.markAcknowledged', { consultationId, acknowledgedOn: on('2026-08-25') });
    const later = buildConsultation({ consultedOn: on('2026-08-22'), referredTo: 'medical', referredOn: null });
    await register.ok('consultations.revise', { consultationId: plain, consultation: later });
    await close('2026-09');
    expect(recordsOf('2026-09', 'acknowledgements')).toEqual([
      { personId: consultationId, count: 1, agency: 'support_center' },
    ]);
    expect(recordsOf('2026-09', 'referrals')).toEqual([{ personId: plain, count: 1, agency: 'medical' }]);
    expect(recordsOf('2026-09', 'consultations')).toEqual([]);
  });

  it('meetings by 地域 and what was talked about, behind which nobody stands', async () => {
    const { meetingId } = await register.ok('meetings.plan', { meeting: buildMeeting({ heldOn: on('2026-09-28') }) });
    const agenda = ['homework', 'concerns', 'concerns'].map((kind) => ({ kind, title: '見本', body: '' }));
    await register.ok('meetings.saveAgenda', { meetingId, agenda });
    const meeting = buildMeeting({ heldOn: on('2026-09-02'), district: null });
    const { meetingId: other } = await register.ok('meetings.plan', { meeting });
    await register.ok('meetings.saveAgenda', { meetingId: other, agenda: [] });
    await close('2026-09');
    expect(snapshotOf('2026-09')?.plain).toEqual({
      meetings_held: { horie: 1, none: 1 },
      agenda_items: { homework: 1, concerns: 2 },
    });
  });
});

describe('what is entered late', () => {
  it('is counted in the next month that is closed, and says so on the record', async () => {
    const personId = await enter();
    await visit(personId, '2026-08-10');
    await close('2026-08');
    await visit(personId, '2026-08-11');
    const { consultationId } = await consult({ personId, consultedOn: on('2026-08-12') });
    expect(await register.ok('closings.checklist', { month: month('2026-09') })).toMatchObject({
      visits: 1,
      consultations: 1,
      lateEntries: 2,
    });
    await close('2026-09');
    expect((await overview()).closed[0]).toMatchObject({
      month: '2026-09',
      visits: 1,
      consultations: 1,
      lateEntries: 2,
    });
    const visits = await register.ok('visits.listForPerson', { personId });
    expect(visits.map(({ visitedOn, countedIn }) => [visitedOn, countedIn])).toEqual([
      ['2026-08-11', '2026-09'],
      ['2026-08-10', '2026-08'],
    ]);
    expect((await register.ok('consultations.get', { consultationId })).countedIn).toBe('2026-09');
    await visit(personId, '2026-10-02');
    expect((await register.ok('visits.listForPerson', { personId }))[0]?.countedIn).toBeNull();
  });

  it('people whom an import brings in begin in the next month, however long ago their watch began', async () => {
    await visit(await enter(), '2026-08-10');
    await close('2026-08');
    const imported = await enter({ name: '架空 取込', watchStartedOn: on('2020-04-01') });
    await close('2026-09');
    expect(recordsOf('2026-09', 'begun')).toEqual([{ personId: imported, count: 1, district: 'horie' }]);
  });
});

describe('the checklist', () => {
  it('names whom nobody called on, what is half written, and what is not classified; and forbids nothing', async () => {
    const missed = await enter({ name: '架空 未訪問', frequency: 'monthly' });
    const visited = await enter({ name: '架空 訪問', frequency: 'monthly' });
    await enter({ name: '架空 随時', frequency: 'as_needed' });
    await enter({ name: '架空 入院', frequency: 'monthly', residence: 'hospital' });
    await enter({ name: '架空 途中', frequency: 'monthly', watchStartedOn: on('2026-09-10') });
    await visit(visited, '2026-09-30', 'absent');
    await consult({ personId: visited, consultedOn: on('2026-09-12'), content: '14', field: 'other' });
    await consult({ personId: null, district: null, consultedOn: on('2026-09-13') });
    await consult({ personId: null, consultedOn: on('2026-09-14') });
    await register.ok('drafts.keep', { key: `visit:${missed}` as never, body: '{}' });
    const checklist = await register.ok('closings.checklist', { month: month('2026-09') });
    expect(checklist.notVisited).toEqual([{ personId: missed, name: '架空 未訪問', dueOn: '2026-04-01' }]);
    expect(checklist.openDrafts).toMatchObject([{ key: `visit:${missed}`, person: { id: missed } }]);
    expect(checklist.unclassified.map(({ consultedOn, personName, why }) => [consultedOn, personName, why])).toEqual([
      ['2026-09-12', '架空 訪問', 'both_other'],
      ['2026-09-13', null, 'nowhere'],
    ]);
    expect(checklist).toMatchObject({ visits: 1, consultations: 3, lateEntries: 0, persons: 5 });
    await close('2026-09');
    expect(await register.refused('closings.checklist', { month: '2026-09' })).toBe('not_next_month');
    register.setToday('2026-11-04');
    await register.ok('drafts.keep', { key: 'remarks:2026-09' as never, body: '{}' });
    const next = await register.ok('closings.checklist', { month: month('2026-10') });
    expect(next.openDrafts.map(({ key }) => key)).toEqual([`visit:${missed}`]);
  });
});
