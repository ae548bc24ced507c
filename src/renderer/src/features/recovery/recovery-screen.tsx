// The one screen for a register that is damaged, gone or too new: what happened, what is safe, and the ways out in the order in which to
// take them. Deleting is not among them.
import { momentWords } from '#renderer/lib/instant.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { WelcomeFrame } from '#renderer/ui/welcome-frame.tsx';
import type { Backup } from '#shared/contract/backups.contract.ts';
import type { RecoveryStatus } from '#shared/contract/recovery.contract.ts';
import { BeginAnew } from './begin-anew.tsx';
import { FoundChoices, LookAgain } from './found-choices.tsx';
import { NewestBackup } from './newest-backup.tsx';
import styles from './recovery-choice.module.css';
import { Choice, ChoiceList } from './recovery-choice.tsx';
import { type Trouble, wordsOf } from './recovery-words.ts';

interface RecoveryScreenProps {
  readonly status: RecoveryStatus;
  /** The way back to this backup, or to one that is chosen first. */
  readonly onRestore: (backup: Backup | null) => void;
  /** Back to the passphrase, when somebody has put the files right. */
  readonly onTryAgain: () => void;
}

const MISSING: readonly string[] = ['vanished', 'found_elsewhere'];

function UpdateFirst({ onTryAgain }: Pick<RecoveryScreenProps, 'onTryAgain'>) {
  return (
    <Choice
      title="アプリを新しくする"
      note="情報システムの担当から新しい版のアプリを受け取り、入れてもらってください。台帳は、そのまま続きから使えます。"
      action={<Button onPress={onTryAgain}>もう一度開いてみる</Button>}
    />
  );
}

/** Where the register is in its place, but not as it should be. */
function BackupOnThisMachine({ status, onRestore }: Pick<RecoveryScreenProps, 'status' | 'onRestore'>) {
  const { newest, condition } = status;
  const isOlder = condition === 'newer_schema';
  if (newest) {
    return <NewestBackup newest={newest} isOlder={isOlder} isFirst={!isOlder} onRestore={onRestore} />;
  }
  return isOlder ? null : (
    <Choice
      title="いちばん新しい控えに戻す"
      note="このパソコンには、この台帳の控えがありません。下の「USBなどの控えから戻す」を使ってください。"
    />
  );
}

function CopyForSpecialist() {
  const save = useRegisterCommand('recovery.saveCopy');
  return (
    <Choice
      title="詳しい人に見てもらうための写しをとる"
      note="いまのファイルを、そのままUSBなどに写します。暗号化されたままなので、合言葉がなければ読めません。"
      action={
        <Button isPending={save.isPending} pendingText="写しています" onPress={() => save.mutate({})}>
          写す場所を選ぶ
        </Button>
      }
    >
      {save.error && <Notice tone="error" title={describeFailure(save.error.failure)} isUrgent />}
      {save.data && <Notice tone="success" title={`「${save.data.folderName}」というフォルダに写しました`} isUrgent />}
    </Choice>
  );
}

export function RecoveryScreen({ status, onRestore, onTryAgain }: RecoveryScreenProps) {
  const { condition, lastOpenedAt } = status;
  if (condition === 'fine') {
    return null;
  }
  const trouble: Trouble = condition;
  const { title, happened, safe } = wordsOf(trouble, status);
  const isMissing = MISSING.includes(trouble);
  const isNewer = trouble === 'newer_schema';
  return (
    <WelcomeFrame title={title} lead={happened} size="wide">
      <div className={styles['facts']}>
        <Notice tone="info" title={safe}>
          {lastOpenedAt && `このパソコンで最後に台帳を開いたのは、${momentWords(lastOpenedAt)} です。`}
          {isNewer ? '' : '上から順に試してください。'}
        </Notice>
        <ChoiceList>
          {isNewer && <UpdateFirst onTryAgain={onTryAgain} />}
          {isMissing ? (
            <>
              <FoundChoices status={status} onRestore={onRestore} />
              <LookAgain status={status} />
            </>
          ) : (
            <BackupOnThisMachine status={status} onRestore={onRestore} />
          )}
          {!isNewer && (
            <Choice
              title="USBなどの控えから戻す"
              note="「見守り台帳_控え_日付」という名前のファイルです。このパソコンのほかの日の控えも、ここから選べます。"
              action={<Button onPress={() => onRestore(null)}>控えを選ぶ</Button>}
            />
          )}
          {!isMissing && !isNewer && <CopyForSpecialist />}
          {!isNewer && <BeginAnew isMissing={isMissing} />}
        </ChoiceList>
        {!isMissing && !isNewer && (
          <Button variant="quiet" onPress={onTryAgain}>
            もう一度、合言葉を入れて開いてみる
          </Button>
        )}
      </div>
    </WelcomeFrame>
  );
}
