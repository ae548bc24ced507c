// What lies in the usual places when the register is not where it should be: registers first, because nothing is lost with them, then backups.
import { countWords } from '#renderer/lib/count-words.ts';
import { momentWords } from '#renderer/lib/instant.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { Backup } from '#shared/contract/backups.contract.ts';
import type { RecoveryStatus } from '#shared/contract/recovery.contract.ts';
import { NewestBackup } from './newest-backup.tsx';
import { Choice } from './recovery-choice.tsx';

/** The newest say enough; the others are in the choice of a backup. */
const MOST_SHOWN = 3;

interface FoundChoicesProps {
  readonly status: RecoveryStatus;
  readonly onRestore: (backup: Backup) => void;
}

export function LookAgain({ status }: Pick<FoundChoicesProps, 'status'>) {
  const isEmpty = status.newest === null && status.foundBackups.length === 0 && status.foundRegisters.length === 0;
  const { refetch, isFetching } = useRegisterQuery('recovery.status', {});
  return (
    <Choice
      title="USBをさしてから、もう一度さがす"
      note={
        isEmpty
          ? 'ドキュメント・デスクトップ・ダウンロード・OneDrive・USBなどをさがしましたが、台帳も控えもありませんでした。'
          : 'ドキュメント・デスクトップ・ダウンロード・OneDrive・USBなどをさがします。'
      }
      action={
        <Button isPending={isFetching} pendingText="さがしています" onPress={() => void refetch()}>
          もう一度さがす
        </Button>
      }
    />
  );
}

export function FoundChoices({ status, onRestore }: FoundChoicesProps) {
  const { foundBackups, foundRegisters, newest } = status;
  const isOnlyPlace = newest === null && foundRegisters.length === 0;
  const bringBack = useRegisterCommand('recovery.bringBack');
  return (
    <>
      {foundRegisters.map(({ file, place, coordinators, changedAt }) => (
        <Choice
          key={file}
          title={`「${place}」で見つかった台帳を使う`}
          note={`${coordinators.join('さん・')}さんの台帳です。最後の書きこみは ${momentWords(changedAt)}。見つかったファイルは、そのまま残します。`}
          action={
            <Button
              variant="primary"
              isPending={bringBack.isPending}
              pendingText="戻しています"
              onPress={() => bringBack.mutate({ file })}
            >
              この台帳を使う
            </Button>
          }
        >
          {bringBack.error && <Notice tone="error" title={describeFailure(bringBack.error.failure)} isUrgent />}
        </Choice>
      ))}
      {newest && <NewestBackup newest={newest} isFirst={foundRegisters.length === 0} onRestore={onRestore} />}
      {foundBackups.slice(0, MOST_SHOWN).map(({ backup, place }, index) => (
        <Choice
          key={backup.file}
          title={`「${place}」で見つかった控えに戻す`}
          note={`${momentWords(backup.madeAt)} の控え（${countWords(backup.counts)}）`}
          action={
            <Button variant={index === 0 && isOnlyPlace ? 'primary' : 'secondary'} onPress={() => onRestore(backup)}>
              この控えに戻す
            </Button>
          }
        />
      ))}
    </>
  );
}
