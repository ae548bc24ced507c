// A register table: sort, filter, column choice, virtual rows. The only file that knows @tanstack/react-table.
import {
  type ColumnDef,
  columnFilteringFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import styles from './data-table.module.css';
import { DataTableBody } from './data-table-body.tsx';
import {
  type ColumnFilters,
  compareSortValues,
  type DataColumn,
  passesFilter,
  type Sorting,
} from './data-table-column.ts';
import { DataTableHead } from './data-table-head.tsx';
import { DataTableToolbar } from './data-table-toolbar.tsx';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnFilteringFeature,
  filteredRowModel: createFilteredRowModel(),
  columnVisibilityFeature,
});

export type DataTableProps<Row extends object> = {
  /** Names the table for screen readers. */
  readonly label: string;
  /** Keep it stable between renders. */
  readonly rows: readonly Row[];
  /** Keep them at module scope or in a memo. */
  readonly columns: readonly DataColumn<Row>[];
  readonly rowId: (row: Row) => string;
  /** Click or Enter on a row. */
  readonly onOpenRow?: ((row: Row) => void) | undefined;
  readonly sorting?: Sorting | null | undefined;
  readonly onSortingChange?: ((sorting: Sorting | null) => void) | undefined;
  /** Column ids in sight; the order is that of `columns`. */
  readonly visibleColumns?: readonly string[] | undefined;
  readonly onVisibleColumnsChange?: ((ids: readonly string[]) => void) | undefined;
  readonly filters?: ColumnFilters | undefined;
  readonly onFiltersChange?: ((filters: ColumnFilters) => void) | undefined;
  /** All rows and shown rows, for example 「482人中 35人を表示」. */
  readonly countText?: ((shown: number, all: number) => string) | undefined;
  /** Rows before any search outside the table; defaults to `rows.length`. */
  readonly allCount?: number | undefined;
  /** Called with what is shown, in its order, for print and export. */
  readonly onShownRowsChange?: ((rows: readonly Row[]) => void) | undefined;
  readonly emptyState?: ReactNode;
  /** Buttons at the right of the toolbar: 印刷, 書き出し, 保存した表示. */
  readonly actions?: ReactNode;
  /** Search box and orders at the left of the toolbar. */
  readonly toolbarStart?: ReactNode;
  readonly isToolbarHidden?: boolean | undefined;
  /** `fill` takes the height that the page leaves; `content` grows with the rows (for short tables). */
  readonly height?: 'fill' | 'content' | undefined;
};

function useOwnOr<T>(
  given: T | undefined,
  onChange: ((value: T) => void) | undefined,
  initial: T,
): [T, (value: T) => void] {
  const [own, setOwn] = useState(initial);
  return [
    given === undefined ? own : given,
    (value) => {
      setOwn(value);
      onChange?.(value);
    },
  ];
}

/** Those of the asked columns that there are; `undefined` where none is left, because rows without any column show nobody. */
function knownOf<Row extends object>(
  columns: readonly DataColumn<Row>[],
  asked: readonly string[] | undefined,
): readonly string[] | undefined {
  const known = asked?.filter((id) => columns.some((column) => column.id === id)) ?? [];
  return known.length > 0 ? known : undefined;
}

/** The library's own notion of our columns. Missing values sort last whatever the direction. */
function toLibraryColumns<Row extends object>(columns: readonly DataColumn<Row>[]): ColumnDef<typeof features, Row>[] {
  return columns.map((column) => ({
    id: column.id,
    accessorFn: (row) => column.sortValue?.(row) ?? undefined,
    enableSorting: column.sortValue !== undefined,
    sortUndefined: 'last',
    sortFn: (a, b, id) => compareSortValues(a.getValue<string | number>(id), b.getValue<string | number>(id)),
    filterFn: (row, _id, chosen: readonly string[]) => passesFilter(column, row.original, chosen),
  }));
}

/** Tells the page what is shown, whenever that changes. */
function useShownRowsReport<Row>(rows: readonly Row[], report: ((rows: readonly Row[]) => void) | undefined): void {
  const latest = useRef(report);
  latest.current = report;
  useEffect(() => latest.current?.(rows), [rows]);
}

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, onOpenRow, emptyState, countText, height = 'fill' } = props;
  const defaultVisible = useMemo(
    () => columns.filter((column) => column.defaultVisible !== false).map((column) => column.id),
    [columns],
  );
  const [sorting, setSorting] = useOwnOr<Sorting | null>(props.sorting, props.onSortingChange, null);
  const given = useMemo(() => knownOf(columns, props.visibleColumns), [columns, props.visibleColumns]);
  const [visible, setVisible] = useOwnOr(given, props.onVisibleColumnsChange, defaultVisible);
  const [filters, setFilters] = useOwnOr<ColumnFilters>(props.filters, props.onFiltersChange, {});

  const libraryColumns = useMemo(() => toLibraryColumns(columns), [columns]);
  const state = useMemo(() => {
    const order: SortingState = sorting ? [{ id: sorting.columnId, desc: sorting.direction === 'descending' }] : [];
    return {
      sorting: order,
      columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, visible.includes(id)])),
      columnFilters: Object.entries(filters)
        .filter(([, chosen]) => chosen.length > 0)
        .map(([id, value]) => ({ id, value })),
    };
  }, [sorting, visible, filters, columns]);
  const table = useTable({ features, columns: libraryColumns, data: rows, getRowId: rowId, state });

  const model = table.getRowModel().rows;
  const shownRows = useMemo(() => model.map((row) => row.original), [model]);
  const shownColumns = columns.filter((column) => visible.includes(column.id));
  useShownRowsReport(shownRows, props.onShownRowsChange);

  return (
    <div className={styles[height]}>
      {!props.isToolbarHidden && (
        <DataTableToolbar
          columns={columns}
          rows={rows}
          visible={visible}
          onVisibleChange={setVisible}
          filters={filters}
          onFiltersChange={setFilters}
          countText={
            countText?.(shownRows.length, props.allCount ?? rows.length) ??
            `${rows.length}件中 ${shownRows.length}件を表示`
          }
          start={props.toolbarStart}
          actions={props.actions}
        />
      )}
      <DataTableBody
        label={label}
        rows={shownRows}
        columns={shownColumns}
        rowId={rowId}
        onOpenRow={onOpenRow}
        emptyState={emptyState}
        height={height}
        head={<DataTableHead columns={shownColumns} sorting={sorting} onSortingChange={setSorting} />}
      />
    </div>
  );
}
