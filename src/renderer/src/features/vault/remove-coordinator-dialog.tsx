// Takes a coordinator out: says beforehand what that means, shows how far the new key is, and says afterwards what still opens with the old one.
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useReadAgain, useRegisterCommand } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import type { SlotId } from '#shared/model/ids.ts';
import styles from './gate-form.module.css';
import { KeyDialog } from './key-dialog.tsx';

interface RemoveCoordinatorDialogProps {
  readonly slot: SlotId;
  readonly name: string;
  readonly onClose: () => void;
}

interface RemovedProps {
  readonly name: string;
  readonly removed: Output<'vault.removeCoordinator'>;
  readonly onClose: () => void;
}

function Removed({ name, removed: { backups, backupsUntil }, onClose }: RemovedProps) {
  const formatDate = useFormatDate();
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${name}さんを外しました`}
      footer={
        <Button variant="primary" onPress={onClose} autoFocus>
          読みました
        </Button>
      }
    >
      <Stack>
        <Notice tone="success" title="台帳の鍵を新しくしました" isUrgent>
          これから書く記録は、{name}さんの前の合言葉では読めません。
        </Notice>
        <p>
          {backups === 0
            ? `このパソコンに、${name}さんの前の合言葉で開ける控えはありません。`
            : `前にとった控え${backups}個は、${name}さんの前の合言葉でも開けます。${
                backupsUntil === null
                  ? '古いものから順に、自動でなくなります。'
                  : `毎日控えをとると、${formatDate(backupsUntil)}ごろまでに、自動でなくなります。`
              }`}
        </p>
        <p>USBなどに写した控えは、自動ではなくなりません。新しく写し直し、古いものは消してください。</p>
      </Stack>
    </Dialog>
  );
}

export function RemoveCoordinatorDialog({ slot, name, onClose }: RemoveCoordinatorDialogProps) {
  const [own, setOwn] = useState('');
  const remove = useRegisterCommand('vault.removeCoordinator');
  const progress = useTaskProgress('vault.removeCoordinator', remove.isPending);
  const readAgain = useReadAgain('vault.status', 'vault.coordinators', 'backups.status');
  const submit = async () => {
    try {
      await remove.mutateAsync({ slot, ownPassphrase: own });
      setOwn('');
      readAgain();
      return true;
    } catch {
      return false;
    }
  };
  if (remove.data) {
    return <Removed name={name} removed={remove.data} onClose={onClose} />;
  }
  return (
    <KeyDialog
      title={`${name}さんを担当者から外す`}
      deed="外して、鍵を新しくする"
      pendingText="鍵を新しくしています"
      isDangerous
      isPending={remove.isPending}
      error={remove.error}
      problems={[]}
      own={own}
      onOwn={setOwn}
      isDirty={false}
      onSubmit={submit}
      onClose={onClose}
    >
      <ul className={styles['facts']}>
        <li>{name}さんの合言葉では、この台帳を開けなくなります。</li>
        <li>台帳の鍵を新しくします。数秒かかります。そのあいだ、パソコンを切らないでください。</li>
        <li>{name}さんが書いた記録は、そのまま残ります。回復用コードの紙も、そのまま使えます。</li>
        <li>前にとった控えは、{name}さんの前の合言葉でも開けます。いつまでかは、外したあとにお知らせします。</li>
      </ul>
      {remove.isPending && (
        <Progress
          label="鍵を新しくしています"
          done={progress?.done}
          total={progress?.total}
          {...(progress ? { stepText: progress.step } : {})}
        />
      )}
    </KeyDialog>
  );
}
