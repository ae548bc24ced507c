// 持ち出しの記録 on the screen: what is still out, and the button that says what became of it.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { HandoutsScreen } from '#renderer/features/handouts/handouts-screen.tsx';
import { MeetingCopies } from '#renderer/features/handouts/meeting-copies.tsx';
import { today } from '#renderer/lib/today.ts';
import type { Handout } from '#shared/contract/handouts.contract.ts';
import { handoutIdSchema, meetingIdSchema } from '#shared/model/ids.ts';
import { clearScreen, showScreen } from '../support/fake-register.tsx';

afterEach(clearScreen);

const idOf = (number: number) => `00000000-0000-4000-8000-80000000000${number}`;
const meetingId = meetingIdSchema.parse(idOf(9));

const copy = (number: number, changes: Partial<Handout> = {}): Handout => ({
  id: handoutIdSchema.parse(idOf(number)),
  kind: 'meeting_packet',
  subjectId: meetingId,
  title: '連絡会の資料 堀江 令和8年10月28日',
  copyNumber: number,
  recipient: '出席者',
  purpose: '連絡会で配る',
  issuedAt: '2026-10-15T03:00:00.000Z',
  actor: '見本 花子',
  isOpen: true,
  settledAs: null,
  settledOn: null,
  ...changes,
});

const BACK = { isOpen: false, settledAs: 'returned', settledOn: '2026-10-28' } as Partial<Handout>;

const answers = (handouts: readonly Handout[]) => ({
  'handouts.list': () => [...handouts],
  'handouts.settle': () => ({}),
  'handouts.reopen': () => ({}),
});

describe('the ledger of what left the house', () => {
  it('counts what is still out, and marks one copy as returned today', async () => {
    const shown = await showScreen(<HandoutsScreen />, answers([copy(1), copy(2, BACK)]));
    await screen.findByText('2件のうち、まだ戻っていないもの 1件');
    expect(screen.getByText(/返却された/u)).toBeDefined();
    await userEvent.click(
      screen.getByRole('button', { name: '連絡会の資料 堀江 令和8年10月28日第1号の返却・廃棄を記録' }),
    );
    await userEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '記録する' }));
    await waitFor(() =>
      expect(shown.inputsOf('handouts.settle')).toEqual([{ handoutIds: [idOf(1)], as: 'returned', on: today() }]),
    );
  });

  it('takes a mark back', async () => {
    const shown = await showScreen(<HandoutsScreen />, answers([copy(2, BACK)]));
    await userEvent.click(await screen.findByRole('button', { name: /第2号の印を消す$/u }));
    await waitFor(() => expect(shown.inputsOf('handouts.reopen')).toEqual([{ handoutIds: [idOf(2)] }]));
  });

  it('marks all copies of a meeting that are out in one go, as shredded', async () => {
    const shown = await showScreen(<MeetingCopies meetingId={meetingId} />, answers([copy(1), copy(3), copy(2, BACK)]));
    await userEvent.click(await screen.findByRole('button', { name: '2部をまとめて記録する' }));
    const dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(dialog.getByText('廃棄した'));
    await userEvent.click(dialog.getByRole('button', { name: '記録する' }));
    await waitFor(() =>
      expect(shown.inputsOf('handouts.settle')).toEqual([
        { handoutIds: [idOf(1), idOf(3)], as: 'shredded', on: today() },
      ]),
    );
  });

  it('says so when all came back', async () => {
    await showScreen(<MeetingCopies meetingId={meetingId} />, answers([copy(2, BACK)]));
    expect(await screen.findByText('資料はすべて戻りました。')).toBeDefined();
  });
});
