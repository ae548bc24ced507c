// The numbered copies of one meeting: which are still out, and one button for all that came back together.
import { useState } from 'react';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster } from '#renderer/ui/card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { MeetingId } from '#shared/model/ids.ts';
import { HandoutTable } from './handout-table.tsx';
import styles from './handouts.module.css';
import { SettleDialog } from './settle-dialog.tsx';

/** How many copies of the meeting are still out; 0 while it is not known. */
export function useCopiesOut(meetingId: MeetingId): number {
  const { data } = useRegisterQuery('handouts.list', { subjectId: meetingId });
  return data?.filter(({ isOpen }) => isOpen).length ?? 0;
}

export function MeetingCopies({ meetingId }: { readonly meetingId: MeetingId }) {
  const { data: handouts } = useRegisterQuery('handouts.list', { subjectId: meetingId });
  const [isSettling, setIsSettling] = useState(false);
  if (!handouts) {
    return <Loading />;
  }
  const open = handouts.filter(({ isOpen }) => isOpen);
  return (
    <div className={styles['copies']}>
      {open.length > 0 && (
        <Cluster align="between">
          <p role="status">まだ戻っていない資料が{open.length}部あります。</p>
          <Button onPress={() => setIsSettling(true)}>{open.length}部をまとめて記録する</Button>
        </Cluster>
      )}
      {handouts.length > 0 && open.length === 0 && <Notice tone="success" title="資料はすべて戻りました。" />}
      <HandoutTable handouts={handouts} isOfOneMeeting />
      {isSettling && <SettleDialog handouts={open} onClose={() => setIsSettling(false)} />}
    </div>
  );
}
