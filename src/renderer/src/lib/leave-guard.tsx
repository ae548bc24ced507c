// Asks before a screen with unsaved text is left. Never throws text away by itself.
import { useBlocker } from '@tanstack/react-router';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

export function LeaveGuard({ isDirty }: { readonly isDirty: () => boolean }) {
  const blocker = useBlocker({ shouldBlockFn: isDirty, enableBeforeUnload: isDirty, withResolver: true });
  return (
    <Dialog
      isOpen={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title="まだ保存していません"
      role="alertdialog"
      size="small"
      footer={
        <>
          <Button variant="primary" onPress={() => blocker.reset?.()} autoFocus>
            続けて書く
          </Button>
          <Button variant="danger" onPress={() => blocker.proceed?.()}>
            保存せずに移る
          </Button>
        </>
      }
    >
      <p>このまま移ると、書いた内容が消えます。</p>
    </Dialog>
  );
}
