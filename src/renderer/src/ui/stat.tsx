// One figure that matters, big, with what it counts.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import styles from './stat.module.css';

const cx = classesOf(styles);

type StatProps = {
  readonly label: string;
  readonly value: ReactNode;
  /** 人, 件, 回 */
  readonly unit?: string | undefined;
  readonly note?: ReactNode;
  readonly icon?: LucideIcon | undefined;
  /** `attention` marks the one figure to act on. */
  readonly tone?: 'neutral' | 'attention' | undefined;
  readonly href?: string | undefined;
  readonly onPress?: (() => void) | undefined;
};

export function Stat({ label, value, unit, note, icon: Icon, tone = 'neutral', href, onPress }: StatProps) {
  const face = (
    <>
      <span className={cx('label')}>
        {Icon && <Icon aria-hidden className={cx('icon')} />}
        {label}
      </span>
      <span className={cx('figure')}>
        {value}
        {unit && <span className={cx('unit')}>{unit}</span>}
      </span>
      {note && <span className={cx('note')}>{note}</span>}
    </>
  );
  if (!href && !onPress) return <div className={cx('stat', tone)}>{face}</div>;
  return (
    <Link {...(href ? { href } : {})} {...(onPress ? { onPress } : {})} className={cx('stat', 'pressable', tone)}>
      {face}
    </Link>
  );
}

/** Stats beside one another. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return <div className={cx('row')}>{children}</div>;
}
