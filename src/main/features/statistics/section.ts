// What a section of the summary is: what it counts, how a month's records become counts, and which tables can be made of them. Types alone.
import type { CountRecord, Measure, Source } from '#main/disclosure-control/publication-model.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { CalendarDate, CalendarMonth } from '#shared/model/calendar-date.ts';
import type { CountingCodes } from './counting-codes.ts';

/** What a section hands to a closing: a count, and the record that is thereby counted once and never again (`null` in a stock). */
export interface Counted extends Omit<CountRecord, 'month'> {
  readonly event: { readonly kind: string; readonly recordId: string } | null;
}

/** A figure behind which nobody stands, such as meetings held: shown as it is, never protected. */
export interface PlainCount {
  readonly table: string;
  readonly code: string;
  readonly count: number;
  readonly event: { readonly kind: string; readonly recordId: string } | null;
}

/** What a section may read when a month is closed. */
export interface ClosingReading {
  readonly reader: Reader;
  readonly month: CalendarMonth;
  readonly lastDay: CalendarDate;
  /** First day of the first month that was ever closed: what happened before is never counted. */
  readonly firstDay: CalendarDate;
  readonly codes: CountingCodes;
  /** Whether an earlier closing has counted this record as an event of this kind. */
  readonly isCounted: (kind: string, recordId: string) => boolean;
  /** Ids of the persons in a stock at the end of the month before; `null` at the first closing. */
  readonly stockBefore: (source: string) => ReadonlySet<string> | null;
}

/** A source of the library with the words that people read. */
export interface SectionSource extends Source {
  readonly title: string;
  readonly unit: '件' | '人' | '回';
  readonly dimensionTitles: Readonly<Record<string, string>>;
  /** Label of a value, by dimension. */
  readonly labelOf: (dimension: string, value: string) => string;
}

/** Months that a table sums: the month itself, the quarter or year that ends with it, or the year (from April) up to it. */
export type Span = 'month' | 'quarter' | 'yearToDate' | 'year';

/** Values that can be shown as one, offered as a coarser form of a table. Values are codes of the dimension. */
export interface Grouping {
  readonly id: string;
  readonly title: string;
  readonly dimension: string;
  readonly groups: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** A table that can be published. 延べ and 実人数 of one crossing are two tables to the library and one to the reader. */
export interface TableDesign {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly measures: readonly Measure[];
  readonly dimensions: readonly string[];
  readonly spans: readonly Span[];
  /** Spans in which it belongs to the pack that is offered first; of a stock also those at whose end it does (`quarter`). */
  readonly usualSpans: readonly Span[];
  readonly groupings: readonly Grouping[];
  readonly notes: readonly string[];
}

/**
 * What everybody knows: the sums on both sides are equal, whatever the records say. `months`: 0 the month, -1 the month before.
 * Parts without a dimension in `where` are summed over it.
 */
export interface SectionRelation {
  readonly id: string;
  readonly parts: readonly {
    readonly coef: 1 | -1;
    readonly source: string;
    readonly measure: Measure;
    readonly monthsBack: 0 | 1;
    readonly where: Readonly<Record<string, string>>;
  }[];
}

export interface PlainTable {
  readonly id: string;
  readonly title: string;
  readonly rowHeading: string;
  readonly unit: '件' | '回';
  /** Code lists in force, in order, with labels. */
  readonly rows: (codes: CountingCodes) => readonly { readonly code: string; readonly label: string }[];
  /** Label of a code, also of one that a month before has and `rows` no longer. */
  readonly labelOf: (codes: CountingCodes) => (code: string) => string;
}

/** One part of the summary. A new one is a new file in `sections/` and its line in `section-list.ts`. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly sources: (codes: CountingCodes) => readonly SectionSource[];
  readonly collect: (reading: ClosingReading) => readonly Counted[];
  readonly tables: readonly TableDesign[];
  /** The relations between sources of a month, given the codes in force. */
  readonly relations: (codes: CountingCodes) => readonly SectionRelation[];
  readonly plainTables: readonly PlainTable[];
  readonly collectPlain: (reading: ClosingReading) => readonly PlainCount[];
}
