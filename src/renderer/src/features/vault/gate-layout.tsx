// The quiet page around the lock and set-up screens: the register's mark, one card, one promise.
import type { ReactNode } from 'react';
import { BrandMark } from '#renderer/ui/brand-mark.tsx';
import styles from './gate-layout.module.css';

interface GateLayoutProps {
  readonly title: string;
  readonly lead: ReactNode;
  readonly children: ReactNode;
  readonly version?: string;
}

export function GateLayout({ title, lead, children, version }: GateLayoutProps) {
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <p className={styles['brand']}>
          <BrandMark />
          見守り台帳
        </p>
        <h1 className={styles['title']}>{title}</h1>
        <div className={styles['lead']}>{lead}</div>
        {children}
      </div>
      <p className={styles['promise']}>
        台帳はこのパソコンの中だけに、暗号化してしまわれます。インターネットには何も送りません。
        {version && <span className={styles['version']}>版 {version}</span>}
      </p>
    </main>
  );
}
