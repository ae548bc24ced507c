// Ends the watch over one person, with the day and the reason. Everything that was recorded stays; it can be undone.
import { useState } from 'react';
import { useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Person } from '#shared/contract/person-shape.ts';
import { readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';

interface EndWatchDialogProps {
  readonly person: Person;
  readonly onClose: () => void;
}

export function EndWatchDialog({ person, onClose }: EndWatchDialogProps) {
  const codes = useCodes();
  const [draft, setDraft] = useState({ endedOn: formatEra(today()), reason: null as string | null, note: '' });
  const [isChanged, setIsChanged] = useState(false);
  const [problems, setProblems] = useState<readonly { field: string; message: string }[]>([]);
  const endWatch = useRegisterCommand('people.endWatch');
  const resumeWatch = useRegisterCommand('people.resumeWatch');
  const put = (changes: Partial<typeof draft>) => {
    setIsChanged(true);
    setDraft((before) => ({ ...before, ...changes }));
  };

  const submit = async () => {
    const day = readDate(draft.endedOn, { today: today(), purpose: 'event' });
    const found = [
      ...(draft.reason === null ? [{ field: 'endReason', message: '終了の理由を選んでください。' }] : []),
      ...(day.ok ? [] : [{ field: 'endedOn', message: `終了の日：${day.message}` }]),
    ];
    setProblems(found);
    if (!day.ok || draft.reason === null) {
      return false;
    }
    try {
      await endWatch.mutateAsync({ personId: person.id, endedOn: day.date, reason: draft.reason, note: draft.note });
    } catch {
      return false;
    }
    onClose();
    toast(`${person.name}さんの見守りを終了しました。`, {
      undo: () => resumeWatch.mutate({ personId: person.id }),
    });
    return true;
  };

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${person.name}さんの見守りを終了する`}
      isDirty={isChanged}
      footer={
        <DialogSubmit form="end-watch" isPending={endWatch.isPending} pendingText="記録しています">
          終了を記録する
        </DialogSubmit>
      }
    >
      <Form id="end-watch" onSubmit={submit} aria-label="見守りの終了">
        <Stack>
          <ErrorSummary problems={problems} />
          {endWatch.error && <Notice tone="error" title={describeFailure(endWatch.error.failure)} isUrgent />}
          <p>これまでの記録はすべて残ります。終了したあとも「終了」の一覧から見られ、元に戻せます。</p>
          <ChoiceButtons
            id="endReason"
            label="終了の理由"
            options={codes.choices('endReason')}
            value={draft.reason}
            onChange={(reason) => put({ reason })}
            isRequired
          />
          <DateTextField
            id="endedOn"
            label="終了の日"
            value={draft.endedOn}
            onChange={(endedOn) => put({ endedOn })}
            today={today()}
            purpose="event"
          />
          <TextField label="覚え書き" value={draft.note} onChange={(note) => put({ note })} />
        </Stack>
      </Form>
    </Dialog>
  );
}
