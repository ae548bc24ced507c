// Says a minute before that the register will lock itself. Any key or click keeps it open (WCAG 2.2.1).
import { useEffect, useState } from 'react';
import { call, onRegisterEvent } from '#renderer/lib/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

export function AutoLockWarning() {
  const [seconds, setSeconds] = useState<number | null>(null);

  useEffect(
    () =>
      onRegisterEvent((event) => {
        if (event.type === 'auto_lock_warning') {
          setSeconds(event.seconds);
        }
      }),
    [],
  );

  const isCounting = seconds !== null;
  useEffect(() => {
    if (!isCounting) {
      return;
    }
    const timer = setInterval(() => setSeconds((left) => (left === null ? null : Math.max(0, left - 1))), 1000);
    return () => clearInterval(timer);
  }, [isCounting]);

  const stay = () => {
    setSeconds(null);
    void call('vault.noteActivity', {});
  };

  return (
    <Dialog
      isOpen={isCounting}
      onClose={stay}
      title="まもなく台帳をロックします"
      role="alertdialog"
      size="small"
      footer={
        <Button variant="primary" onPress={stay} autoFocus>
          使い続ける
        </Button>
      }
    >
      <p>
        しばらく操作がないため、あと {seconds ?? 0}{' '}
        秒でロックします。見守り・相談・登録・議題の書きかけは台帳の中にとっておきます。次に開いたとき、続きから書けます。
      </p>
    </Dialog>
  );
}
