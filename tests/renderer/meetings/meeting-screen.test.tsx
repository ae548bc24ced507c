// The 連絡会 on screen: planning, writing the agenda without losing a word, names that must not be printed, numbered copies.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { MeetingScreen } from '#renderer/features/meetings/meeting-screen.tsx';
import { MeetingsScreen } from '#renderer/features/meetings/meetings-screen.tsx';
import type { AgendaItem, Meeting, Packet } from '#shared/contract/meetings.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { fileTokenSchema, meetingIdSchema } from '#shared/model/ids.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { PURPOSE, RECIPIENT, sayWhoReceivesIt } from '../support/handout.ts';

afterEach(clearScreen);

const meetingId = meetingIdSchema.parse('00000000-0000-4000-8000-300000000001');
const FACTS = {
  district: 'horie',
  heldOn: asCalendarDate('2026-10-28'),
  startsAt: '10:00',
  endsAt: '11:30',
  place: '堀江会館',
  attendees: '町会、民生委員',
};
const AGENDA: AgendaItem[] = [
  { kind: 'homework', title: '前回の宿題', body: '夜警の日程' },
  { kind: 'statistics', title: '見守りの状況（数字）', body: '延べ 12件' },
];

function register(overrides: Parameters<typeof showScreen>[1] = {}) {
  let agenda = AGENDA;
  let copiesIssued = 0;
  const meeting = (): Meeting => ({ ...FACTS, id: meetingId, agenda, copiesIssued });
  return {
    'meetings.get': meeting,
    'meetings.list': () => [meeting()],
    'meetings.findNames': () => [],
    'meetings.proposeAgenda': () => [AGENDA[0], { ...AGENDA[1], body: '延べ 30件' }] as AgendaItem[],
    'meetings.saveAgenda': (input: { agenda: AgendaItem[] }) => {
      agenda = input.agenda;
      return {};
    },
    'meetings.revise': () => ({}),
    'meetings.cancel': () => ({}),
    'meetings.plan': () => ({ meetingId }),
    'meetings.packet': ({ firstCopy, copies }: { firstCopy: number; copies: number }): Packet => ({
      registerName: '見本 見守り台帳',
      districtLabel: '堀江',
      meeting: meeting(),
      madeOn: asCalendarDate('2026-10-15'),
      firstCopy,
      copies,
      period: { from: asCalendarDate('2026-07-28'), to: asCalendarDate('2026-10-15') },
      figures: [],
    }),
    'meetings.printPacket': ({ copies }: { copies: number }) => {
      copiesIssued = copies;
      const file = fileTokenSchema.parse('00000000-0000-4000-8000-900000000001');
      return { file, fileName: '連絡会資料.pdf', firstCopy: 1, copies };
    },
    'files.open': () => ({}),
    ...overrides,
  } as Parameters<typeof showScreen>[1];
}

async function open(overrides: Parameters<typeof showScreen>[1] = {}) {
  const shown = await showScreen(
    <MeetingScreen meetingId={meetingId} copies={{ out: 0, list: null }} />,
    register(overrides),
  );
  await screen.findByRole('form', { name: '議題' });
  return shown;
}

const bodyOf = (number: number) => screen.getByRole('textbox', { name: `議題${number}の内容` });
const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

describe('an agenda that was being written', () => {
  it('is brought back, saved as it stands, and then let go of', async () => {
    const value = [{ ...AGENDA[0], body: '夜警の日程（書きかけ）' }, AGENDA[1]];
    const kept = { body: JSON.stringify({ base: AGENDA, value }), savedAt: '2026-10-15T03:00:00.000Z' };
    const shown = await open({ 'drafts.find': () => kept });
    expect(await screen.findByText('前回の書きかけを戻しました')).toBeTruthy();
    expect((bodyOf(1) as HTMLTextAreaElement).value).toBe('夜警の日程（書きかけ）');
    await press(/議題を保存する/u);
    await waitFor(() => expect(shown.inputsOf('meetings.saveAgenda')).toMatchObject([{ agenda: value }]));
    const key = `agenda:${meetingId}`;
    await waitFor(() => expect(shown.inputsOf('drafts.discard')).toEqual([{ key }]));
    shown.emit({ type: 'changed', feature: 'meetings' });
    await waitFor(() => expect(screen.queryByText('前回の書きかけを戻しました')).toBeNull());
    await userEvent.type(bodyOf(2), '。');
    expect(screen.queryByText('前回の書きかけを戻しました')).toBeNull();
    expect(shown.inputsOf('drafts.keep')).toEqual([]);
  });
});

describe('writing the agenda', () => {
  it('says what is not saved, and saves it in its new order', async () => {
    const shown = await open();
    expect(screen.getByText('保存してあります')).toBeDefined();
    await userEvent.type(bodyOf(1), '、10月中');
    await press('1番「前回の宿題」を下へ');
    expect(screen.getByText('まだ保存していません')).toBeDefined();
    await press(/議題を保存する/u);
    await waitFor(() => expect(shown.inputsOf('meetings.saveAgenda')).toHaveLength(1));
    expect(shown.inputsOf('meetings.saveAgenda')).toEqual([
      { meetingId, agenda: [AGENDA[1], { ...AGENDA[0], body: '夜警の日程、10月中' }] },
    ]);
  });

  it('brings a removed item back', async () => {
    await open();
    await press('2番「見守りの状況（数字）」を消す');
    expect(screen.queryByRole('textbox', { name: '議題2の内容' })).toBeNull();
    await press('元に戻す');
    expect(bodyOf(2)).toHaveProperty('value', '延べ 12件');
  });

  it('refuses an item without a title and keeps what was typed', async () => {
    const shown = await open();
    await userEvent.clear(screen.getByRole('textbox', { name: '議題1の題名' }));
    await press(/議題を保存する/u);
    expect((await screen.findAllByText('題名を入れてください。')).length).toBeGreaterThan(0);
    expect(shown.inputsOf('meetings.saveAgenda')).toEqual([]);
    expect(bodyOf(1)).toHaveProperty('value', '夜警の日程');
  });

  it('keeps what was typed when saving is refused', async () => {
    await open({
      'meetings.saveAgenda': () => {
        throw new FakeRefusal('disk_full');
      },
    });
    await userEvent.type(bodyOf(1), '！');
    await press(/議題を保存する/u);
    await screen.findByText(/空きが足りず/u);
    expect(bodyOf(1)).toHaveProperty('value', '夜警の日程！');
  });

  it('asks before it is left unsaved', async () => {
    const shown = await open();
    await userEvent.type(bodyOf(1), '！');
    await userEvent.click(screen.getByText('連絡会の一覧'));
    const question = await screen.findByRole('alertdialog');
    expect(shown.path()).toBe('/');
    await userEvent.click(within(question).getByRole('button', { name: '続けて書く' }));
    expect(bodyOf(1)).toHaveProperty('value', '夜警の日程！');
  });

  it('shows what filling in anew would replace, and offers the numbers first', async () => {
    await open();
    await press('数字を入れ直す');
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('延べ 30件');
    await userEvent.click(within(dialog).getByRole('button', { name: '選んだ1件を入れかえる' }));
    await waitFor(() => expect(bodyOf(2)).toHaveProperty('value', '延べ 30件'));
    expect(screen.getByText('まだ保存していません')).toBeDefined();
  });

  it('warns at the item that names somebody in the register', async () => {
    await open({ 'meetings.findNames': () => [{ position: 0, name: '架空 ハナ' }] });
    expect(await screen.findByText('台帳の方のお名前があります：架空 ハナ')).toBeDefined();
  });
});

describe('the packet', () => {
  const openPacket = async (overrides: Parameters<typeof showScreen>[1] = {}) => {
    const shown = await open(overrides);
    await userEvent.click(screen.getByRole('tab', { name: '資料を見る・つくる' }));
    await screen.findByRole('region', { name: '資料の下見' });
    return shown;
  };

  it('shows the paper before it is made: 取扱注意, the copy number, the holder, page n/N', async () => {
    await openPacket();
    const preview = screen.getByRole('region', { name: '資料の下見' });
    await within(preview).findByText('取扱注意');
    expect(within(preview).getAllByText('第1号（全8部）').length).toBe(2);
    expect(within(preview).getByText('お渡し先：')).toBeDefined();
    expect(within(preview).getByText('1 / 1')).toBeDefined();
  });

  it('makes as many copies as asked for and says their numbers', async () => {
    const shown = await openPacket();
    const copies = screen.getByRole('textbox', { name: '部数' });
    await userEvent.clear(copies);
    await userEvent.type(copies, '3');
    await press('資料をつくる（PDF）');
    expect((await screen.findByRole('dialog')).textContent).toContain(
      '3部（第1号から第3号）・見守っている方のお名前なし',
    );
    await sayWhoReceivesIt('資料をつくる');
    await screen.findByText('第1号から第3号の資料ができました。');
    expect(shown.inputsOf('meetings.printPacket')).toEqual([
      { meetingId, copies: 3, handout: { recipient: RECIPIENT, purpose: PURPOSE } },
    ]);
    await press('開いて印刷する');
    await waitFor(() => expect(shown.inputsOf('files.open')).toHaveLength(1));
  });

  it('says why it is not made while the agenda names somebody', async () => {
    await openPacket({
      'meetings.printPacket': () => {
        throw new FakeRefusal('name_on_paper');
      },
    });
    await press('資料をつくる（PDF）');
    await sayWhoReceivesIt('資料をつくる');
    expect(await screen.findByText(/お名前が入っています/u)).toBeDefined();
  });
});

describe('the list of meetings', () => {
  it('plans a meeting and goes to it', async () => {
    const shown = await showScreen(<MeetingsScreen />, register({ 'meetings.list': () => [] }));
    await userEvent.click(await screen.findByRole('button', { name: '連絡会を計画する' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('button', { name: '計画して、議題をつくる' }));
    await within(dialog).findAllByText('開催日を入れてください。');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /^開催日/u }), '令和8年10月28日');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /^場所/u }), '堀江会館');
    await userEvent.click(within(dialog).getByRole('button', { name: '計画して、議題をつくる' }));
    await waitFor(() => expect(shown.path()).toBe(`/meetings/${meetingId}`));
    expect(shown.inputsOf('meetings.plan')).toEqual([
      {
        meeting: {
          district: null,
          heldOn: '2026-10-28',
          startsAt: '10:00',
          endsAt: '11:30',
          place: '堀江会館',
          attendees: '',
        },
      },
    ]);
  });
});
