// Says at the top of a form what has to be mended, each line leading to its field. Gets the focus when saving fails.
import { CircleAlert } from 'lucide-react';
import styles from './error-summary.module.css';

/** Marks the element that Form focuses. */
export const ERROR_SUMMARY_ATTRIBUTE = 'data-error-summary';

export type FieldProblemLine = {
  /** The `id` or `name` of the field; empty for what no field can mend, for example a full disk. */
  readonly field: string;
  readonly message: string;
};

type ErrorSummaryProps = { readonly problems: readonly FieldProblemLine[]; readonly title?: string };

function focusField(field: string): void {
  const named = document.getElementById(field) ?? document.getElementsByName(field)[0];
  const target = named?.matches('input, textarea, button')
    ? named
    : named?.querySelector<HTMLElement>('input, textarea, button');
  (target ?? named)?.focus();
  named?.scrollIntoView?.({ block: 'center' });
}

export function ErrorSummary({ problems, title = '入力内容を確かめてください' }: ErrorSummaryProps) {
  if (problems.length === 0) return null;
  const isOfFields = problems.some(({ field }) => field !== '');
  return (
    <div {...{ [ERROR_SUMMARY_ATTRIBUTE]: '' }} tabIndex={-1} role="alert" className={styles['summary']}>
      <p className={styles['title']}>
        <CircleAlert aria-hidden className={styles['icon']} />
        {isOfFields ? `${title}（${problems.length}件）` : '保存できませんでした'}
      </p>
      <ul className={styles['list']}>
        {problems.map((problem) => (
          <li key={`${problem.field}${problem.message}`}>
            {problem.field === '' ? (
              problem.message
            ) : (
              <button type="button" className={styles['link']} onClick={() => focusField(problem.field)}>
                {problem.message}
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
