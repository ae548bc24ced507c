// One quiet line on the Today screen when no copy was carried away for more than a week. Never stands in the way.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import styles from './copy-nudge.module.css';

export function CopyNudge() {
  const { data: status } = useRegisterQuery('backups.status', {});
  if (!status?.isCopyDue) {
    return null;
  }
  return (
    <p className={styles['nudge']}>
      <span>
        {status.copiedOn === null
          ? '台帳の控えを、まだUSBなどに写していません。'
          : '台帳の控えをUSBなどに写してから、1週間たちました。'}
      </span>
      <LinkButton href="/settings" size="small" variant="quiet">
        控えを写す
      </LinkButton>
    </p>
  );
}
