// The border of the recovery screen and of the disk: what is the matter with the register, what can be done, how much room is left.
// Answers while the register is locked or gone; says nothing of who is in it.
import { z } from 'zod';
import { fileTokenSchema } from '../model/ids.ts';
import { backupSchema } from './backups.contract.ts';
import { done, nothing } from './fields.ts';
import { task } from './operation.ts';

/**
 * `damaged`: its file is not what was written. `slots_damaged`: the file with the wrapped key is not. `slots_older`: it is,
 * but older than the register, with passphrases that hold no more. `file_gone`: the key slots are
 * there, the database is not. `newer_schema`: a newer version of the app wrote it. `vanished`: it was here at the last start, and is
 * not. `found_elsewhere`: there was none here, but backups or a register lie in the usual places.
 */
export const CONDITIONS = [
  'fine',
  'damaged',
  'slots_damaged',
  'slots_older',
  'file_gone',
  'newer_schema',
  'vanished',
  'found_elsewhere',
] as const;
export type Condition = (typeof CONDITIONS)[number];

const foundBackupSchema = z.object({ backup: backupSchema, place: z.string() });
const foundRegisterSchema = z.object({
  file: fileTokenSchema,
  place: z.string(),
  coordinators: z.array(z.string()),
  /** Instant at which its file was last written. */
  changedAt: z.string(),
});

const recoveryStatusSchema = z.object({
  condition: z.enum(CONDITIONS),
  /** The damage showed while somebody worked; the register was shut for it. */
  isFoundAtWork: z.boolean(),
  /** At this start, a return to a backup that was cut off was carried through. */
  isSwapFinished: z.boolean(),
  /** Instant of the last unlock on this machine. */
  lastOpenedAt: z.string().nullable(),
  /** The newest backup of this register, on this machine, that this version can read. Verified when it is opened. */
  newest: backupSchema.nullable(),
  /** In the usual places, newest first; only when the register is not where it should be. */
  foundBackups: z.array(foundBackupSchema),
  foundRegisters: z.array(foundRegisterSchema),
});

export type RecoveryStatus = z.output<typeof recoveryStatusSchema>;

const diskSchema = z.object({
  /** `null`: the system does not say. */
  freeBytes: z.number().nullable(),
  isLow: z.boolean(),
  /** The unlock itself found no room in the trail: until it does, nothing is written. */
  isReadOnly: z.boolean(),
  /** Where the register lies; a copy that is carried elsewhere can overwrite it. */
  folder: z.enum(['local', 'cloud', 'network']),
});

export type DiskStatus = z.output<typeof diskSchema>;

export const recoveryContract = {
  /** Looks into the usual places when no register is here; call it again to look again. */
  status: task({ input: nothing, output: recoveryStatusSchema, whileLocked: true }),
  /** Asks for a folder and copies the register's files there, as they are; `null` when the dialog was closed. */
  saveCopy: task({
    input: nothing,
    output: z.object({ file: fileTokenSchema, folderName: z.string() }).nullable(),
    whileLocked: true,
  }),
  /** Brings a register that was found in a usual place back to where it belongs. Only where none is. */
  bringBack: task({ input: z.strictObject({ file: fileTokenSchema }), output: done, whileLocked: true }),
  /**
   * Puts the files aside under a dated name, so that a new register can be made. Refuses `register_exists` where nothing is the matter,
   * and `newer_schema`: that register is whole.
   */
  beginAnew: task({ input: nothing, output: done, whileLocked: true }),
  /** How the disk and the folder of the register are; writes what the trail is owed as soon as there is room. */
  disk: task({ input: nothing, output: diskSchema, whileLocked: true }),
} as const;
