// The way back to a backup: choose one, open it by passphrase or recovery code, see what would change, and only then go back. Says what is kept.

import { useState } from 'react';
import { countWords } from '#renderer/lib/count-words.ts';
import { momentWords } from '#renderer/lib/instant.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogCancel } from '#renderer/ui/dialog.tsx';
import { Form } from '#renderer/ui/form.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PasswordField } from '#renderer/ui/password-field.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { RecoveryCodeField, recoveryCodeProblem } from '#renderer/ui/recovery-code-field.tsx';
import { SwitchField } from '#renderer/ui/switch-field.tsx';
import type { Backup } from '#shared/contract/backups.contract.ts';
import { ChooseBackup } from './choose-backup.tsx';
import { RestoreDifference } from './restore-difference.tsx';

interface StepProps {
  readonly backup: Backup;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onRestored: OnRestored;
}

/** With the recovery code that opened the backup; `null` when it was its passphrase. */
type OnRestored = (recoveryCode: string | null) => void;

/** What opens a backup, while it is typed. */
interface Key {
  readonly byCode: boolean;
  readonly passphrase: string;
  readonly code: string;
}

/** The recovery code, also one that was typed where a passphrase is asked for: its check characters tell it from any passphrase. */
const codeIn = ({ byCode, passphrase, code }: Key): string | null =>
  byCode ? code : recoveryCodeProblem(passphrase) === null ? passphrase : null;

interface KeyFormProps {
  readonly backup: Backup;
  readonly value: Key;
  readonly onChange: (changes: Partial<Key>) => void;
  readonly problem: string | null;
  readonly onSubmit: () => Promise<boolean>;
}

function KeyForm({ backup, value, onChange, problem, onSubmit }: KeyFormProps) {
  return (
    <Form id="open-backup" onSubmit={onSubmit} aria-label="控えの合言葉">
      <Stack>
        <p>
          {momentWords(backup.madeAt)} の控え（{countWords(backup.counts)}）を確かめます。まだ何も変わりません。
        </p>
        {value.byCode ? (
          <RecoveryCodeField
            value={value.code}
            onChange={(code) => onChange({ code })}
            errorMessage={problem ?? undefined}
            autoFocus
          />
        ) : (
          <PasswordField
            label="控えをとったときの合言葉"
            description="回復用コードを入れても開きます。"
            value={value.passphrase}
            onChange={(passphrase) => onChange({ passphrase })}
            autoFocus
          />
        )}
        <SwitchField
          label="合言葉のかわりに回復用コードを使う"
          isSelected={value.byCode}
          onChange={(byCode) => onChange({ byCode })}
        />
      </Stack>
    </Form>
  );
}

/** One backup: first what opens it, then what going back would mean. */
function OneBackup({ backup, onBack, onClose, onRestored }: StepProps) {
  const [key, setKey] = useState<Key>({ byCode: false, passphrase: '', code: '' });
  const [problem, setProblem] = useState<string | null>(null);
  const inspect = useRegisterCommand('backups.inspect');
  const restore = useRegisterCommand('backups.restore');
  const code = codeIn(key);
  const opening =
    code === null ? { file: backup.file, passphrase: key.passphrase } : { file: backup.file, recoveryCode: code };
  const progress = useTaskProgress('backups.restore', restore.isPending);
  const found = inspect.data;
  const error = restore.error ?? inspect.error;
  const look = async () => {
    const slip = key.byCode ? recoveryCodeProblem(key.code) : null;
    setProblem(slip);
    if (slip !== null) {
      return false;
    }
    await inspect.mutateAsync(opening).catch(() => {});
    return true;
  };
  const change = (changes: Partial<Key>) => {
    setProblem(null);
    setKey((before) => ({ ...before, ...changes }));
  };
  return (
    <Dialog
      isOpen
      onClose={() => !restore.isPending && onClose()}
      title={found ? 'この控えに戻しますか' : '控えから戻す'}
      footer={
        <>
          {found ? (
            <Button
              variant="danger"
              isPending={restore.isPending}
              pendingText="戻しています"
              onPress={() => restore.mutate(opening, { onSuccess: () => onRestored(code) })}
            >
              この控えに戻す
            </Button>
          ) : (
            <Button
              type="submit"
              form="open-backup"
              variant="primary"
              isDisabled={(key.byCode ? key.code : key.passphrase) === ''}
              isPending={inspect.isPending}
              pendingText="確かめています"
            >
              控えを確かめる
            </Button>
          )}
          {!restore.isPending && <Button onPress={onBack}>別の控えを選ぶ</Button>}
          <DialogCancel />
        </>
      }
    >
      <Stack>
        {progress && <Progress label="控えに戻しています" stepText={progress.step} />}
        {error && <Notice tone="error" title={describeFailure(error.failure)} isUrgent />}
        {found ? (
          <RestoreDifference found={found} byCode={code !== null} />
        ) : (
          <KeyForm backup={backup} value={key} onChange={change} problem={problem} onSubmit={look} />
        )}
      </Stack>
    </Dialog>
  );
}

export function RestoreDialog({
  first = null,
  onClose,
  onRestored,
}: {
  /** The backup to begin with; without one, it is chosen. */
  readonly first?: Backup | null;
  readonly onClose: () => void;
  readonly onRestored: OnRestored;
}) {
  const [backup, setBackup] = useState<Backup | null>(first);
  return backup === null ? (
    <ChooseBackup onChoose={setBackup} onClose={onClose} />
  ) : (
    <OneBackup backup={backup} onBack={() => setBackup(null)} onClose={onClose} onRestored={onRestored} />
  );
}
