// The published totals over the months, as lines and as a table. Figures that left the house already; a hidden one is a gap, never a zero.
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { LineChart } from '#renderer/ui/line-chart.tsx';
import { plainTableClass } from '#renderer/ui/plain-table.ts';
import { Stat, StatRow } from '#renderer/ui/stat.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { figureWords } from './cell-words.ts';
import styles from './trend-panel.module.css';

type Point = Output<'publications.trend'>[number];
type Measure = Exclude<keyof Point, 'month'>;

const MEASURES: readonly { readonly id: Measure; readonly title: string; readonly unit: string }[] = [
  { id: 'watched', title: '月末の見守り対象の方', unit: '人' },
  { id: 'visits', title: '見守り（延べ）', unit: '件' },
  { id: 'visitedPersons', title: '見守り（実人数）', unit: '人' },
  { id: 'consultations', title: '相談', unit: '件' },
];

/** Not published, which is no ＊. */
const ABSENT = '−';

const markOf = (value: Point[Measure]): string => (value === null ? ABSENT : figureWords(value));

/** 10月 */
function monthLabel(month: CalendarMonth): string {
  return `${Number(month.slice(5))}月`;
}

function TrendTable({ trend }: { readonly trend: readonly Point[] }) {
  return (
    <div className={plainTableClass.frame}>
      <table className={plainTableClass.table} aria-label="公表した数字の動き">
        <thead>
          <tr>
            <th scope="col">月</th>
            {MEASURES.map(({ id, title, unit }) => (
              <th key={id} scope="col" className={plainTableClass.number}>{`${title}（${unit}）`}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trend.map((point) => (
            <tr key={point.month}>
              <th scope="row">{formatMonth(point.month)}</th>
              {MEASURES.map(({ id }) => (
                <td key={id} className={plainTableClass.number}>
                  {markOf(point[id])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const hasFigure = (point: Point): boolean => MEASURES.some(({ id }) => typeof point[id] === 'number');

/** One month is no movement: its figures alone. */
function OneMonth({ point }: { readonly point: Point }) {
  return (
    <StatRow>
      {MEASURES.map(({ id, title, unit }) => (
        <Stat key={id} label={title} value={markOf(point[id])} {...(point[id] === null ? {} : { unit })} />
      ))}
    </StatRow>
  );
}

function Pictures({ trend }: { readonly trend: readonly Point[] }) {
  return (
    <div className={styles['pictures']}>
      {MEASURES.map(({ id, title, unit }) => (
        <LineChart
          key={id}
          title={title}
          unit={unit}
          points={trend.map((point) => ({
            label: monthLabel(point.month),
            value: typeof point[id] === 'number' ? point[id] : null,
            mark: markOf(point[id]),
          }))}
        />
      ))}
    </div>
  );
}

export function TrendPanel({ lastMonth }: { readonly lastMonth: CalendarMonth }) {
  const { data } = useRegisterQuery('publications.trend', { lastMonth }, { keepPrevious: true });
  const [isTableShown, setIsTableShown] = useState(false);
  // From the first month on of which a figure may be shown.
  const trend = data?.slice(data.findIndex(hasFigure)) ?? [];
  const first = trend[0];
  const last = trend.at(-1);
  if (!data?.some(hasFigure) || !first || !last) {
    return null;
  }
  if (first === last) {
    return (
      <Panel
        title={`${formatMonth(first.month)}の公表した数字`}
        description="2か月分を公表すると、動きが図になります。"
      >
        <OneMonth point={first} />
      </Panel>
    );
  }
  return (
    <Panel
      title="公表した数字の動き"
      description={`${formatMonth(first.month)}から${formatMonth(last.month)}まで`}
      actions={
        <Button size="small" onPress={() => setIsTableShown(!isTableShown)}>
          {isTableShown ? '表をかくす' : '数字を表で見る'}
        </Button>
      }
    >
      <Stack>
        <Pictures trend={trend} />
        {isTableShown && <TrendTable trend={trend} />}
        <p className={styles['note']}>
          ＊は少人数の保護のため非表示です。−は公表していない月です。どちらも線が切れます。
        </p>
      </Stack>
    </Panel>
  );
}
