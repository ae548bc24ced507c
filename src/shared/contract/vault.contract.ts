// The border of the vault: create, unlock, lock, recover; who has a key, and the printed recovery code. The only operations that answer
// while the register is locked.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { slotIdSchema } from '../model/ids.ts';
import { done, nothing, passphrase, recoveryCode } from './fields.ts';
import { query, task } from './operation.ts';

const coordinator = z.string().trim().min(1).max(60);
/** Instant, ISO 8601 UTC. */
const instant = z.string();

const vaultStatusSchema = z.object({
  /** `missing`: no register on this machine yet. */
  state: z.enum(['missing', 'locked', 'unlocked']),
  /** Whose slots exist, in the order of creation. */
  coordinators: z.array(z.object({ slot: slotIdSchema, name: z.string() })),
  /** Who unlocked it; `null` while locked. */
  unlockedBy: z.string().nullable(),
  /** Whose slot was opened last since the app was started; `null` before the first unlock. */
  lastSlot: slotIdSchema.nullable(),
  /** Since when the present recovery code holds; `null`: there is none yet, and the screens ask for one until there is. */
  recoveryCodeSince: instant.nullable(),
  /** Until when no passphrase and no code is looked at, after too many wrong ones; `null`: try now. */
  waitUntil: instant.nullable(),
  /** Minutes without a keystroke after which the register locks itself. */
  autoLockMinutes: z.number().int(),
  appVersion: z.string(),
});

const pendingCodeSchema = z.object({
  /** Seven groups of four characters, as they stand on the paper. */
  groups: z.array(z.string()),
  /** Which two groups are to be retyped, counted from 0, in rising order. */
  asked: z.array(z.number().int()),
  drawnAt: instant,
});

const listedCoordinatorSchema = z.object({
  slot: slotIdSchema,
  name: z.string(),
  since: instant,
  /** Who is logged in. */
  isSelf: z.boolean(),
});

/** The passphrase of who is logged in, once more: what concerns the keys is not left to whoever sits down at an open screen. */
const ownPassphrase = passphrase;

export const vaultContract = {
  status: task({ input: nothing, output: vaultStatusSchema, whileLocked: true }),
  create: task({
    input: z.strictObject({ passphrase, coordinator }),
    output: vaultStatusSchema,
    whileLocked: true,
  }),
  /** `slot`: who says that it is them; `null`: whoever's passphrase it is. Refuses `wrong_passphrase`, `too_many_tries` ... */
  unlock: task({
    input: z.strictObject({ passphrase, slot: slotIdSchema.nullable().default(null) }),
    output: vaultStatusSchema,
    whileLocked: true,
  }),
  lock: task({ input: nothing, output: vaultStatusSchema, whileLocked: true }),
  /** Of who is logged in. */
  changePassphrase: task({
    input: z.strictObject({ current: passphrase, next: passphrase }),
    output: vaultStatusSchema,
  }),
  /**
   * A forgotten passphrase: the recovery code opens the register, and the coordinator of `slot` has a new passphrase from now on.
   * Refuses `recovery_code_mistyped` (before it costs a try), `wrong_recovery_code`, `recovery_code_missing`, `weak_passphrase`,
   * `too_many_tries`, `not_found` (no such slot).
   */
  recover: task({
    input: z.strictObject({ code: recoveryCode, slot: slotIdSchema, passphrase }),
    output: vaultStatusSchema,
    whileLocked: true,
  }),
  /** Draws a new code, which holds nothing yet. It is forgotten on lock. Refuses `wrong_passphrase`, `too_many_tries`. */
  drawRecoveryCode: task({ input: z.strictObject({ ownPassphrase }), output: pendingCodeSchema }),
  /** The code that was drawn and is not confirmed yet, for its paper; `null` when there is none. */
  pendingRecoveryCode: task({ input: nothing, output: pendingCodeSchema.nullable() }),
  /**
   * Opens the printer's dialog with the paper `/print/recovery-code`; no file is written. `isPrinted` false: the dialog was closed.
   * Refuses `recovery_code_not_drawn`, `paper_failed`.
   */
  printRecoveryCode: task({ input: nothing, output: z.object({ isPrinted: z.boolean() }) }),
  /**
   * The two groups that `asked` names, in that order, retyped from the paper. From now on the code holds, and a former one does not.
   * Refuses `recovery_code_not_confirmed` with the fields `groups.0`, `groups.1`; `recovery_code_not_drawn`.
   */
  confirmRecoveryCode: task({
    input: z.strictObject({ groups: z.array(z.string().max(20)).length(2) }),
    output: vaultStatusSchema,
  }),
  /** Oldest first. */
  coordinators: query({ input: nothing, output: z.object({ coordinators: z.array(listedCoordinatorSchema) }) }),
  /** Refuses `in_use` for a name that somebody has, `weak_passphrase`, `wrong_passphrase` (the own one). */
  addCoordinator: task({
    input: z.strictObject({ coordinator, passphrase, ownPassphrase }),
    output: vaultStatusSchema,
  }),
  renameCoordinator: task({
    input: z.strictObject({ slot: slotIdSchema, coordinator, ownPassphrase }),
    output: vaultStatusSchema,
  }),
  /**
   * Takes the slot away and changes the key of the register, so that the former passphrase and what it opened are of no use for what
   * is written from now on. The recovery code goes on holding. Refuses `own_slot`, `not_found`, `wrong_passphrase`, `disk_full`.
   */
  removeCoordinator: task({
    input: z.strictObject({ slot: slotIdSchema, ownPassphrase }),
    output: z.object({
      /** Backups on this machine that still open with a passphrase of who left. */
      backups: z.number().int(),
      /** About when the last of them is let go, with one backup a day from now on; `null` when there is none. */
      backupsUntil: calendarDateSchema.nullable(),
    }),
  }),
  /**
   * Checks the passphrase of whoever is logged in, and allows this one operation once within two minutes. Refuses
   * `wrong_passphrase`.
   */
  reauthenticate: task({ input: z.strictObject({ operation: z.string().min(1).max(100), passphrase }), output: done }),
  /** The renderer says that somebody is there; restarts the countdown to auto-lock. */
  noteActivity: task({ input: nothing, output: nothing, whileLocked: true }),
} as const;
