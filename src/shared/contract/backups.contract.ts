// The border of the backups (控え): when the last one was made, make one, carry one away, look into one, go back to one.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { fileTokenSchema } from '../model/ids.ts';
import { done, nothing, passphrase, recoveryCode } from './fields.ts';
import { query, task } from './operation.ts';

/** Why a backup was made. */
export const BACKUP_REASONS = [
  'by_hand',
  'on_close',
  'before_import',
  'before_migration',
  'after_key_change',
  'after_erasure',
] as const;
export type BackupReason = (typeof BACKUP_REASONS)[number];

const count = z.number().int();
const countsSchema = z.object({ people: count, visits: count, consultations: count });

export type RegisterCounts = z.output<typeof countsSchema>;

export const backupSchema = z.object({
  file: fileTokenSchema,
  /** Instant, ISO 8601 UTC. */
  madeAt: z.string(),
  counts: countsSchema,
  reason: z.enum(BACKUP_REASONS),
  /** Size of the file. */
  bytes: count,
});

export type Backup = z.output<typeof backupSchema>;

const backupStatusSchema = z.object({
  /** Instant of the newest backup on this machine; `null` before the first. */
  lastMadeAt: z.string().nullable(),
  count,
  /** Whether the last attempt failed. */
  hasFailed: z.boolean(),
  /** Day of the last copy to a USB stick or another folder. */
  copiedOn: calendarDateSchema.nullable(),
  /** Former registers that a return to a backup has replaced, kept beside this one. */
  replaced: z.object({ count, bytes: count, oldestAt: z.string() }).nullable(),
  /** There are people in the register, and no copy was carried away for more than a week. */
  isCopyDue: z.boolean(),
});

const inspectionSchema = z.object({
  madeAt: z.string(),
  coordinators: z.array(z.string()),
  /** Whether a recovery code opens it too. */
  hasRecoveryCode: z.boolean(),
  counts: countsSchema,
  /** The register on this machine, where it could be read. */
  present: z.object({ counts: countsSchema, changesSince: count }).nullable(),
  /** There is a register on this machine, and it is another one than that of the backup. */
  isOtherRegister: z.boolean(),
});

export type Inspection = z.output<typeof inspectionSchema>;

/** A passphrase or the recovery code of the time of the backup. */
const opening = z.union([
  z.strictObject({ file: fileTokenSchema, passphrase }),
  z.strictObject({ file: fileTokenSchema, recoveryCode }),
]);

export const backupsContract = {
  status: query({ input: nothing, output: backupStatusSchema }),
  /** Backups on this machine, newest first. Nothing of them is verified yet. */
  list: task({ input: nothing, output: z.object({ backups: z.array(backupSchema) }), whileLocked: true }),
  /** Makes one now, unless nothing was written since the last. */
  make: task({ input: nothing, output: z.object({ isNew: z.boolean() }) }),
  /** Asks for a folder and writes a verified copy of the present register there; `null` when the dialog was closed. */
  copyTo: task({ input: nothing, output: z.object({ file: fileTokenSchema, fileName: z.string() }).nullable() }),
  /** Asks for a backup's file; `null` when the dialog was closed. Refuses `not_a_backup`, `backup_damaged`. */
  chooseFile: task({
    input: nothing,
    output: z.object({ backup: backupSchema, fileName: z.string() }).nullable(),
    whileLocked: true,
  }),
  /**
   * Verifies a backup whole and says what going back to it would mean. Changes nothing. The passphrase is the backup's.
   * Refuses `wrong_passphrase`, or for a code `recovery_code_mistyped`, `wrong_recovery_code`, `recovery_code_missing`; `too_many_tries`.
   */
  inspect: task({ input: opening, output: inspectionSchema, whileLocked: true }),
  /**
   * Puts the backup in the place of the register, which is kept aside; the register is locked afterwards. The passphrase is the
   * backup's, which need not be that of the open register: hence the question who is there.
   */
  restore: task({ input: opening, output: done, whileLocked: true, needsReauthentication: true }),
} as const;
