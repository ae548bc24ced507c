// Stands above every screen when the disk is nearly full, or the register lies where a copy of another day can overwrite it. Says what to do.
import { useEffect, useState } from 'react';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { DiskStatus } from '#shared/contract/recovery.contract.ts';
import styles from './disk-notice.module.css';

/** While the notice stands, room is looked for this often. */
const LOOK_AGAIN_MS = 30_000;

const TIDY_UP =
  'いらないファイルを消し、ごみ箱を空にしてください。わからないときは、情報システムの担当に頼んでください。';

function roomWords({ freeBytes, isLow, isReadOnly }: DiskStatus): { title: string; text: string } | null {
  if (isReadOnly) {
    return {
      title: '空き容量がないため、いまは見るだけになっています',
      text: `台帳は無事です。記録は、空きができるまで保存できません。${TIDY_UP}空きができると、また保存できます。`,
    };
  }
  return isLow
    ? {
        title: `空き容量が少なくなっています（残り ${Math.floor((freeBytes ?? 0) / 1024 ** 2)}MB）`,
        text: `台帳は無事です。このまま空きがなくなると、記録も控えも保存できなくなります。${TIDY_UP}`,
      }
    : null;
}

const FOLDER_WORDS = {
  cloud: 'OneDrive などの、自動で写しを作るフォルダに台帳があります',
  network: 'ほかのコンピューターにあるフォルダに台帳があります',
} as const;

export function DiskNotice() {
  const { data, refetch } = useRegisterQuery('recovery.disk', {});
  const [isRead, setIsRead] = useState(false);
  const room = data ? roomWords(data) : null;
  const isShort = room !== null;
  useEffect(() => {
    if (!isShort) {
      return;
    }
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isShort, refetch]);
  const place = data && data.folder !== 'local' && !isRead ? FOLDER_WORDS[data.folder] : null;
  return (
    <>
      {room && (
        <div className={styles['standing']}>
          <Notice tone="warning" title={room.title} isUrgent>
            {room.text}
          </Notice>
        </div>
      )}
      {place && (
        <div className={styles['standing']}>
          <Notice
            tone="warning"
            title={place}
            action={<Button onPress={() => setIsRead(true)}>読みました</Button>}
            isUrgent
          >
            古い内容で上書きされて、記録がなくなるおそれがあります。このパソコンの中だけのフォルダに移せるか、情報システムの担当に相談してください。
          </Notice>
        </div>
      )}
    </>
  );
}
