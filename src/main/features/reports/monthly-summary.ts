// Puts a month together: reads the records, counts, protects, words. What leaves here may be published; nothing else of the counts may.

import type { z } from 'zod';
import type { Reader } from '#main/platform/database/reader-writer.ts';
import type { MonthlySummary, trendSchema } from '#shared/contract/reports.contract.ts';
import {
  addDays,
  addMonthsToMonth,
  type CalendarDate,
  type CalendarMonth,
  monthEnd,
  monthOf,
  monthStart,
} from '#shared/model/calendar-date.ts';
import type { CodeList } from '#shared/model/code-lists.ts';
import { listCodes } from '../codes/codes.queries.ts';
import { readSettings } from '../settings/settings.service.ts';
import {
  type ConsultationRecord,
  countConsultations,
  countEndedByReason,
  countFlow,
  countStock,
  countVisits,
  type Period,
  type VisitRecord,
  type WatchRecord,
} from './monthly-statistics.ts';
import { findFirstActivityDay, listConsultationsWithin, listVisitsWithin, listWatches } from './reports.queries.ts';
import { protectFlow, protectGroup, THRESHOLD } from './small-number-rule.ts';
import { layOutFlow, layOutTable, safeValue, type TableAxis, wordsOf } from './summary-tables.ts';

const periodOf = (month: CalendarMonth): Period => ({ from: monthStart(month), to: monthEnd(month) });

/** Codes in force, in order, and the labels of all. */
export interface CountingCodes {
  codesOf(list: CodeList): readonly string[];
  labelOf(list: CodeList): (code: string) => string;
}

export function readCountingCodes(reader: Reader): CountingCodes {
  const entries = Map.groupBy(listCodes(reader), ({ list }) => list);
  return {
    codesOf: (list) => (entries.get(list) ?? []).filter(({ isRetired }) => !isRetired).map(({ code }) => code),
    labelOf: (list) => {
      const labels = new Map((entries.get(list) ?? []).map(({ code, label }) => [code, label]));
      return (code) => labels.get(code) ?? code;
    },
  };
}

export interface CountedRecords {
  readonly watches: readonly WatchRecord[];
  readonly visits: readonly VisitRecord[];
  readonly consultations: readonly ConsultationRecord[];
}

export function readRecords(reader: Reader, period: Period): CountedRecords {
  return {
    watches: listWatches(reader),
    visits: listVisitsWithin(reader, period),
    consultations: listConsultationsWithin(reader, period),
  };
}

const VISIT_AXES = [
  ['method', 'method', 'visitMethod'],
  ['result', 'result', 'visitResult'],
  ['district', 'visitDistrict', 'district'],
] as const satisfies readonly (readonly [string, TableAxis, CodeList])[];

const CONSULTATION_AXES = [
  ['content', 'content', 'consultationContent'],
  ['field', 'field', 'consultationField'],
  ['district', 'consultationDistrict', 'district'],
] as const satisfies readonly (readonly [string, TableAxis, CodeList])[];

/** The protected counts of a period, before they are laid out. */
function protectPeriod({ watches, visits, consultations }: CountedRecords, period: Period, { codesOf }: CountingCodes) {
  const persons = protectFlow(
    {
      flow: countFlow(watches, period),
      endedByReason: countEndedByReason(watches, period, codesOf('endReason')),
      stockBefore: countStock(watches, addDays(period.from, -1), codesOf('district')),
      stockAfter: countStock(watches, period.to, codesOf('district')),
    },
    THRESHOLD,
  );
  const visited = VISIT_AXES.map(([axis, , list]) => countVisits(visits, period, axis, codesOf(list)));
  const consulted = CONSULTATION_AXES.map(([axis, , list]) =>
    countConsultations(consultations, period, axis, codesOf(list)),
  );
  return { persons, visits: protectGroup(visited, THRESHOLD), consultations: protectGroup(consulted, THRESHOLD) };
}

/** Whether the month is over on this day, so that its figures stay as they are. */
export const isMonthOver = (month: CalendarMonth, today: CalendarDate) => monthEnd(month) < today;

export function readMonthlySummary(reader: Reader, month: CalendarMonth, today: CalendarDate): MonthlySummary {
  const codes = readCountingCodes(reader);
  const period = periodOf(month);
  const { persons, visits, consultations } = protectPeriod(readRecords(reader, period), period, codes);
  const { labelOf } = codes;
  return {
    month,
    registerName: readSettings(reader).registerName,
    threshold: THRESHOLD,
    isProvisional: !isMonthOver(month, today),
    tables: [
      layOutFlow(persons),
      layOutTable(persons.endedByReason, wordsOf('reason', 'persons', labelOf('endReason'))),
      layOutTable(persons.stockAfter, wordsOf('stock', 'persons', labelOf('district'))),
      ...visits.flatMap((table, index) => {
        const [, words, list] = VISIT_AXES[index] ?? VISIT_AXES[0];
        return layOutTable(table, wordsOf(words, 'visits', labelOf(list)));
      }),
      ...consultations.flatMap((table, index) => {
        const [, words, list] = CONSULTATION_AXES[index] ?? CONSULTATION_AXES[0];
        return layOutTable(table, wordsOf(words, 'consultations', labelOf(list)));
      }),
    ],
  };
}

/** Ward totals of the twelve months that end with this one: exactly the totals that each month's own summary shows. */
export function readTrend(reader: Reader, lastMonth: CalendarMonth): z.input<typeof trendSchema> {
  const months = Array.from({ length: 12 }, (_, index) => addMonthsToMonth(lastMonth, index - 11));
  const codes = readCountingCodes(reader);
  const records = readRecords(reader, { from: monthStart(months[0] ?? lastMonth), to: monthEnd(lastMonth) });
  return months.map((month) => {
    const { persons, visits, consultations } = protectPeriod(records, periodOf(month), codes);
    return {
      month,
      watched: safeValue(persons.flow.end),
      visits: safeValue(visits[0]?.total?.events ?? null),
      visitedPersons: safeValue(visits[0]?.total?.persons ?? null),
      consultations: safeValue(consultations[0]?.total?.events ?? null),
    };
  });
}

/** This month and at least the thirteen before it, back to the first record; newest first. */
export function listSummaryMonths(reader: Reader, today: CalendarDate): CalendarMonth[] {
  const thisMonth = monthOf(today);
  const atLeast = addMonthsToMonth(thisMonth, -13);
  const first = findFirstActivityDay(reader);
  const earliest = first !== null && monthOf(first) < atLeast ? monthOf(first) : atLeast;
  const months: CalendarMonth[] = [];
  for (let month = thisMonth; month >= earliest; month = addMonthsToMonth(month, -1)) {
    months.push(month);
  }
  return months;
}
