// The lock screen: one box, one button. Tells a wrong passphrase apart from a damaged file, and never hints at the passphrase.
import { useEffect, useRef, useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import styles from './gate-form.module.css';
import { GateLayout } from './gate-layout.tsx';

export function UnlockScreen({ status }: { readonly status: Output<'vault.status'> }) {
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
    await unlock.mutateAsync({ passphrase }).catch(() => {});
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
        </div>
      </Form>
    </GateLayout>
  );
}
