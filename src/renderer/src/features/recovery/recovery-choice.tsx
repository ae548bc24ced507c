// One way out on the recovery screen: what it does, and its button. The first of them is the one to take.
import type { ReactNode } from 'react';
import styles from './recovery-choice.module.css';

export function ChoiceList({ children }: { readonly children: ReactNode }) {
  return (
    <ol aria-label="できること" className={styles['list']}>
      {children}
    </ol>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly note?: ReactNode;
  readonly action?: ReactNode;
  /** What came of it. */
  readonly children?: ReactNode;
}

export function Choice({ title, note, action, children }: ChoiceProps) {
  return (
    <li className={styles['choice']}>
      <div className={styles['words']}>
        <h2 className={styles['title']}>{title}</h2>
        {note && <p className={styles['note']}>{note}</p>}
      </div>
      {action}
      {children}
    </li>
  );
}
