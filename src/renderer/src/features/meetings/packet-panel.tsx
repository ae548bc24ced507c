// The packet of a meeting: looked at first, then made as a PDF with numbered copies. Shows what was saved, never what is still typed.
import { FileDown } from 'lucide-react';
import { useState } from 'react';
import { HandoutDialog } from '#renderer/lib/handout-dialog.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { useTaskProgress } from '#renderer/lib/use-task-progress.ts';
import { WrittenPaper } from '#renderer/lib/written-files.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import type { Meeting } from '#shared/contract/meetings.contract.ts';
import styles from './packet-panel.module.css';
import { PacketSheets } from './packet-sheets.tsx';

const MOST_COPIES = 60;
/** As many as sit around one table. */
const USUAL_COPIES = '8';

/** A whole number of copies, half or full width; `null` for anything else. */
export function readCopies(text: string): number | null {
  const plain = text.normalize('NFKC').trim().replace(/部$/u, '');
  const copies = /^\d{1,3}$/u.test(plain) ? Number(plain) : 0;
  return copies >= 1 && copies <= MOST_COPIES ? copies : null;
}

const numbersOf = (first: number, last: number) => (first === last ? `第${first}号` : `第${first}号から第${last}号`);

/** A packet holds figures and the saved agenda, in which no full name of anybody in the register stands. */
const amountOf = (first: number, copies: number) =>
  `${copies}部（${numbersOf(first, first + copies - 1)}）・見守っている方のお名前なし`;

interface MakePacketProps {
  readonly meeting: Meeting;
  readonly isDirty: boolean;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

function MakePacket({ meeting, isDirty, typed, onTyped }: MakePacketProps) {
  const printing = useRegisterCommand('meetings.printPacket');
  const progress = useTaskProgress('meetings.printPacket', printing.isPending);
  const copies = readCopies(typed);
  const { data: made } = printing;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Panel title="資料をつくる">
      <Stack>
        <p className={styles['hint']}>
          {meeting.copiesIssued === 0
            ? '1部ずつ番号を付けます。会のあと、番号で回収を確かめられます。'
            : `これまでに${meeting.copiesIssued}部つくりました。番号は続きから付きます。`}
        </p>
        <TextField
          label="部数"
          value={typed}
          onChange={onTyped}
          inputMode="numeric"
          widthInCharacters={4}
          errorMessage={copies === null ? `1から${MOST_COPIES}までの数を入れてください。` : undefined}
        />
        <Button
          variant="primary"
          icon={FileDown}
          isFullWidth
          isDisabled={copies === null || isDirty}
          onPress={() => setIsAsking(true)}
        >
          資料をつくる（PDF）
        </Button>
        {isDirty && <Notice tone="warning" title="議題を保存すると、資料をつくれます。" />}
        {isAsking && copies !== null && (
          <HandoutDialog
            kind="meeting_packet"
            title="連絡会の資料をつくる"
            amount={amountOf(meeting.copiesIssued + 1, copies)}
            submitLabel="資料をつくる"
            pendingText="つくっています"
            usual={{ recipient: meeting.attendees.slice(0, 100), purpose: '連絡会で配る' }}
            progress={
              progress && <Progress label="資料" done={progress.done} total={progress.total} stepText={progress.step} />
            }
            onSubmit={(handout) => printing.mutateAsync({ meetingId: meeting.id, copies, handout })}
            onClose={() => setIsAsking(false)}
          />
        )}
        {made && (
          <WrittenPaper
            title={`${numbersOf(made.firstCopy, made.firstCopy + made.copies - 1)}の資料ができました。`}
            file={made.file}
            fileName={made.fileName}
          />
        )}
      </Stack>
    </Panel>
  );
}

export function PacketPanel({ meeting, isDirty }: { readonly meeting: Meeting; readonly isDirty: boolean }) {
  const [typed, setTyped] = useState(USUAL_COPIES);
  const { data: packet, error } = useRegisterQuery(
    'meetings.packet',
    { meetingId: meeting.id, firstCopy: meeting.copiesIssued + 1, copies: readCopies(typed) ?? 1 },
    { keepPrevious: true },
  );
  return (
    <div className={styles['layout']}>
      <aside aria-label="資料をつくる" className={styles['make']}>
        <MakePacket meeting={meeting} isDirty={isDirty} typed={typed} onTyped={setTyped} />
      </aside>
      <section aria-label="資料の下見" className={styles['preview']}>
        {isDirty && <Notice tone="warning" title="保存していない変更は、まだ入っていません。" />}
        {error && <Notice tone="error" title={describeFailure(error.failure)} isUrgent />}
        {packet ? <PacketSheets packet={packet} isPreview /> : <Loading />}
      </section>
    </div>
  );
}
