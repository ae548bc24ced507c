// What was published when, to whom and what for; a line opens the summary as it was. Changes nothing.
import { useNavigate } from '@tanstack/react-router';
import { BookOpen } from 'lucide-react';
import { useMemo } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import styles from './making.module.css';
import { MissingNotice } from './missing-history.tsx';
import { STANDING_WORDS } from './settled-words.ts';

type Overview = Output<'publications.overview'>;
type Publication = Overview['publications'][number];

function columnsOf(formatDate: (date: CalendarDate) => string): readonly DataColumn<Publication>[] {
  return [
    {
      id: 'number',
      header: '番号',
      cell: ({ number }) => `第${number}号`,
      isRowHeader: true,
      width: 6,
    },
    { id: 'month', header: '集計の月', cell: ({ month }) => formatMonth(month, 'western'), width: 8.75 },
    { id: 'publishedOn', header: '渡した日', cell: ({ publishedOn }) => formatDate(publishedOn), width: 7 },
    { id: 'recipient', header: '渡した先', cell: ({ recipient }) => recipient },
    // All columns together fit beside the menu in a window of 1280.
    { id: 'purpose', header: '目的', cell: ({ purpose }) => purpose, width: 8 },
    { id: 'profile', header: '守り方', cell: ({ profileTitle, k }) => `${profileTitle}（${k}人）`, width: 10.5 },
    { id: 'tables', header: '表', cell: ({ tables }) => tables, width: 4, align: 'end' },
    { id: 'hidden', header: '＊', cell: ({ hidden }) => hidden, width: 4.5, align: 'end' },
  ];
}

/** What was decided of publications that are not on the list. */
function SettledList({ settled }: Pick<Overview, 'settled'>) {
  const formatDate = useFormatShortDate();
  return (
    <ul className={styles['settled']} aria-label="この記録にない集計">
      {settled.map(({ month, standing, reason, settledOn, actor }) => (
        <li key={`${month} ${settledOn} ${reason}`}>
          {`${month === null ? '月の分からない集計' : `${formatMonth(month, 'western')}の集計`}は、この記録にありません。${STANDING_WORDS[standing].label}と、${actor}さんが${formatDate(settledOn)}に記録しました。「${reason}」`}
        </li>
      ))}
    </ul>
  );
}

export function LedgerPanel({
  publications,
  missing,
  settled,
}: Pick<Overview, 'publications' | 'missing' | 'settled'>) {
  const navigate = useNavigate();
  const formatDate = useFormatShortDate();
  const columns = useMemo(() => columnsOf(formatDate), [formatDate]);
  return (
    <Panel
      title="公表の記録"
      description="いつ、どこへ、何を渡したか。番号を押すと、渡したときのままの表を見られます。"
    >
      <Stack>
        {missing && <MissingNotice missing={missing} />}
        {publications.length === 0 && missing === null && settled.length === 0 && (
          <EmptyState icon={BookOpen} title="まだ公表した集計はありません">
            「集計をつくる」でつくって書き出すと、ここに残ります。
          </EmptyState>
        )}
        {publications.length > 0 && (
          <DataTable
            label="公表した集計の一覧"
            rows={publications}
            columns={columns}
            rowId={({ id }) => id}
            onOpenRow={({ id }) => void navigate({ to: '/reports/$publicationId', params: { publicationId: id } })}
            isToolbarHidden
            height="content"
          />
        )}
        {settled.length > 0 && <SettledList settled={settled} />}
      </Stack>
    </Panel>
  );
}
