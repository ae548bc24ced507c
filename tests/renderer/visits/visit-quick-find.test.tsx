// Ctrl+N: who is offered, who is found, and that the visit follows.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VisitQuickFind } from '#renderer/features/visits/visit-quick-find.tsx';
import { clearScreen, showScreen } from '../support/fake-register.tsx';
import { buildBoard, buildDuePerson, buildPersonRow, personIdOf } from '../support/shown-people.ts';

afterEach(clearScreen);

function open(onClose = vi.fn()) {
  return showScreen(<VisitQuickFind onClose={onClose} />, {
    'board.today': () => buildBoard({ overdue: [buildDuePerson({ personId: personIdOf(1), name: '今日 一子' })] }),
    'people.list': () => [buildPersonRow({ id: personIdOf(2), name: '髙橋 花' })],
    'people.search': ({ text }) => (text === '高橋' ? [{ personId: personIdOf(2), match: 'variant' }] : []),
    'visits.listForPerson': () => [],
  });
}

describe('finding whom a visit was to', () => {
  it('offers today’s people before anything is typed, and Enter opens the visit of the first', async () => {
    await open();
    await screen.findByRole('option', { name: /今日 一子さん/u });
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: '今日 一子さんの見守りを記録' })).toBeTruthy();
  });

  it('finds by another writing and says so', async () => {
    await open();
    await userEvent.type(await screen.findByPlaceholderText(/名前・フリガナ/u), '高橋');
    await userEvent.click(await screen.findByRole('option', { name: /髙橋 花さん（表記ちがい）/u }));
    expect(await screen.findByRole('dialog', { name: '髙橋 花さんの見守りを記録' })).toBeTruthy();
  });

  it('closes with Esc', async () => {
    const onClose = vi.fn();
    await open(onClose);
    await screen.findByRole('option', { name: /今日 一子さん/u });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
  });
});
