// The shape of a report as people read it: sections, tables, cells. The same on screen, on paper and in the files.
import { z } from 'zod';
import { calendarDateSchema, calendarMonthSchema } from '../model/calendar-date.ts';

/** The one mark for every figure that may not be published. */
export const HIDDEN_MARK = '＊';

/** A figure that may be published, or the mark. */
export const safeValueSchema = z.union([z.number().int(), z.literal(HIDDEN_MARK)]);
export type SafeValue = z.output<typeof safeValueSchema>;

export const PROFILE_IDS = ['council', 'public'] as const;
export const profileIdSchema = z.enum(PROFILE_IDS);
export type ProfileId = z.output<typeof profileIdSchema>;

export const SPANS = ['month', 'quarter', 'yearToDate', 'year'] as const;
export const spanSchema = z.enum(SPANS);

const HIDDEN_REASONS = [
  'fewPersons',
  'dominance',
  'group',
  'difference',
  'secondary',
  'fewBehindHidden',
  'decoy',
] as const;

/** Only on the coordinator's own screen; never in a file, never on paper, `null` in whatever was published. */
const cellInsideSchema = z.object({
  value: z.number().int(),
  persons: z.number().int(),
  /** Why it is ＊; `null` where it is shown. */
  reason: z.enum(HIDDEN_REASONS).nullable(),
});

export const reportCellSchema = z.object({ shown: safeValueSchema, inside: cellInsideSchema.nullable() });
export type ReportCell = z.output<typeof reportCellSchema>;

export const reportTableSchema = z.object({
  /** Stable, for file and sheet names: `consultations_by_district_field.month`. */
  id: z.string(),
  title: z.string(),
  span: spanSchema,
  /** 「2026年9月」「2026年4月〜9月（累計）」 */
  spanTitle: z.string(),
  unit: z.string(),
  /** `plain`: nobody stands behind the figures. */
  mode: z.enum(['suppressed', 'rounded', 'plain']),
  /** Headings of the label columns: one, or two where the rows are a crossing themselves. */
  rowHeadings: z.array(z.string()),
  /** What the columns break down by (「分野」), or empty where they are measures. */
  columnHeading: z.string(),
  columns: z.array(z.object({ id: z.string(), label: z.string(), isTotal: z.boolean() })),
  rows: z.array(
    z.object({ id: z.string(), labels: z.array(z.string()), isTotal: z.boolean(), cells: z.array(reportCellSchema) }),
  ),
  notes: z.array(z.string()),
  hidden: z.number().int(),
  cells: z.number().int(),
});
export type ReportTable = z.output<typeof reportTableSchema>;

const reportSectionSchema = z.object({ id: z.string(), title: z.string(), tables: z.array(reportTableSchema) });

export const reportSchema = z.object({
  month: calendarMonthSchema,
  registerName: z.string(),
  profile: profileIdSchema,
  /** 「社会福祉協議会・区役所あて」 */
  profileTitle: z.string(),
  /** Fewest distinct persons behind a figure that is shown. */
  k: z.number().int(),
  sections: z.array(reportSectionSchema),
  /** Free text of the coordinator, checked for names. */
  remarks: z.string(),
  /** The audit's verdict in plain words, and what stands behind it. */
  verdict: z.object({
    sentence: z.string(),
    hidden: z.number().int(),
    cells: z.number().int(),
    /** Tables published before, all of which the audit knew. */
    earlierTables: z.number().int(),
    parametersHash: z.string(),
    certificateHash: z.string(),
    /** Publication id of the tidy files. */
    publication: z.string(),
    madeOn: calendarDateSchema,
  }),
  notes: z.array(z.string()),
});
export type Report = z.output<typeof reportSchema>;
