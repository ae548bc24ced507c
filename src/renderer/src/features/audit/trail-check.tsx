// What the check of the audit trail found, and what the register was at this unlock, in plain words with what to do.
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { localDayOf, localTimeOf } from '#shared/model/instant.ts';
import styles from './audit-screen.module.css';

type Standing = Output<'audit.standing'>;

const WHAT_TO_DO =
  '控え（バックアップ）から戻した覚えがあれば、そのままお使いください。覚えがなければ、新しい記録を書く前に、情報システムの担当へ知らせてください。';

function titleOf({ standing, missing }: Standing): string | null {
  switch (standing) {
    case 'same':
      return null;
    case 'older':
      return `この台帳は、前に使った時より古い内容です。前に使った時の操作のうち、${missing}件がここにはありません。`;
    case 'different':
      return 'この台帳は、前に使った時の続きではありません。別の内容に置きかえられている可能性があります。';
    case 'unknown':
      return 'この台帳が前に使った時の続きかどうか、確かめられませんでした。前に使った時の印（audit-head.json）がありません。';
  }
}

/** Above every screen after such an unlock, until it is put away. */
export function OlderRegisterNotice() {
  const { data } = useRegisterQuery('audit.standing', {});
  const [isRead, setIsRead] = useState(false);
  const title = data && titleOf(data);
  if (!title || isRead) {
    return null;
  }
  return (
    <div className={styles['older']}>
      <Notice
        tone="warning"
        title={title}
        action={<Button onPress={() => setIsRead(true)}>読みました</Button>}
        isUrgent
      >
        {WHAT_TO_DO}
      </Notice>
    </div>
  );
}

type CheckProps = {
  readonly verdict: Output<'audit.verify'> | undefined;
  readonly failure: Parameters<typeof describeFailure>[0] | undefined;
};

/** Nothing before the first check. */
export function TrailVerdict({ verdict, failure }: CheckProps) {
  const formatDate = useFormatDate();
  const { data: standing } = useRegisterQuery('audit.standing', {});
  if (failure) {
    return <Notice tone="error" title={describeFailure(failure)} isUrgent />;
  }
  if (!verdict) {
    return null;
  }
  const { rows, brokenAt } = verdict;
  if (brokenAt) {
    const when = `${formatDate(localDayOf(brokenAt.at))} ${localTimeOf(brokenAt.at)}`;
    return (
      <Notice tone="error" title={`${when} ごろの操作の記録が、書かれた時のままではありません。`} isUrgent>
        この台帳のファイルが、アプリの外から書きかえられた可能性があります（番号 {brokenAt.sequence}）。何も消さずに、
        情報システムの担当へ知らせてください。
      </Notice>
    );
  }
  const older = standing && titleOf(standing);
  return (
    <Notice
      tone={older ? 'warning' : 'success'}
      title={`操作の記録${rows.toLocaleString('ja-JP')}件は、すべて書かれた時のままです。`}
      isUrgent
    >
      {older ? `ただし、${older}` : '書きかえ、抜け、入れかえは見つかりませんでした。'}
    </Notice>
  );
}
