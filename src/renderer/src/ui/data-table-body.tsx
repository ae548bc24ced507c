// The scrolling part of a data table: draws only the rows in sight, keeps the meaning of a native table.
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { classesOf } from './class-names.ts';
import { isComposing } from './composition.ts';
import styles from './data-table.module.css';
import type { DataColumn } from './data-table-column.ts';
import { useRemainingHeight } from './remaining-height.ts';

const cx = classesOf(styles);

type BodyProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  readonly onOpenRow: ((row: Row) => void) | undefined;
  readonly emptyState: ReactNode;
  readonly height: 'fill' | 'content';
  readonly head: ReactNode;
};

/** Up to here all rows are drawn: quick enough, and complete on paper. */
const DRAW_ALL_UP_TO = 100;
const WIDTH_WITHOUT_CHOICE_REM = 11;
const PAGE = 10;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function rowHeightPx(): number {
  return 2.875 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize || '16');
}

type Drawn = { readonly index: number };

/** Which rows to draw, and the room to leave above and below them. */
function useDrawnRows(count: number, scroll: RefObject<HTMLDivElement | null>) {
  const isVirtual = count > DRAW_ALL_UP_TO;
  const virtualizer = useVirtualizer({
    count: isVirtual ? count : 0,
    getScrollElement: () => scroll.current,
    estimateSize: rowHeightPx,
    overscan: 12,
  });
  if (!isVirtual) {
    const drawn: readonly Drawn[] = Array.from({ length: count }, (_, index) => ({ index }));
    return { drawn, above: 0, below: 0, measure: undefined, scrollTo: () => {} };
  }
  const items = virtualizer.getVirtualItems();
  return {
    drawn: items as readonly Drawn[],
    above: items[0]?.start ?? 0,
    below: virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
    scrollTo: (index: number) => virtualizer.scrollToIndex(index),
  };
}

function Room({ height, span }: { readonly height: number; readonly span: number }) {
  if (height <= 0) return null;
  return (
    <tbody aria-hidden>
      <tr>
        <td colSpan={span} className={cx('room')} style={{ height }} />
      </tr>
    </tbody>
  );
}

/** Moves the focus between rows with the arrow keys; the row may have to be drawn first. */
function useRowFocus(count: number, scrollTo: (index: number) => void) {
  const table = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState(0);
  const wanted = useRef<number | null>(null);

  useEffect(() => {
    if (wanted.current === null) return;
    const opener = table.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!opener) return;
    wanted.current = null;
    opener.focus();
    opener.closest('tr')?.scrollIntoView?.({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || isComposing(event) || count === 0) return;
    if (!(event.target instanceof HTMLElement) || event.target.dataset['row'] === undefined) return;
    event.preventDefault();
    const from = Number(event.target.dataset['row']);
    const to = Math.min(count - 1, Math.max(0, from + step));
    wanted.current = to;
    setActive(to);
    scrollTo(to);
  };
  return { table, active: Math.min(active, Math.max(0, count - 1)), setActive, onKeyDown };
}

/** A click on a row opens it, unless it ended a text selection or hit something that has its own deed. */
function isClickOnRow(event: MouseEvent): boolean {
  const isOwnDeed = event.target instanceof Element && event.target.closest('a, button, input, label') !== null;
  return !isOwnDeed && (window.getSelection()?.isCollapsed ?? true);
}

export function DataTableBody<Row>(props: BodyProps<Row>) {
  const { label, rows, columns, rowId, onOpenRow, emptyState, height, head } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const { drawn, above, below, measure, scrollTo } = useDrawnRows(rows.length, scroll);
  const { table, active, setActive, onKeyDown } = useRowFocus(rows.length, scrollTo);
  const maxHeight = useRemainingHeight(scroll, height === 'fill');
  const minWidth = columns.reduce((sum, column) => sum + (column.width ?? WIDTH_WITHOUT_CHOICE_REM), 0);
  const isActiveDrawn = drawn.some(({ index }) => index === active);

  const cells = (row: Row, index: number) =>
    columns.map((column) => {
      const className = cx('cell', column.align, column.isRowHeader && 'pinned');
      if (!column.isRowHeader) {
        return (
          <td key={column.id} className={className}>
            {column.cell(row)}
          </td>
        );
      }
      const isTabStop = index === active || (!isActiveDrawn && index === drawn[0]?.index);
      return (
        <th key={column.id} scope="row" className={className}>
          {onOpenRow ? (
            <button
              type="button"
              data-row={index}
              tabIndex={isTabStop ? 0 : -1}
              className={cx('opener')}
              onFocus={() => setActive(index)}
              onClick={() => onOpenRow(row)}
            >
              {column.cell(row)}
            </button>
          ) : (
            column.cell(row)
          )}
        </th>
      );
    });

  return (
    <section
      ref={scroll}
      aria-label={label}
      tabIndex={onOpenRow && rows.length > 0 ? -1 : 0}
      className={cx('scroll')}
      style={maxHeight ? ({ '--max-height': `${maxHeight}px` } as CSSProperties) : {}}
    >
      <table
        ref={table}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={cx('table')}
        style={{ minWidth: `${minWidth}rem` }}
        onKeyDown={onKeyDown}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={column.width ? { width: `${column.width}rem` } : {}} />
          ))}
        </colgroup>
        <thead className={cx('head')}>{head}</thead>
        <Room height={above} span={columns.length} />
        <tbody>
          {drawn.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <tr
                key={rowId(row)}
                ref={measure}
                data-index={index}
                aria-rowindex={index + 2}
                className={cx('row', onOpenRow && 'openable')}
                onClick={(event) => onOpenRow && isClickOnRow(event) && onOpenRow(row)}
              >
                {cells(row, index)}
              </tr>
            );
          })}
        </tbody>
        <Room height={below} span={columns.length} />
      </table>
      {rows.length === 0 && <div className={cx('empty')}>{emptyState ?? '表示するものがありません。'}</div>}
    </section>
  );
}
