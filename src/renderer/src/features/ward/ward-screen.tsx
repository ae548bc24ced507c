// 区のまとめ: open what the 地域 gave out, see what does not fit, have it checked, read the ward's tables, write them out.
import { FolderInput, Layers } from 'lucide-react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useReadAgain, useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { WardSummary } from '#shared/contract/ward.contract.ts';
import { WardCheck } from './ward-check.tsx';
import { WardFindings } from './ward-findings.tsx';
import { WardPackages } from './ward-packages.tsx';
import { WardTables } from './ward-tables.tsx';

/** Opening, leaving out and closing, and what became of the last of them. */
function useWard() {
  const readAgain = useReadAgain('ward.summary');
  const opening = useRegisterCommand('ward.open');
  const leaving = useRegisterCommand('ward.leaveOut');
  const clearing = useRegisterCommand('ward.clear');
  const whenDone = { onSettled: readAgain };
  const failure = [opening, leaving, clearing].find(({ error }) => error)?.error?.failure ?? null;
  return {
    isOpening: opening.isPending,
    failure: failure?.code === 'cancelled' ? null : failure,
    open: () => opening.mutate({}, whenDone),
    leaveOut: (packageId: string) => leaving.mutate({ packageId }, whenDone),
    clear: () => {
      opening.reset();
      clearing.mutate({}, whenDone);
    },
    readAgain,
  };
}

type Ward = ReturnType<typeof useWard>;

function Nothing({ open, isOpening }: Ward) {
  return (
    <Panel>
      <EmptyState
        icon={Layers}
        title="各地域の集計を開くと、ここで1つの表になります"
        action={
          <Button variant="primary" icon={FolderInput} onPress={open} isPending={isOpening} pendingText="開いています">
            地域の集計を開く
          </Button>
        }
      >
        社会福祉協議会で使う画面です。地域のコーディネーターが「月次集計」で書き出したフォルダを、USBメモリなどから選んでください。
        何地域分でも、何か月分でも、まとめて入ったフォルダを1つ選べば開きます。一人ひとりの記録や氏名は、集計には入っていません。
      </EmptyState>
    </Panel>
  );
}

function Opened({ summary, ward }: { readonly summary: WardSummary; readonly ward: Ward }) {
  const { packages, findings, tables } = summary;
  return (
    <>
      <WardFindings findings={findings} onLeaveOut={ward.leaveOut} />
      {packages.length > 0 && <WardPackages packages={packages} onLeaveOut={ward.leaveOut} />}
      {packages.length > 0 && <WardCheck summary={summary} onChecked={ward.readAgain} />}
      {tables.length > 0 && <WardTables tables={tables} />}
    </>
  );
}

export function WardScreen() {
  const { data: summary } = useRegisterQuery('ward.summary', {}, { isAlwaysFresh: true });
  const ward = useWard();
  const progress = useTaskProgress('ward.open', ward.isOpening);
  if (!summary) {
    return <Loading />;
  }
  const isEmpty = summary.packages.length === 0 && summary.findings.length === 0;
  return (
    <Stack>
      <PageHeader
        title="区のまとめ"
        subtitle="各地域から受け取った集計を、1つに合わせます。開いたものは、ロックするかアプリを閉じると消えます。"
        back={{ label: '月次集計', href: '/reports' }}
        actions={
          isEmpty ? undefined : (
            <Cluster>
              <Button icon={FolderInput} onPress={ward.open} isPending={ward.isOpening} pendingText="開いています">
                地域の集計を追加で開く
              </Button>
              <Button variant="quiet" onPress={ward.clear}>
                すべて片づける
              </Button>
            </Cluster>
          )
        }
      />
      {ward.failure && <Notice tone="error" title={describeFailure(ward.failure)} isUrgent />}
      {progress && <Progress label="集計を開く" done={progress.done} total={progress.total} stepText={progress.step} />}
      {isEmpty ? <Nothing {...ward} /> : <Opened summary={summary} ward={ward} />}
    </Stack>
  );
}
