// The monthly summary on screen: marked as 試行, ＊ as it came, provisional months told apart, and the export.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ReportsScreen } from '#renderer/features/reports/reports-screen.tsx';
import type { MonthlySummary, SafeValue } from '#shared/contract/reports.contract.ts';
import { asCalendarMonth } from '#shared/model/calendar-date.ts';
import { fileTokenSchema } from '#shared/model/ids.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { PURPOSE, RECIPIENT, sayWhoReceivesIt } from '../support/handout.ts';

afterEach(clearScreen);

const MONTHS = ['2026-10', '2026-09', '2026-08'].map(asCalendarMonth);
const NOTE = '＊は少人数（10人未満）の保護のため非表示です。';

const table = (id: string, title: string, columns: string[], rows: SafeValue[][], total: SafeValue[] | null) => ({
  id,
  title,
  rowHeading: '区分',
  columns,
  rows: rows.map((values, index) => ({ code: `${id}-${index}`, label: `${title} ${index}`, values })),
  total,
  note: NOTE,
});

const summaryOf = (month: string, isProvisional: boolean, value: SafeValue = 40): MonthlySummary => ({
  month: asCalendarMonth(month),
  registerName: '見本 見守り台帳',
  threshold: 10,
  isProvisional,
  tables: [
    table('persons_flow', '動き', ['人数（人）'], [[value]], null),
    table(
      'visits_by_method',
      '方法別',
      ['延べ（件）', '実人数（人）'],
      [[value, value], value === 0 ? [0, 0] : ['＊', '＊']],
      [value, value],
    ),
    table('consultations_by_content', '内容別', ['件数（件）', '実人数（人）'], [[value, value]], [value, value]),
  ],
});

const register = (overrides: Parameters<typeof showScreen>[1] = {}) =>
  ({
    'reports.months': () => MONTHS,
    'reports.monthly': ({ month }: { month: string }) => summaryOf(month, month === '2026-10'),
    'reports.trend': () =>
      MONTHS.toReversed().map((month) => ({
        month,
        watched: 40,
        visits: '＊',
        visitedPersons: '＊',
        consultations: 12,
      })),
    'reports.exportMonth': () => ({
      folder: fileTokenSchema.parse('00000000-0000-4000-8000-900000000001'),
      folderName: '提出用',
      files: ['a.xlsx', 'a.csv', 'a.pdf'],
    }),
    'files.reveal': () => ({}),
    ...overrides,
  }) as Parameters<typeof showScreen>[1];

describe('the monthly summary on screen', () => {
  it('begins with the last month that is over, marked as 試行', async () => {
    const shown = await showScreen(<ReportsScreen month={null} />, register());
    await screen.findByText('試行');
    expect(shown.inputsOf('reports.monthly')).toContainEqual({ month: '2026-09' });
    expect(screen.getByRole('button', { name: /^書き出す/u })).toBeDefined();
  });

  it('shows ＊ in the table, with the footnote under it', async () => {
    await showScreen(<ReportsScreen month={null} />, register());
    await userEvent.click(await screen.findByRole('tab', { name: '見守り' }));
    const shownTable = await screen.findByRole('table', { name: '方法別' });
    expect(within(shownTable).getAllByText('＊')).toHaveLength(2);
    expect(screen.getByText(NOTE)).toBeDefined();
  });

  it('marks a month that goes on and offers no export of it', async () => {
    await showScreen(<ReportsScreen month={asCalendarMonth('2026-10')} />, register());
    await screen.findByText(/この月はまだ終わっていません/u);
    expect(screen.queryByRole('button', { name: /^書き出す/u })).toBeNull();
  });

  it('says what an empty month means', async () => {
    const empty = { 'reports.monthly': ({ month }: { month: string }) => summaryOf(month, false, 0) };
    await showScreen(<ReportsScreen month={null} />, register(empty as Parameters<typeof showScreen>[1]));
    expect(await screen.findByText('この月の記録はありません')).toBeDefined();
  });

  it('goes to the month before', async () => {
    const shown = await showScreen(<ReportsScreen month={null} />, register());
    await userEvent.click(await screen.findByRole('button', { name: '前の月' }));
    await waitFor(() => expect(shown.path()).toContain('2026-08'));
  });

  it('writes the month out and opens the folder', async () => {
    const shown = await showScreen(<ReportsScreen month={null} />, register());
    await userEvent.click(await screen.findByRole('button', { name: /^書き出す/u }));
    await sayWhoReceivesIt('書き出す');
    await screen.findByText('「提出用」に3つのファイルを書き出しました。');
    expect(screen.getByText('a.xlsx')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'フォルダを開く' }));
    await waitFor(() => expect(shown.inputsOf('files.reveal')).toHaveLength(1));
  });

  it('asks first who receives it and what for, and offers who received something before', async () => {
    const shown = await showScreen(
      <ReportsScreen month={null} />,
      register({ 'handouts.reasons': () => [{ kind: 'month_summary', recipient: RECIPIENT, purpose: PURPOSE }] }),
    );
    await userEvent.click(await screen.findByRole('button', { name: /^書き出す/u }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('外へ出るもの：3ファイル（Excel・CSV・PDF）・個人の情報なし')).toBeDefined();
    expect(dialog.getByRole<HTMLInputElement>('textbox', { name: /^渡す先/u }).value).toBe(RECIPIENT);
    await userEvent.clear(dialog.getByRole('textbox', { name: /^目的/u }));
    await userEvent.click(dialog.getByRole('button', { name: '書き出す' }));
    expect(dialog.getAllByText('目的を入れてください。').length).toBeGreaterThan(0);
    expect(shown.inputsOf('reports.exportMonth')).toEqual([]);
  });

  it('says calmly that an export was cancelled', async () => {
    const cancelled = () => {
      throw new FakeRefusal('cancelled');
    };
    await showScreen(<ReportsScreen month={null} />, register({ 'reports.exportMonth': cancelled }));
    await userEvent.click(await screen.findByRole('button', { name: /^書き出す/u }));
    await sayWhoReceivesIt('書き出す');
    expect(await screen.findByText('取りやめました。何も変わっていません。')).toBeDefined();
  });
});
