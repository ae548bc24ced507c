// The way back to a backup: choose one, type its passphrase, see what would change, and only then go back. Says what is kept.
import { useState } from 'react';
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
import type { Backup } from '#shared/contract/backups.contract.ts';
import { countWords, momentWords } from './backup-words.ts';
import { ChooseBackup } from './choose-backup.tsx';
import { RestoreDifference } from './restore-difference.tsx';

interface StepProps {
  readonly backup: Backup;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onRestored: () => void;
}

function PassphraseForm({
  backup,
  passphrase,
  onChange,
  onSubmit,
}: {
  readonly backup: Backup;
  readonly passphrase: string;
  readonly onChange: (passphrase: string) => void;
  readonly onSubmit: () => Promise<boolean>;
}) {
  return (
    <Form id="open-backup" onSubmit={onSubmit} aria-label="控えの合言葉">
      <Stack>
        <p>
          {momentWords(backup.madeAt)} の控え（{countWords(backup.counts)}）を確かめます。まだ何も変わりません。
        </p>
        <PasswordField label="控えをとったときの合言葉" value={passphrase} onChange={onChange} autoFocus />
      </Stack>
    </Form>
  );
}

/** One backup: first its passphrase, then what going back would mean. */
function OneBackup({ backup, onBack, onClose, onRestored }: StepProps) {
  const [passphrase, setPassphrase] = useState('');
  const inspect = useRegisterCommand('backups.inspect');
  const restore = useRegisterCommand('backups.restore');
  const progress = useTaskProgress('backups.restore', restore.isPending);
  const opening = { file: backup.file, passphrase };
  const found = inspect.data;
  const error = restore.error ?? inspect.error;
  const look = async () => {
    await inspect.mutateAsync(opening).catch(() => {});
    return true;
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
              onPress={() => restore.mutate(opening, { onSuccess: onRestored })}
            >
              この控えに戻す
            </Button>
          ) : (
            <Button
              type="submit"
              form="open-backup"
              variant="primary"
              isDisabled={passphrase === ''}
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
          <RestoreDifference found={found} />
        ) : (
          <PassphraseForm backup={backup} passphrase={passphrase} onChange={setPassphrase} onSubmit={look} />
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
  readonly onRestored: () => void;
}) {
  const [backup, setBackup] = useState<Backup | null>(first);
  return backup === null ? (
    <ChooseBackup onChoose={setBackup} onClose={onClose} />
  ) : (
    <OneBackup backup={backup} onBack={() => setBackup(null)} onClose={onClose} onRestored={onRestored} />
  );
}
