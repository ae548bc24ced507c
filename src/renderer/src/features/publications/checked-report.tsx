// The checked summary before it leaves: what stands behind each figure can be read, and it can be written out once.
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import type { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { WrittenFolder } from '#renderer/lib/written-files.tsx';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { formatMonth } from '#shared/model/era.ts';
import { ReportView } from './report-view.tsx';

type Safe = Extract<Output<'publications.prepare'>, { readonly state: 'safe' }>;
type Publishing = ReturnType<typeof useRegisterCommand<'publications.publish'>>;

function PublishDialog({
  safe,
  publishing,
  onClose,
}: {
  readonly safe: Safe;
  readonly publishing: Publishing;
  readonly onClose: () => void;
}) {
  const { report, preparedId } = safe;
  const progress = useTaskProgress('publications.publish', publishing.isPending);
  const tables = report.sections.reduce((sum, section) => sum + section.tables.length, 0);
  return (
    <HandoutDialog
      kind="month_summary"
      title={`${formatMonth(report.month)}の集計を書き出す`}
      amount={`${tables}表（${report.profileTitle}・${report.k}人に満たない数字は＊）`}
      submitLabel="書き出す"
      pendingText="書き出しています"
      usual={{ recipient: '', purpose: '毎月の報告' }}
      progress={
        progress && (
          <Progress label="集計の書き出し" done={progress.done} total={progress.total} stepText={progress.step} />
        )
      }
      onSubmit={(handout) => publishing.mutateAsync({ preparedId, handout })}
      onClose={onClose}
    />
  );
}

interface CheckedReportProps {
  readonly safe: Safe;
  readonly publishing: Publishing;
}

export function CheckedReport({ safe, publishing }: CheckedReportProps) {
  const [isAsking, setIsAsking] = useState(false);
  // Of this summary, and not of one that was given out before she chose anew.
  const written = publishing.variables?.preparedId === safe.preparedId ? publishing.data : undefined;
  return (
    <ReportView report={safe.report} showsInside>
      {written ? (
        <WrittenFolder {...written}>
          <Cluster>
            <LinkButton href={`/reports/${written.publicationId}`} size="small">
              公表の記録で見る
            </LinkButton>
          </Cluster>
        </WrittenFolder>
      ) : (
        <Cluster>
          <Button variant="primary" size="large" icon={FileDown} onPress={() => setIsAsking(true)}>
            書き出す
          </Button>
          <span>Excel・PDF・CSVのファイルを、選んだフォルダに書き出します。</span>
        </Cluster>
      )}
      {isAsking && <PublishDialog safe={safe} publishing={publishing} onClose={() => setIsAsking(false)} />}
    </ReportView>
  );
}
