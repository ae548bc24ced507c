// The frame around every screen after unlock: where one can go, whose register this is, search and lock.
import {
  CalendarCheck2,
  ChartColumn,
  FileInput,
  House,
  Lock,
  type LucideIcon,
  MessagesSquare,
  Search,
  Settings,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, Button as Pressable } from 'react-aria-components';
import styles from './app-frame.module.css';
import { BrandMark } from './brand-mark.tsx';
import { classesOf } from './class-names.ts';
import { KeyHint } from './key-hint.tsx';

const cx = classesOf(styles);

export type NavigationEntry = {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly href: string;
  /** What waits there, for example overdue visits. */
  readonly count?: number | undefined;
};

/** The seven places of the app, with their usual icons. `href` follows the router's paths. */
export const MAIN_NAVIGATION: readonly NavigationEntry[] = [
  { id: 'today', label: '今日', icon: House, href: '/' },
  { id: 'people', label: '見守り台帳', icon: Users, href: '/people' },
  { id: 'consultations', label: '相談', icon: MessagesSquare, href: '/consultations' },
  { id: 'meetings', label: '連絡会', icon: CalendarCheck2, href: '/meetings' },
  { id: 'reports', label: '月次集計', icon: ChartColumn, href: '/reports' },
  { id: 'import', label: '取り込み', icon: FileInput, href: '/import' },
  { id: 'settings', label: '設定', icon: Settings, href: '/settings' },
];

type AppFrameProps = {
  readonly registerName: string;
  /** 地域 or the coordinator's name under the register's. */
  readonly registerNote?: string | undefined;
  readonly navigation?: readonly NavigationEntry[] | undefined;
  readonly currentId: string;
  readonly onSearch: () => void;
  readonly onLock: () => void;
  /** At the foot of the side: the last backup. */
  readonly sideFooter?: ReactNode;
  /** At the right of the header, before 「ロック」. */
  readonly headerEnd?: ReactNode;
  readonly children: ReactNode;
};

type NavigationProps = { readonly entries: readonly NavigationEntry[]; readonly currentId: string };

function Navigation({ entries, currentId }: NavigationProps) {
  return (
    <nav aria-label="画面の切りかえ">
      <ul className={cx('entries')}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Link
              href={entry.href}
              className={cx('entry', entry.id === currentId && 'current')}
              {...(entry.id === currentId ? { 'aria-current': 'page' as const } : {})}
            >
              <entry.icon aria-hidden className={cx('entryIcon')} />
              <span className={cx('entryLabel')}>{entry.label}</span>
              {entry.count !== undefined && entry.count > 0 && (
                <span className={cx('entryCount')}>
                  {entry.count}
                  <span className={cx('srOnly')}>件</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function AppFrame(props: AppFrameProps) {
  const { registerName, registerNote, currentId, onSearch, onLock, headerEnd, children } = props;
  return (
    <div className={cx('frame')}>
      <a href="#main" className={cx('skip')}>
        本文へ進む
      </a>
      <aside className={cx('side')} data-print="hide">
        <div className={cx('brand')}>
          <BrandMark />
          <span className={cx('brandName')}>見守り台帳</span>
        </div>
        <Navigation entries={props.navigation ?? MAIN_NAVIGATION} currentId={currentId} />
        {props.sideFooter && <div className={cx('sideFooter')}>{props.sideFooter}</div>}
      </aside>
      <header className={cx('header')} data-print="hide">
        <p className={cx('register')}>
          <span className={cx('registerName')}>{registerName}</span>
          {registerNote && <span className={cx('registerNote')}>{registerNote}</span>}
        </p>
        <Pressable onPress={onSearch} className={cx('search')} aria-keyshortcuts="Control+K">
          <Search aria-hidden className={cx('searchIcon')} />
          <span className={cx('searchText')}>人や画面をさがす</span>
          <span aria-hidden>
            <KeyHint keys="Ctrl+K" />
          </span>
        </Pressable>
        <div className={cx('headerEnd')}>
          {headerEnd}
          <Pressable onPress={onLock} className={cx('lock')}>
            <Lock aria-hidden className={cx('lockIcon')} />
            ロック
          </Pressable>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={cx('main')}>
        {children}
      </main>
    </div>
  );
}
