// The step after a new register: its recovery code, drawn at once. Can be put off; the register stands already, whatever happens here.
import { useEffect } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { GateLayout } from './gate-layout.tsx';
import { RecoveryCodeSteps } from './recovery-code-steps.tsx';

interface RecoveryCodeSetupProps {
  readonly passphrase: string;
  readonly onEnd: () => void;
}

export function RecoveryCodeSetup({ passphrase, onEnd }: RecoveryCodeSetupProps) {
  const { mutate: draw, data: pending, error } = useRegisterCommand('vault.drawRecoveryCode');
  useEffect(() => draw({ ownPassphrase: passphrase }), [draw, passphrase]);
  return (
    <GateLayout
      size="wide"
      title="回復用コードの紙を作る"
      lead="台帳ができました。最後に、合言葉を忘れたときの備えを作ります。"
    >
      {error ? (
        <Notice
          tone="error"
          title={describeFailure(error.failure)}
          isUrgent
          action={<Button onPress={onEnd}>あとで作る</Button>}
        >
          台帳はできています。回復用コードは、「設定」の「鍵と担当者」で、あとから作れます。
        </Notice>
      ) : pending ? (
        <RecoveryCodeSteps
          pending={pending}
          isAnew={false}
          doneLabel="台帳を使いはじめる"
          onDone={onEnd}
          onLater={onEnd}
        />
      ) : (
        <Loading label="コードを作っています" />
      )}
    </GateLayout>
  );
}
