// What a table column is to the rest of the app. Knows nothing of the library that sorts and filters.
import type { ReactNode } from 'react';

/** Values that tables sort by; null and undefined come last in both directions. */
export type SortValue = string | number | null | undefined;

export type DataColumn<Row> = {
  readonly id: string;
  /** Also the column's name in the column menu. */
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Makes the column sortable. Give フリガナ for names, YYYY-MM-DD for dates. */
  readonly sortValue?: ((row: Row) => SortValue) | undefined;
  /** Offers a filter: `choice` a list of the values that occur, `text` a box. Needs `filterValue`. */
  readonly filter?: 'text' | 'choice' | undefined;
  /** What the filter compares and, for `choice`, shows. */
  readonly filterValue?: ((row: Row) => string) | undefined;
  /** The order of choices; without it they stand in 五十音 order. */
  readonly filterOrder?: readonly string[] | undefined;
  /** The cell that names the row. One column has it. */
  readonly isRowHeader?: boolean | undefined;
  /** In rem; without it the column shares what is left. */
  readonly width?: number | undefined;
  /** False keeps the column hidden until it is chosen. */
  readonly defaultVisible?: boolean | undefined;
  readonly align?: 'start' | 'end' | 'center' | undefined;
};

export type Sorting = { readonly columnId: string; readonly direction: 'ascending' | 'descending' };

/** Chosen values by column id. A text filter holds one entry. */
export type ColumnFilters = Readonly<Record<string, readonly string[]>>;

const collator = new Intl.Collator('ja', { numeric: true });

/** Ascending; what is missing is left to the caller. */
export function compareSortValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

/** The values of a `choice` filter that occur in the rows, each once, in their order. */
export function choicesOf<Row>(column: DataColumn<Row>, rows: readonly Row[]): readonly string[] {
  const value = column.filterValue;
  if (!value) return [];
  const found = [...new Set(rows.map(value))];
  const order = column.filterOrder;
  if (!order) return found.sort(compareSortValues);
  const place = (label: string) => (order.includes(label) ? order.indexOf(label) : order.length);
  return found.sort((a, b) => place(a) - place(b) || compareSortValues(a, b));
}

/** Whether a row passes one column's filter. */
export function passesFilter<Row>(column: DataColumn<Row>, row: Row, chosen: readonly string[]): boolean {
  const value = column.filterValue?.(row) ?? '';
  if (chosen.length === 0) return true;
  if (column.filter === 'choice') return chosen.includes(value);
  return value.normalize('NFKC').includes((chosen[0] ?? '').normalize('NFKC'));
}
