// Writes a month that is over as Excel, CSV and PDF into a folder of one's choice, and shows what lies where.
import { FileDown, FolderOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
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
  const { data: written, error } = exporting;
  return (
    <>
      <Cluster align="between">
        {chooser}
        {isOver && (
          <Button
            variant="primary"
            icon={FileDown}
            onPress={() => exporting.mutate({ month })}
            isPending={exporting.isPending}
            pendingText="書き出しています"
          >
            書き出す（Excel・CSV・PDF）
          </Button>
        )}
      </Cluster>
      {exporting.isPending && progress && (
        <Progress label="月次集計の書き出し" done={progress.done} total={progress.total} stepText={progress.step} />
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
      {error && (
        <Notice
          tone={error.failure.code === 'cancelled' ? 'info' : 'error'}
          title={describeFailure(error.failure)}
          isUrgent
        />
      )}
      {revealing.error && <Notice tone="error" title={describeFailure(revealing.error.failure)} isUrgent />}
    </>
  );
}
