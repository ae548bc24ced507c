// Before anything leaves the house: how much it is, who receives it and what for, and whether that names somebody of the register. Keeps what
// was typed when it is refused.
import { type ReactNode, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogSubmit } from '#renderer/ui/dialog.tsx';
import { ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { HandoutKind, HandoutReason } from '#shared/contract/handouts.contract.ts';
import { call, OperationError, type Output } from './client.ts';
import { describeFailure } from './messages.ts';
import { useRegisterQuery } from './use-register.ts';

interface HandoutDialogProps {
  readonly kind: HandoutKind;
  readonly title: string;
  /** How much goes out, and whether it tells of people: 「3ファイル・個人の情報なし」. */
  readonly amount: string;
  readonly submitLabel: string;
  readonly pendingText: string;
  /** Used as long as nothing of this kind went out before. */
  readonly usual: HandoutReason;
  /** How far it is. */
  readonly progress?: ReactNode;
  /** Throws OperationError when it was refused or closed half-way. */
  readonly onSubmit: (handout: HandoutReason) => Promise<unknown>;
  readonly onClose: () => void;
}

/** As many as fit under the boxes. */
const MOST_EARLIER = 3;

function problemsOf({ recipient, purpose }: HandoutReason): FieldProblemLine[] {
  return [
    ...(recipient.trim() === '' ? [{ field: 'recipient', message: '渡す先を入れてください。' }] : []),
    ...(purpose.trim() === '' ? [{ field: 'purpose', message: '目的を入れてください。' }] : []),
  ];
}

const quoted = (names: readonly string[]): string => names.map((name) => `「${name}」`).join('');

const namedIn = (field: string, names: readonly string[]): FieldProblemLine[] =>
  names.length === 0
    ? []
    : [
        {
          field,
          message: `台帳の方のお名前と思われる言葉（${quoted(names)}）が入っています。お名前を消してください。`,
        },
      ];

/** Asks main whether somebody of the register is named: where that is refused, as problems; else once, for her to decide. */
function useNames(kind: HandoutKind, onProblems: (problems: readonly FieldProblemLine[]) => void) {
  const [told, setTold] = useState<{ readonly of: string; readonly names: readonly string[] } | null>(null);
  return {
    /** Names that she is told of, as long as nothing is changed. */
    namesIn: (reason: HandoutReason) => (told?.of === JSON.stringify(reason) ? told.names : []),
    mayPass: async (reason: HandoutReason): Promise<boolean> => {
      const of = JSON.stringify(reason);
      const { recipient, purpose, isRefused } = await call('handouts.findNames', { kind, ...reason });
      const names = [...new Set([...recipient, ...purpose])];
      if (isRefused) {
        onProblems([...namedIn('recipient', recipient), ...namedIn('purpose', purpose)]);
      } else if (names.length > 0 && told?.of !== of) {
        setTold({ of, names });
      } else {
        return true;
      }
      return names.length === 0;
    },
  };
}

interface Sending extends Pick<HandoutDialogProps, 'onSubmit' | 'onClose'> {
  readonly mayPass: (handout: HandoutReason) => Promise<boolean>;
}

/** Sends, and remembers how that ended. */
function useSending({ mayPass, onSubmit, onClose }: Sending) {
  const [failure, setFailure] = useState<OperationError['failure'] | null>(null);
  const [isPending, setIsPending] = useState(false);
  const send = async (handout: HandoutReason) => {
    setFailure(null);
    setIsPending(true);
    try {
      if (!(await mayPass(handout))) {
        return false;
      }
      await onSubmit(handout);
      onClose();
      return true;
    } catch (error) {
      if (!(error instanceof OperationError)) {
        throw error;
      }
      setFailure(error.failure);
      return false;
    } finally {
      setIsPending(false);
    }
  };
  return { failure, isPending, send };
}

interface ReasonFieldsProps {
  readonly reason: HandoutReason;
  readonly put: (changes: Partial<HandoutReason>) => void;
  readonly known: Output<'handouts.reasons'>;
  readonly messageOf: (field: string) => string | undefined;
}

/** One press fills in both, as it was said the last times. */
function EarlierReasons({
  known,
  onChoose,
}: {
  readonly known: Output<'handouts.reasons'>;
  readonly onChoose: (reason: HandoutReason) => void;
}) {
  return (
    <Cluster>
      <span>前と同じ：</span>
      {known.slice(0, MOST_EARLIER).map(({ kind, recipient, purpose }) => (
        <Button
          key={`${kind} ${recipient} ${purpose}`}
          size="small"
          onPress={() => onChoose({ recipient, purpose })}
          aria-label={`前と同じにする：${recipient}、${purpose}`}
        >
          {`${recipient}・${purpose}`}
        </Button>
      ))}
    </Cluster>
  );
}

function ReasonFields({ reason, put, known, messageOf }: ReasonFieldsProps) {
  return (
    <>
      <TextField
        id="recipient"
        label="渡す先"
        description="どこの、どなたに渡しますか。"
        value={reason.recipient}
        onChange={(recipient) => put({ recipient })}
        errorMessage={messageOf('recipient')}
        maxLength={100}
        isRequired
      />
      <TextField
        id="purpose"
        label="目的"
        value={reason.purpose}
        onChange={(purpose) => put({ purpose })}
        errorMessage={messageOf('purpose')}
        maxLength={200}
        isRequired
      />
      {known.length > 0 && <EarlierReasons known={known} onChoose={put} />}
    </>
  );
}

function Asking({ known, ...props }: HandoutDialogProps & { readonly known: Output<'handouts.reasons'> }) {
  const { kind, title, amount, submitLabel, pendingText, usual, progress, onClose } = props;
  const last = known.find((each) => each.kind === kind) ?? usual;
  const [reason, setReason] = useState<HandoutReason>({ recipient: last.recipient, purpose: last.purpose });
  const [problems, setProblems] = useState<readonly FieldProblemLine[]>([]);
  const { namesIn, mayPass } = useNames(kind, setProblems);
  const { failure, isPending, send } = useSending({ ...props, mayPass });
  const names = namesIn(reason);
  const submit = () => {
    const found = problemsOf(reason);
    setProblems(found);
    return found.length === 0 ? send(reason) : false;
  };
  return (
    <Dialog
      isOpen
      onClose={() => !isPending && onClose()}
      title={title}
      footer={
        <DialogSubmit form="handout" isPending={isPending} pendingText={pendingText}>
          {submitLabel}
        </DialogSubmit>
      }
    >
      <Form id="handout" onSubmit={submit} aria-label={title}>
        <Stack>
          <ErrorSummary problems={problems} />
          {failure && (
            <Notice tone={failure.code === 'cancelled' ? 'info' : 'error'} title={describeFailure(failure)} isUrgent />
          )}
          <Notice title={`外へ出るもの：${amount}`}>
            渡す先と目的は、持ち出しの記録と操作の記録に残ります。見守っている方のお名前は書かないでください。
          </Notice>
          <ReasonFields
            reason={reason}
            put={(changes) => setReason((before) => ({ ...before, ...changes }))}
            known={known}
            messageOf={(field) => problems.find((problem) => problem.field === field)?.message}
          />
          {names.length > 0 && (
            <Notice
              tone="warning"
              title={`台帳の方のお名前と思われる言葉（${quoted(names)}）が入っています。`}
              isUrgent
            >
              {`持ち出しの記録は、その方の記録を廃棄したあとも残ります。お名前のままでよければ、もう一度「${submitLabel}」を押してください。`}
            </Notice>
          )}
          {progress}
        </Stack>
      </Form>
    </Dialog>
  );
}

/** Opens as soon as it is known who received something before. */
export function HandoutDialog(props: HandoutDialogProps) {
  const { data: known } = useRegisterQuery('handouts.reasons', {});
  return known ? <Asking {...props} known={known} /> : null;
}
