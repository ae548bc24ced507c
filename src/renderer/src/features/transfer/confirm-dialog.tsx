// Step 4: the last question before anything is written, and how far the writing is.

import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { RowDecision } from '#shared/contract/transfer.contract.ts';

type ConfirmDialogProps = {
  readonly isOpen: boolean;
  readonly counts: Record<RowDecision, number>;
  readonly isRunning: boolean;
  readonly onApply: () => void;
  readonly onClose: () => void;
};

export function ConfirmDialog({ isOpen, counts, isRunning, onApply, onClose }: ConfirmDialogProps) {
  const progress = useTaskProgress('transfer.applyImport', isRunning);
  return (
    <Dialog
      isOpen={isOpen}
      onClose={() => !isRunning && onClose()}
      title="台帳に取り込みますか"
      footer={
        isRunning ? undefined : (
          <>
            <Button variant="primary" onPress={onApply} autoFocus>
              取り込む
            </Button>
            <Button onPress={onClose}>まだ取り込まない</Button>
          </>
        )
      }
    >
      <Stack gap="tight">
        <p>
          新しく{counts.add}人を入れ、{counts.merge}件をまとめます。{counts.skip}件は入れません。
        </p>
        <p>途中で電源が切れても、全部入るか、何も入らないかのどちらかです。</p>
        {isRunning && (
          <Progress label="取り込んでいます" done={progress?.done} total={progress?.total} stepText={progress?.step} />
        )}
      </Stack>
    </Dialog>
  );
}
