// The 担い手: who looks in on people, in which 地域, and for how many. Who leaves is set inactive; nobody is deleted.
import { useNavigate } from '@tanstack/react-router';
import { HeartHandshake, UserPlus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import type { DataColumn } from '#renderer/ui/data-table-column.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import type { Supporter } from '#shared/contract/supporters.contract.ts';
import { SUPPORTER_KIND_WORDS, SupporterDialog } from './supporter-dialog.tsx';

export function SupportersScreen() {
  const navigate = useNavigate();
  const codes = useCodes();
  const { data: supporters = [] } = useRegisterQuery('supporters.list', {});
  const [edited, setEdited] = useState<Supporter | 'new' | null>(null);
  const columns = useMemo<readonly DataColumn<Supporter>[]>(
    () => [
      {
        id: 'name',
        header: '名前',
        cell: ({ name }) => name,
        sortValue: ({ name }) => name,
        isRowHeader: true,
        width: 14,
      },
      {
        id: 'kind',
        header: '役割',
        cell: ({ kind }) => SUPPORTER_KIND_WORDS[kind],
        sortValue: ({ kind }) => kind,
        filter: 'choice',
        filterValue: ({ kind }) => SUPPORTER_KIND_WORDS[kind],
        width: 9,
      },
      { id: 'district', header: '地域', cell: ({ district }) => codes.label('district', district), width: 9 },
      { id: 'phone', header: '電話', cell: ({ phone }) => phone, width: 12 },
      {
        id: 'assigned',
        header: '担当している方',
        cell: ({ assigned }) => `${assigned}人`,
        sortValue: ({ assigned }) => assigned,
        align: 'end',
        width: 10,
      },
      { id: 'active', header: '状態', cell: ({ isActive }) => (isActive ? '活動中' : <StatusTag>退任</StatusTag>) },
    ],
    [codes],
  );
  return (
    <>
      <PageHeader
        title="見守り員・民生委員"
        back={{ label: '設定', onPress: () => navigate({ to: '/settings' }) }}
        actions={
          <Button variant="primary" icon={UserPlus} onPress={() => setEdited('new')}>
            新しく足す
          </Button>
        }
      />
      <DataTable
        label="見守り員・民生委員"
        rows={supporters}
        columns={columns}
        rowId={({ id }) => id}
        onOpenRow={setEdited}
        emptyState={
          <EmptyState icon={HeartHandshake} title="まだ登録がありません">
            「新しく足す」から登録してください。
          </EmptyState>
        }
      />
      {edited && <SupporterDialog supporter={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  );
}
