// Keeps a record beyond its term, with the reason. Can be taken back at any time.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { EndedPerson } from '#shared/contract/retention.contract.ts';
import { HOLD_REASONS, HOLD_WORDS, type HoldReason } from '#shared/model/retention.ts';

interface HoldDialogProps {
  readonly person: Pick<EndedPerson, 'personId' | 'name'>;
  readonly onClose: () => void;
}

export function HoldDialog({ person, onClose }: HoldDialogProps) {
  const [reason, setReason] = useState<HoldReason | null>(null);
  const [note, setNote] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const hold = useRegisterCommand('retention.hold');

  const submit = async () => {
    setIsMissing(reason === null);
    if (reason === null) {
      return false;
    }
    try {
      await hold.mutateAsync({ personId: person.personId, reason, note });
    } catch {
      return false;
    }
    onClose();
    toast(`${person.name}さんの記録の保存を延ばしました。`);
    return true;
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${person.name}さんの記録の保存を延ばす`}
      isDirty={reason !== null || note !== ''}
      footer={
        <DialogSubmit form="hold" isPending={hold.isPending} pendingText="記録しています">
          保存を延ばす
        </DialogSubmit>
      }
    >
      <Form id="hold" onSubmit={submit} aria-label="保存の延長">
        <Stack>
          {hold.error && <Notice tone="error" title={describeFailure(hold.error.failure)} isUrgent />}
          <p>延ばしている間は、保存年限がすぎても廃棄できません。わけがなくなったら、いつでもやめられます。</p>
          <ChoiceButtons
            label="延ばすわけ"
            options={HOLD_REASONS.map((code) => ({ code, label: HOLD_WORDS[code] }))}
            value={reason}
            onChange={(code) => setReason(code as HoldReason)}
            isRequired
            errorMessage={isMissing && reason === null ? '延ばすわけを選んでください。' : undefined}
          />
          <TextField label="覚え書き（いつごろまで、など）" value={note} onChange={setNote} maxLength={200} />
        </Stack>
      </Form>
    </Dialog>
  );
}
