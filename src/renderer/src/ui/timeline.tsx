// Visits and consultations in one line of time, newest first as given. Never sorts: the caller decides the order.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './badge.tsx';
import { classesOf } from './class-names.ts';
import styles from './timeline.module.css';

const cx = classesOf(styles);

export type TimelineEntry = {
  readonly id: string;
  /** 令和8年10月3日, as shown. */
  readonly dateText: string;
  /** YYYY-MM-DD, for machines. */
  readonly dateTime: string;
  /** 午前, 14:30, 3日前. */
  readonly timeText?: string | undefined;
  readonly icon: LucideIcon;
  /** Read out for the icon: 訪問, 相談. */
  readonly kind: string;
  readonly tone?: Tone | undefined;
  readonly title: ReactNode;
  readonly tags?: ReactNode;
  readonly body?: ReactNode;
  readonly actions?: ReactNode;
};

type TimelineProps = { readonly label: string; readonly entries: readonly TimelineEntry[] };

export function Timeline({ label, entries }: TimelineProps) {
  return (
    <ol aria-label={label} className={cx('timeline')}>
      {entries.map((entry) => (
        <li key={entry.id} className={cx('entry')}>
          <time dateTime={entry.dateTime} className={cx('date')}>
            {entry.dateText}
            {entry.timeText && <span className={cx('time')}>{entry.timeText}</span>}
          </time>
          <span className={cx('rail')}>
            <span className={cx('mark', entry.tone ?? 'neutral')}>
              <entry.icon aria-hidden className={cx('icon')} />
            </span>
          </span>
          <div className={cx('content')}>
            <div className={cx('head')}>
              <p className={cx('title')}>
                <span className={cx('kind')}>{entry.kind}</span>
                {entry.title}
              </p>
              {entry.actions && <div className={cx('actions')}>{entry.actions}</div>}
            </div>
            {entry.tags && <div className={cx('tags')}>{entry.tags}</div>}
            {entry.body && <div className={cx('body')}>{entry.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
