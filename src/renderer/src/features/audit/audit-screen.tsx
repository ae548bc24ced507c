// 操作の記録: who looked at, changed, printed or wrote out whose record, and when. Shows what is in the trail; changes nothing in it.
import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, FileDown, FolderOpen, History, ShieldCheck } from 'lucide-react';
import { useMemo, useState } from 'react';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { DataTable } from '#renderer/ui/data-table.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import type { TrailFilter } from '#shared/contract/audit.contract.ts';
import type { PersonId } from '#shared/model/ids.ts';
import styles from './audit-screen.module.css';
import { TrailVerdict } from './trail-check.tsx';
import { trailColumns } from './trail-columns.tsx';
import { TrailFilters, WHOLE_TRAIL } from './trail-filters.tsx';

const PAGE_ROWS = 200;

/** Pages of the filtered trail. `olderFrom` holds the beginning of each page that was turned to. */
function useTrail(filter: TrailFilter) {
  const [olderFrom, setOlderFrom] = useState<readonly number[]>([]);
  const before = olderFrom.at(-1) ?? null;
  const { data } = useRegisterQuery(
    'audit.list',
    { ...filter, before, limit: PAGE_ROWS },
    { keepPrevious: true, isAlwaysFresh: true },
  );
  return {
    data,
    first: olderFrom.length * PAGE_ROWS,
    isNewest: olderFrom.length === 0,
    turnOlder: () => data?.next && setOlderFrom([...olderFrom, data.next]),
    turnNewer: () => setOlderFrom(olderFrom.slice(0, -1)),
    turnNewest: () => setOlderFrom([]),
  };
}

function Export({ exporting }: { readonly exporting: ReturnType<typeof useRegisterCommand<'audit.exportTrail'>> }) {
  const revealing = useRegisterCommand('files.reveal');
  const { data: written } = exporting;
  const failure = revealing.error?.failure;
  if (failure) {
    return <Notice tone="error" title={describeFailure(failure)} isUrgent />;
  }
  return written ? (
    <Notice
      tone="success"
      title={`「${written.folderName}」に${written.rows.toLocaleString('ja-JP')}件を書き出しました。`}
      action={
        <Button icon={FolderOpen} onPress={() => revealing.mutate({ file: written.folder })}>
          フォルダを開く
        </Button>
      }
      isUrgent
    >
      {written.file}（お名前は入っていません。台帳番号で書いています。）
    </Notice>
  ) : null;
}

function OnePersonNotice({ personId }: { readonly personId: PersonId }) {
  const navigate = useNavigate();
  const { data: people } = useRegisterQuery('people.list', {});
  const name = people?.find(({ id }) => id === personId)?.name;
  return (
    <Notice
      title={`${name === undefined ? 'この方' : `${name}さん`}についての操作だけを表示しています。`}
      action={<Button onPress={() => void navigate({ to: '/audit', search: {} })}>すべての操作を表示</Button>}
    />
  );
}

export function AuditScreen({ personId }: { readonly personId: PersonId | null }) {
  const navigate = useNavigate();
  const formatDate = useFormatShortDate();
  const [choice, setChoice] = useState(WHOLE_TRAIL);
  const filter = { ...choice, personId };
  const { data, first, isNewest, turnOlder, turnNewer, turnNewest } = useTrail(filter);
  const verifying = useRegisterCommand('audit.verify');
  const exporting = useRegisterCommand('audit.exportTrail');
  const [isAsking, setIsAsking] = useState(false);
  const columns = useMemo(() => trailColumns(formatDate), [formatDate]);
  const rows = useMemo(() => data?.rows ?? [], [data]);
  const total = data?.total ?? 0;
  const back =
    personId === null
      ? { label: '設定', onPress: () => void navigate({ to: '/settings' }) }
      : {
          label: 'この方のページ',
          onPress: () => void navigate({ to: '/people/$personId', params: { personId } }),
        };
  return (
    <div className={styles['screen']}>
      <PageHeader
        title="操作の記録"
        subtitle="誰が、いつ、どなたの記録を見たか・書いたか。"
        back={back}
        actions={
          <Cluster>
            <Button
              icon={ShieldCheck}
              onPress={() => verifying.mutate({})}
              isPending={verifying.isPending}
              pendingText="確かめています"
            >
              書きかえがないか確かめる
            </Button>
            <Button icon={FileDown} onPress={() => setIsAsking(true)}>
              書き出す（CSV）
            </Button>
          </Cluster>
        }
      />
      <TrailVerdict verdict={verifying.data} failure={verifying.error?.failure} />
      <Export exporting={exporting} />
      {isAsking && (
        <HandoutDialog
          kind="audit_trail"
          title="操作の記録を書き出す"
          amount={`${total.toLocaleString('ja-JP')}件・お名前なし（台帳番号で書きます）`}
          submitLabel="書き出す"
          pendingText="書き出しています"
          usual={{ recipient: '', purpose: '' }}
          onSubmit={(handout) => exporting.mutateAsync({ ...filter, handout })}
          onClose={() => setIsAsking(false)}
        />
      )}
      {personId !== null && <OnePersonNotice personId={personId} />}
      <TrailFilters
        choice={choice}
        onChange={(next) => {
          turnNewest();
          setChoice(next);
        }}
        actors={data?.actors ?? []}
      />
      <Cluster align="between">
        <p role="status" className={styles['count']}>
          {total === 0
            ? '0件'
            : `新しい順に${total.toLocaleString('ja-JP')}件中 ${first + 1}〜${first + rows.length}件目`}
        </p>
        {total > PAGE_ROWS && (
          <Cluster>
            <Button size="small" icon={ChevronLeft} onPress={turnNewer} isDisabled={isNewest}>
              新しい方へ
            </Button>
            <Button size="small" icon={ChevronRight} onPress={turnOlder} isDisabled={!data?.next}>
              古い方へ
            </Button>
          </Cluster>
        )}
      </Cluster>
      <DataTable
        label="操作の記録"
        rows={rows}
        columns={columns}
        rowId={({ sequence }) => String(sequence)}
        isToolbarHidden
        emptyState={
          data && (
            <EmptyState icon={History} title="あてはまる操作がありません">
              期間や種類を「すべて」にしてください。
            </EmptyState>
          )
        }
      />
    </div>
  );
}
