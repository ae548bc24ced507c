// The border of the import: a ledger is read, planned, looked at, and only then entered, in one transaction.
import { z } from 'zod';
import { fileTokenSchema, personIdSchema } from '../model/ids.ts';
import { LEDGER_FIELDS } from './ledger-field.ts';
import { task } from './operation.ts';

/** What was noticed about one value. `changed`: read and brought into our form; `doubtful`: entered, but please look; `kept_as_note`: could not be read, the text went to the note. */
const ISSUE_KINDS = ['changed', 'doubtful', 'kept_as_note', 'refused'] as const;

export const ISSUE_REASONS = [
  // brought into our form
  'date_notation',
  'digits_folded',
  'kana_widened',
  'leading_zero_restored',
  'area_code_added',
  'address_tidied',
  'building_split',
  'ditto_resolved',
  'code_label_matched',
  'honorific_dropped',
  'post_vacant',
  'looks_like_formula',
  // please look
  'ditto_contradicts_neighbours',
  'ditto_without_source',
  'no_such_code',
  'no_such_day',
  'outside_era',
  'date_in_future',
  'date_too_old',
  'date_unknown',
  'date_unreadable',
  'year_missing',
  'year_assumed',
  'date_before_birth',
  'date_without_status',
  'age_differs',
  'age_unreadable',
  'phone_unreadable',
  'postal_code_unreadable',
  'contact_unreadable',
  'second_value',
  'unreadable_character',
  'more_cells_than_columns',
  // not entered
  'too_long',
  'name_missing',
] as const;

export type IssueReason = (typeof ISSUE_REASONS)[number];

export const planIssueSchema = z.object({
  kind: z.enum(ISSUE_KINDS),
  reason: z.enum(ISSUE_REASONS),
  field: z.enum(LEDGER_FIELDS),
  /** The column's heading in the ledger. */
  heading: z.string(),
  /** What the ledger says, and what would be entered; empty when nothing would. */
  original: z.string(),
  taken: z.string(),
  /** A fuller sentence in Japanese where the reader of the value gives one. */
  detail: z.string(),
});

export type PlanIssue = z.output<typeof planIssueSchema>;

export const ROW_VERDICTS = ['new', 'duplicate', 'unchanged', 'refused', 'not_a_person'] as const;
export type RowVerdict = (typeof ROW_VERDICTS)[number];

export const ROW_DECISIONS = ['add', 'merge', 'skip'] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];

/** Why a row is not a person, was refused, or is to be looked at. */
export const ROW_REMARKS = ['none', 'blank', 'total', 'repeated_heading', 'no_name', 'too_long', 'ended'] as const;
export type RowRemark = (typeof ROW_REMARKS)[number];

const differenceSchema = z.object({
  label: z.string(),
  /** This row of the file. */
  here: z.string(),
  /** The register, or the earlier row. */
  there: z.string(),
  afterMerge: z.string(),
});

export type TwinDifference = z.output<typeof differenceSchema>;

export const planRowSchema = z.object({
  /** Row as Excel counts it: the first line of the sheet is 1. */
  row: z.number().int(),
  name: z.string(),
  kana: z.string(),
  /** Where the person lives; the beginning of the row when there is nobody to enter. */
  place: z.string(),
  verdict: z.enum(ROW_VERDICTS),
  remark: z.enum(ROW_REMARKS),
  issues: z.array(planIssueSchema),
  /** Side by side with whom it seems to be: somebody in the register, or an earlier row of this file. */
  twin: z
    .object({
      personId: personIdSchema.nullable(),
      row: z.number().int().nullable(),
      name: z.string(),
      differences: z.array(differenceSchema),
    })
    .nullable(),
  decision: z.enum(ROW_DECISIONS),
});

export type PlanRow = z.output<typeof planRowSchema>;

export const columnSchema = z.object({
  index: z.number().int(),
  heading: z.string(),
  field: z.enum(LEDGER_FIELDS),
  /** Where the field comes from: the heading's name, an earlier import, or nowhere (then it goes to the note). */
  source: z.enum(['name', 'remembered', 'none']),
  samples: z.array(z.string()),
});

export type LedgerColumn = z.output<typeof columnSchema>;

export const LEDGER_ENCODINGS = ['utf-8', 'utf-8-bom', 'cp932', 'utf-16le'] as const;

export const ledgerSchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  encoding: z.enum(LEDGER_ENCODINGS),
  headerRow: z.number().int(),
  /** What stands above the heading, title rows for example; it is not taken over. */
  aboveHeader: z.array(z.string()),
  /** Rows under the heading. */
  rowCount: z.number().int(),
  columns: z.array(columnSchema),
  /** The first ten rows under the header, as they are. */
  sample: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })),
});

export type Ledger = z.output<typeof ledgerSchema>;

const mapping = z.array(z.enum(LEDGER_FIELDS)).max(200);

export const importPlanSchema = z.object({
  file: fileTokenSchema,
  /** Every row under the heading, exactly once, in the order of the file. */
  rows: z.array(planRowSchema),
  counts: z.object({
    new: z.number().int(),
    duplicate: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    notAPerson: z.number().int(),
    /** Values to look at: `doubtful` or `kept_as_note`, in rows that would be entered. */
    doubtful: z.number().int(),
    /** People whose watch would begin today because the ledger names no day. */
    withoutStart: z.number().int(),
  }),
});

export type ImportPlan = z.output<typeof importPlanSchema>;

export const transferContract = {
  /** Lets the user choose a CSV and reads its heading; `null` when the dialog was closed. */
  openLedger: task({ input: z.strictObject({}), output: ledgerSchema.nullable() }),
  /** What an import would do. Writes nothing. */
  planImport: task({ input: z.strictObject({ file: fileTokenSchema, mapping }), output: importPlanSchema }),
  /**
   * Does what was planned last for this file, all or nothing. Rows without a decision keep the one proposed by the plan.
   * Refuses `plan_outdated` when file, mapping or register are no longer those of that plan.
   */
  applyImport: task({
    input: z.strictObject({
      file: fileTokenSchema,
      mapping,
      decisions: z.array(z.strictObject({ row: z.number().int().min(1), decision: z.enum(ROW_DECISIONS) })).max(20_000),
    }),
    output: z.object({
      added: z.number().int(),
      merged: z.number().int(),
      skipped: z.number().int(),
      /** Of the added, those whose watch begins today because the ledger names no day. */
      startedToday: z.number().int(),
    }),
  }),
} as const;
