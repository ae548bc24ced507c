// One line on the Today screen until there is a recovery code. Never stands in the way.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import styles from './recovery-nudge.module.css';

export function RecoveryNudge() {
  const { data: status } = useRegisterQuery('vault.status', {});
  if (status?.state !== 'unlocked' || status.recoveryCodeSince !== null) {
    return null;
  }
  return (
    <p className={styles['nudge']}>
      <span>合言葉を忘れたときの「回復用コード」の紙が、まだありません。</span>
      <LinkButton href="/keys" size="small" variant="quiet">
        回復用コードを作る
      </LinkButton>
    </p>
  );
}
