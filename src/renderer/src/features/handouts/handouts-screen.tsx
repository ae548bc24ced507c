// 持ち出しの記録: what left the house, to whom and what for, and what has not come back. Changes only what became of it.
import { useNavigate } from '@tanstack/react-router';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { HandoutTable } from './handout-table.tsx';
import styles from './handouts.module.css';

export function HandoutsScreen() {
  const navigate = useNavigate();
  const { data: handouts, error } = useRegisterQuery('handouts.list', { subjectId: null });
  const open = handouts?.filter(({ isOpen }) => isOpen).length ?? 0;
  return (
    <div className={styles['screen']}>
      <PageHeader
        title="持ち出しの記録"
        subtitle="印刷・書き出しをしたものを、いつ、どこへ、何のために渡したか。戻ったら「返却・廃棄」を押してください。"
        back={{ label: '設定', onPress: () => void navigate({ to: '/settings' }) }}
      />
      {error && <Notice tone="error" title={describeFailure(error.failure)} isUrgent />}
      {handouts === undefined ? (
        <Loading />
      ) : (
        <>
          <p role="status" className={styles['count']}>
            {`${handouts.length.toLocaleString('ja-JP')}件のうち、まだ戻っていないもの ${open.toLocaleString('ja-JP')}件`}
          </p>
          <HandoutTable handouts={handouts} />
        </>
      )}
    </div>
  );
}
