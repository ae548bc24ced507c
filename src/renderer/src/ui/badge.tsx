// A short word on the state of something. The word says it; colour and icon only help to find it.
import { Check, Circle, CircleAlert, Info, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './badge.module.css';
import { classesOf } from './class-names.ts';

const cx = classesOf(styles);

export type Tone = 'neutral' | 'good' | 'warn' | 'alert' | 'info';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  neutral: Circle,
  good: Check,
  warn: TriangleAlert,
  alert: CircleAlert,
  info: Info,
};

type StatusTagProps = {
  readonly tone?: Tone | undefined;
  readonly children: ReactNode;
  /** Replaces the tone's own icon. */
  readonly icon?: LucideIcon | undefined;
  /** `quiet` has no ground: for tables, where many stand under one another. */
  readonly variant?: 'filled' | 'quiet' | undefined;
};

export function StatusTag({ tone = 'neutral', children, icon, variant = 'filled' }: StatusTagProps) {
  const Icon = icon ?? ICONS[tone];
  return (
    <span className={cx('tag', tone, variant)}>
      <Icon aria-hidden className={cx('icon')} />
      {children}
    </span>
  );
}
