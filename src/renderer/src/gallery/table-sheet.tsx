// The look of 見守り台帳 at 5,000 people.
import { Download, Plus, Printer, SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { formatEraShort } from '#shared/model/era.ts';
import { StatusTag } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable } from '../ui/data-table.tsx';
import type { DataColumn } from '../ui/data-table-column.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { SearchField } from '../ui/search-field.tsx';
import { toast } from '../ui/toast.tsx';
import { type InventedPerson, inventPeople } from './people.ts';

const PEOPLE = inventPeople(5000);

const STATE_TAGS = {
  ok: (
    <StatusTag tone="good" variant="quiet">
      予定どおり
    </StatusTag>
  ),
  due: (
    <StatusTag tone="info" variant="quiet">
      今日が期限
    </StatusTag>
  ),
  overdue: (
    <StatusTag tone="alert" variant="quiet">
      期限超過
    </StatusTag>
  ),
  absent: (
    <StatusTag tone="warn" variant="quiet">
      不在つづき
    </StatusTag>
  ),
} as const;
const STATE_LABELS = { ok: '予定どおり', due: '今日が期限', overdue: '期限超過', absent: '不在つづき' } as const;

const COLUMNS: readonly DataColumn<InventedPerson>[] = [
  { id: 'name', header: '氏名', cell: (row) => row.name, sortValue: (row) => row.kana, isRowHeader: true, width: 10 },
  { id: 'kana', header: 'フリガナ', cell: (row) => row.kana, sortValue: (row) => row.kana, width: 11 },
  { id: 'age', header: '年齢', cell: (row) => `${row.age}歳`, sortValue: (row) => row.age, width: 5.5, align: 'end' },
  {
    id: 'address',
    header: '住所',
    cell: (row) => row.address,
    sortValue: (row) => row.address,
    filter: 'text',
    filterValue: (row) => row.address,
  },
  {
    id: 'district',
    header: '地域',
    cell: (row) => row.district,
    sortValue: (row) => row.district,
    filter: 'choice',
    filterValue: (row) => row.district,
    width: 6,
  },
  {
    id: 'household',
    header: '世帯',
    cell: (row) => row.household,
    sortValue: (row) => row.household,
    filter: 'choice',
    filterValue: (row) => row.household,
    width: 7.5,
  },
  {
    id: 'frequency',
    header: '頻度',
    cell: (row) => row.frequency,
    sortValue: (row) => row.frequency,
    filter: 'choice',
    filterValue: (row) => row.frequency,
    width: 7.5,
    defaultVisible: false,
  },
  {
    id: 'nextOn',
    header: '次回予定',
    cell: (row) => formatEraShort(asCalendarDate(row.nextOn)),
    sortValue: (row) => row.nextOn,
    width: 7.5,
  },
  {
    id: 'state',
    header: '見守り',
    cell: (row) => STATE_TAGS[row.state],
    sortValue: (row) => row.state,
    filter: 'choice',
    filterValue: (row) => STATE_LABELS[row.state],
    width: 8.5,
  },
];

export function TableSheet() {
  const [text, setText] = useState('');
  const rows = useMemo(() => PEOPLE.filter((person) => `${person.name}${person.kana}`.includes(text)), [text]);
  return (
    <>
      <PageHeader
        title="見守り台帳"
        actions={
          <Button variant="primary" icon={Plus}>
            人を加える
          </Button>
        }
      />
      <DataTable
        label="見守り台帳"
        rows={rows}
        columns={COLUMNS}
        rowId={(row) => row.id}
        onOpenRow={(row) => toast(`${row.name}さんを開きます`, { tone: 'info' })}
        countText={(shown, all) => `${all.toLocaleString()}人中 ${shown.toLocaleString()}人を表示`}
        allCount={PEOPLE.length}
        toolbarStart={
          <SearchField
            label="台帳をさがす"
            isLabelHidden
            value={text}
            onChange={setText}
            placeholder="名前・フリガナ・電話・住所でさがす"
          />
        }
        actions={
          <>
            <Button size="small" icon={Printer}>
              印刷
            </Button>
            <Button size="small" icon={Download}>
              書き出し
            </Button>
          </>
        }
        emptyState={
          <EmptyState
            icon={SearchX}
            title="見つかりませんでした"
            action={<Button onPress={() => setText('')}>検索の文字を消す</Button>}
          >
            ひらがな、電話番号、建物の名前でもさがせます。
          </EmptyState>
        }
      />
    </>
  );
}
