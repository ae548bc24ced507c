// The lock screen: who, the passphrase, one button. Tells a wrong passphrase apart from a damaged file, and never hints at the passphrase.
import { History, LifeBuoy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
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
}

/** What happened, that nothing is gone, and what to do first. */
function RecoveryNotice({ failure, onRestore }: { readonly failure: Failure } & Pick<UnlockScreenProps, 'onRestore'>) {
  return (
    <Notice
      tone="error"
      title={describeFailure(failure)}
      isUrgent
      action={
        <Button icon={History} onPress={onRestore}>
          控えから戻す
        </Button>
      }
    >
      アプリは何も消していません。壊れたファイルも、戻したあとにそのまま残ります。控えがないときは、パソコンをこのまま触らずに、担当へ知らせてください。
    </Notice>
  );
}

const DAMAGED: readonly string[] = ['register_damaged', 'key_slots_damaged', 'older_key_slots'];

function leadOf(names: readonly string[]): string {
  if (names.length > 1) {
    return 'お名前を選び、あなたの合言葉を入れてください。';
  }
  return `${names.length > 0 ? `${names[0]}さんの台帳です。` : ''}合言葉を入れてください。`;
}

/** What the last try came to, or how long to wait for the next. */
function Outcome({ failure, waiting, onRestore, isRestored }: OutcomeProps) {
  if (waiting > 0) {
    return <WaitingNotice seconds={waiting} />;
  }
  if (!failure || failure.code === 'too_many_tries') {
    return isRestored ? (
      <Notice tone="success" title="控えから戻しました" isUrgent>
        控えをとったときの合言葉で開いてください。
      </Notice>
    ) : null;
  }
  return DAMAGED.includes(failure.code) ? (
    <RecoveryNotice failure={failure} onRestore={onRestore} />
  ) : (
    <Notice tone="error" title={describeFailure(failure)} isUrgent />
  );
}
interface OutcomeProps extends Pick<UnlockScreenProps, 'onRestore' | 'isRestored'> {
  readonly failure: Failure | undefined;
  readonly waiting: number;
}

/** The form's own state: the passphrase is kept over a wrong try and over the waiting. */
function useUnlock({ coordinators, lastSlot }: Output<'vault.status'>) {
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
    await unlock.mutateAsync({ passphrase, slot: coordinators.length > 1 ? slot : null }).catch(readStatus);
    return true;
  };
  return { slot, choose, passphrase, setPassphrase, isNobody, unlock, submit };
}

export function UnlockScreen({ status, onRestore, onForgotten, isRestored }: UnlockScreenProps) {
  const { slot, choose, passphrase, setPassphrase, isNobody, unlock, submit } = useUnlock(status);
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
          <Outcome failure={failure} waiting={waiting} onRestore={onRestore} isRestored={isRestored} />
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
