// The register: everybody in one table, found as one types, in three orders. Reads only; opening a row leads to the person.
import { useNavigate } from '@tanstack/react-router';
import { UserPlus, Users } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { useFormatShortDate, useSettings } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import type { Sorting } from '#renderer/ui/data-table-column.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import styles from './people-screen.module.css';
import { type ListedPerson, personColumns } from './person-columns.tsx';

const ORDERS = [
  { code: 'name', label: '五十音順' },
  { code: 'place', label: '地番・棟階順' },
  { code: 'nextDueOn', label: '次回予定順' },
];

const SCOPES = [
  { code: 'watched', label: '見守り中' },
  { code: 'ended', label: '終了' },
  { code: 'all', label: 'すべて' },
];

/** The rows in scope; with a search text only those that were found. */
function listed(
  rows: Output<'people.list'>,
  hits: Output<'people.search'> | null,
  scope: string,
): readonly ListedPerson[] {
  const matches = hits && new Map(hits.map(({ personId, match }) => [personId, match]));
  return rows
    .filter((person) => scope === 'all' || (person.watchEndedOn === null) === (scope === 'watched'))
    .filter((person) => matches === null || matches.has(person.id))
    .map((person) => ({ ...person, isVariantHit: matches?.get(person.id) === 'variant' }));
}

function useSearch(text: string): Output<'people.search'> | null {
  const deferred = useDeferredValue(text.trim());
  const { data } = useRegisterQuery(
    'people.search',
    { text: deferred, limit: 10_000 },
    { enabled: deferred !== '', keepPrevious: true },
  );
  return deferred === '' ? null : (data ?? []);
}

/** Somebody who is found outside of the scope must not be taken for missing, and registered again. */
function NothingFound({ elsewhere, onShowAll }: { readonly elsewhere: number; readonly onShowAll: () => void }) {
  return elsewhere > 0 ? (
    <EmptyState
      icon={Users}
      title={`ここにはいませんが、台帳に${elsewhere}人います`}
      action={<Button onPress={onShowAll}>「すべて」で表示する</Button>}
    />
  ) : (
    <EmptyState icon={Users} title="見つかりませんでした">
      ひらがな、漢字の一部、電話番号の下4けたなどでも、さがせます。
    </EmptyState>
  );
}

export function PeopleScreen() {
  const navigate = useNavigate();
  const codes = useCodes();
  const formatDate = useFormatShortDate();
  const { visibleColumns } = useSettings();
  const reviseSettings = useRegisterCommand('settings.revise');
  const { data: people } = useRegisterQuery('people.list', {});
  const [text, setText] = useState('');
  const [scope, setScope] = useState('watched');
  const [sorting, setSorting] = useState<Sorting | null>({ columnId: 'name', direction: 'ascending' });
  const hits = useSearch(text);
  const columns = useMemo(() => personColumns({ codes, formatDate, today: today() }), [codes, formatDate]);
  const rows = useMemo(() => listed(people ?? [], hits, scope), [people, hits, scope]);
  const register = () => navigate({ to: '/people/new' });

  if (people && people.length === 0) {
    return (
      <>
        <PageHeader title="見守り台帳" />
        <EmptyState
          icon={Users}
          title="まだどなたも登録されていません"
          action={
            <Button variant="primary" icon={UserPlus} onPress={register}>
              新しく登録する
            </Button>
          }
        >
          Excelの名簿があれば、「取り込み」でまとめて入れられます。
        </EmptyState>
      </>
    );
  }
  return (
    <div className={styles['screen']}>
      <PageHeader
        title="見守り台帳"
        actions={
          <>
            <div className={styles['search']}>
              <SearchField
                label="さがす"
                isLabelHidden
                value={text}
                onChange={setText}
                placeholder="氏名・かな・電話・住所・建物"
                autoFocus
              />
            </div>
            <Button variant="primary" icon={UserPlus} onPress={register}>
              新しく登録する
            </Button>
          </>
        }
      />
      <DataTable
        label="見守り台帳"
        rows={rows}
        columns={columns}
        rowId={(person) => person.id}
        allCount={people?.length ?? 0}
        countText={(shown, all) => `${all}人中 ${shown}人を表示`}
        toolbarStart={
          <ChoiceButtons
            label="ならび順"
            isLabelHidden
            options={ORDERS}
            value={sorting?.direction === 'ascending' ? sorting.columnId : null}
            onChange={(columnId) => setSorting({ columnId, direction: 'ascending' })}
          />
        }
        actions={<ChoiceButtons label="表示する方" isLabelHidden options={SCOPES} value={scope} onChange={setScope} />}
        onOpenRow={(person) => navigate({ to: '/people/$personId', params: { personId: person.id } })}
        sorting={sorting}
        onSortingChange={setSorting}
        {...(visibleColumns.length > 0 ? { visibleColumns } : {})}
        onVisibleColumnsChange={(ids) => reviseSettings.mutate({ visibleColumns: [...ids] })}
        emptyState={
          <NothingFound
            elsewhere={scope === 'all' || rows.length > 0 ? 0 : (hits?.length ?? 0)}
            onShowAll={() => setScope('all')}
          />
        }
      />
    </div>
  );
}
