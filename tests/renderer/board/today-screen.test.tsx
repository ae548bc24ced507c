// The Today screen: who comes first, what is said of them, and that a promise is kept with one press.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TodayScreen } from '#renderer/features/board/today-screen.tsx';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { meetingIdSchema } from '#shared/model/ids.ts';
import { clearScreen, showScreen } from '../support/fake-register.tsx';
import { buildBoard, buildDuePerson, buildOpenStep, consultationIdOf, personIdOf } from '../support/shown-people.ts';

afterEach(clearScreen);

type Board = ReturnType<typeof buildBoard>;

async function open(board: Partial<Board>) {
  const onRecordVisit = vi.fn();
  const onFindPerson = vi.fn();
  const shown = await showScreen(<TodayScreen onRecordVisit={onRecordVisit} onFindPerson={onFindPerson} />, {
    'board.today': () => buildBoard(board),
    'consultations.markNextStep': () => ({ personId: null }),
    'consultations.markAcknowledged': () => ({ personId: null }),
  });
  await screen.findByRole('heading', { level: 1 });
  return { ...shown, onRecordVisit, onFindPerson };
}

const on = asCalendarDate;
const people = () => within(screen.getByRole('list', { name: '今日うかがう方' })).getAllByRole('listitem');
const namesInOrder = () => people().map((row) => within(row).getByRole('link').textContent);

const LONG_UNSEEN = buildDuePerson({
  personId: personIdOf(1),
  name: '長く 会えず',
  lastSeenOn: on('2026-07-01'),
  dueOn: on('2026-08-01'),
  roundKey: 'b',
  missedVisits: 2,
});
const NEXT_DOOR = buildDuePerson({
  personId: personIdOf(2),
  name: '近所 の人',
  lastSeenOn: on('2026-09-15'),
  dueOn: on('2026-10-15'),
  roundKey: 'a',
});
const WORRYING = buildDuePerson({
  personId: personIdOf(3),
  name: '気がかり な人',
  lastSeenOn: on('2026-10-01'),
  dueOn: on('2026-10-14'),
  concernOn: on('2026-10-14'),
  roundKey: 'c',
});

describe('today’s people', () => {
  it('come with 異変あり first, then who was not seen for longest', async () => {
    await open({ overdue: [LONG_UNSEEN, WORRYING], dueToday: [NEXT_DOOR] });
    expect(namesInOrder()).toEqual(['気がかり な人さん', '長く 会えずさん', '近所 の人さん']);
    expect(screen.getByRole('heading', { name: /今日うかがう方.*3人/u })).toBeTruthy();
    expect(screen.getByText(/うち 2人は予定日をすぎています/u)).toBeTruthy();
  });

  it('can be put in the order of the round; 異変あり stays first', async () => {
    await open({ overdue: [LONG_UNSEEN, WORRYING], dueToday: [NEXT_DOOR] });
    await userEvent.click(screen.getByRole('radio', { name: 'まわる順' }));
    expect(namesInOrder()).toEqual(['気がかり な人さん', '近所 の人さん', '長く 会えずさん']);
  });

  it('show how long they were not seen, what is wrong, and how to reach them', async () => {
    await open({ overdue: [LONG_UNSEEN, WORRYING] });
    const [worrying, unseen] = people();
    expect(unseen?.textContent).toContain('106日');
    expect(unseen?.textContent).toContain('2回会えず');
    expect(unseen?.textContent).toContain('予定日を75日すぎ');
    expect(unseen?.textContent).toContain('06-0000-1234');
    expect(worrying?.textContent).toContain('異変あり 10月14日（水）');
  });

  it('lead to their visit', async () => {
    const { onRecordVisit } = await open({ overdue: [LONG_UNSEEN] });
    await userEvent.click(screen.getByRole('button', { name: '長く 会えずさんの見守りを記録する' }));
    expect(onRecordVisit).toHaveBeenCalledWith(expect.objectContaining({ personId: personIdOf(1) }));
  });

  it('are shown thirty at first, and all on request', async () => {
    const many = Array.from({ length: 40 }, (_, n) => buildDuePerson({ personId: personIdOf(n), name: `人 ${n}` }));
    await open({ overdue: many });
    expect(people()).toHaveLength(30);
    await userEvent.click(screen.getByRole('button', { name: 'あと10人を表示する' }));
    expect(people()).toHaveLength(40);
  });
});

describe('promises', () => {
  it('are done with one press and undone with another', async () => {
    const { inputsOf } = await open({ openSteps: [buildOpenStep({ nextStepOn: on('2026-10-13') })] });
    expect(screen.getByText('2日すぎ')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '「電話で聞く」を済んだことにする' }));
    await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }));
    await waitFor(() =>
      expect(inputsOf('consultations.markNextStep')).toEqual([
        { consultationId: consultationIdOf(1), doneOn: '2026-10-15' },
        { consultationId: consultationIdOf(1), doneOn: null },
      ]),
    );
  });

  it('of an agency that has not answered are awaited in a line of their own', async () => {
    const { inputsOf } = await open({
      openSteps: [
        buildOpenStep({ referredTo: 'mimamori_desk', referredOn: on('2026-10-02'), isAwaitingAcknowledgement: true }),
      ],
    });
    const lines = within(screen.getByRole('list', { name: '約束していること' })).getAllByRole('listitem');
    expect(lines).toHaveLength(2);
    expect(lines[1]?.textContent).toContain('見守り相談室（区社協）の返事を待っています');
    await userEvent.click(screen.getByRole('button', { name: /返事ありにする/u }));
    await waitFor(() =>
      expect(inputsOf('consultations.markAcknowledged')).toEqual([
        { consultationId: consultationIdOf(1), acknowledgedOn: '2026-10-15' },
      ]),
    );
  });
});

describe('an empty screen', () => {
  it('says how to begin when nobody is registered', async () => {
    await open({ watched: 0, seenThisMonth: 0, visitsThisMonth: 0 });
    expect(screen.getByRole('link', { name: '名簿を取り込む' }).getAttribute('href')).toContain('/import');
    expect(screen.getByRole('link', { name: '新しく登録する' }).getAttribute('href')).toContain('/people/new');
  });

  it('says that nobody is due, that nothing was promised, and that no meeting is planned', async () => {
    await open({});
    expect(screen.getByText('今日うかがう方はいません')).toBeTruthy();
    expect(screen.getByText('約束していることはありません')).toBeTruthy();
    expect(screen.getByRole('link', { name: '連絡会を予定する' })).toBeTruthy();
  });
});

it('shows the next meeting and the month', async () => {
  const id = meetingIdSchema.parse('00000000-0000-4000-8000-000000000009');
  await open({
    nextMeeting: { id, district: 'horie', heldOn: on('2026-10-28'), startsAt: '10:00', place: '堀江会館' },
  });
  expect(screen.getByText(/10月28日（水） 10:00/u).textContent).toContain('あと13日');
  expect(screen.getByText(/人の安否がわかりました/u).textContent).toBe('5人の安否がわかりました');
});
