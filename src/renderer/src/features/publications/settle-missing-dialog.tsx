// Records that publications which the register does not know are with nobody: which of two ways, and how that was made sure. Irrevocable.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import {
  LEAST_REASON,
  type MissingHistory,
  SETTLED_STANDINGS,
  type SettledStanding,
} from '#shared/contract/publications.contract.ts';
import { STANDING_WORDS } from './settled-words.ts';

interface Draft {
  readonly standing: SettledStanding | null;
  readonly reason: string;
}

const problemsOf = ({ standing, reason }: Draft): FieldProblemLine[] => [
  ...(standing === null ? [{ field: 'standing', message: 'どちらかを選んでください。' }] : []),
  ...(reason.trim().length < LEAST_REASON
    ? [{ field: 'reason', message: `どうやって確かめたかを、${LEAST_REASON}文字以上で書いてください。` }]
    : []),
];

interface SettleMissingProps {
  readonly missing: MissingHistory;
  /** 「2026年7月の集計」 */
  readonly what: string;
  readonly onSettled: () => void;
  readonly onClose: () => void;
}

function useSettling({ missing, onSettled, onClose }: SettleMissingProps) {
  const settling = useRegisterCommand('publications.settleMissing');
  const [draft, setDraft] = useState<Draft>({ standing: null, reason: '' });
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const submit = async () => {
    const found = problemsOf(draft);
    setProblems(found);
    const { standing, reason } = draft;
    if (found.length > 0 || standing === null) {
      return false;
    }
    try {
      await settling.mutateAsync({ months: [...missing.months], standing, reason });
    } catch {
      return false;
    }
    toast('記録しました。集計をつくれるようになりました。もう一度「安全を確認する」を押してください。');
    onClose();
    onSettled();
    return true;
  };
  return {
    draft,
    put: (changes: Partial<Draft>) => setDraft((before) => ({ ...before, ...changes })),
    problems,
    settling,
    submit,
  };
}

export function SettleMissingDialog(props: SettleMissingProps) {
  const { draft, put, problems, settling, submit } = useSettling(props);
  const { what, onClose } = props;
  const messageOf = (field: string) => problems.find((problem) => problem.field === field)?.message;
  const failure = settling.error?.failure;
  return (
    <Dialog
      isOpen
      onClose={() => !settling.isPending && onClose()}
      title={`${what}は、だれの手元にもありませんか`}
      isDirty={draft.standing !== null || draft.reason !== ''}
      footer={
        <DialogSubmit form="settling" isPending={settling.isPending} pendingText="記録しています">
          確かめたと記録する
        </DialogSubmit>
      }
    >
      <Form id="settling" onSubmit={submit} aria-label="見つからない集計の確認">
        <Stack>
          <ErrorSummary problems={problems} />
          {failure && (
            <Notice tone={failure.code === 'cancelled' ? 'info' : 'error'} title={describeFailure(failure)} isUrgent />
          )}
          <p>
            渡した先にそのファイルや紙が残っていると、これから出す集計との引き算で、少人数の数字が分かってしまいます。分からないときは記録せずに、渡した先に聞いてください。この記録は取り消せません。
          </p>
          <ChoiceButtons
            id="standing"
            label="確かめたこと"
            options={SETTLED_STANDINGS.map((code) => ({ code, ...STANDING_WORDS[code] }))}
            value={draft.standing}
            onChange={(standing) => put({ standing: standing as SettledStanding })}
            columns={2}
            errorMessage={messageOf('standing')}
            isRequired
          />
          <TextArea
            id="reason"
            label="どうやって確かめたか"
            description="だれに聞いたか、何を見たかを、10文字以上で書きます。見守っている方のお名前は書かないでください。"
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
