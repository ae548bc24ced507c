// The border of the monthly summary. Only protected figures cross it: a hidden cell is hidden on this side too.
import { z } from 'zod';
import { calendarMonthSchema } from '../model/calendar-date.ts';
import { fileTokenSchema } from '../model/ids.ts';
import { nothing } from './fields.ts';
import { handoutReasonSchema } from './handouts.contract.ts';
import { query, task } from './operation.ts';

/** The one mark for every figure that may not be published. */
export const HIDDEN_MARK = '＊';

/** A figure that may be published, or the mark. */
export const safeValueSchema = z.union([z.number().int(), z.literal(HIDDEN_MARK)]);
export type SafeValue = z.output<typeof safeValueSchema>;

export const summaryTableSchema = z.object({
  /** Stable, for file and sheet names: `persons_flow`, `visits_by_method` ... */
  id: z.string(),
  title: z.string(),
  /** What the rows are: 「方法」「地域」. */
  rowHeading: z.string(),
  /** What the figures are: 「延べ（件）」「実人数（人）」. */
  columns: z.array(z.string()),
  rows: z.array(z.object({ code: z.string(), label: z.string(), values: z.array(safeValueSchema) })),
  /** 計; `null` where adding up has no meaning. */
  total: z.array(safeValueSchema).nullable(),
  note: z.string(),
});

export type SummaryTable = z.output<typeof summaryTableSchema>;

export const monthlySummarySchema = z.object({
  month: calendarMonthSchema,
  registerName: z.string(),
  /** Fewest distinct persons behind a figure that is shown. */
  threshold: z.number().int(),
  /** The month is not over: the figures will change, and cannot be exported. */
  isProvisional: z.boolean(),
  tables: z.array(summaryTableSchema),
});

export type MonthlySummary = z.output<typeof monthlySummarySchema>;

/** Ward totals of the last months, for the trend; the same protection as the tables. */
export const trendSchema = z.array(
  z.object({
    month: calendarMonthSchema,
    watched: safeValueSchema,
    visits: safeValueSchema,
    visitedPersons: safeValueSchema,
    consultations: safeValueSchema,
  }),
);

export const reportsContract = {
  /** This month and at least the thirteen before it, back to the first record; newest first. */
  months: query({ input: nothing, output: z.array(calendarMonthSchema) }),
  monthly: query({ input: z.strictObject({ month: calendarMonthSchema }), output: monthlySummarySchema }),
  /** The twelve months that end with this one, oldest first. */
  trend: query({ input: z.strictObject({ month: calendarMonthSchema }), output: trendSchema }),
  /** Writes XLSX, CSV and PDF of the month into a folder that the user chooses. */
  exportMonth: task({
    needsReauthentication: true,
    input: z.strictObject({ month: calendarMonthSchema, handout: handoutReasonSchema }),
    output: z.object({ folder: fileTokenSchema, folderName: z.string(), files: z.array(z.string()) }),
  }),
} as const;
