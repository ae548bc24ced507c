// Where one is on a way of several steps. Shows it only; the step itself is drawn by whoever asks.
import { Check } from 'lucide-react';
import { classesOf } from './class-names.ts';
import styles from './step-list.module.css';

const cx = classesOf(styles);

type StepListProps = {
  /** What the way is for, for those who cannot see it. */
  readonly label: string;
  readonly steps: readonly string[];
  /** From 0; the number of steps when all are done. */
  readonly current: number;
  /** Steps that were taken can be gone back to. */
  readonly onGo?: ((index: number) => void) | undefined;
};

export function StepList({ label, steps, current, onGo }: StepListProps) {
  return (
    <ol className={cx('steps')} aria-label={label}>
      {steps.map((step, index) => {
        const isPast = index < current;
        const face = (
          <>
            <span className={cx('mark')}>{isPast ? <Check aria-label="済み" /> : index + 1}</span>
            {step}
          </>
        );
        return (
          <li
            key={step}
            className={cx('step', index === current && 'now', isPast && 'past')}
            {...(index === current ? { 'aria-current': 'step' as const } : {})}
          >
            {isPast && onGo ? (
              <button type="button" className={cx('button')} onClick={() => onGo(index)}>
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
