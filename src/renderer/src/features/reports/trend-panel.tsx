// Twelve months of ward totals as lines, each with its table. A hidden month is a gap, never a zero.
import type { Output } from '#renderer/lib/client.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { ChartWithTable, TrendChart } from '#renderer/ui/chart.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';

type Point = Output<'reports.trend'>[number];
type Measure = Exclude<keyof Point, 'month'>;

interface Picture {
  readonly title: string;
  readonly unit: string;
  readonly series: readonly { readonly id: Measure; readonly label: string }[];
}

const PICTURES: readonly Picture[] = [
  {
    title: '見守り',
    unit: '件・人',
    series: [
      { id: 'visits', label: '延べ（件）' },
      { id: 'visitedPersons', label: '実人数（人）' },
    ],
  },
  { title: '相談', unit: '件', series: [{ id: 'consultations', label: '件数' }] },
  { title: '月末の見守り対象の方', unit: '人', series: [{ id: 'watched', label: '人数' }] },
];

const NOTE = '＊は少人数（10人未満）の保護のため非表示です。図では線が切れます。';

/** 10月; the year with January. */
function monthLabel(month: CalendarMonth): string {
  const number = Number(month.slice(5));
  return number === 1 ? `${month.slice(0, 4)}年${number}月` : `${number}月`;
}

export function TrendPanel({ month }: { readonly month: CalendarMonth }) {
  const { data: trend } = useRegisterQuery('reports.trend', { month }, { keepPrevious: true });
  if (!trend) {
    return <Loading />;
  }
  return (
    <Stack>
      {PICTURES.map(({ title, unit, series }) => {
        const points = trend.map((point) => ({
          label: monthLabel(point.month),
          values: Object.fromEntries(
            series.map(({ id }) => [id, typeof point[id] === 'number' ? point[id] : null] as const),
          ),
        }));
        return (
          <Panel key={title} title={title}>
            <ChartWithTable
              series={series}
              points={points}
              unit={unit}
              caption={`${title}の12か月の動き`}
              pointHeader="月"
              hiddenText="＊"
              layout="toggle"
              note={NOTE}
            >
              <TrendChart series={series} points={points} unit={unit === '件・人' ? '' : unit} />
            </ChartWithTable>
          </Panel>
        );
      })}
    </Stack>
  );
}
