// The border of the settings: what the register is called, whose it is, how the screen looks.
import { z } from 'zod';
import { codeSchema } from '../model/code-lists.ts';
import { RETENTION_YEARS } from '../model/retention.ts';
import { line, nothing } from './fields.ts';
import { command, query } from './operation.ts';

export const settingsSchema = z.object({
  /** Name shown at the top of the window and on papers, for example 「西区 堀江地域 見守り台帳」. */
  registerName: line(60),
  /** 地域 this register looks after; empty means all. New entries start with the first. */
  districts: z.array(codeSchema).max(50),
  autoLockMinutes: z.number().int().min(3).max(30),
  /** How many years a record is kept after the end of the watch. */
  retentionYears: z.number().int().min(RETENTION_YEARS.least).max(RETENTION_YEARS.most),
  textSize: z.enum(['standard', 'large', 'xlarge']),
  dateStyle: z.enum(['era', 'western', 'both']),
  /** Which columns the register table shows; empty means the standard choice. */
  visibleColumns: z.array(z.string().max(40)).max(60),
});

export type Settings = z.infer<typeof settingsSchema>;

export const settingsContract = {
  get: query({ input: nothing, output: settingsSchema }),
  revise: command({ input: z.strictObject(settingsSchema.shape).partial(), output: settingsSchema, subject: null }),
} as const;
