// Which backup: one of this machine, or a file from a USB stick.

import { FolderOpen } from 'lucide-react';
import { countWords } from '#renderer/lib/count-words.ts';
import { momentWords } from '#renderer/lib/instant.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog, DialogCancel } from '#renderer/ui/dialog.tsx';
import { LineList } from '#renderer/ui/line-list.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { Backup } from '#shared/contract/backups.contract.ts';
import { REASON_WORDS } from './backup-words.ts';

export function ChooseBackup({
  onChoose,
  onClose,
}: {
  readonly onChoose: (backup: Backup) => void;
  readonly onClose: () => void;
}) {
  const { data } = useRegisterQuery('backups.list', {});
  const choose = useRegisterCommand('backups.chooseFile');
  const backups = data?.backups ?? [];
  return (
    <Dialog isOpen onClose={onClose} title="控えから戻す" size="large" footer={<DialogCancel />}>
      <Stack>
        {choose.error && <Notice tone="error" title={describeFailure(choose.error.failure)} isUrgent />}
        <p>どの控えに戻すかを選んでください。選んだあとに、いまとのちがいを見て確かめられます。</p>
        <div>
          <Button
            icon={FolderOpen}
            isPending={choose.isPending}
            onPress={() => choose.mutate({}, { onSuccess: (chosen) => chosen && onChoose(chosen.backup) })}
          >
            USBなどの控えを選ぶ
          </Button>
        </div>
        {backups.length === 0 ? (
          <p>このパソコンには、控えがありません。</p>
        ) : (
          <LineList
            label="このパソコンの控え"
            lines={backups.map((backup) => ({
              id: backup.file,
              title: momentWords(backup.madeAt),
              note: `${countWords(backup.counts)}　${REASON_WORDS[backup.reason]}`,
              onOpen: () => onChoose(backup),
            }))}
          />
        )}
      </Stack>
    </Dialog>
  );
}
