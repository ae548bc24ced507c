// The frame of every dialog on the keys: asks for the own passphrase, says what went wrong, keeps what was typed.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OperationError } from '#renderer/lib/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogCancel } from '#renderer/ui/dialog.tsx';
import { ERROR_SUMMARY_ATTRIBUTE, ErrorSummary, type FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import type { ErrorCode, Failure } from '#shared/contract/errors.ts';
import { keyFailureWords } from './key-failure-words.ts';

/** The field that a refusal is about; none for what no field can mend. */
function lineOf(failure: Failure): FieldProblemLine {
  const fields: { readonly [Code in ErrorCode]?: string } = {
    wrong_passphrase: 'own-passphrase',
    in_use: 'coordinator',
  };
  return { field: fields[failure.code] ?? '', message: keyFailureWords(failure) };
}

interface KeyDialogProps {
  readonly title: string;
  readonly deed: string;
  readonly pendingText: string;
  readonly isDangerous?: boolean;
  readonly isPending: boolean;
  readonly error: OperationError | null;
  readonly problems: readonly FieldProblemLine[];
  readonly own: string;
  readonly onOwn: (passphrase: string) => void;
  readonly isDirty: boolean;
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function KeyDialog(props: KeyDialogProps) {
  const { title, deed, isPending, error, own, onClose, children } = props;
  const [isOwnMissing, setIsOwnMissing] = useState(false);
  const problems = [
    ...(error && !isOwnMissing && props.problems.length === 0 ? [lineOf(error.failure)] : props.problems),
    ...(isOwnMissing ? [{ field: 'own-passphrase', message: 'あなたの合言葉を入れてください。' }] : []),
  ];
  const submit = async () => {
    setIsOwnMissing(own === '');
    return own === '' ? false : props.onSubmit();
  };
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) {
      inside.current?.querySelector<HTMLElement>(`[${ERROR_SUMMARY_ATTRIBUTE}]`)?.focus();
    }
  }, [error]);
  return (
    <Dialog
      isOpen
      onClose={() => !isPending && onClose()}
      title={title}
      isDirty={props.isDirty}
      footer={
        <>
          <Button
            type="submit"
            form="key-dialog"
            variant={props.isDangerous ? 'danger' : 'primary'}
            isPending={isPending}
            pendingText={props.pendingText}
          >
            {deed}
          </Button>
          {!isPending && <DialogCancel />}
        </>
      }
    >
      <Form id="key-dialog" onSubmit={submit} aria-label={title}>
        <div ref={inside}>
          <Stack>
            <ErrorSummary problems={problems} />
            {children}
            <PasswordField
              id="own-passphrase"
              label="あなたの合言葉"
              description="いま開いている方ご本人の合言葉です。"
              value={own}
              onChange={props.onOwn}
              errorMessage={problems.find(({ field }) => field === 'own-passphrase')?.message}
            />
          </Stack>
        </div>
      </Form>
    </Dialog>
  );
}
