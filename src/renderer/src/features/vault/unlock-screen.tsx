// The lock screen: who, the passphrase, one button. Tells a wrong passphrase apart from a damaged file, and never hints at the passphrase.
import { History, LifeBuoy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { OperationError, type Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useReadAgain, useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import type { Failure } from '#shared/contract/errors.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { CoordinatorChoice } from './coordinator-choice.tsx';
import styles from './gate-form.module.css';
import { GateLayout } from './gate-layout.tsx';
import { useWaiting } from './use-waiting.ts';
import { WaitingNotice } from './waiting-notice.tsx';

interface UnlockScreenProps {
  readonly status: Output<'vault.status'>;
  /** The way back to a backup. */
  readonly onRestore: () => void;
  /** The passphrase is forgotten. */
  readonly onForgotten: () => void;
  /** A backup has just taken the register's place. */
  readonly isRestored: boolean;
  /** At this start, a return to a backup that was cut off was carried through. */
  readonly isSwapFinished: boolean;
  /** The register's files are not as they should be: another screen says what to do. */
  readonly onRefused: () => void;
}

const OF_FILES: readonly string[] = ['register_damaged', 'key_slots_damaged', 'older_key_slots', 'newer_schema'];

function leadOf(names: readonly string[]): string {
  if (names.length > 1) {
    return 'お名前を選び、あなたの合言葉を入れてください。';
  }
  return `${names.length > 0 ? `${names[0]}さんの台帳です。` : ''}合言葉を入れてください。`;
}

interface OutcomeProps extends Pick<UnlockScreenProps, 'isRestored' | 'isSwapFinished'> {
  readonly failure: Failure | undefined;
  readonly waiting: number;
}

/** What the last try came to, how long to wait for the next, or what happened to the register before the first. */
function Outcome({ failure, waiting, isRestored, isSwapFinished }: OutcomeProps) {
  if (waiting > 0) {
    return <WaitingNotice seconds={waiting} />;
  }
  if (failure && failure.code !== 'too_many_tries') {
    return <Notice tone="error" title={describeFailure(failure)} isUrgent />;
  }
  if (isRestored) {
    return (
      <Notice tone="success" title="控えから戻しました" isUrgent>
        控えをとったときの合言葉で開いてください。
      </Notice>
    );
  }
  return isSwapFinished ? (
    <Notice tone="info" title="前回、控えに戻す途中で終わっていたため、最後まで戻しました" isUrgent>
      戻した控えをとったときの合言葉で開いてください。戻す前の台帳も、消さずに残してあります。
    </Notice>
  ) : null;
}

/** The form's own state: the passphrase is kept over a wrong try and over the waiting. */
function useUnlock({ coordinators, lastSlot }: Output<'vault.status'>, onRefused: () => void) {
  const last = coordinators.find((each) => each.slot === lastSlot)?.slot ?? null;
  const [slot, setSlot] = useState<SlotId | null>(last);
  const [passphrase, setPassphrase] = useState('');
  const [isNobody, setIsNobody] = useState(false);
  const unlock = useRegisterCommand('vault.unlock');
  const readStatus = useReadAgain('vault.status');
  const choose = (chosen: SlotId) => {
    setSlot(chosen);
    setIsNobody(false);
  };
  const submit = async () => {
    setIsNobody(coordinators.length > 1 && slot === null);
    if (coordinators.length > 1 && slot === null) {
      return false;
    }
    await unlock.mutateAsync({ passphrase, slot: coordinators.length > 1 ? slot : null }).catch((error: unknown) => {
      readStatus();
      if (error instanceof OperationError && OF_FILES.includes(error.failure.code)) {
        onRefused();
      }
    });
    return true;
  };
  return { slot, choose, passphrase, setPassphrase, isNobody, unlock, submit };
}

export function UnlockScreen(props: UnlockScreenProps) {
  const { status, onRestore, onForgotten, isRestored, isSwapFinished, onRefused } = props;
  const { slot, choose, passphrase, setPassphrase, isNobody, unlock, submit } = useUnlock(status, onRefused);
  const { coordinators } = status;
  const input = useRef<HTMLInputElement>(null);
  const waiting = useWaiting(status.waitUntil);
  const failure = unlock.error?.failure;

  useEffect(() => {
    if (failure) {
      input.current?.select();
    }
  }, [failure]);

  return (
    <GateLayout title="台帳を開く" lead={leadOf(coordinators.map(({ name }) => name))} version={status.appVersion}>
      <Form onSubmit={submit} aria-label="台帳を開く">
        <div className={styles['fields']}>
          <Outcome failure={failure} waiting={waiting} isRestored={isRestored} isSwapFinished={isSwapFinished} />
          {coordinators.length > 1 && (
            <CoordinatorChoice
              coordinators={coordinators}
              value={slot}
              onChange={choose}
              errorMessage={isNobody ? 'お名前を選んでください。' : undefined}
            />
          )}
          <PasswordField
            label="合言葉"
            value={passphrase}
            onChange={setPassphrase}
            autoFocus={coordinators.length <= 1 || slot !== null}
            inputRef={input}
          />
          <Button
            type="submit"
            variant="primary"
            size="large"
            isFullWidth
            isPending={unlock.isPending}
            pendingText="開いています"
            isDisabled={passphrase === '' || waiting > 0}
          >
            開く
          </Button>
          <div className={styles['ways']}>
            <Button variant="quiet" icon={LifeBuoy} onPress={onForgotten}>
              合言葉を忘れたとき
            </Button>
            <Button variant="quiet" icon={History} onPress={onRestore}>
              控えから戻す
            </Button>
          </div>
        </div>
      </Form>
    </GateLayout>
  );
}
