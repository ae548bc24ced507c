// Lets every section count a month, and puts it together as the snapshot is kept. Reads only; the same for the checklist and for the closing.
import type { Source } from '#main/disclosure-control/publication-model.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import {
  addMonthsToMonth,
  asCalendarMonth,
  type CalendarMonth,
  monthEnd,
  monthStart,
} from '#shared/model/calendar-date.ts';
import { NOT_STATED } from '../statistics/counting-axes.ts';
import { readCountingCodes } from '../statistics/counting-codes.ts';
import type { ClosingReading, Counted, SectionSource } from '../statistics/section.ts';
import { SECTIONS } from '../statistics/section-list.ts';
import { findFirstClosedMonth, listCountedEvents } from './closings.queries.ts';
import { readSnapshots, type StoredRecord } from './snapshots.queries.ts';

interface Event {
  readonly kind: string;
  readonly recordId: string;
}

/** What a closing of the month would keep. */
export interface MonthCount {
  readonly sources: readonly { readonly source: Source; readonly records: readonly StoredRecord[] }[];
  readonly plain: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Every record that is thereby counted, once for each kind. */
  readonly events: readonly Event[];
}

const keyOf = ({ kind, recordId }: Event) => `${kind} ${recordId}`;

/** Which persons a stock of the month before holds; `null` where there is none. */
function stockBeforeOf(reader: Reader, month: CalendarMonth): ClosingReading['stockBefore'] {
  const [before] = readSnapshots(reader, [addMonthsToMonth(month, -1)]);
  return (source) => {
    const found = before?.sources.get(source);
    return found ? new Set(found.records.map(({ personId }) => personId)) : null;
  };
}

export function readingOf(reader: Reader, month: CalendarMonth): ClosingReading {
  const first = findFirstClosedMonth(reader);
  const counted = new Set(listCountedEvents(reader).map(keyOf));
  return {
    reader,
    month,
    lastDay: monthEnd(month),
    firstDay: monthStart(first === null ? month : asCalendarMonth(first)),
    codes: readCountingCodes(reader),
    isCounted: (kind, recordId) => counted.has(keyOf({ kind, recordId })),
    stockBefore: stockBeforeOf(reader, month),
  };
}

/** Values that are out of force or not looked after, and yet occur, are values of the source too; 記入なし stays last. */
function withOccurring({ id, kind, dimensions, structuralZeros }: SectionSource, counted: readonly Counted[]): Source {
  return {
    ...{ id, kind },
    dimensions: dimensions.map((dimension) => {
      const known = dimension.values.filter((value) => value !== NOT_STATED);
      const rest = dimension.values.filter((value) => value === NOT_STATED);
      const found = new Set(counted.map(({ values }) => values[dimension.id] ?? NOT_STATED));
      const others = [...found].filter((value) => !dimension.values.includes(value)).sort();
      return { ...dimension, values: [...known, ...others, ...rest] };
    }),
    ...(structuralZeros === undefined ? {} : { structuralZeros }),
  };
}

/** Events of one person with the same values fall together; sorted, so that the order of entry leaves no trace. */
function storedRecords({ dimensions }: Source, counted: readonly Counted[]): StoredRecord[] {
  const sums = new Map<string, number>();
  for (const { personId, values, count } of counted) {
    const key = JSON.stringify([personId, ...dimensions.map(({ id }) => values[id] ?? NOT_STATED)]);
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => {
      const [personId = '', ...values] = JSON.parse(key) as string[];
      return [personId, count, ...values];
    });
}

function plainOf(counts: readonly { table: string; code: string; count: number }[]): MonthCount['plain'] {
  const tables = Map.groupBy(counts, ({ table }) => table);
  const sumsOf = (rows: typeof counts) =>
    Object.fromEntries(
      [...Map.groupBy(rows, ({ code }) => code)].map(([code, same]) => [
        code,
        same.reduce((sum, { count }) => sum + count, 0),
      ]),
    );
  return Object.fromEntries([...tables].map(([table, rows]) => [table, sumsOf(rows)]));
}

export function countMonth(reading: ClosingReading): MonthCount {
  const parts = SECTIONS.map((section) => {
    const counted = Map.groupBy(section.collect(reading), ({ source }) => source);
    const sources = section.sources(reading.codes).map((described) => {
      const own = counted.get(described.id) ?? [];
      const source = withOccurring(described, own);
      return { source, records: storedRecords(source, own) };
    });
    const plain = section.collectPlain(reading);
    const events = [...[...counted.values()].flat(), ...plain].flatMap(({ event }) => event ?? []);
    return { sources, plain, events };
  });
  const events = new Map(parts.flatMap((part) => part.events).map((event) => [keyOf(event), event]));
  return {
    sources: parts.flatMap(({ sources }) => sources),
    plain: plainOf(parts.flatMap(({ plain }) => plain)),
    events: [...events.values()],
  };
}
