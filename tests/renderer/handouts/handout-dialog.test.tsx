// Before something leaves: a name of the register in who receives it or what for is said with the words found, and what was typed stays.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import type { HandoutKind, HandoutReason } from '#shared/contract/handouts.contract.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';

afterEach(clearScreen);

const USUAL: HandoutReason = { recipient: '見本区社協', purpose: '毎月の報告' };
const NAME = '見本ハル';

const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
const purpose = () => box(/^目的/u);
const submit = () => userEvent.click(screen.getByRole('button', { name: '書き出す' }));

/** Main finds the one name in what was typed, as it stands there. */
async function show(kind: HandoutKind, failing = { isLocked: false }) {
  const sent = vi.fn(async (_handout: HandoutReason) => {});
  const closed = vi.fn();
  const found = (text: string) => (text.includes(NAME) ? [NAME] : []);
  await showScreen(
    <HandoutDialog
      kind={kind}
      title="書き出す前に"
      amount="1ファイル"
      submitLabel="書き出す"
      pendingText="書き出しています"
      usual={USUAL}
      onSubmit={sent}
      onClose={closed}
    />,
    {
      'handouts.findNames': (reason) => {
        if (failing.isLocked) throw new FakeRefusal('locked');
        return {
          recipient: found(reason.recipient),
          purpose: found(reason.purpose),
          isRefused: reason.kind === 'month_summary',
        };
      },
    },
  );
  await screen.findByRole('dialog');
  return { sent, closed };
}

describe('a summary', () => {
  it('does not leave while somebody is named; the words stay, and without the name it leaves', async () => {
    const { sent, closed } = await show('month_summary');
    await userEvent.type(purpose(), `（${NAME}さんの件）`);
    await submit();
    expect(
      (await screen.findAllByText(/お名前と思われる言葉（「見本ハル」）が入っています。お名前を消して/u)).length,
    ).toBeGreaterThan(0);
    await submit();
    expect(sent).not.toHaveBeenCalled();
    expect(purpose().value).toBe(`毎月の報告（${NAME}さんの件）`);
    await userEvent.clear(purpose());
    await userEvent.type(purpose(), '毎月の報告');
    await submit();
    await waitFor(() => expect(closed).toHaveBeenCalledOnce());
    expect(sent.mock.calls).toEqual([[USUAL]]);
  });
});

describe('what tells of people anyway', () => {
  it('says once that somebody is named and that it stays in the ledger, and leaves when she presses again', async () => {
    const { sent } = await show('meeting_packet');
    await userEvent.type(box(/^渡す先/u), `（${NAME}様）`);
    await submit();
    expect(await screen.findByText('台帳の方のお名前と思われる言葉（「見本ハル」）が入っています。')).toBeDefined();
    expect(sent).not.toHaveBeenCalled();
    await submit();
    await waitFor(() => expect(sent).toHaveBeenCalledOnce());
  });

  it('says it anew for other words', async () => {
    const { sent } = await show('meeting_packet');
    await userEvent.type(purpose(), NAME);
    await submit();
    await screen.findByText(/入っています。$/u);
    await userEvent.type(purpose(), 'さん');
    expect(screen.queryByText(/入っています。$/u)).toBeNull();
    await submit();
    await screen.findByText(/入っています。$/u);
    expect(sent).not.toHaveBeenCalled();
  });

  it('leaves at once where nobody is named', async () => {
    const { sent } = await show('meeting_packet');
    await submit();
    await waitFor(() => expect(sent.mock.calls).toEqual([[USUAL]]));
  });

  it('does not leave where it could not be looked for names', async () => {
    const failing = { isLocked: true };
    const { sent } = await show('meeting_packet', failing);
    await submit();
    expect(await screen.findByText(/台帳はロックされています/u)).toBeDefined();
    expect(sent).not.toHaveBeenCalled();
    failing.isLocked = false;
    await submit();
    await waitFor(() => expect(sent).toHaveBeenCalledOnce());
  });
});
