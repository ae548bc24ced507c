// Where one is on the way from a file to the register.
import { Check } from 'lucide-react';
import { classesOf } from '#renderer/ui/class-names.ts';
import styles from './import.module.css';

const cx = classesOf(styles);

export const IMPORT_STEPS = ['ファイルを選ぶ', '列を確かめる', '中身を確かめる', '取り込む'] as const;

/** @param current 0 to 3; 4 when all is done. */
export function ImportSteps({ current }: { readonly current: number }) {
  return (
    <ol className={cx('steps')} aria-label="取り込みの手順">
      {IMPORT_STEPS.map((label, index) => (
        <li
          key={label}
          className={cx('step', index === current && 'now', index < current && 'past')}
          {...(index === current ? { 'aria-current': 'step' as const } : {})}
        >
          <span className={cx('stepMark')}>{index < current ? <Check aria-label="済み" /> : index + 1}</span>
          {label}
        </li>
      ))}
    </ol>
  );
}
