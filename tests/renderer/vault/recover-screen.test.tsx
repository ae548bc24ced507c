// @vitest-environment jsdom
// A forgotten passphrase: code, who, new passphrase; and what is said when the code is not the register's. All people are invented.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { RecoverScreen } from '#renderer/features/vault/recover-screen.tsx';
import { writeRecoveryCode } from '#shared/model/recovery-code.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { HANAKO, statusWith, TARO, type VaultStatus } from '../support/shown-vault.ts';

afterEach(clearScreen);

const CODE = writeRecoveryCode(Uint8Array.from({ length: 16 }, (_, at) => at * 7)).join('-');
const PASSPHRASE = 'yama-kawa-sora-2027';

async function open(
  status: VaultStatus,
  recover: () => VaultStatus = () => statusWith({ state: 'unlocked' }),
  code = '',
) {
  const shown = await showScreen(<RecoverScreen status={status} initialCode={code} onBack={() => {}} />, {
    'vault.recover': recover,
    'vault.status': () => status,
  });
  await screen.findByRole('heading', { level: 1 });
  return shown;
}

const next = () => userEvent.click(screen.getByRole('button', { name: /^次へ/u }));
const typeCode = async (text: string) => {
  await userEvent.click(screen.getByRole('textbox', { name: '回復用コード' }));
  await userEvent.paste(text);
};
const typePassphrase = async () => {
  await userEvent.type(screen.getByLabelText(/^新しい合言葉（12文字以上）/u), PASSPHRASE);
  await userEvent.type(screen.getByLabelText(/^新しい合言葉（もう一度）/u), PASSPHRASE);
  await userEvent.click(screen.getByRole('button', { name: 'この合言葉にして台帳を開く' }));
};

describe('a forgotten passphrase', () => {
  it('does not go on with half a code', async () => {
    await open(statusWith());
    await typeCode(CODE.slice(0, 12));
    await next();
    expect(screen.getByText(/コードは28文字です。続きを入れてください/u)).toBeTruthy();
  });

  it('sends code, slot and passphrase of the only coordinator', async () => {
    const shown = await open(statusWith());
    await typeCode(CODE.toLowerCase());
    await next();
    await typePassphrase();
    expect(shown.inputsOf('vault.recover')).toEqual([
      { code: CODE.toLowerCase(), slot: HANAKO.slot, passphrase: PASSPHRASE },
    ]);
  });

  it('asks several who they are', async () => {
    const shown = await open(statusWith({ coordinators: [HANAKO, TARO] }));
    await typeCode(CODE);
    await next();
    await typePassphrase();
    expect(screen.getAllByText('お名前を選んでください。').length).toBeGreaterThan(0);
    expect(shown.inputsOf('vault.recover')).toEqual([]);
    await userEvent.click(screen.getByRole('radio', { name: TARO.name }));
    await userEvent.click(screen.getByRole('button', { name: 'この合言葉にして台帳を開く' }));
    expect(shown.inputsOf('vault.recover')).toEqual([{ code: CODE, slot: TARO.slot, passphrase: PASSPHRASE }]);
  });

  it('goes back to the code, which is still there, when it is that of another register', async () => {
    await open(statusWith(), () => {
      throw new FakeRefusal('wrong_recovery_code');
    });
    await typeCode(CODE);
    await next();
    await typePassphrase();
    expect((await screen.findByRole('alert')).textContent).toContain('この台帳のコードではありません');
    expect(screen.getByRole('textbox', { name: '回復用コード' })).toHaveProperty('value', CODE);
  });

  it('says what else can be tried when there is no code', async () => {
    await open(statusWith({ recoveryCodeSince: null }));
    expect(screen.getByText('この台帳には、まだ回復用コードがありません。')).toBeTruthy();
    expect(screen.getByText(/ほかの担当者がいるとき/u)).toBeTruthy();
  });

  it('asks for the new passphrase at once when the code has just opened a backup', async () => {
    await open(statusWith(), undefined, CODE);
    expect(screen.getByRole('heading', { name: '新しい合言葉を決める' })).toBeTruthy();
  });
});
