// The months that are closed: when, by whom, and how much was counted. A year of them at first.
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useFormatShortDate } from '#renderer/lib/settings.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { formatMonth } from '#shared/model/era.ts';
import styles from './closings.module.css';

type ClosedMonth = Output<'closings.overview'>['closed'][number];

const AT_FIRST = 12;

function Row({ month, closedOn, closedBy, visits, consultations, lateEntries }: ClosedMonth) {
  const formatDate = useFormatShortDate();
  return (
    <li className={styles['closed']}>
      <span className={styles['month']}>{formatMonth(month, 'western')}</span>
      <span>
        見守り{visits.toLocaleString('ja-JP')}件・相談{consultations.toLocaleString('ja-JP')}件
      </span>
      <span className={styles['quiet']}>
        {formatDate(closedOn)} {closedBy}
        {lateEntries > 0 && `　うち前の月までの分 ${lateEntries}件`}
      </span>
    </li>
  );
}

export function ClosedMonths({ months }: { readonly months: readonly ClosedMonth[] }) {
  const [showsAll, setShowsAll] = useState(false);
  const shown = showsAll ? months : months.slice(0, AT_FIRST);
  return (
    <Panel title={`しめた月（${months.length}か月）`}>
      <Stack>
        <ul className={styles['list']} aria-label="しめた月">
          {shown.map((each) => (
            <Row key={each.month} {...each} />
          ))}
        </ul>
        {shown.length < months.length && (
          <div>
            <Button size="small" onPress={() => setShowsAll(true)}>
              前の{months.length - shown.length}か月も見る
            </Button>
          </div>
        )}
      </Stack>
    </Panel>
  );
}
