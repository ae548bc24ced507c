// The closed list of ways in which an operation can refuse, and the envelope that carries them. A refusal is a value, never a rejection.
import { z } from 'zod';

export const ERROR_CODES = [
  // border
  'forbidden_sender',
  'unknown_operation',
  'invalid_input',
  'locked',
  'unexpected',
  // vault
  'register_missing',
  'register_exists',
  'wrong_passphrase',
  'weak_passphrase',
  'reauthentication_needed',
  'register_damaged',
  'key_slots_damaged',
  'older_key_slots',
  'too_many_tries',
  'wrong_recovery_code',
  'recovery_code_mistyped',
  'recovery_code_missing',
  'recovery_code_not_drawn',
  'recovery_code_not_confirmed',
  'own_slot',
  'newer_schema',
  // records
  'not_found',
  'already_ended',
  'not_ended',
  'unknown_code',
  'date_in_future',
  'date_before_birth',
  'date_out_of_order',
  'in_use',
  // retention
  'record_held',
  'term_not_over',
  'preview_outdated',
  // files
  'cancelled',
  'file_unreadable',
  'file_too_large',
  'file_not_a_ledger',
  'file_token_expired',
  'file_not_written',
  'disk_full',
  'paper_failed',
  'not_a_backup',
  'backup_damaged',
  'plan_outdated',
  'busy',
  // reports and papers
  'not_next_month',
  'month_not_over',
  'name_on_paper',
  'names_in_reason',
  'month_not_closed',
  'no_tables',
  'publication_outdated',
  'release_unfinished',
  'k_out_of_range',
  'no_package',
  'too_many_folders',
  'ward_not_safe',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** Why one field was refused; worded by the renderer (`messages.ts`). */
export const FIELD_PROBLEMS = [
  'required',
  'too_long',
  'too_short',
  'unreadable',
  'not_in_list',
  'in_future',
  'before_birth',
  'out_of_order',
  'not_a_number',
  'names_somebody',
] as const;

export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

export const failureSchema = z.object({
  code: z.enum(ERROR_CODES),
  /** Field name (dotted path) -> what is wrong with it. */
  fields: z.record(z.string(), z.enum(FIELD_PROBLEMS)).optional(),
  /** Number under which main's log holds the redacted detail of an unexpected error. */
  incident: z.string().optional(),
  /** For `disk_full`, where it was reckoned before the work: the bytes that it needs. */
  neededBytes: z.number().optional(),
});

export type Failure = z.infer<typeof failureSchema>;

export type Envelope<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };
