// 区のまとめ on the screen: folders are opened, what contradicts is settled first, and the way out opens only after the check. Invented 地域.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { WardScreen } from '#renderer/features/ward/ward-screen.tsx';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import type { WardFinding, WardSummary } from '#shared/contract/ward.contract.ts';
import { fileTokenSchema } from '#shared/model/ids.ts';
import { inventedReport } from '../publications/invented-report.ts';
import { clearScreen, FakeRefusal, showScreen } from '../support/fake-register.tsx';
import { PURPOSE, RECIPIENT, sayWhoReceivesIt } from '../support/handout.ts';

afterEach(clearScreen);

const NOTHING: WardSummary = { packages: [], findings: [], verdict: null, tables: [] };

const idOf = (number: number) => `0190b6d2-7c1e-4000-8000-00000000000${number}`;

const packageOf = (number: number, registerName: string, month: string): WardSummary['packages'][number] => ({
  id: idOf(number),
  folderName: `集計_${month}_${registerName}`,
  register: registerName,
  registerName,
  formerNames: [],
  publication: `第${number}号`,
  period: month,
  month,
  tables: 4,
  k: 5,
});

const PACKAGES = [
  packageOf(1, '北部地域', '2026-04'),
  packageOf(2, '北部地域', '2026-05'),
  packageOf(3, '中部地域', '2026-04'),
];
const [FIRST, , LAST] = PACKAGES;

const tableIn = (spanTitle: string): ReportTable => {
  const [table] = inventedReport().sections.flatMap(({ tables }) => tables);
  if (!table) throw new Error('the invented report has no table');
  return { ...table, title: `区の表 ${spanTitle}`, spanTitle };
};
const TABLES = [tableIn('2026年4月'), tableIn('2026年5月')];

const CONTRADICTION = '北部地域の2026年4月分と5月分の数字が合いません。';
const finding = (tone: WardFinding['tone'], sentence: string, numbers: readonly number[]): WardFinding => ({
  tone,
  sentence,
  packages: PACKAGES.filter(({ id }) => numbers.map(idOf).includes(id)).map(({ id, folderName }) => ({
    id,
    folderName,
  })),
});

const SAFE = {
  isSafe: true,
  sentence: '＊の8か所は、数字を特定できないことを確かめました。',
  hidden: 8,
  determined: 0,
};
const UNSAFE = { isSafe: false, sentence: '＊の2か所が、計算で分かってしまいます。', hidden: 8, determined: 2 };

const opened = (changes: Partial<WardSummary> = {}): WardSummary => ({
  ...NOTHING,
  packages: PACKAGES,
  tables: TABLES,
  ...changes,
});

/** A desk that answers what is on it; each deed puts there what the test says. */
async function show(
  first: WardSummary,
  deeds: Partial<Record<'open' | 'leaveOut' | 'check', WardSummary | FakeRefusal>> = {},
) {
  let desk = first;
  const become = (next: WardSummary | FakeRefusal | undefined) => () => {
    if (next instanceof FakeRefusal) throw next;
    desk = next ?? desk;
    return desk;
  };
  return showScreen(<WardScreen />, {
    'ward.summary': () => desk,
    'ward.open': become(deeds.open),
    'ward.leaveOut': become(deeds.leaveOut),
    'ward.check': become(deeds.check),
    'ward.clear': become(NOTHING),
    'ward.publish': () => ({
      folder: fileTokenSchema.parse(idOf(9)),
      folderName: '提出用',
      files: ['区のまとめ.xlsx', '区のまとめ.csv'],
    }),
  });
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const press = (name: string) => userEvent.click(button(name));
const openFolders = async () => userEvent.click(await screen.findByRole('button', { name: '地域の集計を開く' }));

describe('opening what the 地域 gave out', () => {
  it('shows which 地域 has which month, and the tables of one span at a time', async () => {
    await show(NOTHING, { open: opened() });
    await openFolders();
    expect(await screen.findByText('開いている集計（2地域・3件）')).toBeDefined();
    const rows = screen.getAllByRole('row').map((row) => row.textContent);
    expect(rows.slice(0, 3)).toEqual([
      '地域2026年4月2026年5月少人数の基準',
      '北部地域4表4表5人未満を＊',
      '中部地域4表なし5人未満を＊',
    ]);
    expect(screen.getByRole('region', { name: '区の表 2026年4月の表' })).toBeDefined();
    expect(screen.queryByRole('region', { name: '区の表 2026年5月の表' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: /期間/u }));
    await userEvent.click(await screen.findByRole('option', { name: '2026年5月' }));
    expect(await screen.findByRole('region', { name: '区の表 2026年5月の表' })).toBeDefined();
    expect(screen.queryByRole('region', { name: '区の表 2026年4月の表' })).toBeNull();
  });

  it('says quietly what a 地域 was called before, and tells two of one name apart', async () => {
    const named = (one: (typeof PACKAGES)[number], register: string, registerName: string, formerNames: string[]) => ({
      ...one,
      ...{ register, registerName, formerNames },
    });
    const [a, b, c] = PACKAGES as [(typeof PACKAGES)[number], (typeof PACKAGES)[number], (typeof PACKAGES)[number]];
    await show(
      opened({
        packages: [
          named(a, 'one', '中央地域', ['北部地域']),
          named(b, 'one', '中央地域', ['北部地域']),
          named(c, 'two', '中部地域（台帳 3f9a）', []),
          named({ ...a, id: idOf(4) }, 'three', '中部地域（台帳 81c0）', []),
        ],
      }),
    );
    expect(await screen.findByText('開いている集計（3地域・4件）')).toBeDefined();
    const headings = screen.getAllByRole('rowheader').map((heading) => heading.textContent);
    expect(headings.slice(0, 3)).toEqual(['中央地域旧：北部地域', '中部地域（台帳 3f9a）', '中部地域（台帳 81c0）']);
  });

  it('says so when there is no package in the folder, and nothing when she closed the choice', async () => {
    await show(NOTHING, { open: new FakeRefusal('no_package') });
    await openFolders();
    expect(await screen.findByText(/地域から受け取った集計（cells.csv と facts.json）が見つかりません/u)).toBeDefined();
    clearScreen();
    const shown = await show(NOTHING, { open: new FakeRefusal('cancelled') });
    await openFolders();
    await waitFor(() => expect(shown.inputsOf('ward.open')).toHaveLength(1));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(button('地域の集計を開く')).toBeDefined();
  });

  it('shows ＊ as ＊, and what stands behind it nowhere', async () => {
    await show(opened());
    const table = within(await screen.findByRole('region', { name: '区の表 2026年4月の表' }));
    const cells = table.getAllByRole('cell').map((cell) => cell.textContent);
    const expected = TABLES[0]?.rows.flatMap(({ cells: own }) => own.map(({ shown }) => shown.toLocaleString('ja-JP')));
    expect(cells).toEqual(expected);
    expect(cells).toContain('＊');
  });

  it('is forgotten when she clears the desk', async () => {
    await show(opened());
    await screen.findByText('開いている集計（2地域・3件）');
    await press('すべて片づける');
    expect(await screen.findByText('各地域の集計を開くと、ここで1つの表になります')).toBeDefined();
    expect(screen.queryByText('北部地域')).toBeNull();
  });
});

describe('packages that contradict each other', () => {
  const contradicting = opened({ tables: [], findings: [finding('error', CONTRADICTION, [1, 2])] });

  it('are named, and nothing can be checked or written out', async () => {
    const shown = await show(NOTHING, { open: contradicting });
    await openFolders();
    expect(await screen.findByText(CONTRADICTION)).toBeDefined();
    expect(button('安全を確かめる').disabled).toBe(true);
    await press('安全を確かめる');
    expect(shown.inputsOf('ward.check')).toEqual([]);
    expect(screen.queryByRole('button', { name: '書き出す（Excel・CSV）' })).toBeNull();
    expect(screen.queryByText('区の表')).toBeNull();
  });

  it('are settled by leaving one of them out', async () => {
    const rest = opened({ packages: PACKAGES.slice(1) });
    const shown = await show(contradicting, { leaveOut: rest });
    await screen.findByText(CONTRADICTION);
    await userEvent.click(screen.getAllByRole('button', { name: `「${FIRST?.folderName}」を外す` })[0] as HTMLElement);
    expect(await screen.findByText('開いている集計（2地域・2件）')).toBeDefined();
    expect(screen.queryByText(CONTRADICTION)).toBeNull();
    expect(shown.inputsOf('ward.leaveOut')).toEqual([{ packageId: idOf(1) }]);
    expect(button('安全を確かめる').disabled).toBe(false);
  });

  it('are told apart from what is only good to know, which stops nothing', async () => {
    const findings = [
      finding('warning', '中部地域の2026年5月分がありません。', []),
      finding('info', '同じものが2つあったので、一つだけ使っています。', []),
    ];
    await show(opened({ findings }));
    expect(await screen.findByText('知っておいてください（まとめることはできます）')).toBeDefined();
    expect(screen.getByText('中部地域の2026年5月分がありません。')).toBeDefined();
    expect(screen.getByText('同じものが2つあったので、一つだけ使っています。')).toBeDefined();
    expect(button('安全を確かめる').disabled).toBe(false);
  });
});

describe('writing the ward’s tables out', () => {
  it('is possible only after a check that found nothing, and says who receives it', async () => {
    const shown = await show(opened(), { check: opened({ verdict: SAFE }) });
    await screen.findByText('開いている集計（2地域・3件）');
    expect(screen.queryByRole('button', { name: '書き出す（Excel・CSV）' })).toBeNull();
    await press('安全を確かめる');
    expect(await screen.findByText(SAFE.sentence)).toBeDefined();
    await press('書き出す（Excel・CSV）');
    await sayWhoReceivesIt('書き出す');
    expect(await screen.findByText('「提出用」に2つのファイルを書き出しました。')).toBeDefined();
    expect(shown.inputsOf('ward.publish')).toEqual([{ handout: { recipient: RECIPIENT, purpose: PURPOSE } }]);
  });

  it('stays shut where something can be worked out', async () => {
    await show(opened(), { check: opened({ verdict: UNSAFE }) });
    await screen.findByText('開いている集計（2地域・3件）');
    await press('安全を確かめる');
    expect(await screen.findByText(UNSAFE.sentence)).toBeDefined();
    expect(screen.queryByRole('button', { name: '書き出す（Excel・CSV）' })).toBeNull();
  });

  it('is shut again when what is open changes after the check', async () => {
    const rest = opened({ packages: PACKAGES.slice(0, 2) });
    await show(opened({ verdict: SAFE }), { leaveOut: rest });
    expect(await screen.findByRole('button', { name: '書き出す（Excel・CSV）' })).toBeDefined();
    await userEvent.click(screen.getByText('フォルダごとに見る・外す'));
    await press(`「${LAST?.folderName}」を外す`);
    expect(await screen.findByRole('button', { name: '安全を確かめる' })).toBeDefined();
    expect(screen.queryByRole('button', { name: '書き出す（Excel・CSV）' })).toBeNull();
  });

  it('says how far the check is', async () => {
    let end = () => {};
    const waiting = new Promise<WardSummary>((resolve) => {
      end = () => resolve(opened({ verdict: SAFE }));
    });
    let desk = opened();
    const shown = await showScreen(<WardScreen />, {
      'ward.summary': () => desk,
      'ward.check': async () => {
        desk = await waiting;
        return desk;
      },
    });
    await screen.findByText('開いている集計（2地域・3件）');
    await press('安全を確かめる');
    expect(await screen.findByText('開いた集計を組み合わせています')).toBeDefined();
    shown.emit({
      type: 'progress',
      operation: 'ward.check',
      done: 3,
      total: 8,
      step: '＊の8か所のうち3か所を確かめました',
    });
    expect(await screen.findByText('＊の8か所のうち3か所を確かめました')).toBeDefined();
    end();
    expect(await screen.findByText(SAFE.sentence)).toBeDefined();
  });
});
