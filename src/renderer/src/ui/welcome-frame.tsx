// The frame of the screens before unlock: create, unlock, recover. Shows nothing of what is inside.
import type { ReactNode } from 'react';
import { BrandMark } from './brand-mark.tsx';
import { classesOf } from './class-names.ts';
import styles from './welcome-frame.module.css';

const cx = classesOf(styles);

type WelcomeFrameProps = {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly size?: 'narrow' | 'wide' | undefined;
};

export function WelcomeFrame({ title, lead, children, footer, size = 'narrow' }: WelcomeFrameProps) {
  return (
    <main className={cx('frame')}>
      <div className={cx('sheet', size)}>
        <div className={cx('head')}>
          <BrandMark size="large" />
          <h1 className={cx('title')}>{title}</h1>
          {lead && <p className={cx('lead')}>{lead}</p>}
        </div>
        {children}
        {footer && <div className={cx('footer')}>{footer}</div>}
      </div>
    </main>
  );
}
