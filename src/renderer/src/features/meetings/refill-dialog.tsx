// Shows what filling the agenda in anew would change, item by item, and changes only what is chosen. Nothing is saved by it.
import { useState } from 'react';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { MeetingId } from '#shared/model/ids.ts';
import { type DraftItem, type Refill, refillsOf } from './agenda-draft.ts';
import styles from './refill-dialog.module.css';

/** Items that only tell numbers: filled in anew unless one says no. The others hold what somebody wrote. */
const NUMBER_KINDS: readonly string[] = ['statistics', 'register_changes'];

interface RefillDialogProps {
  readonly meetingId: MeetingId;
  readonly items: readonly DraftItem[];
  readonly onTake: (refills: readonly Refill[]) => void;
  readonly onClose: () => void;
}

function RefillChoice({
  refill,
  isTaken,
  onTake,
}: {
  readonly refill: Refill;
  readonly isTaken: boolean;
  readonly onTake: (isTaken: boolean) => void;
}) {
  const { title, body, replaces } = refill;
  return (
    <li className={styles['refill']}>
      <CheckboxField
        label={replaces === null ? `「${title}」を足す` : `「${title}」を入れかえる`}
        isSelected={isTaken}
        onChange={onTake}
      />
      <div className={styles['texts']}>
        {replaces !== null && (
          <div>
            <p className={styles['label']}>今の文</p>
            <p className={styles['text']}>{replaces === '' ? '（なし）' : replaces}</p>
          </div>
        )}
        <div>
          <p className={styles['label']}>新しい文</p>
          <p className={styles['text']}>{body === '' ? '（なし）' : body}</p>
        </div>
      </div>
    </li>
  );
}

export function RefillDialog({ meetingId, items, onTake, onClose }: RefillDialogProps) {
  const { data: proposal } = useRegisterQuery('meetings.proposeAgenda', { meetingId });
  const [choices, setChoices] = useState<Readonly<Record<string, boolean>>>({});
  const refills = proposal ? refillsOf(items, proposal) : [];
  const isTaken = ({ kind }: Refill) => choices[kind] ?? NUMBER_KINDS.includes(kind);
  const taken = refills.filter(isTaken);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="今日の数字で入れ直す"
      size="large"
      footer={
        <>
          <Button variant="primary" isDisabled={taken.length === 0} onPress={() => onTake(taken)}>
            選んだ{taken.length}件を入れかえる
          </Button>
          <Button onPress={onClose}>やめる</Button>
        </>
      }
    >
      {!proposal && <Loading />}
      {proposal && refills.length === 0 && <p>今の議題は、新しい下書きと同じです。入れかえるものはありません。</p>}
      {refills.length > 0 && (
        <Stack>
          <p>入れかえる議題を選んでください。入れかえたあとも、保存するまでは元に戻せます。</p>
          <ul className={styles['list']}>
            {refills.map((refill) => (
              <RefillChoice
                key={refill.kind}
                refill={refill}
                isTaken={isTaken(refill)}
                onTake={(value) => setChoices((before) => ({ ...before, [refill.kind]: value }))}
              />
            ))}
          </ul>
        </Stack>
      )}
    </Dialog>
  );
}
