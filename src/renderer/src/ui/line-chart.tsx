// One figure over the months as a line, for screen and paper. A hidden or missing figure is a gap with its mark, never a zero.
import { useId } from 'react';
import { classesOf } from './class-names.ts';
import styles from './line-chart.module.css';

const cx = classesOf(styles);

export type LinePoint = {
  /** 4月 */
  readonly label: string;
  /** Null: hidden or missing. */
  readonly value: number | null;
  /** Stands where the line breaks, and is read out: ＊, −. */
  readonly mark?: string | undefined;
};

type LineChartProps = {
  readonly title: string;
  /** 人, 件, 回 */
  readonly unit: string;
  readonly points: readonly LinePoint[];
  /** `heading` shows the title over the picture; `none` leaves it to whatever stands around. Read out in both. */
  readonly titled?: 'heading' | 'none' | undefined;
};

/** In user units: the letters are 16 of them high, as the width is 30 rem. */
const BOX = { width: 480, height: 208, left: 66, right: 24, top: 28, bottom: 32 } as const;
const FLOOR = BOX.height - BOX.bottom;
/** The last figure is larger; a letter of it takes at most this much. */
const LAST_LETTER = 12;
/** More letters than fit beside one another. */
const MOST_LABELS = 6;

/** The top of the scale: a round number of which the half is whole. */
export function roundTop(most: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(most, 1))));
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * power >= most) ?? 10;
  const top = step * power;
  return top % 2 === 0 ? top : top + 1;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Each stretch of months with figures, as one line. */
function stretchesOf(places: readonly (Place | null)[]): readonly (readonly Place[])[] {
  const stretches: Place[][] = [[]];
  for (const place of places) {
    if (place) stretches.at(-1)?.push(place);
    else stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 1);
}

/** Every figure in words, for those who cannot see the line. */
function wordsOf({ title, unit, points }: LineChartProps): string {
  const figures = points.map(({ label, value, mark = '−' }) => `${label} ${value === null ? mark : `${value}${unit}`}`);
  return `${title}：${figures.join('、')}`;
}

function Scale({ top }: { readonly top: number }) {
  return [0, top / 2, top].map((value) => {
    const y = FLOOR - (value / top) * (FLOOR - BOX.top);
    return (
      <g key={value}>
        <line
          x1={BOX.left}
          x2={BOX.width - BOX.right / 2}
          y1={y}
          y2={y}
          className={cx(value === 0 ? 'floor' : 'grid')}
        />
        <text x={BOX.left - 8} y={y + 5.5} textAnchor="end" className={cx('label')}>
          {value.toLocaleString('ja-JP')}
        </text>
      </g>
    );
  });
}

function Months({ points, xOf }: { readonly points: readonly LinePoint[]; readonly xOf: (index: number) => number }) {
  const every = Math.ceil(points.length / MOST_LABELS);
  const last = points.length - 1;
  return points.map(({ label }, index) =>
    (last - index) % every === 0 ? (
      <text key={label} x={xOf(index)} y={FLOOR + 24} textAnchor="middle" className={cx('label')}>
        {label}
      </text>
    ) : null,
  );
}

/** Over its point, or as far to the left of it as it needs to stay in the picture. */
function LastFigure({ value, x, y }: { readonly value: number } & Place) {
  const words = value.toLocaleString('ja-JP');
  const most = BOX.width - (words.length * LAST_LETTER) / 2;
  return (
    <text x={Math.min(x, most)} y={y - 11} textAnchor="middle" className={cx('last')}>
      {words}
    </text>
  );
}

function Marks({
  points,
  places,
  xOf,
}: {
  readonly points: readonly LinePoint[];
  readonly places: readonly (Place | null)[];
  readonly xOf: (index: number) => number;
}) {
  const lastShown = points.findLastIndex(({ value }) => value !== null);
  return points.map(({ label, value, mark = '' }, index) => {
    const place = places[index];
    return place ? (
      <g key={label}>
        <circle cx={place.x} cy={place.y} r={index === lastShown ? 5 : 3.5} className={cx('point')} />
        {index === lastShown && value !== null && <LastFigure value={value} {...place} />}
      </g>
    ) : (
      <text key={label} x={xOf(index)} y={FLOOR - 6} textAnchor="middle" className={cx('label')}>
        {mark}
      </text>
    );
  });
}

export function LineChart(props: LineChartProps) {
  const { title, unit, points, titled = 'heading' } = props;
  const titleId = useId();
  const top = roundTop(Math.max(...points.map(({ value }) => value ?? 0), 1));
  const room = BOX.width - BOX.left - BOX.right;
  const xOf = (index: number) =>
    BOX.left + (points.length > 1 ? 16 + (index * (room - 16)) / (points.length - 1) : room / 2);
  const places = points.map(({ value }, index) =>
    value === null ? null : { x: xOf(index), y: FLOOR - (value / top) * (FLOOR - BOX.top) },
  );
  return (
    <figure className={cx('figure')} aria-labelledby={titleId}>
      <figcaption id={titleId} className={cx('title', titled === 'none' && 'onlyRead')}>
        {title}
        <span className={cx('unit')}>（{unit}）</span>
      </figcaption>
      <svg role="img" aria-label={wordsOf(props)} viewBox={`0 0 ${BOX.width} ${BOX.height}`} className={cx('picture')}>
        <Scale top={top} />
        {stretchesOf(places).map((stretch) => (
          <polyline
            key={stretch[0]?.x}
            points={stretch.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
            className={cx('line')}
          />
        ))}
        <Months points={points} xOf={xOf} />
        <Marks points={points} places={places} xOf={xOf} />
      </svg>
    </figure>
  );
}
