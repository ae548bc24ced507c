// The consultation: proposed field, nothing closed with an open end unasked, nothing lost on refusal or on leaving.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import {
  ConsultationEditScreen,
  NewConsultationScreen,
} from '#renderer/features/consultations/consultation-screen.tsx';
import { today } from '#renderer/lib/today.ts';
import type { ConsultationInput } from '#shared/contract/consultations.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import {
  buildPersonRow,
  buildShownConsultation,
  buildShownPerson,
  consultationIdOf,
  personIdOf,
} from '../support/shown-people.ts';

afterEach(clearScreen);

type Answers = Parameters<typeof showScreen>[1];

const ANSWERS = {
  'people.get': () => buildShownPerson(),
  'people.list': () => [buildPersonRow()],
  'people.search': () => [{ personId: personIdOf(1), match: 'name' as const }],
  'consultations.record': () => ({ consultationId: consultationIdOf(1) }),
  'consultations.revise': () => ({}),
  'consultations.withdraw': () => ({ personId: null }),
  'consultations.markNextStep': () => ({ personId: null }),
};

async function openNew(personId: PersonId | null = null, answers: Answers = {}) {
  const shown = await showScreen(<NewConsultationScreen personId={personId} />, { ...ANSWERS, ...answers });
  await screen.findByRole('form', { name: '相談の記録' });
  return shown;
}

async function openSaved(overrides: Parameters<typeof buildShownConsultation>[0], answers: Answers = {}) {
  const saved = buildShownConsultation(overrides);
  const shown = await showScreen(<ConsultationEditScreen consultationId={saved.id} />, {
    ...ANSWERS,
    'consultations.get': () => saved,
    ...answers,
  });
  await screen.findByRole('form', { name: '相談の記録' });
  return shown;
}

const choose = (name: string) => userEvent.click(screen.getByRole('radio', { name }));
const chooseRequired = async () => {
  for (const name of ['本人', '電話', '介護保険', '高齢者に関すること']) {
    await choose(name);
  }
};
const save = () => userEvent.click(screen.getByRole('button', { name: /^(記録する|保存する)/u }));
const recorded = (inputs: readonly unknown[]) =>
  (inputs as readonly { readonly consultation: ConsultationInput }[]).map(({ consultation }) => consultation);

describe('a new consultation', () => {
  it('is recorded with what was chosen and written, and can be taken back', async () => {
    const { inputsOf } = await openNew();
    await chooseRequired();
    await userEvent.type(screen.getByRole('textbox', { name: '聞かれたこと' }), '申請のしかた');
    await save();
    await waitFor(() => expect(inputsOf('consultations.record')).toHaveLength(1));
    expect(recorded(inputsOf('consultations.record'))).toEqual([
      {
        personId: null,
        district: null,
        consultedOn: today(),
        askedBy: 'self',
        method: 'phone',
        content: '02',
        field: 'elderly',
        question: '申請のしかた',
        answer: '',
        referredTo: null,
        referredOn: null,
        acknowledgedOn: null,
        state: 'received',
        nextStep: '',
        nextStepOn: null,
      },
    ]);
    await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }));
    await waitFor(() => expect(inputsOf('consultations.withdraw')).toEqual([{ consultationId: consultationIdOf(1) }]));
  });

  it('names every choice that is missing, and saves nothing', async () => {
    const { inputsOf } = await openNew();
    await save();
    expect(await screen.findByText(/入力内容を確かめてください（4件）/u)).toBeTruthy();
    expect(inputsOf('consultations.record')).toEqual([]);
  });

  it('proposes the field from the person, and follows another choice', async () => {
    const { inputsOf } = await openNew(personIdOf(1));
    const elderly = screen.getByRole<HTMLInputElement>('radio', { name: '高齢者に関すること' });
    await waitFor(() => expect(elderly.checked).toBe(true));
    for (const name of ['本人', '電話', '介護保険', '障がい者に関すること']) {
      await choose(name);
    }
    await save();
    await waitFor(() => expect(inputsOf('consultations.record')).toHaveLength(1));
    expect(recorded(inputsOf('consultations.record'))).toMatchObject([
      { personId: personIdOf(1), field: 'disability' },
    ]);
  });

  it('finds the person in the register, or goes without one', async () => {
    await openNew();
    await userEvent.click(screen.getByRole('button', { name: '台帳からさがす' }));
    await userEvent.type(await screen.findByPlaceholderText(/名前・フリガナ/u), '架空');
    await userEvent.click(await screen.findByRole('option', { name: /架空 ハナさん/u }));
    expect(await screen.findByText('架空 ハナさん')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '台帳の外の方にする' }));
    expect(screen.getByRole('button', { name: '台帳からさがす' })).toBeTruthy();
  });

  it('drops the date of a step that was taken out again', async () => {
    const { inputsOf } = await openNew();
    await chooseRequired();
    const step = screen.getByRole('textbox', { name: '次にすること' });
    await userEvent.type(step, '電話');
    await userEvent.click(screen.getByRole('button', { name: /明日/u }));
    await userEvent.clear(step);
    await save();
    await waitFor(() => expect(inputsOf('consultations.record')).toHaveLength(1));
    expect(recorded(inputsOf('consultations.record'))).toMatchObject([{ nextStep: '', nextStepOn: null }]);
  });

  it('keeps everything that was typed when saving is refused', async () => {
    await openNew(null, {
      'consultations.record': () => {
        throw new FakeRefusal('disk_full');
      },
    });
    await chooseRequired();
    const question = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '聞かれたこと' });
    await userEvent.type(question, '長い話');
    await save();
    expect((await screen.findAllByText(/パソコンの空きが足りず/u)).length).toBeGreaterThan(0);
    expect(question.value).toBe('長い話');
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '介護保険' }).checked).toBe(true);
  });

  it('is not saved by Enter in a box, nor by the Enter that settles a conversion', async () => {
    const { inputsOf } = await openNew();
    await chooseRequired();
    const step = screen.getByRole('textbox', { name: '次にすること' });
    await userEvent.type(step, '電話{Enter}');
    fireEvent.compositionStart(step);
    fireEvent.keyDown(step, { key: 'Enter', keyCode: 229, isComposing: true });
    fireEvent.submit(screen.getByRole('form', { name: '相談の記録' }));
    fireEvent.compositionEnd(step);
    fireEvent.keyUp(step, { key: 'Enter' });
    expect(inputsOf('consultations.record')).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(inputsOf('consultations.record')).toHaveLength(1));
  });
});

describe('closing', () => {
  const WITH_STEP = { nextStep: '電話で聞く', nextStepOn: asCalendarDate('2026-10-20') };

  it('asks while a step is open; going back keeps everything', async () => {
    const { inputsOf } = await openSaved(WITH_STEP);
    await choose('終結');
    await save();
    expect(await screen.findByText(/次にすること「電話で聞く」が済んでいません/u)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '戻って直す' }));
    expect(inputsOf('consultations.revise')).toEqual([]);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: '終結' }).checked).toBe(true);
  });

  it('counts the step as done when it is closed all the same', async () => {
    const { inputsOf } = await openSaved(WITH_STEP);
    await choose('終結');
    await save();
    await userEvent.click(await screen.findByRole('button', { name: '済んだことにして終結する' }));
    await waitFor(() =>
      expect(inputsOf('consultations.markNextStep')).toEqual([
        { consultationId: consultationIdOf(1), doneOn: today() },
      ]),
    );
    expect(recorded(inputsOf('consultations.revise'))).toMatchObject([{ state: 'closed', nextStep: '電話で聞く' }]);
  });

  it('asks while an agency has not answered', async () => {
    const { inputsOf } = await openSaved({ referredTo: 'mimamori_desk', referredOn: asCalendarDate('2026-10-02') });
    await choose('終結');
    await save();
    expect(await screen.findByText(/返事がまだありません/u)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '返事を待たずに終結する' }));
    await waitFor(() => expect(inputsOf('consultations.revise')).toHaveLength(1));
    expect(inputsOf('consultations.markNextStep')).toEqual([]);
  });

  it('does not ask when nothing is open', async () => {
    const { inputsOf } = await openSaved({ ...WITH_STEP, nextStepDoneOn: asCalendarDate('2026-10-10') });
    await choose('終結');
    await save();
    await waitFor(() => expect(inputsOf('consultations.revise')).toHaveLength(1));
  });
});

describe('leaving', () => {
  it('asks before typed text is left', async () => {
    const { path } = await openNew();
    await userEvent.type(screen.getByRole('textbox', { name: '聞かれたこと' }), 'あ');
    await userEvent.click(screen.getByRole('button', { name: 'やめる' }));
    expect(await screen.findByText(/書いた内容が消えます/u)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '保存せずに移る' }));
    await waitFor(() => expect(path()).toBe('/consultations'));
  });

  it('throws a draft away with the text, and only then', async () => {
    const value = { personId: null, question: '書きかけの相談' };
    const body = JSON.stringify({ base: null, value });
    const kept = { body, savedAt: '2026-10-15T03:00:00.000Z' };
    const { inputsOf } = await openNew(null, { 'drafts.find': () => kept });
    expect(await screen.findByDisplayValue('書きかけの相談')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'やめる' }));
    await screen.findByText(/書いた内容が消えます/u);
    expect(inputsOf('drafts.discard')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '保存せずに移る' }));
    await waitFor(() => expect(inputsOf('drafts.discard')).toEqual([{ key: 'consultation:new' }]));
    expect(inputsOf('drafts.keep')).toEqual([]);
  });

  it('removes a consultation that should not be there, and enters it again on request', async () => {
    const { inputsOf } = await openSaved({
      question: '取り消すもの',
      nextStep: 'x',
      nextStepDoneOn: asCalendarDate('2026-10-02'),
    });
    await userEvent.click(screen.getByRole('button', { name: 'この相談を消す' }));
    await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }));
    await waitFor(() => expect(inputsOf('consultations.markNextStep')).toHaveLength(1));
    expect(recorded(inputsOf('consultations.record'))).toMatchObject([{ question: '取り消すもの', nextStep: 'x' }]);
  });
});
