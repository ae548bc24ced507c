// The check of all packages together, its verdict, and the way out that opens only after it.
import { FileDown, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { WrittenFolder } from '#renderer/lib/written-files.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { WardSummary } from '#shared/contract/ward.contract.ts';

function Publishing({ tables }: { readonly tables: number }) {
  const publishing = useRegisterCommand('ward.publish');
  const progress = useTaskProgress('ward.publish', publishing.isPending);
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <div>
        <Button variant="primary" icon={FileDown} onPress={() => setIsAsking(true)}>
          書き出す（Excel・CSV）
        </Button>
      </div>
      {isAsking && (
        <HandoutDialog
          kind="month_summary"
          title="区のまとめを書き出す"
          amount={`2ファイル（Excel・CSV）・${tables}表・個人の情報なし`}
          submitLabel="書き出す"
          pendingText="書き出しています"
          usual={{ recipient: '', purpose: '区のまとめの報告' }}
          progress={
            progress && (
              <Progress
                label="区のまとめの書き出し"
                done={progress.done}
                total={progress.total}
                stepText={progress.step}
              />
            )
          }
          onSubmit={(handout) => publishing.mutateAsync({ handout })}
          onClose={() => setIsAsking(false)}
        />
      )}
      {publishing.data && <WrittenFolder {...publishing.data} />}
    </>
  );
}

function NotYet({ onChecked, isReady }: { readonly onChecked: () => void; readonly isReady: boolean }) {
  const checking = useRegisterCommand('ward.check');
  const progress = useTaskProgress('ward.check', checking.isPending);
  const failure = checking.error?.failure;
  return (
    <>
      <p>
        {isReady
          ? '開いた集計のすべてを合わせたときに、＊の数字が計算で分かってしまわないかを確かめます。確かめてから、書き出せます。'
          : '上の赤い印のことを片づけると、確かめられます。'}
      </p>
      <div>
        <Button
          variant="primary"
          icon={ShieldCheck}
          isDisabled={!isReady}
          isPending={checking.isPending}
          pendingText="確かめています"
          onPress={() => checking.mutate({}, { onSettled: onChecked })}
        >
          安全を確かめる
        </Button>
      </div>
      {checking.isPending && (
        <Progress
          label="安全の確認"
          done={progress?.done}
          total={progress?.total}
          stepText={progress?.step ?? '開いた集計を組み合わせています'}
        />
      )}
      {failure && failure.code !== 'cancelled' && <Notice tone="error" title={describeFailure(failure)} isUrgent />}
    </>
  );
}

interface WardCheckProps {
  readonly summary: WardSummary;
  readonly onChecked: () => void;
}

export function WardCheck({ summary, onChecked }: WardCheckProps) {
  const { verdict, findings, tables, packages } = summary;
  const isReady = findings.every(({ tone }) => tone !== 'error');
  return (
    <Panel title="安全の確認と書き出し">
      <Stack>
        {verdict && <Notice tone={verdict.isSafe ? 'success' : 'error'} title={verdict.sentence} isUrgent />}
        {verdict?.isSafe ? (
          <Publishing tables={tables.length} />
        ) : (
          verdict === null && (
            <NotYet key={packages.map(({ id }) => id).join()} onChecked={onChecked} isReady={isReady} />
          )
        )}
      </Stack>
    </Panel>
  );
}
