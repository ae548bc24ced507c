// Writes a month that is over as Excel, CSV and PDF into a folder of one's choice, and shows what lies where.
import { FileDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { WrittenFolder } from '#renderer/lib/written-files.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';

interface MonthExportProps {
  readonly month: CalendarMonth;
  readonly isOver: boolean;
  /** Stands in one line with the button. */
  readonly chooser: ReactNode;
}

export function MonthExport({ month, isOver, chooser }: MonthExportProps) {
  const exporting = useRegisterCommand('reports.exportMonth');
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
      {written && <WrittenFolder {...written} />}
    </>
  );
}
