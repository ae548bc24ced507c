// Records a new consent (or its refusal, or withdrawal); the earlier ones stay as history.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { PersonId } from '#shared/model/ids.ts';
import { type ConsentDraft, ConsentFields, EMPTY_CONSENT, readConsent } from './consent-fields.tsx';

interface ConsentDialogProps {
  readonly personId: PersonId;
  readonly name: string;
  readonly onClose: () => void;
}

export function ConsentDialog({ personId, name, onClose }: ConsentDialogProps) {
  const [draft, setDraft] = useState<ConsentDraft>(EMPTY_CONSENT);
  const [problems, setProblems] = useState<readonly { field: string; message: string }[]>([]);
  const record = useRegisterCommand('people.recordConsent');

  const submit = async () => {
    const reading = readConsent(draft);
    if (!reading.ok || reading.consent === null) {
      setProblems([reading.ok ? { field: 'consentStatus', message: '同意の状態を選んでください。' } : reading.problem]);
      return false;
    }
    setProblems([]);
    try {
      await record.mutateAsync({ personId, consent: reading.consent });
    } catch {
      return false;
    }
    onClose();
    toast('同意を記録しました。');
    return true;
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${name}さんの同意を記録する`}
      isDirty={draft !== EMPTY_CONSENT}
      footer={
        <DialogSubmit form="record-consent" isPending={record.isPending} pendingText="記録しています">
          記録する
        </DialogSubmit>
      }
    >
      <Form id="record-consent" onSubmit={submit} aria-label="同意の記録">
        <Stack>
          <ErrorSummary problems={problems} />
          {record.error && <Notice tone="error" title={describeFailure(record.error.failure)} isUrgent />}
          <ConsentFields
            draft={draft}
            put={(changes) => setDraft((before) => ({ ...before, ...changes }))}
            messageOf={(field) => problems.find((problem) => problem.field === field)?.message}
          />
        </Stack>
      </Form>
    </Dialog>
  );
}
