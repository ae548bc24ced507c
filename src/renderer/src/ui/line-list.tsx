// A short list where each line leads somewhere: name, what to know, state, one deed. For more than twenty lines take DataTable.
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { classesOf } from './class-names.ts';
import styles from './line-list.module.css';

const cx = classesOf(styles);

export type Line = {
  readonly id: string;
  readonly title: ReactNode;
  readonly note?: ReactNode;
  readonly tag?: ReactNode;
  readonly actions?: ReactNode;
  readonly href?: string | undefined;
  readonly onOpen?: (() => void) | undefined;
};

export function LineList({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }) {
  return (
    <ul aria-label={label} className={cx('list')}>
      {lines.map((line) => {
        const canOpen = line.href !== undefined || line.onOpen !== undefined;
        return (
          <li key={line.id} className={cx('line', canOpen && 'openable')}>
            <div className={cx('words')}>
              {canOpen ? (
                <Link
                  className={cx('title', 'link')}
                  {...(line.href ? { href: line.href } : {})}
                  {...(line.onOpen ? { onPress: line.onOpen } : {})}
                >
                  {line.title}
                </Link>
              ) : (
                <span className={cx('title')}>{line.title}</span>
              )}
              {line.note && <span className={cx('note')}>{line.note}</span>}
            </div>
            {line.tag}
            {line.actions && <div className={cx('actions')}>{line.actions}</div>}
            {canOpen && !line.actions && <ChevronRight aria-hidden className={cx('arrow')} />}
          </li>
        );
      })}
    </ul>
  );
}
