// One row beside whom it seems to be, and the question what to do. The coordinator decides; the plan only proposes.
import { memo } from 'react';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { ChoiceButtons } from '#renderer/ui/choice-buttons.tsx';
import { classesOf } from '#renderer/ui/class-names.ts';
import type { PlanRow, RowDecision } from '#shared/contract/transfer.contract.ts';
import styles from './import.module.css';
import { DECISION_WORDS, REMARK_WORDS } from './plan-words.ts';

const cx = classesOf(styles);

const OPTIONS = (['merge', 'add', 'skip'] as const).map((code) => ({ code, label: DECISION_WORDS[code] }));

type TwinCardProps = {
  readonly row: PlanRow;
  readonly decision: RowDecision;
  readonly onDecide: (row: number, decision: RowDecision) => void;
};

export const TwinCard = memo(function TwinCard({ row, decision, onDecide }: TwinCardProps) {
  const { twin } = row;
  if (!twin) return null;
  const there = twin.row === null ? `台帳の${twin.name}さん` : `${twin.row}行目の${twin.name}さん`;
  return (
    <Panel
      title={`${row.row}行目の${row.name}さん と ${there}`}
      description={[row.place, REMARK_WORDS[row.remark]].filter((text) => text !== '').join('　')}
    >
      <Stack gap="tight">
        {twin.differences.length === 0 ? (
          <p>書かれていることは、すべて同じです。</p>
        ) : (
          <div className={cx('tableScroll')}>
            <table className={cx('table')}>
              <caption className={cx('caption')}>ちがうところ</caption>
              <thead>
                <tr>
                  <th scope="col">項目</th>
                  <th scope="col">{row.row}行目</th>
                  <th scope="col">{twin.row === null ? '台帳' : `${twin.row}行目`}</th>
                  <th scope="col">まとめた後</th>
                </tr>
              </thead>
              <tbody>
                {twin.differences.map(({ label, here, there: other, afterMerge }) => (
                  <tr key={`${label} ${here}`}>
                    <th scope="row">{label}</th>
                    <td className={cx('wrapped')}>{here}</td>
                    <td className={cx('wrapped')}>{other || '（なし）'}</td>
                    <td className={cx('wrapped')}>
                      {afterMerge}
                      {afterMerge !== here && (
                        <span className={cx('aside')}>（{row.row}行目の方は備考に残します）</span>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
        <ChoiceButtons
          label={`${row.row}行目の${row.name}さんを、どうしますか`}
          options={OPTIONS}
          value={decision}
          onChange={(code) => onDecide(row.row, code as RowDecision)}
        />
      </Stack>
    </Panel>
  );
});
