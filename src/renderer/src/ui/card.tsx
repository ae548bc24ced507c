// A panel: one matter with its heading and its deeds.
import { type ReactNode, useId } from 'react';
import styles from './card.module.css';
import { classesOf } from './class-names.ts';

const cx = classesOf(styles);

type PanelProps = {
  readonly title?: ReactNode;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** `flush` lets a list or table touch the border. */
  readonly padding?: 'normal' | 'flush' | undefined;
  readonly headingLevel?: 2 | 3 | undefined;
};

export function Panel({ title, description, actions, children, padding = 'normal', headingLevel = 2 }: PanelProps) {
  const headingId = useId();
  const Title = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <section {...(title ? { 'aria-labelledby': headingId } : {})} className={cx('panel')}>
      {(title || actions) && (
        <div className={cx('head')}>
          <div className={cx('words')}>
            <Title id={headingId} className={cx('title')}>
              {title}
            </Title>
            {description && <p className={cx('description')}>{description}</p>}
          </div>
          {actions && <div className={cx('actions')}>{actions}</div>}
        </div>
      )}
      <div className={cx('body', padding)}>{children}</div>
    </section>
  );
}

/** Panels beside each other where there is room; `main-aside` gives the first two thirds. */
export function PanelGrid({
  children,
  layout = 'equal',
}: {
  readonly children: ReactNode;
  readonly layout?: 'equal' | 'main-aside';
}) {
  return <div className={cx(layout)}>{children}</div>;
}

/** Things under one another with an even distance. */
export function Stack({
  children,
  gap = 'normal',
}: {
  readonly children: ReactNode;
  readonly gap?: 'tight' | 'normal' | 'wide';
}) {
  return <div className={cx('stack', `gap-${gap}`)}>{children}</div>;
}

/** Buttons or tags beside one another, wrapping. */
export function Cluster({
  children,
  align = 'start',
}: {
  readonly children: ReactNode;
  readonly align?: 'start' | 'between' | 'end';
}) {
  return <div className={cx('cluster', `align-${align}`)}>{children}</div>;
}
