// The lock screen: one box, one button. Tells a wrong passphrase apart from a damaged file, and never hints at the passphrase.
import { History } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { OperationError, type Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import styles from './gate-form.module.css';
import { GateLayout } from './gate-layout.tsx';

interface UnlockScreenProps {
  readonly status: Output<'vault.status'>;
  /** The way back to a backup. */
  readonly onRestore: () => void;
  /** A backup has just taken the register's place. */
  readonly isRestored: boolean;
  /** At this start, a return to a backup that was cut off was carried through. */
  readonly isSwapFinished: boolean;
  /** The register's files are not as they should be: another screen says what to do. */
  readonly onRefused: () => void;
}

const OF_FILES: readonly string[] = ['register_damaged', 'key_slots_damaged', 'newer_schema'];

export function UnlockScreen({ status, onRestore, isRestored, isSwapFinished, onRefused }: UnlockScreenProps) {
  const [passphrase, setPassphrase] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const unlock = useRegisterCommand('vault.unlock');
  const failure = unlock.error?.failure;

  useEffect(() => {
    if (failure) {
      input.current?.select();
    }
  }, [failure]);

  const submit = async () => {
    await unlock.mutateAsync({ passphrase }).catch((error: unknown) => {
      if (error instanceof OperationError && OF_FILES.includes(error.failure.code)) {
        onRefused();
      }
    });
    return true;
  };

  return (
    <GateLayout
      title="台帳を開く"
      lead={
        status.coordinators.length > 0
          ? `${status.coordinators.join('さん・')}さんの台帳です。合言葉を入れてください。`
          : '合言葉を入れてください。'
      }
      version={status.appVersion}
    >
      <Form onSubmit={submit} aria-label="台帳を開く">
        <div className={styles['fields']}>
          {isRestored && !failure && (
            <Notice tone="success" title="控えから戻しました" isUrgent>
              控えをとったときの合言葉で開いてください。
            </Notice>
          )}
          {isSwapFinished && !isRestored && !failure && (
            <Notice tone="info" title="前回、控えに戻す途中で終わっていたため、最後まで戻しました" isUrgent>
              戻した控えをとったときの合言葉で開いてください。戻す前の台帳も、消さずに残してあります。
            </Notice>
          )}
          {failure && <Notice tone="error" title={describeFailure(failure)} isUrgent />}
          <PasswordField label="合言葉" value={passphrase} onChange={setPassphrase} autoFocus inputRef={input} />
          <Button
            type="submit"
            variant="primary"
            size="large"
            isFullWidth
            isPending={unlock.isPending}
            pendingText="開いています"
            isDisabled={passphrase === ''}
          >
            開く
          </Button>
          <Button variant="quiet" icon={History} onPress={onRestore}>
            控えから戻す
          </Button>
        </div>
      </Form>
    </GateLayout>
  );
}
