// The rows of the ledger, open ones first, each with the button that says what became of it.
import { PackageOpen } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import type { Handout } from '#shared/contract/handouts.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { localDayOf } from '#shared/model/instant.ts';
import { numberOf, standingOf } from './handout-words.ts';
import styles from './handouts.module.css';
import { SettleDialog } from './settle-dialog.tsx';

interface Deeds {
  /** All rows are of one meeting: their number says which one it is. */
  readonly isOfOneMeeting: boolean;
  readonly formatDate: (date: CalendarDate) => string;
  readonly onSettle: (handout: Handout) => void;
  readonly onReopen: (handout: Handout) => void;
}

function TwoLines({ first, second }: { readonly first: string; readonly second: string }) {
  return (
    <>
      <span className={styles['line']}>{first}</span>
      <span className={styles['line']}>{second}</span>
    </>
  );
}

function DeedCell({ row, onSettle, onReopen }: { readonly row: Handout } & Pick<Deeds, 'onSettle' | 'onReopen'>) {
  const what = `${row.title}${numberOf(row)}`;
  return row.settledAs === null ? (
    <Button size="small" onPress={() => onSettle(row)} aria-label={`${what}の返却・廃棄を記録`}>
      返却・廃棄
    </Button>
  ) : (
    <Button size="small" variant="quiet" onPress={() => onReopen(row)} aria-label={`${what}の印を消す`}>
      印を消す
    </Button>
  );
}

function columnsOf({ isOfOneMeeting, formatDate, onSettle, onReopen }: Deeds): readonly DataColumn<Handout>[] {
  return [
    isOfOneMeeting
      ? { id: 'number', header: '番号', cell: numberOf, isRowHeader: true, width: 6 }
      : { id: 'title', header: '何を', cell: (row) => `${row.title} ${numberOf(row)}`.trimEnd(), isRowHeader: true },
    {
      id: 'issued',
      header: 'いつ・誰が',
      cell: ({ issuedAt, actor }) => <TwoLines first={formatDate(localDayOf(issuedAt))} second={actor} />,
      width: 10,
    },
    {
      id: 'reason',
      header: '渡す先・目的',
      cell: ({ recipient, purpose }) => <TwoLines first={recipient} second={purpose} />,
    },
    { id: 'standing', header: 'いま', cell: (row) => standingOf(row, formatDate), width: 12 },
    {
      id: 'deed',
      header: '記録',
      cell: (row) => <DeedCell row={row} onSettle={onSettle} onReopen={onReopen} />,
      width: 9,
    },
  ];
}

interface HandoutTableProps {
  readonly handouts: readonly Handout[];
  readonly isOfOneMeeting?: boolean;
}

export function HandoutTable({ handouts, isOfOneMeeting = false }: HandoutTableProps) {
  const formatDate = useFormatShortDate();
  const [settling, setSettling] = useState<Handout | null>(null);
  const { mutate: reopen } = useRegisterCommand('handouts.reopen');
  const columns = useMemo(
    () =>
      columnsOf({
        isOfOneMeeting,
        formatDate,
        onSettle: setSettling,
        onReopen: ({ id }) => reopen({ handoutIds: [id] }),
      }),
    [isOfOneMeeting, formatDate, reopen],
  );
  return (
    <>
      <DataTable
        label="持ち出しの記録"
        rows={handouts}
        columns={columns}
        rowId={({ id }) => id}
        isToolbarHidden
        emptyState={
          <EmptyState icon={PackageOpen} title="外へ出たものはありません">
            資料をつくったり、集計を書き出したりすると、ここに残ります。
          </EmptyState>
        }
      />
      {settling && <SettleDialog handouts={[settling]} onClose={() => setSettling(null)} />}
    </>
  );
}
