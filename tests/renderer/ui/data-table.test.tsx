// @vitest-environment jsdom
// The register table: order, filters, columns, keyboard, and the meaning of a native table. All people are invented.
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DataTable, type DataTableProps } from '#renderer/ui/data-table.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';

afterEach(cleanup);

type Person = {
  readonly id: string;
  readonly name: string;
  readonly kana: string;
  readonly age: number | null;
  readonly district: string;
};

const PEOPLE: readonly Person[] = [
  { id: '1', name: '渡邊　茂', kana: 'ワタナベ　シゲル', age: 92, district: '堀江' },
  { id: '2', name: '青木　ハル', kana: 'アオキ　ハル', age: null, district: '日吉' },
  { id: '3', name: '髙橋　清', kana: 'タカハシ　キヨシ', age: 7, district: '堀江' },
  { id: '4', name: '小林　千代', kana: 'コバヤシ　チヨ', age: 81, district: '' },
];

const COLUMNS: readonly DataColumn<Person>[] = [
  { id: 'name', header: '氏名', cell: (row) => row.name, sortValue: (row) => row.kana, isRowHeader: true },
  { id: 'age', header: '年齢', cell: (row) => row.age ?? '不明', sortValue: (row) => row.age, align: 'end' },
  { id: 'district', header: '地域', cell: (row) => row.district, filter: 'choice', filterValue: (row) => row.district },
  { id: 'kana', header: 'フリガナ', cell: (row) => row.kana, defaultVisible: false },
];

function show(props: Partial<DataTableProps<Person>> = {}) {
  return render(
    <DataTable
      label="台帳"
      rows={PEOPLE}
      columns={COLUMNS}
      rowId={(row) => row.id}
      countText={(shown, all) => `${all}人中 ${shown}人を表示`}
      {...props}
    />,
  );
}

const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent);
const header = (name: string) => screen.getByRole('columnheader', { name });
const pressHeader = (name: string) => userEvent.click(within(header(name)).getByRole('button'));

describe('order', () => {
  it('is the given one until a column is pressed, then that of the reading, then turned round', async () => {
    show();
    expect(names()[0]).toBe('渡邊　茂');
    await pressHeader('氏名');
    expect(names()).toEqual(['青木　ハル', '小林　千代', '髙橋　清', '渡邊　茂']);
    expect(header('氏名').getAttribute('aria-sort')).toBe('ascending');
    await pressHeader('氏名');
    expect(names()[0]).toBe('渡邊　茂');
    expect(header('氏名').getAttribute('aria-sort')).toBe('descending');
  });

  it('is by number where the values are numbers, what is missing last both ways', async () => {
    show();
    await pressHeader('年齢');
    expect(names()).toEqual(['髙橋　清', '小林　千代', '渡邊　茂', '青木　ハル']);
    await pressHeader('年齢');
    expect(names()).toEqual(['渡邊　茂', '小林　千代', '髙橋　清', '青木　ハル']);
  });

  it('follows the page that controls it', () => {
    const { rerender } = show({ sorting: { columnId: 'age', direction: 'descending' } });
    expect(names()[0]).toBe('渡邊　茂');
    rerender(
      <DataTable
        label="台帳"
        rows={PEOPLE}
        columns={COLUMNS}
        rowId={(row) => row.id}
        sorting={{ columnId: 'age', direction: 'ascending' }}
      />,
    );
    expect(names()[0]).toBe('髙橋　清');
  });
});

describe('filters', () => {
  it('show only the chosen values, say how many, and can be taken off', async () => {
    const onShownRowsChange = vi.fn();
    show({ onShownRowsChange });
    expect(screen.getByText('4人中 4人を表示')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: '地域' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '堀江' }));
    expect(screen.getByText('4人中 2人を表示')).toBeTruthy();
    expect(onShownRowsChange.mock.lastCall?.[0]).toHaveLength(2);
    await userEvent.click(screen.getByRole('checkbox', { name: '（空欄）' }));
    expect(screen.getByText('4人中 3人を表示')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'しぼり込みをやめる' }));
    expect(screen.getByText('4人中 4人を表示')).toBeTruthy();
  });

  it('leave the empty state when nothing passes', () => {
    show({ filters: { district: ['江戸堀'] }, emptyState: <p>見つかりませんでした</p> });
    expect(screen.getByText('見つかりませんでした')).toBeTruthy();
  });
});

describe('columns', () => {
  it('are the default ones until others are chosen, and the row header cannot go', async () => {
    const onVisibleColumnsChange = vi.fn();
    show({ onVisibleColumnsChange });
    expect(screen.queryByRole('columnheader', { name: 'フリガナ' })).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: '列を選ぶ' }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: '氏名' }).disabled).toBe(true);
    await userEvent.click(screen.getByRole('checkbox', { name: 'フリガナ' }));
    await userEvent.click(screen.getByRole('checkbox', { name: '年齢' }));
    expect(onVisibleColumnsChange).toHaveBeenLastCalledWith(['name', 'district', 'kana']);
  });
});

describe('rows', () => {
  it('open by click and by Enter, and the arrow keys go from one to the next', async () => {
    const onOpenRow = vi.fn();
    show({ onOpenRow });
    await userEvent.click(screen.getByText('7'));
    expect(onOpenRow).toHaveBeenLastCalledWith(PEOPLE[2]);
    screen.getByRole('button', { name: '渡邊　茂' }).focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(onOpenRow).toHaveBeenLastCalledWith(PEOPLE[1]);
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.textContent).toBe('小林　千代');
  });

  it('are one tab stop together', () => {
    show({ onOpenRow: () => {} });
    const stops = PEOPLE.map((person) => screen.getByRole('button', { name: person.name }).tabIndex);
    expect(stops).toEqual([0, -1, -1, -1]);
  });

  it('carry their number and the table their count, for screen readers', () => {
    show();
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5');
    expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-rowindex'))).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('beyond a hundred are drawn only where in sight, while the count stays true', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ ...(PEOPLE[0] as Person), id: String(index) }));
    show({ rows: many });
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('5001');
    expect(screen.queryAllByRole('rowheader').length).toBeLessThan(200);
    expect(screen.getByText('5000人中 5000人を表示')).toBeTruthy();
  });
});

describe('columns that are asked for', () => {
  it('are those that there are; where none is left, the usual ones', () => {
    show({ visibleColumns: ['age', 'gone'] });
    expect(screen.getAllByRole('columnheader').map((cell) => cell.textContent)).toEqual(['年齢']);
    cleanup();
    show({ visibleColumns: ['gone'] });
    expect(names()[0]).toBe('渡邊　茂');
  });
});
