// The way through an import: what is asked, what is shown, and that nothing is written before the last button. All people are invented.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ImportScreen } from '#renderer/features/transfer/import-screen.tsx';
import type { ImportPlan, Ledger, PlanRow } from '#shared/contract/transfer.contract.ts';
import { fileTokenSchema } from '#shared/model/ids.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';

const FILE = fileTokenSchema.parse('00000000-0000-4000-8000-00000000000f');

const LEDGER: Ledger = {
  file: FILE,
  fileName: '名簿.csv',
  encoding: 'cp932',
  headerRow: 2,
  aboveHeader: ['見本地域の名簿'],
  rowCount: 4,
  columns: [
    { index: 0, heading: 'お名前', field: 'name', source: 'name', samples: ['見本 一郎'] },
    { index: 1, heading: '好きなもの', field: 'note', source: 'none', samples: ['将棋'] },
  ],
  sample: [{ row: 3, cells: ['見本 一郎', '将棋'] }],
};

const ROW: Pick<PlanRow, 'kana' | 'place' | 'remark' | 'issues' | 'twin'> = {
  kana: '',
  place: '',
  remark: 'none',
  issues: [],
  twin: null,
};

const PLAN: ImportPlan = {
  file: FILE,
  rows: [
    {
      ...ROW,
      row: 3,
      name: '山﨑 光男',
      verdict: 'new',
      decision: 'add',
      issues: [
        {
          kind: 'kept_as_note',
          reason: 'outside_era',
          field: 'birthOn',
          heading: '生年月日',
          original: '明治100年1月1日',
          taken: '',
          detail: '明治は45年7月30日までです。',
        },
      ],
    },
    {
      ...ROW,
      row: 4,
      name: '山崎 光男',
      verdict: 'duplicate',
      decision: 'merge',
      twin: {
        personId: null,
        row: 3,
        name: '山﨑 光男',
        differences: [{ label: '氏名', here: '山崎 光男', there: '山﨑 光男', afterMerge: '山﨑 光男' }],
      },
    },
    { ...ROW, row: 5, name: '', verdict: 'refused', remark: 'no_name', decision: 'skip' },
    { ...ROW, row: 6, name: '合計', verdict: 'not_a_person', remark: 'total', decision: 'skip' },
  ],
  counts: { new: 1, duplicate: 1, unchanged: 0, refused: 1, notAPerson: 1, doubtful: 1, withoutStart: 1 },
};

const RESULT = { added: 1, merged: 1, skipped: 0, startedToday: 1 };

const show = (answers: Parameters<typeof showScreen>[1] = {}) =>
  showScreen(<ImportScreen />, {
    'transfer.openLedger': () => LEDGER,
    'transfer.planImport': () => PLAN,
    'transfer.applyImport': () => RESULT,
    ...answers,
  });

const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const openTab = async (name: RegExp) => userEvent.click(await screen.findByRole('tab', { name }));

async function goToCheck() {
  await press('ファイルを選ぶ');
  await press(/^次へ（中身/);
  await screen.findByRole('tab', { name: /全体/ });
}

afterEach(clearScreen);

describe('the import', () => {
  it('says what was read and where unknown columns go, and writes nothing', async () => {
    const { calls } = await show();
    await press('ファイルを選ぶ');
    await screen.findByText(/「名簿.csv」を読みました。まだ何も書いていません。/);
    expect(screen.getByText(/2行目を見出しとして/).textContent).toContain(
      '見出しより上の1行（見本地域の名簿）は取り込みません',
    );
    expect(screen.getByText(/1列は、入れる項目がないため/)).toBeTruthy();
    expect(calls.some(({ operation }) => operation === 'transfer.applyImport')).toBe(false);
  });

  it('stays where it is when the dialog is closed', async () => {
    await show({ 'transfer.openLedger': () => null });
    await press('ファイルを選ぶ');
    expect(await screen.findByRole('button', { name: 'ファイルを選ぶ' })).toBeTruthy();
  });

  it('does not go on without a column of names', async () => {
    const columns = LEDGER.columns.map((column) => ({ ...column, field: 'note' as const }));
    await show({ 'transfer.openLedger': () => ({ ...LEDGER, columns }) });
    await press('ファイルを選ぶ');
    await screen.findByText('「氏名」の列が決まっていません。');
    expect((await screen.findByRole('button', { name: /^次へ/ })).hasAttribute('disabled')).toBe(true);
  });

  it('names a doubtful value with its row, its words and the reason', async () => {
    await show();
    await goToCheck();
    await openTab(/見てほしい所/);
    const table = await screen.findByRole('table', { name: '見てほしい所' });
    const row = within(table).getByRole('row', { name: /山﨑 光男/ });
    expect(row.textContent).toContain('3');
    expect(row.textContent).toContain('「明治100年1月1日」');
    expect(row.textContent).toContain('明治は45年7月30日までです。名簿の文字のまま備考に残します。');
  });

  it('names every row that is not entered with its reason', async () => {
    await show();
    await goToCheck();
    await openTab(/入れられない/);
    expect(await screen.findByText(/氏名がないため、入れられません/)).toBeTruthy();
    await openTab(/人の行ではない/);
    expect(await screen.findByText('合計などの行')).toBeTruthy();
  });

  it('shows two that may be one side by side, and sends what was decided', async () => {
    const { inputsOf } = await show();
    await goToCheck();
    await openTab(/同じ方かもしれない/);
    await screen.findByText('4行目の山崎 光男さん と 3行目の山﨑 光男さん');
    await userEvent.click(screen.getByRole('radio', { name: '別の人として入れる' }));
    expect(screen.getByText('2人を入れる')).toBeTruthy();
    await press(/^次へ（取り込む）/);
    await screen.findByText(/新しく2人を入れ、0件をまとめます/);
    expect(inputsOf('transfer.applyImport')).toEqual([]);
    await press('取り込む');
    await screen.findByText('取り込みが終わりました。');
    expect(inputsOf('transfer.applyImport')).toEqual([
      { file: FILE, mapping: ['name', 'note'], decisions: [{ row: 4, decision: 'add' }] },
    ]);
  });

  it('leaves out a new person when told so', async () => {
    const { inputsOf } = await show();
    await goToCheck();
    await openTab(/新しい方/);
    await userEvent.click(await screen.findByRole('checkbox', { name: /3行目の山﨑 光男さん/ }));
    await press(/^次へ（取り込む）/);
    await press('取り込む');
    await waitFor(() => expect(inputsOf('transfer.applyImport')).toHaveLength(1));
    expect(inputsOf('transfer.applyImport')[0]).toMatchObject({ decisions: [{ row: 3, decision: 'skip' }] });
  });

  it('can be walked through with the keyboard alone', async () => {
    const { inputsOf } = await show();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('ファイルを選ぶ'));
    await userEvent.keyboard('{Enter}');
    const next = await screen.findByRole('button', { name: /^次へ（中身/ });
    for (let tabs = 0; document.activeElement !== next && tabs < 20; tabs += 1) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    const enter = await screen.findByRole('button', { name: /^次へ（取り込む）/ });
    for (let tabs = 0; document.activeElement !== enter && tabs < 30; tabs += 1) await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('取り込む'));
    await userEvent.keyboard('{Enter}');
    await screen.findByText('取り込みが終わりました。');
    expect(inputsOf('transfer.applyImport')).toHaveLength(1);
  });

  it('says that nothing was written when the register changed meanwhile', async () => {
    await show({
      'transfer.applyImport': () => {
        throw new FakeRefusal('plan_outdated');
      },
    });
    await goToCheck();
    await press(/^次へ（取り込む）/);
    await press('取り込む');
    expect(await screen.findByText('できませんでした。台帳には何も書いていません。')).toBeTruthy();
    expect(screen.getByText(/取り込みの確認をやり直してください/)).toBeTruthy();
  });
});
