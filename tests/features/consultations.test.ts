// Consultations through the router on a real encrypted register.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConsultationInput } from '#shared/contract/consultations.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { buildConsultation, buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const on = asCalendarDate;

describe('consultations', () => {
  let register: TestRegister;
  let personId: PersonId;

  beforeEach(async () => {
    register = await openTestRegister({ today: '2026-10-15' });
    ({ personId } = await register.ok('people.register', {
      person: buildPerson({ district: 'hiyoshi' }),
      consent: null,
    }));
  });
  afterEach(() => register.close());

  const record = (overrides: Partial<ConsultationInput> = {}) =>
    register.ok('consultations.record', { consultation: buildConsultation(overrides) });
  const refusal = (overrides: Partial<ConsultationInput> = {}) =>
    register.refused('consultations.record', { consultation: buildConsultation(overrides) });
  const get = (consultationId: string) => register.ok('consultations.get', { consultationId });

  it('keeps a consultation about nobody in the register, with its own district', async () => {
    const consultation = buildConsultation({ district: 'horie', question: 'ごみの出し方', answer: '曜日を伝えた' });
    const { consultationId } = await register.ok('consultations.record', { consultation });
    expect(await get(consultationId)).toEqual({
      ...consultation,
      id: consultationId,
      personName: null,
      nextStepDoneOn: null,
      countedIn: null,
    });
  });

  it('takes the district from the person', async () => {
    const { consultationId } = await record({ personId, district: 'horie' });
    expect(await get(consultationId)).toMatchObject({ personName: '架空 ハナ', district: 'hiyoshi' });
  });

  it('keeps the given district when the register does not know the person’s', async () => {
    await register.ok('people.revise', { personId, person: buildPerson({ district: null }) });
    const { consultationId } = await record({ personId, district: 'horie' });
    expect(await get(consultationId)).toMatchObject({ district: 'horie' });
  });

  it('lists all, and those of one person, the newest first', async () => {
    await record({ consultedOn: on('2026-09-01'), question: 'a' });
    await record({ personId, consultedOn: on('2026-10-02'), question: 'b' });
    await record({ personId, consultedOn: on('2026-10-01'), question: 'c' });
    const questions = (rows: readonly { question: string }[]) => rows.map(({ question }) => question);
    expect(questions(await register.ok('consultations.list', {}))).toEqual(['b', 'c', 'a']);
    expect(questions(await register.ok('consultations.listForPerson', { personId }))).toEqual(['b', 'c']);
  });

  it('refuses unknown codes and persons, on either axis', async () => {
    for (const wrong of [
      { content: '15' },
      { field: 'no_such' },
      { askedBy: 'no_such' },
      { method: 'no_such' },
      { referredTo: 'no_such' },
      { state: 'no_such' },
      { district: 'no_such' },
    ]) {
      expect(await refusal(wrong)).toBe('unknown_code');
    }
    expect(await refusal({ personId: NOBODY as PersonId })).toBe('not_found');
    expect(await register.refused('consultations.listForPerson', { personId: 'x' })).toBe('invalid_input');
  });

  it('refuses days that cannot be: in the future, passed on before asked, acknowledged before passed on', async () => {
    const referred = { consultedOn: on('2026-10-05'), referredTo: 'mimamori_desk' };
    expect(await refusal({ consultedOn: on('2026-10-16') })).toBe('date_in_future');
    expect(await refusal({ ...referred, referredOn: on('2026-10-16') })).toBe('date_in_future');
    expect(await refusal({ ...referred, referredOn: on('2026-10-04') })).toBe('date_out_of_order');
    expect(await refusal({ ...referred, referredOn: on('2026-10-08'), acknowledgedOn: on('2026-10-07') })).toBe(
      'date_out_of_order',
    );
    await record({ ...referred, referredOn: on('2026-10-05'), acknowledgedOn: on('2026-10-05') });
  });

  it('refuses a date without its matter', async () => {
    expect(await refusal({ referredOn: on('2026-10-12') })).toBe('invalid_input');
    expect(await refusal({ nextStepOn: on('2026-10-20') })).toBe('invalid_input');
    await record({ nextStep: '電話する', nextStepOn: on('2026-10-20') });
  });

  it('marks a next step done and opens it again', async () => {
    const { consultationId } = await record({ personId, nextStep: '電話する' });
    const mark = (doneOn: string | null) => ({ consultationId, doneOn: doneOn === null ? null : on(doneOn) });
    expect(await register.ok('consultations.markNextStep', mark('2026-10-15'))).toEqual({ personId });
    expect(await get(consultationId)).toMatchObject({ nextStepDoneOn: '2026-10-15' });
    await register.ok('consultations.markNextStep', mark(null));
    expect(await get(consultationId)).toMatchObject({ nextStepDoneOn: null });
    expect(await register.refused('consultations.markNextStep', mark('2026-10-16'))).toBe('date_in_future');
    expect(await register.refused('consultations.markNextStep', mark('2026-10-09'))).toBe('date_out_of_order');
    expect(await register.refused('consultations.markNextStep', { consultationId: NOBODY, doneOn: null })).toBe(
      'not_found',
    );
  });

  it('marks a referral acknowledged, unless nothing was passed on', async () => {
    const { consultationId } = await record({ referredTo: 'mimamori_desk', referredOn: on('2026-10-12') });
    const mark = (day: string | null) => ({ consultationId, acknowledgedOn: day === null ? null : on(day) });
    expect(await register.ok('consultations.markAcknowledged', mark('2026-10-14'))).toEqual({ personId: null });
    expect(await get(consultationId)).toMatchObject({ acknowledgedOn: '2026-10-14' });
    await register.ok('consultations.markAcknowledged', mark(null));
    expect(await register.refused('consultations.markAcknowledged', mark('2026-10-11'))).toBe('date_out_of_order');
    const bare = await record();
    expect(
      await register.refused('consultations.markAcknowledged', { ...bare, acknowledgedOn: on('2026-10-14') }),
    ).toBe('invalid_input');
  });

  it('keeps a done step done when the rest is corrected, and opens a step with other words', async () => {
    const { consultationId } = await record({ nextStep: '電話する' });
    await register.ok('consultations.markNextStep', { consultationId, doneOn: on('2026-10-15') });
    const revise = (overrides: Partial<ConsultationInput>) =>
      register.ok('consultations.revise', { consultationId, consultation: buildConsultation(overrides) });
    await revise({ nextStep: '電話する', answer: '書き足した' });
    expect(await get(consultationId)).toMatchObject({ answer: '書き足した', nextStepDoneOn: '2026-10-15' });
    await revise({ nextStep: '訪ねる' });
    expect(await get(consultationId)).toMatchObject({ nextStep: '訪ねる', nextStepDoneOn: null });
  });

  it('takes a consultation back', async () => {
    const { consultationId } = await record({ personId });
    expect(await register.ok('consultations.withdraw', { consultationId })).toEqual({ personId });
    expect(await register.refused('consultations.get', { consultationId })).toBe('not_found');
    expect(await register.refused('consultations.withdraw', { consultationId })).toBe('not_found');
  });
});
