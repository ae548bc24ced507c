// What everybody asks before a month is closed, answered where the button is.
import { monthWords } from '#renderer/lib/month-words.ts';
import { Panel } from '#renderer/ui/card.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import styles from './closings.module.css';

/** `next`: the month after the one that is to be closed. */
export function ClosingAnswers({ next }: { readonly next: CalendarMonth }) {
  return (
    <Panel title="しめる前に">
      <dl className={styles['answers']}>
        <dt>しめた月は、開き直せますか</dt>
        <dd>
          開き直せません。渡した数字があとから変わると、前の数字との引き算で、どなたのことか分かってしまうことがあるためです。
        </dd>
        <dt>あとで記入もれに気づいたら</dt>
        <dd>いつでも記録できます。しめた月の分は、次にしめる月（{monthWords(next)}など）の集計に入ります。</dd>
        <dt>しめたあとで記録を直したら</dt>
        <dd>記録は直ります。その月の集計は、しめた時のままです。</dd>
      </dl>
    </Panel>
  );
}
