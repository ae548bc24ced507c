// The warning before the auto-lock (WCAG 2.2.1): a minute, one key to go on, said aloud, and taken away when the danger is over.
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AutoLockWarning } from '#renderer/features/vault/auto-lock-warning.tsx';
import { clearScreen, showScreen } from '../support/fake-register.tsx';

afterEach(clearScreen);

async function warn() {
  const shown = await showScreen(
    <>
      <p>画面</p>
      <AutoLockWarning />
    </>,
    { 'vault.noteActivity': () => ({}) },
  );
  await screen.findByText('画面');
  await act(async () => shown.emit({ type: 'auto_lock_warning', seconds: 60 }));
  return shown;
}

describe('the warning', () => {
  it('is an alert with the seconds that are left, which a screen reader is told too', async () => {
    await warn();
    const dialog = await screen.findByRole('alertdialog', { name: 'まもなく台帳をロックします' });
    expect(dialog.textContent).toContain('あと60秒');
    expect(screen.getByRole('status').textContent).toBe('あと60秒以内にロックします。');
  });

  it('is answered with one key: the register stays open and the warning goes', async () => {
    const shown = await warn();
    await screen.findByRole('alertdialog');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('使い続ける'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(shown.inputsOf('vault.noteActivity')).toEqual([{}]);
  });

  it('goes when main says that the danger is over', async () => {
    const shown = await warn();
    await screen.findByRole('alertdialog');
    await act(async () => shown.emit({ type: 'auto_lock_warning', seconds: null }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });
});
