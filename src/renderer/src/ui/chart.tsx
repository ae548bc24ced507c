// Pictures of counts, each with its table beside it. A picture is never the only way to read a number.
import { type ReactNode, useState } from 'react';
import {
  Bar,
  BarChart as Bars,
  CartesianGrid,
  LabelList,
  Line,
  LineChart,
  ResponsiveContainer,
  XAxis,
  YAxis,
} from 'recharts';
import { Button } from './button.tsx';
import styles from './chart.module.css';
import { classesOf } from './class-names.ts';

const cx = classesOf(styles);

export type ChartSeries = {
  readonly id: string;
  readonly label: string;
};

export type ChartPoint = {
  /** 4月, 江戸堀 */
  readonly label: string;
  /** By series id. Null is a hidden or missing number: drawn as a gap, written as `hiddenText`. */
  readonly values: Readonly<Record<string, number | null>>;
};

type ChartProps = {
  readonly series: readonly ChartSeries[];
  readonly points: readonly ChartPoint[];
  /** 人, 件, 回 */
  readonly unit: string;
  readonly heightInRem?: number | undefined;
};

const COLOURS = ['var(--chart-1)', 'var(--chart-2)', 'var(--chart-3)', 'var(--chart-4)'] as const;
const DASHES = ['0', '8 4', '3 3', '12 4 2 4'] as const;
const TEXT = { fill: 'var(--ink)', fontSize: '1rem' } as const;

function rowsFor(points: readonly ChartPoint[]) {
  return points.map((point) => ({ name: point.label, ...point.values }));
}

function rem(amount: number): number {
  return amount * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
}

function LineSwatch({ index }: { readonly index: number }) {
  return (
    <svg aria-hidden viewBox="0 0 36 12" className={cx('lineSwatch')}>
      <line
        x1="0"
        y1="6"
        x2="36"
        y2="6"
        stroke={COLOURS[index % 2] ?? ''}
        strokeWidth="2.5"
        strokeDasharray={DASHES[index % 4] ?? '0'}
      />
      <circle
        cx="18"
        cy="6"
        r="4"
        strokeWidth="2"
        stroke={COLOURS[index % 2] ?? ''}
        fill={index % 2 === 0 ? 'var(--chart-1)' : 'var(--surface)'}
      />
    </svg>
  );
}

/** Which line or bar is which, in the order of the series. */
function Legend({ series, kind }: { readonly series: readonly ChartSeries[]; readonly kind: 'line' | 'bar' }) {
  if (series.length < 2) return null;
  return (
    <ul className={cx('legend')}>
      {series.map((each, index) => (
        <li key={each.id} className={cx('legendEntry')}>
          {kind === 'line' ? (
            <LineSwatch index={index} />
          ) : (
            <span className={cx('barSwatch')} style={{ background: COLOURS[index % 4] ?? '' }} />
          )}
          {each.label}
        </li>
      ))}
    </ul>
  );
}

/** Bars that lie, so that long names can be read. One series is labelled with its numbers. */
export function BarChart({ series, points, unit, heightInRem }: ChartProps) {
  const longest = Math.max(...points.map((point) => point.label.length), 2);
  return (
    <div aria-hidden>
      <Legend series={series} kind="bar" />
      <div style={{ height: `${heightInRem ?? points.length * (0.75 + 1.5 * series.length) + 2}rem` }}>
        <ResponsiveContainer>
          <Bars
            accessibilityLayer={false}
            data={rowsFor(points)}
            layout="vertical"
            margin={{ top: 4, right: rem(4), bottom: 4, left: 0 }}
            barGap={2}
          >
            <CartesianGrid horizontal={false} stroke="var(--chart-grid)" />
            <XAxis type="number" hide allowDecimals={false} />
            <YAxis
              type="category"
              dataKey="name"
              width={rem(Math.min(longest, 12) + 1)}
              tick={TEXT}
              tickLine={false}
              axisLine={{ stroke: 'var(--line-strong)' }}
              interval={0}
            />
            {series.map((each, index) => (
              <Bar
                key={each.id}
                dataKey={each.id}
                name={each.label}
                fill={COLOURS[index % 4] ?? ''}
                radius={[0, 4, 4, 0]}
                maxBarSize={rem(1.5)}
                isAnimationActive={false}
              >
                <LabelList
                  dataKey={each.id}
                  position="right"
                  fill="var(--ink)"
                  fontSize="1rem"
                  formatter={(value) => `${value ?? ''}${value === null || value === undefined ? '' : unit}`}
                />
              </Bar>
            ))}
          </Bars>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

/** Lines over months; lines differ in dash and point too, not in colour alone. */
export function TrendChart({ series, points, unit, heightInRem = 16 }: ChartProps) {
  return (
    <div aria-hidden>
      <Legend series={series} kind="line" />
      <div style={{ height: `${heightInRem}rem` }}>
        <ResponsiveContainer>
          <LineChart
            accessibilityLayer={false}
            data={rowsFor(points)}
            margin={{ top: 8, right: rem(1.5), bottom: 4, left: 0 }}
          >
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis dataKey="name" tick={TEXT} tickLine={false} axisLine={{ stroke: 'var(--line-strong)' }} />
            <YAxis tick={TEXT} tickLine={false} axisLine={false} allowDecimals={false} unit={unit} width={rem(4)} />
            {series.map((each, index) => (
              <Line
                key={each.id}
                dataKey={each.id}
                name={each.label}
                type="linear"
                stroke={COLOURS[index % 2] ?? ''}
                strokeWidth={2.5}
                strokeDasharray={DASHES[index % 4] ?? '0'}
                dot={{
                  r: 4,
                  strokeWidth: 2,
                  strokeDasharray: '0',
                  fill: index % 2 === 0 ? 'var(--chart-1)' : 'var(--surface)',
                }}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </div>
  );
}

type ChartTableProps = Pick<ChartProps, 'series' | 'points' | 'unit'> & {
  readonly caption: string;
  /** The heading of the first column: 月, 地域. */
  readonly pointHeader: string;
  /** Stands for a null, for example ＊ or −. */
  readonly hiddenText?: string | undefined;
};

function ChartTable({ series, points, unit, caption, pointHeader, hiddenText = '−' }: ChartTableProps) {
  return (
    <table className={cx('table')}>
      <caption className={cx('caption')}>
        {caption}（単位：{unit}）
      </caption>
      <thead>
        <tr>
          <th scope="col">{pointHeader}</th>
          {series.map((each) => (
            <th key={each.id} scope="col" className={cx('number')}>
              {each.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <tr key={point.label}>
            <th scope="row">{point.label}</th>
            {series.map((each) => (
              <td key={each.id} className={cx('number')}>
                {point.values[each.id] ?? hiddenText}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type ChartWithTableProps = ChartTableProps & {
  /** The picture: BarChart or TrendChart with the same series and points. */
  readonly children: ReactNode;
  /** `beside` shows both; `toggle` shows the table on demand. */
  readonly layout?: 'beside' | 'toggle' | undefined;
  readonly note?: ReactNode;
};

export function ChartWithTable({ children, layout = 'beside', note, ...table }: ChartWithTableProps) {
  const [isTableShown, setIsTableShown] = useState(layout === 'beside');
  return (
    <figure className={cx('figure', layout)} aria-label={table.caption}>
      <div className={cx('picture')}>{children}</div>
      {layout === 'toggle' && (
        <div>
          <Button size="small" variant="quiet" onPress={() => setIsTableShown(!isTableShown)}>
            {isTableShown ? '表をかくす' : '数字を表で見る'}
          </Button>
        </div>
      )}
      {isTableShown && (
        <div className={cx('tableFrame')}>
          <ChartTable {...table} />
        </div>
      )}
      {note && <figcaption className={cx('note')}>{note}</figcaption>}
    </figure>
  );
}
