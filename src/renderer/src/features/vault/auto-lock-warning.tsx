// Says a minute before that the register will lock itself. Any key or click keeps it open, as often as one likes (WCAG 2.2.1).
import { useEffect, useState } from 'react';
import { call, onRegisterEvent } from '#renderer/lib/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx';
import styles from './auto-lock-warning.module.css';

/** Seconds left at which a screen reader says so; every second would drown everything else. */
const SPOKEN_AT = [10, 20, 40, 60];

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
      <p aria-hidden className={styles['count']}>
        あと<strong className={styles['seconds']}>{seconds ?? 0}</strong>秒
      </p>
      <VisuallyHidden>
        <span role="status">
          {seconds === null ? '' : `あと${SPOKEN_AT.find((mark) => mark >= seconds) ?? seconds}秒以内にロックします。`}
        </span>
      </VisuallyHidden>
      <p>しばらく操作がないため、ロックします。続けるときは、「使い続ける」を押すか、どれかのキーを押してください。</p>
      <p className={styles['kept']}>
        ロックしても、見守り・相談・登録・議題の書きかけは台帳の中にとってあり、次に開いたとき続きから書けます。
      </p>
    </Dialog>
  );
}
