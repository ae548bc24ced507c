// Facts of a record as pairs of name and value.
import type { ReactNode } from 'react';
import { classesOf } from './class-names.ts';
import styles from './fact-list.module.css';

const cx = classesOf(styles);

export type Fact = {
  readonly label: string;
  /** Null or an empty text shows 「未記入」. */
  readonly value: ReactNode;
  /** Takes the whole width, for long texts. */
  readonly isWide?: boolean | undefined;
};

type FactListProps = { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 | 3 | undefined };

function isEmpty(value: ReactNode): boolean {
  return value === null || value === undefined || value === '' || value === false;
}

export function FactList({ facts, columns = 2 }: FactListProps) {
  return (
    <dl className={cx('list', `columns${columns}`)}>
      {facts.map((fact) => (
        <div key={fact.label} className={cx('fact', fact.isWide && 'wide')}>
          <dt className={cx('label')}>{fact.label}</dt>
          <dd className={cx('value', isEmpty(fact.value) && 'none')}>{isEmpty(fact.value) ? '未記入' : fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
