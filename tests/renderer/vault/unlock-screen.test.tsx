// @vitest-environment jsdom
// The lock screen: who is asked for, what a wrong passphrase says, how the waiting looks. All people are invented.
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { UnlockScreen } from '#renderer/features/vault/unlock-screen.tsx';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { HANAKO, statusWith, TARO, type VaultStatus } from '../support/shown-vault.ts';

afterEach(() => {
  clearScreen();
  vi.useRealTimers();
});

async function open(status: VaultStatus, unlock: () => VaultStatus) {
  const shown = await showScreen(
    <UnlockScreen
      status={status}
      onRestore={() => {}}
      onForgotten={() => {}}
      isRestored={false}
      isSwapFinished={false}
      onRefused={() => {}}
    />,
    { 'vault.unlock': unlock, 'vault.status': () => status },
  );
  await screen.findByRole('heading', { name: '台帳を開く' });
  return shown;
}

const box = () => screen.getByLabelText('合言葉');
const unlocked = () => statusWith({ state: 'unlocked', unlockedBy: HANAKO.name });

describe('the lock screen', () => {
  it('asks one coordinator for the passphrase alone', async () => {
    const shown = await open(statusWith(), unlocked);
    expect(screen.queryByRole('radio')).toBeNull();
    await userEvent.type(box(), 'tsuki-hoshi-kaze-42{Enter}');
    expect(shown.inputsOf('vault.unlock')).toEqual([{ passphrase: 'tsuki-hoshi-kaze-42', slot: null }]);
  });

  it('asks several who they are, and tries nothing before it knows', async () => {
    const shown = await open(statusWith({ coordinators: [HANAKO, TARO] }), unlocked);
    await userEvent.type(box(), 'umi-kaze-tsubame-77{Enter}');
    expect(await screen.findByText('お名前を選んでください。')).toBeTruthy();
    expect(shown.inputsOf('vault.unlock')).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: TARO.name }));
    await userEvent.type(box(), '{Enter}');
    expect(shown.inputsOf('vault.unlock')).toEqual([{ passphrase: 'umi-kaze-tsubame-77', slot: TARO.slot }]);
  });

  it('has chosen who was there last', async () => {
    await open(statusWith({ coordinators: [HANAKO, TARO], lastSlot: TARO.slot }), unlocked);
    expect(screen.getByRole('radio', { name: TARO.name })).toHaveProperty('checked', true);
  });

  it('says plainly that the passphrase was wrong, and keeps it', async () => {
    await open(statusWith(), () => {
      throw new FakeRefusal('wrong_passphrase');
    });
    await userEvent.type(box(), 'chigau-aikotoba{Enter}');
    expect((await screen.findByRole('alert')).textContent).toContain('合言葉が違います。台帳は無事です。');
    expect(box()).toHaveProperty('value', 'chigau-aikotoba');
  });

  it('counts the waiting down and lets nobody press meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    vi.setSystemTime('2026-10-15T03:00:00.000Z');
    await open(statusWith({ waitUntil: '2026-10-15T03:01:05.000Z' }), unlocked);
    const button = screen.getByRole('button', { name: '開く' });
    expect(screen.getByRole('timer').textContent).toContain('1分5秒');
    expect(button).toHaveProperty('disabled', true);
    act(() => vi.advanceTimersByTime(5000));
    expect(screen.getByRole('timer').textContent).toContain('1分0秒');
    act(() => vi.advanceTimersByTime(60_000));
    expect(screen.queryByRole('timer')).toBeNull();
  });
});
