// @vitest-environment jsdom
// Toasts and dialogs: what was done can be undone, what was typed is not lost.
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { ToastRegion, toast } from '#renderer/ui/toast.tsx';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('toast', () => {
  it('goes after eight seconds, but not while it is pointed at', () => {
    vi.useFakeTimers();
    render(<ToastRegion />);
    act(() => toast('訪問を記録しました'));
    const message = screen.getByText('訪問を記録しました');
    act(() => vi.advanceTimersByTime(7900));
    fireEvent.mouseEnter(message.parentElement as Element);
    act(() => vi.advanceTimersByTime(20_000));
    expect(screen.queryByText('訪問を記録しました')).not.toBeNull();
    fireEvent.mouseLeave(message.parentElement as Element);
    act(() => vi.advanceTimersByTime(8100));
    expect(screen.queryByText('訪問を記録しました')).toBeNull();
  });

  it('undoes once and goes', () => {
    const undo = vi.fn();
    render(<ToastRegion />);
    act(() => toast('消しました', { undo }));
    fireEvent.click(screen.getByRole('button', { name: '元に戻す' }));
    expect(undo).toHaveBeenCalledTimes(1);
    expect(screen.queryByText('消しました')).toBeNull();
  });
});

describe('Dialog', () => {
  it('asks before it throws away what was typed, and keeps it when told so', async () => {
    const onClose = vi.fn();
    render(
      <Dialog isOpen isDirty onClose={onClose} title="見守りを終える">
        <TextField label="メモ" value="転居" onChange={() => {}} />
      </Dialog>,
    );
    await userEvent.type(screen.getByLabelText('メモ'), '{Escape}');
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '続けて書く' }));
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: '閉じる' }));
    await userEvent.click(screen.getByRole('button', { name: '保存せずに閉じる' }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

describe('PasswordField', () => {
  it('warns of full-width letters and shows the text on demand', async () => {
    const { rerender } = render(<PasswordField label="合言葉" value="himitsu" onChange={() => {}} />);
    expect(screen.queryByText(/全角/)).toBeNull();
    rerender(<PasswordField label="合言葉" value="ｈｉｍｉｔｓｕ" onChange={() => {}} />);
    expect(screen.getByText(/全角/)).toBeTruthy();
    const input = screen.getByLabelText<HTMLInputElement>('合言葉');
    expect(input.type).toBe('password');
    await userEvent.click(screen.getByRole('button', { name: '文字を見る' }));
    expect(input.type).toBe('text');
  });
});
