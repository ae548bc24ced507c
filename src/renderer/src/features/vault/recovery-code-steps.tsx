// The three steps of a new recovery code: see and print it, retype two groups from the paper, done. Nothing holds until main has the two groups.
import { ArrowLeft, Printer } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useReadAgain, useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { QrCode } from '#renderer/ui/qr-code.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './recovery-code-steps.module.css';

type Pending = NonNullable<Output<'vault.pendingRecoveryCode'>>;

/** The code in large numbered groups, and as a QR code. */
function ShownCode({ groups }: { readonly groups: readonly string[] }) {
  return (
    <div className={styles['code']}>
      <ol className={styles['groups']}>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a group is known by.
          <li key={at} className={styles['group']}>
            <span className={styles['number']}>{at + 1}組目</span>
            <span data-testid="recovery-group" className={styles['letters']}>
              {group}
            </span>
          </li>
        ))}
      </ol>
      <QrCode text={groups.join('-')} label="回復用コードのQRコード" className={styles['qr']} />
    </div>
  );
}

interface ShowStepProps {
  readonly pending: Pending;
  readonly onNext: () => void;
  readonly onLater: () => void;
}

function ShowStep({ pending, onNext, onLater }: ShowStepProps) {
  const print = useRegisterCommand('vault.printRecoveryCode');
  const isPrinted = print.data?.isPrinted === true;
  return (
    <Stack>
      <p>
        合言葉を忘れたとき、この紙があれば台帳を開けます。紙を持つ人はだれでも台帳を開けるので、金庫など鍵のかかる場所にしまいます。
      </p>
      <ShownCode groups={pending.groups} />
      {print.error && <Notice tone="error" title={describeFailure(print.error.failure)} isUrgent />}
      {isPrinted && (
        <Notice tone="success" title="プリンターへ送りました" isUrgent>
          紙が出てきたら、「紙を確かめる」を押してください。
        </Notice>
      )}
      <Cluster>
        <Button
          variant={isPrinted ? 'secondary' : 'primary'}
          size="large"
          icon={Printer}
          isPending={print.isPending}
          pendingText="印刷しています"
          onPress={() => print.mutate({})}
        >
          {isPrinted ? 'もう一度印刷する' : '紙に印刷する'}
        </Button>
        <Button variant={isPrinted ? 'primary' : 'secondary'} size="large" onPress={onNext}>
          {isPrinted ? '紙を確かめる' : '手で書き写した'}
        </Button>
        <Button variant="quiet" size="large" onPress={onLater}>
          あとで作る
        </Button>
      </Cluster>
      {!isPrinted && (
        <p className={styles['hint']}>
          プリンターがないときは、28文字を紙に書き写し、「手で書き写した」を押してください。
        </p>
      )}
    </Stack>
  );
}

interface ConfirmStepProps {
  readonly asked: readonly number[];
  readonly onConfirmed: () => void;
  readonly onBack: () => void;
}

function ConfirmStep({ asked, onConfirmed, onBack }: ConfirmStepProps) {
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const confirm = useRegisterCommand('vault.confirmRecoveryCode');
  const readAgain = useReadAgain('vault.status');
  const failure = confirm.error?.failure;
  const submit = async () => {
    try {
      await confirm.mutateAsync({ groups: [...typed] });
      readAgain();
      onConfirmed();
      return true;
    } catch {
      return false;
    }
  };
  return (
    <Form onSubmit={submit} aria-label="紙のコードを確かめる">
      <Stack>
        <p>紙が正しくできたかを確かめます。紙を手に持って、次の2組を見て入れてください。</p>
        {failure && <Notice tone="error" title={describeFailure(failure)} isUrgent />}
        <div className={styles['asked']}>
          {asked.map((group, at) => (
            <TextField
              key={group}
              label={`紙の${group + 1}組目`}
              value={typed[at] ?? ''}
              onChange={(text) => setTyped((before) => before.map((old, index) => (index === at ? text : old)))}
              widthInCharacters={6}
              maxLength={20}
              autoFocus={at === 0}
              {...(failure?.fields?.[`groups.${at}`] ? { errorMessage: '紙の文字と合いません。' } : {})}
            />
          ))}
        </div>
        <Cluster>
          <Button
            type="submit"
            variant="primary"
            size="large"
            isDisabled={typed.some((text) => text.trim() === '')}
            isPending={confirm.isPending}
            pendingText="確かめています"
          >
            確かめる
          </Button>
          <Button size="large" icon={ArrowLeft} onPress={onBack}>
            コードをもう一度見る
          </Button>
        </Cluster>
      </Stack>
    </Form>
  );
}

function DoneStep({ isAnew, doneLabel, onDone }: Pick<RecoveryCodeStepsProps, 'isAnew' | 'doneLabel' | 'onDone'>) {
  return (
    <Stack>
      <Notice tone="success" title="回復用コードができました" isUrgent>
        いまから、この紙で台帳を開けます。
        {isAnew && '前の紙はもう使えません。細かく切って捨ててください。'}
      </Notice>
      <ol className={styles['next']}>
        <li>紙の下の欄に、保管場所と日付を書きます。</li>
        <li>事務所の金庫など、鍵のかかる場所にしまいます。このパソコンと一緒に置かないでください。</li>
      </ol>
      <p>コードは、もう画面に出ません。紙をなくしたら、「設定」の「鍵と担当者」で作り直してください。</p>
      <div>
        <Button variant="primary" size="large" onPress={onDone} autoFocus>
          {doneLabel}
        </Button>
      </div>
    </Stack>
  );
}

interface RecoveryCodeStepsProps {
  readonly pending: Pending;
  /** There was a code before, which stops to hold. */
  readonly isAnew: boolean;
  readonly doneLabel: string;
  readonly onDone: () => void;
  /** Put off: what was drawn holds nothing. */
  readonly onLater: () => void;
}

export function RecoveryCodeSteps({ pending, isAnew, doneLabel, onDone, onLater }: RecoveryCodeStepsProps) {
  const [step, setStep] = useState<'show' | 'confirm' | 'done'>('show');
  switch (step) {
    case 'show':
      return <ShowStep pending={pending} onNext={() => setStep('confirm')} onLater={onLater} />;
    case 'confirm':
      return <ConfirmStep asked={pending.asked} onConfirmed={() => setStep('done')} onBack={() => setStep('show')} />;
    case 'done':
      return <DoneStep isAnew={isAnew} doneLabel={doneLabel} onDone={onDone} />;
  }
}
