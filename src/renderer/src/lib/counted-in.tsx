// One quiet line on a record that a closed month has counted: it can be corrected, what was given out does not change.
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import styles from './counted-in.module.css';
import { monthWords } from './month-words.ts';

export function CountedIn({ month }: { readonly month: CalendarMonth | null }) {
  return month === null ? null : (
    <p className={styles['line']}>{monthWords(month)}のしめで数えた記録です。直しても、渡した集計は変わりません。</p>
  );
}
