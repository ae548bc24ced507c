// The border of the vault: create, unlock, lock. The only operations that answer while the register is locked.
import { z } from 'zod';
import { done, nothing } from './fields.ts';
import { task } from './operation.ts';

const passphrase = z.string().min(1).max(400);
const coordinator = z.string().trim().min(1).max(60);

const vaultStatusSchema = z.object({
  /** `missing`: no register on this machine yet. */
  state: z.enum(['missing', 'locked', 'unlocked']),
  /** Whose slots exist, in the order of creation. */
  coordinators: z.array(z.string()),
  /** Who unlocked it; `null` while locked. */
  unlockedBy: z.string().nullable(),
  /** Minutes without a keystroke after which the register locks itself. */
  autoLockMinutes: z.number().int(),
  appVersion: z.string(),
});

export const vaultContract = {
  status: task({ input: nothing, output: vaultStatusSchema, whileLocked: true }),
  create: task({
    input: z.strictObject({ passphrase, coordinator }),
    output: vaultStatusSchema,
    whileLocked: true,
  }),
  unlock: task({ input: z.strictObject({ passphrase }), output: vaultStatusSchema, whileLocked: true }),
  lock: task({ input: nothing, output: vaultStatusSchema, whileLocked: true }),
  changePassphrase: task({
    input: z.strictObject({ current: passphrase, next: passphrase }),
    output: vaultStatusSchema,
  }),
  /**
   * Checks the passphrase of whoever is logged in, and allows this one operation once within two minutes. Refuses
   * `wrong_passphrase`.
   */
  reauthenticate: task({ input: z.strictObject({ operation: z.string().min(1).max(100), passphrase }), output: done }),
  /** The renderer says that somebody is there; restarts the countdown to auto-lock. */
  noteActivity: task({ input: nothing, output: nothing, whileLocked: true }),
} as const;
