// 「鍵と担当者」: who can open the register, and the printed code for the day when a passphrase is forgotten.
import { FileKey2 } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { dayAndTimeOf } from '#renderer/lib/instant.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { CoordinatorsPanel } from './coordinators-panel.tsx';
import { keyFailureWords } from './key-failure-words.ts';
import { RecoveryCodeSteps } from './recovery-code-steps.tsx';

type Pending = Output<'vault.drawRecoveryCode'>;

function RecoveryCodePanel({ since, onMake }: { readonly since: string | null; readonly onMake: () => void }) {
  const formatDate = useFormatDate();
  return (
    <Panel title="回復用コード" description="合言葉を忘れたとき、印刷しておいたこのコードで台帳を開きます。">
      <Stack>
        {since === null ? (
          <Notice tone="warning" title="回復用コードが、まだありません">
            全員が合言葉を忘れると、台帳を開けなくなります。いま作って印刷し、金庫などにしまってください。
          </Notice>
        ) : (
          <p>
            {formatDate(dayAndTimeOf(since).day)}
            に作りました。紙をなくしたとき、ほかの人に見られたときは、作り直してください。前の紙は使えなくなります。
          </p>
        )}
        <p>コードを画面に出したり印刷したりできるのは、作るときだけです。あとから同じ紙を印刷することはできません。</p>
        <div>
          <Button variant={since === null ? 'primary' : 'secondary'} icon={FileKey2} onPress={onMake}>
            {since === null ? '回復用コードを作る' : '回復用コードを作り直す'}
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}

interface AskProps {
  readonly isAnew: boolean;
  readonly onDrawn: (pending: Pending) => void;
  readonly onEnd: () => void;
}

function AskOwnPassphrase({ isAnew, onDrawn, onEnd }: AskProps) {
  const [own, setOwn] = useState('');
  const draw = useRegisterCommand('vault.drawRecoveryCode');
  const submit = async () => {
    try {
      onDrawn(await draw.mutateAsync({ ownPassphrase: own }));
      return true;
    } catch {
      return false;
    }
  };
  return (
    <Form onSubmit={submit} aria-label="回復用コードを作る">
      <Stack>
        {isAnew && (
          <Notice tone="info" title="新しい紙ができるまで、前の紙も使えます">
            最後の確かめが終わると、前の紙は使えなくなります。途中でやめても、前の紙はそのまま使えます。
          </Notice>
        )}
        {draw.error && <Notice tone="error" title={keyFailureWords(draw.error.failure)} isUrgent />}
        <PasswordField
          label="あなたの合言葉"
          description="まわりに人がいないことを確かめてから、入れてください。"
          value={own}
          onChange={setOwn}
          autoFocus
        />
        <Cluster>
          <Button
            type="submit"
            variant="primary"
            isDisabled={own === ''}
            isPending={draw.isPending}
            pendingText="コードを作っています"
          >
            コードを作る
          </Button>
          <Button onPress={onEnd}>やめる</Button>
        </Cluster>
      </Stack>
    </Form>
  );
}

function MakeRecoveryCode({ isAnew, onEnd }: { readonly isAnew: boolean; readonly onEnd: () => void }) {
  const [pending, setPending] = useState<Pending | null>(null);
  return (
    <Stack>
      <PageHeader
        title={isAnew ? '回復用コードを作り直す' : '回復用コードを作る'}
        back={{ label: '鍵と担当者', onPress: onEnd }}
      />
      <Panel>
        {pending ? (
          <RecoveryCodeSteps
            pending={pending}
            isAnew={isAnew}
            doneLabel="「鍵と担当者」へ戻る"
            onDone={onEnd}
            onLater={onEnd}
          />
        ) : (
          <AskOwnPassphrase isAnew={isAnew} onDrawn={setPending} onEnd={onEnd} />
        )}
      </Panel>
    </Stack>
  );
}

export function KeysScreen() {
  const [making, setMaking] = useState<{ readonly isAnew: boolean } | null>(null);
  const { data: status } = useRegisterQuery('vault.status', {});
  if (making) {
    return <MakeRecoveryCode isAnew={making.isAnew} onEnd={() => setMaking(null)} />;
  }
  const since = status?.recoveryCodeSince ?? null;
  return (
    <Stack>
      <PageHeader title="鍵と担当者" back={{ label: '設定', href: '/settings' }} />
      <CoordinatorsPanel />
      {status && <RecoveryCodePanel since={since} onMake={() => setMaking({ isAnew: since !== null })} />}
    </Stack>
  );
}
