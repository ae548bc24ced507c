// The border of the 紛失時説明書: what the council must be able to say of this register after its machine was lost. Never a name of a person in it.
import { z } from 'zod';
import { fileTokenSchema } from '../model/ids.ts';
import { nothing } from './fields.ts';
import { query, task } from './operation.ts';

/** What kinds of data a register holds, in the order of the paper. */
export const HELD_KINDS = [
  'identity',
  'home',
  'care',
  'handbook',
  'consents',
  'contacts',
  'visits',
  'consultations',
  'supporters',
  'meetings',
] as const;

const count = z.number().int();
/** ISO 8601 UTC. */
const instant = z.string();
const deedSchema = z.object({ at: instant, actor: z.string() });

const keyHolderSchema = z.object({
  /** Whose slot; for a recovery code what the slot calls itself. */
  name: z.string(),
  kind: z.enum(['passphrase', 'recovery']),
  since: instant,
  /** Cost of one guess; `null` for a key that is random and needs none. */
  derivation: z.object({ memoryMib: count, iterations: count, parallelism: count }).nullable(),
});
export type KeyHolder = z.output<typeof keyHolderSchema>;

const lossReportSchema = z.object({
  registerName: z.string(),
  registerId: z.string(),
  appVersion: z.string(),
  /** When this was read from the register. */
  readAt: instant,
  /** The register came from a backup, made at `madeAt`: what it says of the machine before ends there. */
  restored: z.object({ at: instant, madeAt: instant, lastOpened: deedSchema.nullable() }).nullable(),
  lastOpened: deedSchema.nullable(),
  autoLockMinutes: count,
  keyHolders: z.array(keyHolderSchema),
  backups: z.object({ lastMadeAt: instant.nullable(), count, lastCopiedAt: instant.nullable() }),
  /** How many are registered, and how many of them are watched today. */
  people: z.object({ registered: count, watched: count }),
  /** Records of each kind; of `care` and `handbook` the people of whom one is noted. */
  held: z.array(z.object({ kind: z.enum(HELD_KINDS), count })),
});
export type LossReport = z.output<typeof lossReportSchema>;

export const lossContract = {
  report: query({ input: nothing, output: lossReportSchema }),
  /** Writes it as a PDF of one page where the user says. */
  printReport: task({ input: nothing, output: z.object({ file: fileTokenSchema, fileName: z.string() }) }),
} as const;
