// The bar with 保存 that stays in sight at the bottom of a form.
import type { ReactNode } from 'react';
import styles from './form-actions.module.css';

type FormActionsProps = {
  /** The deed first, the way out second. */
  readonly children: ReactNode;
  /** For example 「下書きを保存しました 10:42」. */
  readonly status?: ReactNode;
};

export function FormActions({ children, status }: FormActionsProps) {
  return (
    <div className={styles['bar']}>
      <div className={styles['buttons']}>{children}</div>
      {status && (
        <p role="status" className={styles['status']}>
          {status}
        </p>
      )}
    </div>
  );
}
