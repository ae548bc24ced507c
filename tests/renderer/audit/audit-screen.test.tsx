// The screen of the trail of deeds: rows in plain words, filters, pages, the verdict of the check. All people are invented.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { AuditScreen } from '#renderer/features/audit/audit-screen.tsx';
import { OlderRegisterNotice } from '#renderer/features/audit/trail-check.tsx';
import type { TrailRow } from '#shared/contract/audit.contract.ts';
import { clearScreen, showScreen } from '../support/fake-register.tsx';
import { sayWhoReceivesIt } from '../support/handout.ts';
import { personIdOf } from '../support/shown-people.ts';

afterEach(clearScreen);

const row = (sequence: number, changes: Partial<TrailRow> = {}): TrailRow => ({
  sequence,
  at: '2026-10-15T03:00:00.000Z',
  actor: '見本 花子',
  operation: 'people.get',
  subject: { personId: personIdOf(1), name: '架空 花', registerNumber: 1 },
  detail: {},
  ...changes,
});

const ROWS = [
  row(4),
  row(3, { subject: { personId: personIdOf(2), name: null, registerNumber: null } }),
  row(2, { operation: 'meetings.printPacket', subject: null, detail: { copies: 12 } }),
  row(1, { operation: 'vault.create', subject: null }),
];

interface Standing {
  readonly standing: 'same' | 'older' | 'different' | 'unknown';
  readonly missing: number;
}
const SAME: Standing = { standing: 'same', missing: 0 };

async function open({ total = 4, brokenAt = null as { sequence: number; at: string } | null, standing = SAME } = {}) {
  const shown = await showScreen(<AuditScreen personId={null} />, {
    'audit.list': ({ before }) => ({
      rows: ROWS,
      total,
      next: before === null && total > 200 ? 1 : null,
      actors: ['見本 花子', '見本 太郎'],
    }),
    'audit.standing': () => standing,
    'audit.verify': () => ({ rows: total, brokenAt }),
    'audit.exportTrail': () => ({
      folder: personIdOf(9) as never,
      folderName: '書類',
      file: '操作の記録.csv',
      rows: 4,
    }),
  });
  await screen.findByRole('heading', { level: 1, name: '操作の記録' });
  await screen.findByText(/新しい順に/u);
  return shown;
}

describe('the trail of deeds', () => {
  it('says who did what to whose record, and that a name is gone', async () => {
    await open();
    const rows = screen.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows[1]).toContain('見本 花子');
    expect(rows[1]).toContain('R8.10.15 ');
    expect(rows[1]).toContain('記録を見た');
    expect(rows[1]).toContain('架空 花さん');
    expect(rows[2]).toContain('消された方');
    expect(rows[3]).toContain('連絡会の資料をつくった');
    expect(rows[3]).toContain('12部');
  });

  it('asks main for what is chosen', async () => {
    const { inputsOf } = await open();
    await userEvent.click(screen.getByRole('button', { name: /種類/u }));
    await userEvent.click(within(screen.getByRole('listbox')).getByText('印刷した'));
    await waitFor(() => expect(inputsOf('audit.list').at(-1)).toMatchObject({ kind: 'printed', before: null }));
  });

  it('turns the page', async () => {
    const { inputsOf } = await open({ total: 300 });
    await userEvent.click(screen.getByRole('button', { name: '古い方へ' }));
    await waitFor(() => expect(inputsOf('audit.list').at(-1)).toMatchObject({ before: 1 }));
    await waitFor(() => expect(screen.getByRole('button', { name: '古い方へ' })).toHaveProperty('disabled', true));
  });

  it('says in plain words that the trail is whole, or where it is not and whom to tell', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: '書きかえがないか確かめる' }));
    expect((await screen.findByRole('alert')).textContent).toContain('操作の記録4件は、すべて書かれた時のままです。');
    clearScreen();
    await open({ brokenAt: { sequence: 2, at: '2026-10-15T03:00:00.000Z' } });
    await userEvent.click(screen.getByRole('button', { name: '書きかえがないか確かめる' }));
    const alert = (await screen.findByRole('alert')).textContent;
    expect(alert).toContain('令和8年10月15日');
    expect(alert).toContain('書かれた時のままではありません');
    expect(alert).toContain('担当へ知らせてください');
  });

  it('says what was written out, and that it names nobody', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: '書き出す（CSV）' }));
    await sayWhoReceivesIt('書き出す');
    expect((await screen.findByRole('alert')).textContent).toContain('「書類」に4件を書き出しました。');
  });
});

describe('the warning of an older register', () => {
  it.each<[Standing, string]>([
    [{ standing: 'older', missing: 3 }, '前に使った時より古い内容です'],
    [{ standing: 'different', missing: 0 }, '前に使った時の続きではありません'],
    [{ standing: 'unknown', missing: 0 }, '確かめられませんでした'],
  ])('is shown with what to do, until it was read: %o', async (standing, words) => {
    await showScreen(<OlderRegisterNotice />, { 'audit.standing': () => standing });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain(words);
    expect(alert.textContent).toContain('担当へ知らせてください');
    await userEvent.click(screen.getByRole('button', { name: '読みました' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not shown when the register goes on from where it was', async () => {
    const { inputsOf } = await showScreen(<OlderRegisterNotice />, { 'audit.standing': () => SAME });
    await waitFor(() => expect(inputsOf('audit.standing')).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
