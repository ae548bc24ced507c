// What became of what left the house: it came back, or it was shredded, and on which day.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import { HANDOUT_ENDS, type Handout, type HandoutEnd } from '#shared/contract/handouts.contract.ts';
import { readDate } from '#shared/model/date-text.ts';
import { formatEra } from '#shared/model/era.ts';
import { END_WORDS, numberOf } from './handout-words.ts';

interface SettleDialogProps {
  readonly handouts: readonly Handout[];
  readonly onClose: () => void;
}

/** More numbers than these are counted. */
const MOST_NAMED = 3;

export function SettleDialog({ handouts, onClose }: SettleDialogProps) {
  const [as, setAs] = useState<HandoutEnd>('returned');
  const [typed, setTyped] = useState(() => formatEra(today()));
  const settle = useRegisterCommand('handouts.settle');
  const reopen = useRegisterCommand('handouts.reopen');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const submit = async () => {
    const reading = readDate(typed, { today: today(), purpose: 'event' });
    setProblem(reading.ok ? undefined : '日付を確かめてください。');
    if (!reading.ok) {
      return false;
    }
    const handoutIds = handouts.map(({ id }) => id);
    try {
      await settle.mutateAsync({ handoutIds, as, on: reading.date });
    } catch {
      return false;
    }
    onClose();
    toast(`${handouts.length}件に「${END_WORDS[as]}」の印を付けました。`, {
      undo: () => reopen.mutate({ handoutIds }),
    });
    return true;
  };
  const [first] = handouts;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="返却・廃棄を記録する"
      size="small"
      footer={
        <DialogSubmit form="settle" isPending={settle.isPending}>
          記録する
        </DialogSubmit>
      }
    >
      <Form id="settle" onSubmit={submit} aria-label="返却・廃棄を記録する">
        <Stack>
          <p>
            {first?.title} {handouts.length > MOST_NAMED ? `${handouts.length}部` : handouts.map(numberOf).join('・')}
          </p>
          {settle.error && <Notice tone="error" title={describeFailure(settle.error.failure)} isUrgent />}
          <ChoiceButtons
            label="どうなりましたか"
            options={HANDOUT_ENDS.map((code) => ({ code, label: END_WORDS[code] }))}
            value={as}
            onChange={(code) => setAs(code as HandoutEnd)}
            columns={2}
          />
          <DateTextField
            label="その日"
            value={typed}
            onChange={setTyped}
            today={today()}
            purpose="event"
            errorMessage={problem}
            isRequired
          />
        </Stack>
      </Form>
    </Dialog>
  );
}
