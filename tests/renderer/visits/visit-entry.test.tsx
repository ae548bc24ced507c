// The 30-second visit: few keys, nothing lost, nothing saved by the Enter of a conversion.
import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { VisitEntryDialog } from '#renderer/features/visits/visit-entry.tsx';
import { today } from '#renderer/lib/today.ts';
import type { Visit } from '#shared/contract/visits.contract.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { personIdSchema, visitIdSchema } from '#shared/model/ids.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';

const PERSON = { id: personIdSchema.parse('00000000-0000-4000-8000-000000000001'), name: '架空 ハナ' };
const VISIT_ID = visitIdSchema.parse('00000000-0000-4000-8000-0000000000a1');

const EARLIER: Visit = {
  id: VISIT_ID,
  personId: PERSON.id,
  visitedOn: asCalendarDate('2026-10-01'),
  visitedAtTime: '10:30',
  method: 'phone',
  result: 'absent',
  signs: [],
  visitorId: null,
  visitorName: null,
  countedIn: null,
  note: '',
};

/** Presses keys one by one, as many as one would count on the keyboard. */
async function press(...keys: readonly string[]): Promise<number> {
  for (const key of keys) {
    await userEvent.keyboard(key);
  }
  return keys.length;
}

type Answers = Parameters<typeof showScreen>[1];

/** Closes as its owner would. */
function Owner({ onClose, visit }: { readonly onClose: () => void; readonly visit: Visit | undefined }) {
  const [isOpen, setIsOpen] = useState(true);
  const close = () => {
    setIsOpen(false);
    onClose();
  };
  return isOpen ? <VisitEntryDialog person={PERSON} visit={visit} onClose={close} /> : null;
}

async function open(answers: Answers = {}, props: { visit?: Visit } = {}) {
  const onClose = vi.fn();
  const shown = await showScreen(<Owner onClose={onClose} visit={props.visit} />, {
    'visits.listForPerson': () => [],
    'visits.record': () => ({ visitId: VISIT_ID }),
    'visits.withdraw': () => ({ personId: PERSON.id }),
    'visits.revise': () => ({ personId: PERSON.id }),
    ...answers,
  });
  await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'));
  return { ...shown, onClose };
}

const radio = (name: RegExp | string) => screen.getByRole<HTMLInputElement>('radio', { name });
const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'メモ' });

afterEach(clearScreen);

describe('a visit', () => {
  it('is saved with three keys: method, result, Enter', async () => {
    const { inputsOf, onClose } = await open();
    expect(await press('1', 'q', '{Enter}')).toBeLessThanOrEqual(6);
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(inputsOf('visits.record')).toEqual([
      {
        personId: PERSON.id,
        visit: {
          visitedOn: today(),
          visitedAtTime: null,
          method: 'visit',
          result: 'met',
          signs: [],
          visitorId: null,
          note: '',
        },
      },
    ]);
  });

  it('offers the last method of the person, so that two keys are enough', async () => {
    const { inputsOf, onClose } = await open({ 'visits.listForPerson': () => [EARLIER] });
    expect(radio('電話').checked).toBe(true);
    await press('w', '{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(inputsOf('visits.record')).toMatchObject([{ visit: { method: 'phone', result: 'answered' } }]);
  });

  it('can be taken back from the message that it was saved', async () => {
    const { inputsOf } = await open();
    await press('1', 'q', '{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }));
    await waitFor(() => expect(inputsOf('visits.withdraw')).toEqual([{ visitId: VISIT_ID }]));
  });

  it('says what is missing and saves nothing', async () => {
    const { inputsOf } = await open();
    await press('1', '{Enter}');
    expect(await screen.findByRole('button', { name: '結果を選んでください。' })).toBeTruthy();
    expect(inputsOf('visits.record')).toEqual([]);
  });

  it('writes digits and letters into the note instead of taking them for keys', async () => {
    await open();
    await press('1', 'q');
    await userEvent.click(note());
    await userEvent.keyboard('3i2w');
    expect(note().value).toBe('3i2w');
    expect(radio('訪問').checked).toBe(true);
    expect(radio('面会').checked).toBe(true);
  });

  it('is not saved by the Enter that settles a conversion, in any box', async () => {
    const { inputsOf } = await open();
    await press('1', 'q');
    const time = screen.getByLabelText('時刻（任意）');
    for (const box of [note(), screen.getByLabelText('日付'), time]) {
      box.focus();
      fireEvent.compositionStart(box);
      fireEvent.keyDown(box, { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true });
      fireEvent.submit(screen.getByRole('form', { name: '見守りの記録' }));
      fireEvent.compositionEnd(box);
      fireEvent.keyUp(box, { key: 'Enter' });
    }
    expect(inputsOf('visits.record')).toEqual([]);
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(inputsOf('visits.record')).toHaveLength(1));
  });

  it('keeps everything that was typed when saving is refused, and says why', async () => {
    const { inputsOf, onClose } = await open({
      'visits.record': () => {
        throw new FakeRefusal('date_out_of_order', { visitedOn: 'out_of_order' });
      },
    });
    await press('1', 'q');
    await userEvent.type(note(), 'ポストに新聞が3日分');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findAllByText(/見守りが終わった日より後です/u)).length).toBeGreaterThan(0);
    expect(inputsOf('visits.record')).toHaveLength(1);
    expect(onClose).not.toHaveBeenCalled();
    expect(note().value).toBe('ポストに新聞が3日分');
    expect(radio('面会').checked).toBe(true);
  });

  it('asks before Esc throws a written note away, and closes at once when nothing was written', async () => {
    const { onClose } = await open();
    await userEvent.type(note(), 'あ');
    await userEvent.keyboard('{Escape}');
    expect(await screen.findByText(/まだ保存していません/u)).toBeTruthy();
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '続けて書く' }));
    expect(note().value).toBe('あ');
    clearScreen();
    const untouched = await open();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(untouched.onClose).toHaveBeenCalled());
  });

  it('shows the signs and whom to call when something is wrong, and leads on to a consultation', async () => {
    const { inputsOf, path } = await open();
    await press('1', 'i');
    expect(await screen.findByText(/119/u)).toBeTruthy();
    await userEvent.click(screen.getByRole('checkbox', { name: /新聞や郵便物/u }));
    await userEvent.click(screen.getByRole('button', { name: '記録して相談も書く' }));
    await waitFor(() => expect(path()).toContain('/consultations/new'));
    expect(path()).toContain(PERSON.id);
    expect(inputsOf('visits.record')).toMatchObject([{ visit: { result: 'trouble', signs: ['mail_piled_up'] } }]);
  });

  it('shows the signs on request too', async () => {
    await open();
    expect(screen.queryByRole('checkbox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '気になる様子を選ぶ' }));
    expect(screen.getAllByRole('checkbox').length).toBeGreaterThan(10);
  });

  it('puts the six headings under what is written, once', async () => {
    await open();
    await userEvent.type(note(), '元気');
    const headings = screen.getByRole('button', { name: '6つの見出しを入れる' });
    await userEvent.click(headings);
    await userEvent.click(headings);
    expect(note().value.startsWith('元気\n①安否確認\n②生活状況\n')).toBe(true);
    expect(note().value.match(/①/gu)).toHaveLength(1);
  });

  it('reads a time in everyday notation and refuses what is none', async () => {
    const { inputsOf, onClose } = await open();
    await press('1', 'q');
    const time = screen.getByLabelText('時刻（任意）');
    await userEvent.type(time, '25時');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect((await screen.findAllByText(/10時半/u)).length).toBeGreaterThan(0);
    await userEvent.clear(time);
    await userEvent.type(time, '午後2時半');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(inputsOf('visits.record')).toMatchObject([{ visit: { visitedAtTime: '14:30' } }]);
  });

  it('is corrected with what it held, and the correction can be taken back', async () => {
    const { inputsOf } = await open({}, { visit: EARLIER });
    expect(radio('不在').checked).toBe(true);
    await press('q', '{Enter}');
    await userEvent.click(await screen.findByRole('button', { name: '元に戻す' }));
    await waitFor(() => expect(inputsOf('visits.revise')).toHaveLength(2));
    expect(inputsOf('visits.revise')).toMatchObject([
      { visitId: VISIT_ID, visit: { visitedOn: '2026-10-01', visitedAtTime: '10:30', result: 'met' } },
      { visitId: VISIT_ID, visit: { result: 'absent' } },
    ]);
  });
});

describe('a visit that was being written', () => {
  const KEPT = {
    body: JSON.stringify({
      base: null,
      value: {
        visitedOn: '令和8年10月1日',
        time: '',
        method: 'phone',
        result: null,
        signs: [],
        visitorId: null,
        note: '新聞',
      },
    }),
    savedAt: '2026-10-15T03:00:00.000Z',
  };

  it('opens with its text, says so, and is discarded once it is saved', async () => {
    const { inputsOf, onClose } = await open({ 'drafts.find': () => KEPT });
    expect(note().value).toBe('新聞');
    expect(radio('電話').checked).toBe(true);
    expect(screen.getByText('前回の書きかけを戻しました')).toBeTruthy();
    await press('w', '{Enter}');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(inputsOf('visits.record')).toMatchObject([{ visit: { note: '新聞', visitedOn: '2026-10-01' } }]);
    await waitFor(() => expect(inputsOf('drafts.discard')).toEqual([{ key: `visit:${PERSON.id}` }]));
    expect(inputsOf('drafts.keep')).toEqual([]);
  });

  it('stays kept when saving is refused, and is discarded when she closes without saving', async () => {
    const { inputsOf } = await open({
      'drafts.find': () => KEPT,
      'visits.record': () => {
        throw new FakeRefusal('disk_full');
      },
    });
    await press('w', '{Enter}');
    await waitFor(() => expect(inputsOf('visits.record')).toHaveLength(1));
    expect(inputsOf('drafts.discard')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await userEvent.click(await screen.findByRole('button', { name: '保存せずに閉じる' }));
    await waitFor(() => expect(inputsOf('drafts.discard')).toEqual([{ key: `visit:${PERSON.id}` }]));
  });

  it('is not saved by the Enter that settles a conversion after it was brought back', async () => {
    const { inputsOf } = await open({ 'drafts.find': () => KEPT });
    await press('w');
    note().focus();
    fireEvent.compositionStart(note());
    fireEvent.keyDown(note(), { key: 'Enter', code: 'Enter', keyCode: 229, isComposing: true });
    fireEvent.submit(screen.getByRole('form', { name: '見守りの記録' }));
    fireEvent.compositionEnd(note());
    expect(inputsOf('visits.record')).toEqual([]);
  });
});
