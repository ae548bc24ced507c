// A part of a long form: a heading, what it is for, and its fields in one column.
import { type ReactNode, useId } from 'react';
import styles from './form-section.module.css';

type FormSectionProps = {
  readonly title: string;
  readonly description?: ReactNode;
  readonly children: ReactNode;
};

export function FormSection({ title, description, children }: FormSectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId} className={styles['section']}>
      <div className={styles['head']}>
        <h2 id={headingId} className={styles['title']}>
          {title}
        </h2>
        {description && <p className={styles['description']}>{description}</p>}
      </div>
      {children}
    </section>
  );
}

/** Short fields that belong together (郵便番号 and 電話) side by side where there is room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles['row']}>{children}</div>;
}
