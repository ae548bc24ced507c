// @vitest-environment jsdom
// 「鍵と担当者」: who has a key, joining and leaving, a new recovery code step by step. All people are invented.
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { KeysScreen } from '#renderer/features/vault/keys-screen.tsx';
import { calendarDateOf } from '#shared/model/calendar-date.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { HANAKO, statusWith, TARO } from '../support/shown-vault.ts';

afterEach(clearScreen);

const SINCE = '2026-10-15T03:00:00.000Z';
const OWN = 'tsuki-hoshi-kaze-42';
const GROUPS = ['R49P', '02PY', 'ZN1A', 'GA4D', '6S4T', 'SBW5', '048X'];

async function open({ since = SINCE as string | null, isOwnRight = true, isRetyped = true } = {}) {
  const status = statusWith({ state: 'unlocked', unlockedBy: HANAKO.name, recoveryCodeSince: since });
  const guarded = <Value,>(value: Value) => {
    if (!isOwnRight) {
      throw new FakeRefusal('wrong_passphrase');
    }
    return value;
  };
  const shown = await showScreen(<KeysScreen />, {
    'vault.status': () => status,
    'vault.coordinators': () => ({
      coordinators: [
        { ...HANAKO, since: SINCE, isSelf: true },
        { ...TARO, since: SINCE, isSelf: false },
      ],
    }),
    'vault.addCoordinator': () => guarded(status),
    'vault.renameCoordinator': () => guarded(status),
    'vault.removeCoordinator': () => guarded({ backups: 3, backupsUntil: calendarDateOf(2027, 11, 1) }),
    'vault.drawRecoveryCode': () => guarded({ groups: GROUPS, asked: [1, 4], drawnAt: SINCE }),
    'vault.printRecoveryCode': () => ({ isPrinted: true }),
    'vault.confirmRecoveryCode': () => {
      if (!isRetyped) {
        throw new FakeRefusal('recovery_code_not_confirmed', { 'groups.1': 'unreadable' });
      }
      return status;
    },
  });
  await screen.findByText(`${TARO.name}さん`);
  return shown;
}

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));
const typeOwn = () => userEvent.type(screen.getByLabelText('あなたの合言葉'), OWN);

describe('the coordinators', () => {
  it('are named with the day since when, and who is logged in cannot be taken out', async () => {
    await open();
    const [self, other] = within(screen.getByRole('list', { name: '担当者' })).getAllByRole('listitem');
    expect(self?.textContent).toContain('令和8年10月15日から');
    expect(self?.textContent).toContain('いま開いている方');
    expect(self?.textContent).not.toContain('外す');
    expect(other?.textContent).toContain('外す');
  });

  it('are joined by one who types their own passphrase twice', async () => {
    const shown = await open();
    await press('担当者を足す');
    await userEvent.type(screen.getByRole('textbox', { name: /^担当者のお名前/u }), '見本 次郎');
    await userEvent.type(screen.getByLabelText(/の合言葉（12文字以上）/u), 'umi-kaze-tsubame-77');
    await typeOwn();
    await press('担当者に足す');
    expect(screen.getAllByText('2回の合言葉が同じではありません。').length).toBeGreaterThan(0);
    expect(shown.inputsOf('vault.addCoordinator')).toEqual([]);
    await userEvent.type(screen.getByLabelText(/の合言葉（もう一度）/u), 'umi-kaze-tsubame-77');
    await press('担当者に足す');
    expect(shown.inputsOf('vault.addCoordinator')).toEqual([
      { coordinator: '見本 次郎', passphrase: 'umi-kaze-tsubame-77', ownPassphrase: OWN },
    ]);
  });

  it('lose one only after it was said what that means, and then it is said what still opens', async () => {
    const shown = await open();
    await press(`${TARO.name}さんを外す`);
    expect(screen.getByText(/台帳の鍵を新しくします/u)).toBeTruthy();
    await typeOwn();
    await press('外して、鍵を新しくする');
    expect(shown.inputsOf('vault.removeCoordinator')).toEqual([{ slot: TARO.slot, ownPassphrase: OWN }]);
    expect(await screen.findByText(/控え3個は.*令和9年11月1日ごろまで/u)).toBeTruthy();
  });

  it('are not touched without the own passphrase', async () => {
    const shown = await open();
    await press(`${TARO.name}さんを外す`);
    await press('外して、鍵を新しくする');
    expect((await screen.findByRole('alert')).textContent).toContain('あなたの合言葉を入れてください。');
    expect(shown.inputsOf('vault.removeCoordinator')).toEqual([]);
  });

  it('stay as they are when the own passphrase is wrong, and it is said whose', async () => {
    await open({ isOwnRight: false });
    await press(`${TARO.name}さんのお名前を直す`);
    await userEvent.type(screen.getByRole('textbox', { name: /^担当者のお名前/u }), '郎');
    await typeOwn();
    await press('直す');
    expect((await screen.findByRole('alert')).textContent).toContain(
      'あなたの合言葉が違います。何も変わっていません。',
    );
    expect(screen.getByRole('textbox', { name: /^担当者のお名前/u })).toHaveProperty('value', `${TARO.name}郎`);
  });
});

async function draw(options: Parameters<typeof open>[0] = {}) {
  const shown = await open(options);
  await press(/^回復用コードを作/u);
  await typeOwn();
  await press('コードを作る');
  await screen.findByText('02PY');
  return shown;
}

describe('the recovery code', () => {
  it('is missing plainly', async () => {
    await open({ since: null });
    expect(screen.getByText('回復用コードが、まだありません')).toBeTruthy();
    expect(screen.getByText(/あとから同じ紙を印刷することはできません/u)).toBeTruthy();
  });

  it('is shown, printed, hidden, and holds when the two groups are retyped', async () => {
    const shown = await draw();
    await press('紙に印刷する');
    await screen.findByText('プリンターへ送りました');
    await press('紙を確かめる');
    expect(screen.queryByText('02PY')).toBeNull();
    await userEvent.type(screen.getByLabelText('紙の2組目'), '02py');
    await userEvent.type(screen.getByLabelText('紙の5組目'), '6s4t');
    await press('確かめる');
    expect(shown.inputsOf('vault.confirmRecoveryCode')).toEqual([{ groups: ['02py', '6s4t'] }]);
    expect((await screen.findByText('回復用コードができました')).textContent).toBeTruthy();
    expect(screen.getByText(/前の紙はもう使えません/u)).toBeTruthy();
  });

  it('marks the group that is not that of the paper', async () => {
    await draw({ since: null, isRetyped: false });
    await press('手で書き写した');
    await userEvent.type(screen.getByLabelText('紙の2組目'), '02py');
    await userEvent.type(screen.getByLabelText('紙の5組目'), 'xxxx');
    await press('確かめる');
    await screen.findByRole('alert');
    expect(screen.getByLabelText('紙の5組目').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByLabelText('紙の2組目').getAttribute('aria-invalid')).not.toBe('true');
  });
});
