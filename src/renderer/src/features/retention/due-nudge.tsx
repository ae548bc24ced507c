// One quiet line on the Today screen when the term of somebody's record is over. Never stands in the way.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import styles from './retention.module.css';

export function DueNudge() {
  const { data } = useRegisterQuery('retention.standing', {});
  if (!data || data.due === 0) {
    return null;
  }
  return (
    <p className={styles['nudge']}>
      <span>見守りを終えて保存年限がすぎた方が{data.due}人います。</span>
      <LinkButton href="/disposal" size="small" variant="quiet">
        廃棄の一覧を見る
      </LinkButton>
    </p>
  );
}
