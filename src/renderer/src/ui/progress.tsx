// Work that takes longer than a second: how far it is, what it does now, and a way to stop it.
import { ProgressBar } from 'react-aria-components';
import { Button } from './button.tsx';
import { classesOf } from './class-names.ts';
import styles from './progress.module.css';

const cx = classesOf(styles);

type ProgressProps = {
  readonly label: string;
  /** Done and total; without a total the bar only shows that work goes on. */
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  /** What happens now, for example 「482件中 120件を読みました」. */
  readonly stepText?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
  readonly cancelLabel?: string | undefined;
};

export function Progress({ label, done = 0, total, stepText, onCancel, cancelLabel = '中止する' }: ProgressProps) {
  const isOpenEnded = total === undefined || total === 0;
  return (
    <div className={cx('progress')}>
      <ProgressBar
        aria-label={label}
        className={cx('bar')}
        isIndeterminate={isOpenEnded}
        value={done}
        maxValue={isOpenEnded ? 1 : total}
        {...(stepText ? { valueLabel: stepText } : {})}
      >
        {({ percentage }) => (
          <>
            <span className={cx('words')}>
              <span className={cx('label')}>{label}</span>
              {!isOpenEnded && <span className={cx('percent')}>{Math.floor(percentage ?? 0)}%</span>}
            </span>
            <span className={cx('track')}>
              <span
                className={cx('fill', isOpenEnded && 'openEnded')}
                style={isOpenEnded ? {} : { width: `${percentage ?? 0}%` }}
              />
            </span>
          </>
        )}
      </ProgressBar>
      {(stepText || onCancel) && (
        <div className={cx('foot')}>
          <span role="status" className={cx('step')}>
            {stepText}
          </span>
          {onCancel && (
            <Button size="small" onPress={onCancel}>
              {cancelLabel}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
