// All consultations in one table, open ones first in sight; found by any word in them. Reads only; opening a row leads to the form.
import { useNavigate } from '@tanstack/react-router';
import { MessageSquarePlus, MessagesSquare } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { type CodeTables, useCodes } from '#renderer/lib/codes.tsx';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import type { Sorting } from '#renderer/ui/data-table-column.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import type { Consultation } from '#shared/contract/consultations.contract.ts';
import { searchKey } from '#shared/model/person-name.ts';
import { consultationColumns, isClosed, OUTSIDE } from './consultation-columns.tsx';
import styles from './consultations-screen.module.css';

const SCOPES = [
  { code: 'open', label: '続いている相談' },
  { code: 'closed', label: '終結' },
  { code: 'all', label: 'すべて' },
];

/** Everything in a consultation that one may remember of it. */
function wordsOf(row: Consultation, codes: CodeTables): string {
  const labels = [codes.label('consultationContent', row.content), codes.label('referral', row.referredTo)];
  return searchKey([row.personName ?? OUTSIDE, row.question, row.answer, row.nextStep, ...labels].join(' '));
}

function useFound(rows: readonly Consultation[] | undefined, codes: CodeTables, scope: string, text: string) {
  const indexed = useMemo(() => rows?.map((row) => ({ row, words: wordsOf(row, codes) })) ?? [], [rows, codes]);
  const key = searchKey(useDeferredValue(text));
  return useMemo(
    () =>
      indexed
        .filter(({ row }) => scope === 'all' || isClosed(codes, row.state) === (scope === 'closed'))
        .filter(({ words }) => key === '' || words.includes(key))
        .map(({ row }) => row),
    [indexed, codes, scope, key],
  );
}

function NewButton() {
  const navigate = useNavigate();
  return (
    <Button variant="primary" icon={MessageSquarePlus} onPress={() => void navigate({ to: '/consultations/new' })}>
      相談を記録
    </Button>
  );
}

export function ConsultationsScreen() {
  const navigate = useNavigate();
  const codes = useCodes();
  const { data: consultations } = useRegisterQuery('consultations.list', {});
  const [scope, setScope] = useState('open');
  const [text, setText] = useState('');
  const [sorting, setSorting] = useState<Sorting | null>({ columnId: 'consultedOn', direction: 'descending' });
  const formatDate = useFormatShortDate();
  const columns = useMemo(() => consultationColumns({ codes, formatDate, today: today() }), [codes, formatDate]);
  const rows = useFound(consultations, codes, scope, text);

  if (!consultations) {
    return <Loading />;
  }
  if (consultations.length === 0) {
    return (
      <>
        <PageHeader title="相談" />
        <EmptyState icon={MessagesSquare} title="まだ相談の記録がありません" action={<NewButton />}>
          聞かれたこと、答えたこと、つないだ先を残すと、月次集計にも入ります。
        </EmptyState>
      </>
    );
  }
  return (
    <div className={styles['screen']}>
      <PageHeader title="相談" actions={<NewButton />} />
      <div className={styles['tools']}>
        <div className={styles['search']}>
          <SearchField
            label="相談をさがす"
            isLabelHidden
            value={text}
            onChange={setText}
            placeholder="氏名・聞かれたこと・答えたこと・次にすること"
          />
        </div>
        <ChoiceButtons label="表示する相談" isLabelHidden options={SCOPES} value={scope} onChange={setScope} />
      </div>
      <DataTable
        label="相談"
        rows={rows}
        allCount={consultations.length}
        columns={columns}
        rowId={({ id }) => id}
        onOpenRow={({ id }) => void navigate({ to: '/consultations/$consultationId', params: { consultationId: id } })}
        sorting={sorting}
        onSortingChange={setSorting}
        countText={(shown, all) => `${all}件中 ${shown}件を表示`}
        emptyState={
          <EmptyState icon={MessagesSquare} title="あてはまる相談がありません">
            表示する相談を「すべて」にするか、言葉を変えてさがしてください。
          </EmptyState>
        }
      />
    </div>
  );
}
