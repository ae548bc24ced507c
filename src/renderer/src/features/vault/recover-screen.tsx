// A forgotten passphrase: the printed code first, then whose passphrase is set anew. The code is checked for slips before main is asked.
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useReadAgain, useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { RecoveryCodeField, recoveryCodeProblem } from '#renderer/ui/recovery-code-field.tsx';
import type { ErrorCode, Failure } from '#shared/contract/errors.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { CoordinatorChoice } from './coordinator-choice.tsx';
import styles from './gate-form.module.css';
import { GateLayout } from './gate-layout.tsx';
import { NO_PASSPHRASE, newPassphraseProblems } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';
import { useWaiting } from './use-waiting.ts';
import { WaitingNotice } from './waiting-notice.tsx';

type Status = Output<'vault.status'>;

/** Refusals that are about the code, so that it is typed again. */
const OF_THE_CODE: readonly ErrorCode[] = ['recovery_code_mistyped', 'wrong_recovery_code', 'recovery_code_missing'];

function NoCode({ onBack }: { readonly onBack: () => void }) {
  return (
    <GateLayout size="wide" title="合言葉を忘れたとき" lead="この台帳には、まだ回復用コードがありません。">
      <div className={styles['fields']}>
        <Notice tone="info" title="次のことを、順に試してください">
          <ol className={styles['steps']}>
            <li>合言葉を控えた紙を探してください。</li>
            <li>ほかの担当者がいるときは、その方の合言葉で開いてもらってください。</li>
            <li>小文字と大文字、Caps Lock、全角と半角を変えて、もう一度入れてください。</li>
          </ol>
        </Notice>
        <p>台帳は消えていません。パソコンの中に、そのまま残っています。</p>
        <Button icon={ArrowLeft} onPress={onBack}>
          台帳を開く画面へ戻る
        </Button>
      </div>
    </GateLayout>
  );
}

interface CodeStepProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
  readonly failure: Failure | undefined;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

function CodeStep({ code, onChange, failure, onNext, onBack }: CodeStepProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const submit = () => {
    const found = recoveryCodeProblem(code);
    setProblem(found);
    if (found === null) {
      onNext();
    }
    return found === null;
  };
  return (
    <GateLayout
      size="wide"
      title="合言葉を忘れたとき"
      lead="金庫などにしまった「回復用コード」の紙を用意してください。"
    >
      <Form onSubmit={submit} aria-label="回復用コードを入れる">
        <div className={styles['fields']}>
          {failure && <Notice tone="error" title={describeFailure(failure)} isUrgent />}
          <RecoveryCodeField
            id="recovery-code"
            value={code}
            onChange={(typed) => {
              setProblem(null);
              onChange(typed);
            }}
            errorMessage={problem ?? undefined}
            autoFocus
          />
          <div className={styles['buttons']}>
            <Button type="submit" variant="primary" size="large">
              次へ（新しい合言葉を決める）
            </Button>
            <Button size="large" icon={ArrowLeft} onPress={onBack}>
              戻る
            </Button>
          </div>
          <p>紙が見つからないときは、保管している方（事務所の金庫など）にたずねてください。台帳は消えていません。</p>
        </div>
      </Form>
    </GateLayout>
  );
}

interface PassphraseStepProps {
  readonly status: Status;
  readonly code: string;
  readonly isRestored: boolean;
  /** The code will not do after all. */
  readonly onRefusedCode: (failure: Failure) => void;
  readonly onBack: () => void;
}

function useRecover({ status, code, onRefusedCode }: PassphraseStepProps) {
  const [chosen, setSlot] = useState<SlotId | null>(null);
  // Right after a return to a backup the coordinators of the backup arrive a moment after this screen.
  const slot = status.coordinators.length === 1 ? (status.coordinators[0]?.slot ?? null) : chosen;
  const [draft, setDraft] = useState(NO_PASSPHRASE);
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const recover = useRegisterCommand('vault.recover');
  const readStatus = useReadAgain('vault.status');
  const submit = async () => {
    const found = newPassphraseProblems(draft);
    setProblems(slot === null ? [{ field: 'who', message: 'お名前を選んでください。' }, ...found] : found);
    if (slot === null || found.length > 0) {
      return false;
    }
    try {
      await recover.mutateAsync({ code, slot, passphrase: draft.passphrase });
      return true;
    } catch (error) {
      readStatus();
      const { failure } = error as { failure: Failure };
      if (OF_THE_CODE.includes(failure.code)) {
        onRefusedCode(failure);
      }
      return false;
    }
  };
  return { slot, setSlot, draft, setDraft, problems, recover, submit };
}

function PassphraseStep(props: PassphraseStepProps) {
  const { slot, setSlot, draft, setDraft, problems, recover, submit } = useRecover(props);
  const { status, isRestored, onBack } = props;
  const waiting = useWaiting(status.waitUntil);
  const failure = recover.error?.failure;
  return (
    <GateLayout
      title="新しい合言葉を決める"
      lead={
        isRestored
          ? '控えから戻しました。回復用コードで開くため、新しい合言葉を決めてください。'
          : 'コードを読み取りました。これから使う合言葉を決めてください。前の合言葉は使えなくなります。'
      }
    >
      <Form onSubmit={submit} aria-label="新しい合言葉">
        <div className={styles['fields']}>
          <ErrorSummary problems={problems} />
          {waiting > 0 && <WaitingNotice seconds={waiting} />}
          {waiting === 0 && failure && failure.code !== 'too_many_tries' && (
            <Notice tone="error" title={describeFailure(failure)} isUrgent />
          )}
          {status.coordinators.length > 1 && (
            <CoordinatorChoice
              coordinators={status.coordinators}
              value={slot}
              onChange={setSlot}
              errorMessage={problems.find(({ field }) => field === 'who')?.message}
            />
          )}
          <NewPassphraseFields
            label="新しい合言葉"
            value={draft}
            onChange={(changes) => setDraft((before) => ({ ...before, ...changes }))}
            problems={problems}
            autoFocus={status.coordinators.length <= 1}
          />
          <Button
            type="submit"
            variant="primary"
            size="large"
            isFullWidth
            isPending={recover.isPending}
            pendingText="開いています"
            isDisabled={waiting > 0}
          >
            この合言葉にして台帳を開く
          </Button>
          <Button variant="quiet" icon={ArrowLeft} onPress={onBack}>
            戻る
          </Button>
        </div>
      </Form>
    </GateLayout>
  );
}

interface RecoverScreenProps {
  readonly status: Status;
  /** A code that opened a backup a moment ago; empty when it is still to be typed. */
  readonly initialCode: string;
  readonly onBack: () => void;
}

export function RecoverScreen({ status, initialCode, onBack }: RecoverScreenProps) {
  const [code, setCode] = useState(initialCode);
  const [isRead, setIsRead] = useState(initialCode !== '');
  const [failure, setFailure] = useState<Failure>();
  if (status.recoveryCodeSince === null && initialCode === '') {
    return <NoCode onBack={onBack} />;
  }
  if (!isRead) {
    const next = () => {
      setFailure(undefined);
      setIsRead(true);
    };
    return <CodeStep code={code} onChange={setCode} failure={failure} onNext={next} onBack={onBack} />;
  }
  return (
    <PassphraseStep
      status={status}
      code={code}
      isRestored={initialCode !== ''}
      onRefusedCode={(refused) => {
        setFailure(refused);
        setIsRead(false);
      }}
      onBack={() => setIsRead(false)}
    />
  );
}
