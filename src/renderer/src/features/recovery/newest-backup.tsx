// The way back to the newest backup on this machine. Nothing is changed by pressing it: the backup is verified and compared first.
import { countWords } from '#renderer/lib/count-words.ts';
import { momentWords } from '#renderer/lib/instant.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Backup } from '#shared/contract/backups.contract.ts';
import { Choice } from './recovery-choice.tsx';

interface NewestBackupProps {
  readonly newest: Backup;
  /** The register itself is whole and newer: going back would lose something. */
  readonly isOlder?: boolean;
  /** The way to take before any other. */
  readonly isFirst: boolean;
  readonly onRestore: (backup: Backup) => void;
}

export function NewestBackup({ newest, isOlder = false, isFirst, onRestore }: NewestBackupProps) {
  return (
    <Choice
      title={isOlder ? 'アプリを新しくできないときだけ、古い控えに戻す' : 'いちばん新しい控えに戻す'}
      note={`${momentWords(newest.madeAt)} の控え（${countWords(newest.counts)}）。${
        isOlder ? 'そのあとの記録は入っていません。' : '戻す前に、壊れていないかを確かめます。'
      }`}
      action={
        <Button variant={isFirst ? 'primary' : 'secondary'} onPress={() => onRestore(newest)}>
          この控えに戻す
        </Button>
      }
    />
  );
}
