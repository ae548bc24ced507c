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
import { localDayOf, localTimeOf } from '#shared/model/instant.ts';
import { numberOf, standingOf } from './handout-words.ts';
import { SettleDialog } from './settle-dialog.tsx';

interface Deeds {
  readonly formatDate: (date: CalendarDate) => string;
  readonly onSettle: (handout: Handout) => void;
  readonly onReopen: (handout: Handout) => void;
}

function columnsOf({ formatDate, onSettle, onReopen }: Deeds): readonly DataColumn<Handout>[] {
  return [
    {
      id: 'title',
      header: '何を',
      cell: (row) => `${row.title}　${numberOf(row)}`.trimEnd(),
      isRowHeader: true,
    },
    {
      id: 'issuedAt',
      header: 'いつ',
      cell: ({ issuedAt }) => `${formatDate(localDayOf(issuedAt))} ${localTimeOf(issuedAt)}`,
      width: 10,
    },
    { id: 'recipient', header: '渡す先', cell: ({ recipient }) => recipient, width: 12 },
    { id: 'purpose', header: '目的', cell: ({ purpose }) => purpose, width: 9 },
    { id: 'actor', header: '誰が', cell: ({ actor }) => actor, width: 7 },
    { id: 'standing', header: 'いま', cell: (row) => standingOf(row, formatDate), width: 10 },
    {
      id: 'deed',
      header: '記録',
      cell: (row) =>
        row.settledAs === null ? (
          <Button
            size="small"
            onPress={() => onSettle(row)}
            aria-label={`${row.title}${numberOf(row)}の返却・廃棄を記録`}
          >
            返却・廃棄
          </Button>
        ) : (
          <Button
            size="small"
            variant="quiet"
            onPress={() => onReopen(row)}
            aria-label={`${row.title}${numberOf(row)}の印を消す`}
          >
            印を消す
          </Button>
        ),
      width: 8.5,
    },
  ];
}

export function HandoutTable({ handouts }: { readonly handouts: readonly Handout[] }) {
  const formatDate = useFormatShortDate();
  const [settling, setSettling] = useState<Handout | null>(null);
  const { mutate: reopen } = useRegisterCommand('handouts.reopen');
  const columns = useMemo(
    () => columnsOf({ formatDate, onSettle: setSettling, onReopen: ({ id }) => reopen({ handoutIds: [id] }) }),
    [formatDate, reopen],
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
