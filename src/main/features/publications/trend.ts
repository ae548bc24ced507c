// The published totals of the last months: figures that left the house already. Never counts a record.
import type { z } from 'zod';
import type { Selection } from '#main/disclosure-control/publication-model.ts';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { publicationsContract } from '#shared/contract/publications.contract.ts';
import { HIDDEN_MARK, type SafeValue } from '#shared/contract/report-shape.ts';
import { addMonthsToMonth, type CalendarMonth } from '#shared/model/calendar-date.ts';
import { type Figures, publishedFigure, readFigures } from './figures.ts';
import { listFigures } from './publications.queries.ts';

type Trend = z.input<typeof publicationsContract.trend.output>;

const MONTHS = 12;

export const readAllFigures = (reader: Reader): readonly Figures[] =>
  listFigures(reader).map(({ figures }) => readFigures(figures));

/** As it was published; `null`: never. */
export function safeFigure(all: readonly Figures[], selection: Selection): SafeValue | null {
  const figure = publishedFigure(all, selection);
  return figure === undefined ? null : (figure ?? HIDDEN_MARK);
}

export function readTrend(reader: Reader, lastMonth: CalendarMonth): Trend {
  const all = readAllFigures(reader);
  const total = (source: string, measure: Selection['measure'], month: CalendarMonth) =>
    safeFigure(all, { source, measure, months: [month], where: {} });
  return Array.from({ length: MONTHS }, (_each, index) => {
    const month = addMonthsToMonth(lastMonth, index + 1 - MONTHS);
    return {
      month,
      watched: total('watched', 'stock', month),
      visits: total('visits', 'events', month),
      visitedPersons: total('visits', 'persons', month),
      consultations: total('consultations', 'events', month),
    };
  });
}
