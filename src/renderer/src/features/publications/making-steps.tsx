// Where one is on the way to a summary. Steps that were taken can be gone back to.
import { Check } from 'lucide-react';
import { classesOf } from '#renderer/ui/class-names.ts';
import styles from './making.module.css';
import { STEPS, type Step } from './use-making.ts';

const cx = classesOf(styles);

const LABELS: Readonly<Record<Step, string>> = {
  target: '月と渡す先',
  tables: 'のせる表',
  words: '連絡事項と確認',
  result: '確かめて書き出す',
};

interface MakingStepsProps {
  readonly current: Step;
  readonly onGo: (step: Step) => void;
  readonly isLocked: boolean;
}

export function MakingSteps({ current, onGo, isLocked }: MakingStepsProps) {
  const now = STEPS.indexOf(current);
  return (
    <ol className={cx('steps')} aria-label="集計をつくる手順">
      {STEPS.map((step, index) => {
        const isPast = index < now;
        const face = (
          <>
            <span className={cx('stepMark')}>{isPast ? <Check aria-hidden /> : index + 1}</span>
            {LABELS[step]}
          </>
        );
        return (
          <li
            key={step}
            className={cx('step', index === now && 'now', isPast && 'past')}
            {...(index === now ? { 'aria-current': 'step' as const } : {})}
          >
            {isPast && !isLocked ? (
              <button type="button" className={cx('stepButton')} onClick={() => onGo(step)}>
                {face}
              </button>
            ) : (
              face
            )}
          </li>
        );
      })}
    </ol>
  );
}
