// Asks before a screen with unsaved text is left. Never throws text away by itself.
import { useBlocker } from '@tanstack/react-router';
import { useEffect } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

const guards = new Set<() => boolean>();

/** A form on screen holds text that is not saved; locking would lose it. */
export const hasUnsavedText = (): boolean => [...guards].some((isDirty) => isDirty());

export function LeaveGuard({ isDirty }: { readonly isDirty: () => boolean }) {
  useEffect(() => {
    guards.add(isDirty);
    return () => void guards.delete(isDirty);
  }, [isDirty]);
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

/** The same question before 「ロック」, which empties the screen too. */
export function LockQuestion({ onLock, onClose }: { readonly onLock: () => void; readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="まだ保存していません"
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
      <p>このままロックすると、書いた内容が消えます。</p>
    </Dialog>
  );
}
