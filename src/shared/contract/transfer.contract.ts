// The border of the import: a ledger is read, planned, looked at, and only then entered, in one transaction.
import { z } from 'zod';
import { fileTokenSchema, personIdSchema } from '../model/ids.ts';
import { task } from './operation.ts';

/** What a column of a ledger can hold. `note`: no field of ours, kept in the person's note with its heading. */
export const LEDGER_FIELDS = [
  'note',
  'district',
  'neighbourhood',
  'name',
  'kana',
  'sex',
  'birthOn',
  'age',
  'postalCode',
  'address',
  'building',
  'room',
  'phone',
  'mobile',
  'household',
  'careLevel',
  'handbooks',
  'dementiaLevel',
  'eligibility',
  'consentStatus',
  'consentOn',
  'contact',
  'contactPhone',
  'volunteer',
  'commissioner',
  'watchType',
  'frequency',
  'watchStartedOn',
  'lastSeenOn',
  'remarks',
] as const;

export type LedgerField = (typeof LEDGER_FIELDS)[number];

/** What was noticed about one value. `changed`: read and brought into our form; `doubtful`: entered, but please look; `kept_as_note`: could not be read, the text went to the note. */
export const ISSUE_KINDS = ['changed', 'doubtful', 'kept_as_note', 'refused'] as const;

export const ISSUE_REASONS = [
  'era_date',
  'digits_folded',
  'leading_zero_restored',
  'area_code_added',
  'ditto_resolved',
  'ditto_contradicts_neighbours',
  'code_label_matched',
  'no_such_code',
  'no_such_day',
  'outside_era',
  'date_in_future',
  'date_too_old',
  'date_unknown',
  'date_unreadable',
  'year_missing',
  'year_assumed',
  'age_differs',
  'phone_unreadable',
  'postal_code_unreadable',
  'looks_like_formula',
  'too_long',
  'name_missing',
  'more_cells_than_columns',
  'date_without_status',
] as const;

export const planIssueSchema = z.object({
  kind: z.enum(ISSUE_KINDS),
  reason: z.enum(ISSUE_REASONS),
  field: z.enum(LEDGER_FIELDS),
  /** What the ledger says, and what would be entered; empty when nothing would. */
  original: z.string(),
  taken: z.string(),
  /** A fuller sentence in Japanese where the reader of the value gives one. */
  detail: z.string(),
});

export type PlanIssue = z.output<typeof planIssueSchema>;

export const ROW_VERDICTS = ['new', 'duplicate', 'unchanged', 'refused', 'not_a_person'] as const;
export const ROW_DECISIONS = ['add', 'merge', 'skip'] as const;
export type RowDecision = (typeof ROW_DECISIONS)[number];

export const planRowSchema = z.object({
  /** Row as Excel counts it: the first line of the sheet is 1. */
  row: z.number().int(),
  name: z.string(),
  kana: z.string(),
  place: z.string(),
  verdict: z.enum(ROW_VERDICTS),
  /** Why a row is not a person or was refused: 「空の行」「合計の行」... */
  remark: z.string(),
  issues: z.array(planIssueSchema),
  /** Side by side with whom it seems to be: somebody in the register, or an earlier row of this file. */
  twin: z
    .object({
      personId: personIdSchema.nullable(),
      row: z.number().int().nullable(),
      name: z.string(),
      differences: z.array(
        z.object({ label: z.string(), here: z.string(), there: z.string(), afterMerge: z.string() }),
      ),
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

export const ledgerSchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  encoding: z.enum(['utf-8', 'utf-8-bom', 'cp932', 'utf-16le']),
  headerRow: z.number().int(),
  rowCount: z.number().int(),
  columns: z.array(columnSchema),
  /** The first ten rows under the header, as they are. */
  sample: z.array(z.array(z.string())),
});

export type Ledger = z.output<typeof ledgerSchema>;

const mapping = z.array(z.enum(LEDGER_FIELDS)).max(200);

export const importPlanSchema = z.object({
  file: fileTokenSchema,
  rows: z.array(planRowSchema),
  counts: z.object({
    new: z.number().int(),
    duplicate: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    notAPerson: z.number().int(),
    doubtful: z.number().int(),
  }),
});

export type ImportPlan = z.output<typeof importPlanSchema>;

export const transferContract = {
  /** Lets the user choose a CSV and reads its heading; `null` when the dialog was closed. */
  openLedger: task({ input: z.strictObject({}), output: ledgerSchema.nullable() }),
  /** What an import would do. Writes nothing. */
  planImport: task({ input: z.strictObject({ file: fileTokenSchema, mapping }), output: importPlanSchema }),
  /** Does what was planned, all or nothing. Rows without a decision keep the one proposed by the plan. */
  applyImport: task({
    input: z.strictObject({
      file: fileTokenSchema,
      mapping,
      decisions: z.array(z.strictObject({ row: z.number().int().min(1), decision: z.enum(ROW_DECISIONS) })).max(20_000),
    }),
    output: z.object({ added: z.number().int(), merged: z.number().int(), skipped: z.number().int() }),
  }),
} as const;
