// Records who decided from how many people on a figure may be shown, when and why. Main refuses a number outside of what is allowed.
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { describeFailure, describeFields } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { DateTextField } from '#renderer/ui/date-text-field.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import { formatEra } from '#shared/model/era.ts';

type Profile = Output<'publications.overview'>['profiles'][number];

interface DecisionDraft {
  readonly k: number;
  readonly decidedBy: string;
  /** As it was typed. */
  readonly typedOn: string;
  readonly decidedOn: CalendarDate | null;
  readonly reason: string;
}

/** Below it a decision is needed that others agreed to. */
const USUAL_LEAST = 5;

const problemsOf = ({ decidedBy, decidedOn, reason }: DecisionDraft): FieldProblemLine[] => [
  ...(decidedBy.trim() === '' ? [{ field: 'decidedBy', message: '決めた人や会議の名前を入れてください。' }] : []),
  ...(decidedOn === null ? [{ field: 'decidedOn', message: '決めた日を入れてください。' }] : []),
  ...(reason.trim() === '' ? [{ field: 'reason', message: '理由を入れてください。' }] : []),
];

function useDecision(profile: Profile, onClose: () => void) {
  const deciding = useRegisterCommand('publications.decide');
  const [draft, setDraft] = useState<DecisionDraft>(() => ({
    k: profile.k,
    decidedBy: '',
    typedOn: formatEra(today()),
    decidedOn: today(),
    reason: '',
  }));
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const submit = async () => {
    const found = problemsOf(draft);
    setProblems(found);
    const { k, decidedBy, decidedOn, reason } = draft;
    if (found.length > 0 || decidedOn === null) {
      return false;
    }
    try {
      await deciding.mutateAsync({ profile: profile.id, k, decidedBy, decidedOn, reason });
    } catch {
      return false;
    }
    toast(`決定を記録しました。これからつくる集計は、${k}人に満たない数字を＊にします。`);
    onClose();
    return true;
  };
  return { draft, setDraft, problems, deciding, submit };
}

export function DecisionDialog({ profile, onClose }: { readonly profile: Profile; readonly onClose: () => void }) {
  const { draft, setDraft, problems, deciding, submit } = useDecision(profile, onClose);
  const put = (changes: Partial<DecisionDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const refused = deciding.error ? describeFields(deciding.error.failure) : {};
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message ?? refused[field];
  const { leastK, mostK, title } = profile;
  const counts = Array.from({ length: mostK - leastK + 1 }, (_none, index) => leastK + index);
  return (
    <Dialog
      isOpen
      onClose={() => !deciding.isPending && onClose()}
      title={`${title}の人数の決定`}
      isDirty={draft.decidedBy !== '' || draft.reason !== ''}
      footer={
        <DialogSubmit form="decision" isPending={deciding.isPending} pendingText="記録しています">
          決定を記録する
        </DialogSubmit>
      }
    >
      <Form id="decision" onSubmit={submit} aria-label="人数の決定">
        <Stack>
          <ErrorSummary problems={problems} />
          {deciding.error && (
            <Notice
              tone={deciding.error.failure.code === 'cancelled' ? 'info' : 'error'}
              title={describeFailure(deciding.error.failure)}
              isUrgent
            />
          )}
          <SelectField
            label="何人に満たない数字を＊にしますか"
            description={`${leastK}人から${mostK}人まで。人数を下げると＊はへりますが、だれのことか分かりやすくなります。`}
            options={counts.map((count) => ({ code: String(count), label: `${count}人` }))}
            value={String(draft.k)}
            onChange={(code) => code && put({ k: Number(code) })}
            isRequired
          />
          {draft.k < USUAL_LEAST && (
            <Notice
              tone="warning"
              title={`${USUAL_LEAST}人より下げるときは、渡す先や上司と話し合って決めてください。`}
            />
          )}
          <TextField
            id="decidedBy"
            label="決めた人・会議"
            value={draft.decidedBy}
            onChange={(decidedBy) => put({ decidedBy })}
            errorMessage={messageOf('decidedBy')}
            maxLength={100}
            isRequired
          />
          <DateTextField
            id="decidedOn"
            label="決めた日"
            purpose="event"
            today={today()}
            value={draft.typedOn}
            onChange={(typedOn) => put({ typedOn })}
            onDate={(decidedOn) => put({ decidedOn })}
            errorMessage={messageOf('decidedOn')}
            isRequired
          />
          <TextArea
            id="reason"
            label="理由"
            description="見守っている方のお名前は書かないでください。"
            value={draft.reason}
            onChange={(reason) => put({ reason })}
            errorMessage={messageOf('reason')}
            maxLength={400}
            isRequired
          />
        </Stack>
      </Form>
    </Dialog>
  );
}
