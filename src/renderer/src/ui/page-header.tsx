// The top of every page: where one is, and the page's main deeds.
import { ChevronLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import styles from './page-header.module.css';

type PageHeaderProps = {
  readonly title: ReactNode;
  /** Beside a person's name: reading, age, tags. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly back?: { readonly label: string; readonly href?: string; readonly onPress?: () => void } | undefined;
};

export function PageHeader({ title, subtitle, actions, back }: PageHeaderProps) {
  return (
    <header className={styles['header']}>
      {back && (
        <Link
          {...(back.href ? { href: back.href } : {})}
          {...(back.onPress ? { onPress: back.onPress } : {})}
          className={styles['back'] ?? ''}
        >
          <ChevronLeft aria-hidden className={styles['backIcon']} />
          {back.label}
        </Link>
      )}
      <div className={styles['line']}>
        <div className={styles['words']}>
          <h1 className={styles['title']}>{title}</h1>
          {subtitle && <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        {actions && (
          <div className={styles['actions']} data-print="hide">
            {actions}
          </div>
        )}
      </div>
    </header>
  );
}
