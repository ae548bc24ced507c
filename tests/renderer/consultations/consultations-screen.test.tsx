// The list of consultations: open ones first in sight, found by any word, opened by a row.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ConsultationsScreen } from '#renderer/features/consultations/consultations-screen.tsx';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { clearScreen, showScreen } from '../support/fake-register.tsx';
import { buildShownConsultation, consultationIdOf, personIdOf } from '../support/shown-people.ts';

afterEach(clearScreen);

const ROWS = [
  buildShownConsultation({
    id: consultationIdOf(1),
    personId: personIdOf(1),
    personName: '髙橋 花',
    nextStep: '電話で聞く',
    nextStepOn: asCalendarDate('2020-01-01'),
  }),
  buildShownConsultation({ id: consultationIdOf(2), question: '家賃のこと', content: '11' }),
  buildShownConsultation({ id: consultationIdOf(3), personName: '終わった 人', state: 'closed' }),
];

async function open(rows = ROWS) {
  const shown = await showScreen(<ConsultationsScreen />, { 'consultations.list': () => rows });
  await screen.findByRole('heading', { level: 1, name: '相談' });
  return shown;
}

const shownCount = () => screen.getByText(/件を表示/u).textContent;

describe('the list of consultations', () => {
  it('shows what goes on, and the closed ones on request', async () => {
    await open();
    expect(shownCount()).toBe('3件中 2件を表示');
    await userEvent.click(screen.getByRole('radio', { name: '終結' }));
    await waitFor(() => expect(shownCount()).toBe('3件中 1件を表示'));
    await userEvent.click(screen.getByRole('radio', { name: 'すべて' }));
    await waitFor(() => expect(shownCount()).toBe('3件中 3件を表示'));
  });

  it('finds by a name in another writing and by a word of the question', async () => {
    await open();
    const box = screen.getByRole('searchbox', { name: '相談をさがす' });
    await userEvent.type(box, '高橋');
    await waitFor(() => expect(shownCount()).toBe('3件中 1件を表示'));
    await userEvent.clear(box);
    await userEvent.type(box, '家賃');
    await waitFor(() => expect(shownCount()).toBe('3件中 1件を表示'));
  });

  it('says what to do when there is none', async () => {
    await open([]);
    expect(screen.getByText('まだ相談の記録がありません')).toBeTruthy();
    expect(screen.getByRole('button', { name: '相談を記録' })).toBeTruthy();
  });
});
