// When a summary is not safe: the sentence, how many places, and ways out with the share of ＊ that each would have. Loses no choice.
import { Undo2 } from 'lucide-react';
import type { Output } from '#renderer/lib/client.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import type { TableChoice } from '#shared/contract/publications.contract.ts';
import styles from './making.module.css';
import { MissingWays } from './missing-history.tsx';
import { ShareBar } from './share-bar.tsx';

type Refusal = Extract<Output<'publications.prepare'>, { readonly state: 'refused' }>['refusal'];

interface RefusalPanelProps {
  readonly refusal: Refusal;
  readonly onTake: (offer: { readonly title: string; readonly choices: readonly TableChoice[] }) => void;
  readonly onBack: () => void;
  /** It was recorded that what is missing is with nobody. */
  readonly onSettled: () => void;
}

export function RefusalPanel({ refusal, onTake, onBack, onSettled }: RefusalPanelProps) {
  const { sentence, cells, offers, missing } = refusal;
  return (
    <Stack>
      <Notice tone="warning" title={sentence} isUrgent>
        {cells > 0 && !sentence.includes('か所') && (
          <p>{`守りきれない数字は${cells.toLocaleString('ja-JP')}か所です。`}</p>
        )}
        <p>何も書き出していません。選んだ表と連絡事項は、そのまま残っています。</p>
      </Notice>
      <Panel
        title="どうしますか"
        {...(offers.length > 0
          ? { description: '押すと、その形に変えた表の一覧が出ます。＊の割合はめやすです。' }
          : {})}
      >
        <Stack>
          {missing && <MissingWays missing={missing} onSettled={onSettled} />}
          {offers.length > 0 && (
            <ul className={styles['offers']} aria-label="出せるようにする方法">
              {offers.map(({ title, leavesOut, hiddenShare, choices }) => (
                <li key={title} className={styles['wayOut']}>
                  <Button onPress={() => onTake({ title, choices })}>{title}</Button>
                  {hiddenShare !== null && <ShareBar share={hiddenShare} />}
                  {leavesOut.length > 1 && <p className={styles['leftOut']}>{`のぞく表：${leavesOut.join('、')}`}</p>}
                </li>
              ))}
            </ul>
          )}
          {!missing && (
            <div>
              <Button icon={Undo2} onPress={onBack}>
                自分で表を選び直す
              </Button>
            </div>
          )}
        </Stack>
      </Panel>
    </Stack>
  );
}
