// The header row of a data table: pressing a column's name sorts by it, pressing again turns the order round.
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { classesOf } from './class-names.ts';
import styles from './data-table.module.css';
import type { DataColumn, Sorting } from './data-table-column.ts';

const cx = classesOf(styles);

type HeadProps<Row> = {
  readonly columns: readonly DataColumn<Row>[];
  readonly sorting: Sorting | null;
  readonly onSortingChange: (sorting: Sorting) => void;
};

function next(columnId: string, sorting: Sorting | null): Sorting {
  const isAscending = sorting?.columnId === columnId && sorting.direction === 'ascending';
  return { columnId, direction: isAscending ? 'descending' : 'ascending' };
}

function SortMark({ direction }: { readonly direction: Sorting['direction'] | undefined }) {
  if (direction === 'ascending') return <ArrowUp aria-hidden className={cx('sortMark', 'sorted')} />;
  if (direction === 'descending') return <ArrowDown aria-hidden className={cx('sortMark', 'sorted')} />;
  return <ChevronsUpDown aria-hidden className={cx('sortMark')} />;
}

export function DataTableHead<Row>({ columns, sorting, onSortingChange }: HeadProps<Row>) {
  return (
    <tr aria-rowindex={1}>
      {columns.map((column) => {
        const direction = sorting?.columnId === column.id ? sorting.direction : undefined;
        return (
          <th
            key={column.id}
            scope="col"
            className={cx('headCell', column.align, column.isRowHeader && 'pinned')}
            {...(column.sortValue ? { 'aria-sort': direction ?? ('none' as const) } : {})}
          >
            {column.sortValue ? (
              <button
                type="button"
                className={cx('sortButton')}
                onClick={() => onSortingChange(next(column.id, sorting))}
              >
                <span>{column.header}</span>
                <SortMark direction={direction} />
              </button>
            ) : (
              <span className={cx('headText')}>{column.header}</span>
            )}
          </th>
        );
      })}
    </tr>
  );
}
