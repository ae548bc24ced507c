// Writes a month that is over as Excel, CSV and PDF into a folder of one's choice, and shows what lies where.
import { FileDown, FolderOpen } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import styles from './month-export.module.css';

interface MonthExportProps {
  readonly month: CalendarMonth;
  readonly isOver: boolean;
  /** Stands in one line with the button. */
  readonly chooser: ReactNode;
}

export function MonthExport({ month, isOver, chooser }: MonthExportProps) {
  const exporting = useRegisterCommand('reports.exportMonth');
  const revealing = useRegisterCommand('files.reveal');
  const progress = useTaskProgress('reports.exportMonth', exporting.isPending);
  const { data: written } = exporting;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Cluster align="between">
        {chooser}
        {isOver && (
          <Button variant="primary" icon={FileDown} onPress={() => setIsAsking(true)}>
            書き出す（Excel・CSV・PDF）
          </Button>
        )}
      </Cluster>
      {isAsking && (
        <HandoutDialog
          kind="month_summary"
          title={`${formatMonth(month)}の月次集計を書き出す`}
          amount="3ファイル（Excel・CSV・PDF）・個人の情報なし"
          submitLabel="書き出す"
          pendingText="書き出しています"
          usual={{ recipient: '', purpose: '毎月の報告' }}
          progress={
            progress && (
              <Progress
                label="月次集計の書き出し"
                done={progress.done}
                total={progress.total}
                stepText={progress.step}
              />
            )
          }
          onSubmit={(handout) => exporting.mutateAsync({ month, handout })}
          onClose={() => setIsAsking(false)}
        />
      )}
      {written && (
        <Notice
          tone="success"
          title={`「${written.folderName}」に3つのファイルを書き出しました。`}
          action={
            <Button icon={FolderOpen} onPress={() => revealing.mutate({ file: written.folder })}>
              フォルダを開く
            </Button>
          }
          isUrgent
        >
          <ul className={styles['files']}>
            {written.files.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Notice>
      )}
      {revealing.error && <Notice tone="error" title={describeFailure(revealing.error.failure)} isUrgent />}
    </>
  );
}
