// Asks before a screen with unsaved text is left. Never throws text away by itself.
import { useBlocker } from '@tanstack/react-router';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

interface LeaveGuardProps {
  readonly isDirty: () => boolean;
  /** Where what is typed is kept when the screen is left: keeps it. It is asked only where that failed. */
  readonly keep?: () => Promise<boolean>;
  /** The text is thrown away on purpose. */
  readonly onLeave: () => Promise<void>;
}

export function LeaveGuard({ isDirty, keep, onLeave }: LeaveGuardProps) {
  const blocker = useBlocker({
    shouldBlockFn: keep ? async () => isDirty() && !(await keep()) : isDirty,
    enableBeforeUnload: isDirty,
    withResolver: true,
  });
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
          <Button
            variant="danger"
            onPress={() => {
              void onLeave();
              blocker.proceed?.();
            }}
          >
            保存せずに移る
          </Button>
        </>
      }
    >
      <p>このまま移ると、書いた内容が消えます。</p>
    </Dialog>
  );
}

/** Before 「ロック」, when what is typed could not be kept as a draft. */
export function LockQuestion({ onLock, onClose }: { readonly onLock: () => void; readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="書きかけをとっておけませんでした"
      role="alertdialog"
      size="small"
      footer={
        <>
          <Button variant="primary" onPress={onClose} autoFocus>
            続けて書く
          </Button>
          <Button variant="danger" onPress={onLock}>
            保存せずにロックする
          </Button>
        </>
      }
    >
      <p>このままロックすると、書いた内容が消えます。先に保存してください。</p>
    </Dialog>
  );
}
