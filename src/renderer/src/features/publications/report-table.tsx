// One table of a summary: ＊ as it is published, headings that stay in sight, cells that can be read one by one. Writes no inside figure
// into the page: what stands behind a cell is handed to whoever shows it, so that copying the table copies what is published.
import { type FocusEvent, type KeyboardEvent, type MouseEvent, memo, useLayoutEffect, useRef } from 'react';
import { classesOf } from '#renderer/ui/class-names.ts';
import type { ReportTable } from '#shared/contract/report-shape.ts';
import { HIDDEN_MARK } from '#shared/contract/report-shape.ts';
import { moveInCells, placeOf } from './cell-focus.ts';
import { type CellWords, figureWords, wordsOfCell } from './cell-words.ts';
import styles from './report-table.module.css';

const cx = classesOf(styles);

type Row = ReportTable['rows'][number];

/** With more columns their headings stand upright, so that a table of fourteen by fourteen fits beside its labels. */
const MOST_LYING_HEADS = 9;

/** Few columns leave room for a picture of the first, row by row. */
const MOST_NARROW = 2;

export const isNarrow = ({ columns, rowHeadings }: ReportTable): boolean =>
  columns.length <= MOST_NARROW && rowHeadings.length < 2;

/** Over rows of different kinds (前月末, 新規, 終了), which are no parts of one whole. */
const KINDS = '区分';

/** What a full bar stands for: the largest figure that is shown of one row. 0: there is nothing to draw. */
const fullBarOf = (table: ReportTable): number =>
  isNarrow(table) && table.rows.length > 1 && table.rowHeadings[0] !== KINDS
    ? Math.max(0, ...table.rows.filter(({ isTotal }) => !isTotal).map(({ cells }) => Number(cells[0]?.shown) || 0))
    : 0;

interface RowGroup {
  readonly id: string;
  /** Empty where the rows stand under one heading column alone. */
  readonly heading: string;
  readonly rows: readonly { readonly row: Row; readonly index: number }[];
}

/** Rows of a crossing of three, gathered under what their first labels say. */
function groupsOf({ rows, rowHeadings }: ReportTable): readonly RowGroup[] {
  const numbered = rows.map((row, index) => ({ row, index }));
  if (rowHeadings.length < 2) {
    return [{ id: 'all', heading: '', rows: numbered }];
  }
  const groups: { id: string; heading: string; rows: { row: Row; index: number }[] }[] = [];
  for (const entry of numbered) {
    const heading = entry.row.labels[0] ?? '';
    if (groups.at(-1)?.heading === heading) {
      groups.at(-1)?.rows.push(entry);
    } else {
      groups.push({ id: entry.row.id, heading, rows: [entry] });
    }
  }
  return groups;
}

const labelOf = ({ labels }: Row, isGrouped: boolean): string =>
  (isGrouped ? labels.slice(1) : labels).filter((label) => label !== '').join(' ') || '計';

interface RowsProps {
  readonly table: ReportTable;
  readonly group: RowGroup;
  readonly fullBar: number;
  readonly canBeRead: boolean;
}

function Cell({
  table,
  at,
  canBeRead,
}: {
  readonly table: ReportTable;
  readonly at: readonly [number, number];
  readonly canBeRead: boolean;
}) {
  const [row, column] = at;
  const cell = table.rows[row]?.cells[column];
  if (!cell) {
    return <td />;
  }
  const isTotal = table.columns[column]?.isTotal ?? false;
  return (
    <td
      className={cx('figure', cell.shown === HIDDEN_MARK && 'hidden', cell.shown === 0 && 'zero', isTotal && 'total')}
      {...(canBeRead ? { 'data-place': `${row} ${column}`, tabIndex: row === 0 && column === 0 ? 0 : -1 } : {})}
    >
      {figureWords(cell.shown)}
    </td>
  );
}

/** A picture beside the figure, which says it all. */
function BarCell({ row, fullBar }: { readonly row: Row; readonly fullBar: number }) {
  const shown = row.cells[0]?.shown;
  return (
    <td aria-hidden className={cx('barCell')}>
      {!row.isTotal && typeof shown === 'number' && (
        <span className={cx('bar')} style={{ width: `${(100 * shown) / fullBar}%` }} />
      )}
    </td>
  );
}

function Rows({ table, group, fullBar, canBeRead }: RowsProps) {
  const isGrouped = table.rowHeadings.length > 1;
  return (
    <tbody>
      {isGrouped && (
        <tr>
          <th scope="rowgroup" colSpan={table.columns.length + 1} className={cx('groupHead')}>
            <span className={cx('groupName')}>{group.heading}</span>
          </th>
        </tr>
      )}
      {group.rows.map(({ row, index }) => (
        <tr key={row.id} className={cx(row.isTotal && 'totalRow')}>
          <th scope="row" className={cx('rowHead', isGrouped && 'inGroup')}>
            {labelOf(row, isGrouped)}
          </th>
          {row.cells.map((_cell, column) => (
            <Cell key={table.columns[column]?.id} table={table} at={[index, column]} canBeRead={canBeRead} />
          ))}
          {fullBar > 0 && <BarCell row={row} fullBar={fullBar} />}
        </tr>
      ))}
    </tbody>
  );
}

interface ReportTableProps {
  readonly table: ReportTable;
  readonly k: number;
  /** Is told what stands behind the cell that is pointed at; `null`: nothing may be known of it. */
  readonly onRead: ((words: CellWords | null) => void) | null;
}

/** Mouse and keys lead to the same reading. */
function readingOf({ table, k, onRead }: ReportTableProps) {
  if (!onRead || !table.rows.some(({ cells }) => cells.some(({ inside }) => inside !== null))) {
    return null;
  }
  const read = (event: MouseEvent | FocusEvent) => {
    const place = placeOf(event.target);
    onRead(place && wordsOfCell(table, place.row, place.column, k));
  };
  return {
    onMouseOver: read,
    onMouseLeave: () => onRead(null),
    onFocus: read,
    onBlur: () => onRead(null),
    onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => moveInCells(event),
  };
}

export const ReportTableView = memo(function ReportTableView(props: ReportTableProps) {
  const { table } = props;
  const reading = readingOf(props);
  const isWide = table.columns.length > MOST_LYING_HEADS;
  const fullBar = fullBarOf(table);
  const head = useRef<HTMLTableSectionElement>(null);
  const corner = [table.rowHeadings.at(-1) ?? '', table.columnHeading].filter((each) => each !== '').join('＼');

  // The heading of a group stays in sight under the head, which is as high as its longest label.
  useLayoutEffect(() => {
    const { current } = head;
    current?.parentElement?.style.setProperty('--head-height', `${current.offsetHeight}px`);
  }, []);

  return (
    // What scrolls must be reachable by keys where no cell is.
    <div
      className={cx('frame')}
      {...(reading ? {} : { role: 'region', 'aria-label': `${table.title}（${table.spanTitle}）`, tabIndex: 0 })}
    >
      <table
        className={cx('table', isWide && 'wide', fullBar > 0 && 'withBars')}
        {...(reading ? { role: 'grid', ...reading } : {})}
        aria-label={`${table.title}（${table.spanTitle}）`}
      >
        <thead ref={head}>
          <tr>
            <th scope="col" className={cx('corner')}>
              {corner}
            </th>
            {table.columns.map(({ id, label, isTotal }) => (
              <th key={id} scope="col" className={cx('columnHead', isTotal && 'total')}>
                <span>{label}</span>
              </th>
            ))}
            {fullBar > 0 && <td aria-hidden className={cx('columnHead', 'barHead')} />}
          </tr>
        </thead>
        {groupsOf(table).map((group) => (
          <Rows key={group.id} table={table} group={group} fullBar={fullBar} canBeRead={reading !== null} />
        ))}
      </table>
    </div>
  );
});
