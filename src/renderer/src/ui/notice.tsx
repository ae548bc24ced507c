// A message in the page that stays: what is the matter, and what to do.
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './notice.module.css';

const cx = classesOf(styles);

type NoticeTone = 'info' | 'success' | 'warning' | 'error';

const ICONS = { info: Info, success: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;

type NoticeProps = {
  readonly tone?: NoticeTone | undefined;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  /** Read out as soon as it appears. */
  readonly isUrgent?: boolean | undefined;
};

export function Notice({ tone = 'info', title, children, action, isUrgent = false }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div {...(isUrgent ? { role: 'alert' } : {})} className={cx('notice', tone)}>
      <Icon aria-hidden className={cx('icon')} />
      <div className={cx('words')}>
        <p className={cx('title')}>{title}</p>
        {children && <div className={cx('text')}>{children}</div>}
      </div>
      {action && <div className={cx('action')}>{action}</div>}
    </div>
  );
}
