// Changes the passphrase of whoever knows the present one. The register itself is not touched.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { NO_PASSPHRASE, newPassphraseProblems } from './new-passphrase.ts';
import { NewPassphraseFields } from './new-passphrase-fields.tsx';

const EMPTY = { current: '', ...NO_PASSPHRASE };

export function ChangePassphraseDialog({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState(EMPTY);
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const change = useRegisterCommand('vault.changePassphrase');
  const put = (changes: Partial<typeof EMPTY>) => setDraft((before) => ({ ...before, ...changes }));
  const close = () => {
    setDraft(EMPTY);
    setProblems([]);
    change.reset();
    onClose();
  };
  const submit = async () => {
    const found = newPassphraseProblems(draft);
    setProblems(found);
    if (found.length > 0) {
      return false;
    }
    try {
      await change.mutateAsync({ current: draft.current, next: draft.passphrase });
      close();
      toast('合言葉を変えました。新しい合言葉を紙に控えてください。');
      return true;
    } catch {
      return false;
    }
  };
  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      title="合言葉を変える"
      isDirty={draft !== EMPTY}
      footer={
        <DialogSubmit form="change-passphrase" isPending={change.isPending} pendingText="変えています">
          変える
        </DialogSubmit>
      }
    >
      <Form id="change-passphrase" onSubmit={submit} aria-label="合言葉を変える">
        <Stack>
          <ErrorSummary problems={problems} />
          {change.error && <Notice tone="error" title={describeFailure(change.error.failure)} isUrgent />}
          <PasswordField
            label="いまの合言葉"
            value={draft.current}
            onChange={(current) => put({ current })}
            autoFocus
          />
          <NewPassphraseFields label="新しい合言葉" value={draft} onChange={put} problems={problems} />
        </Stack>
      </Form>
    </Dialog>
  );
}
