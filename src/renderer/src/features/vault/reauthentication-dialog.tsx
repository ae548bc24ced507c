// 本人の確認: asks for the passphrase again before something leaves the house or cannot be undone. One for the whole app.
import { useEffect, useRef, useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { type ReauthenticationRequest, useReauthenticationRequest } from '#renderer/lib/reauthentication.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { aimOf } from '#shared/contract/deeds.ts';

function Question({ operation, settle }: ReauthenticationRequest) {
  const [passphrase, setPassphrase] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const checking = useRegisterCommand('vault.reauthenticate');
  const failure = checking.error?.failure;
  useEffect(() => {
    if (failure) {
      input.current?.select();
    }
  }, [failure]);
  const submit = async () => {
    if (passphrase === '') {
      input.current?.focus();
      return false;
    }
    try {
      await checking.mutateAsync({ operation, passphrase });
      settle(true);
      return true;
    } catch {
      return false;
    }
  };
  return (
    <Dialog
      isOpen
      onClose={() => settle(false)}
      title="本人の確認"
      size="small"
      footer={
        <DialogSubmit form="reauthentication" isPending={checking.isPending} pendingText="確かめています">
          確かめて進む
        </DialogSubmit>
      }
    >
      <Form id="reauthentication" onSubmit={submit} aria-label="本人の確認">
        <Stack>
          <p>
            これから「<strong>{aimOf(operation)}</strong>
            」操作をします。席を離れたすきにほかの人がすることのないよう、もう一度合言葉を入れてください。
          </p>
          {failure && <Notice tone="error" title={describeFailure(failure)} isUrgent />}
          <PasswordField
            label="いまの合言葉"
            description="この台帳を開くときに入れている合言葉です。"
            value={passphrase}
            onChange={setPassphrase}
            autoFocus
            inputRef={input}
          />
        </Stack>
      </Form>
    </Dialog>
  );
}

export function ReauthenticationDialog() {
  const request = useReauthenticationRequest();
  return request && <Question key={request.operation} {...request} />;
}
