// Shapes that several features share: limited texts, codes, dates. Limits protect the register from a runaway paste.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';

/** As typed; main folds it. */
export const passphrase = z.string().min(1).max(400);
/** As typed or pasted, with or without hyphens (`model/recovery-code.ts` reads it). */
export const recoveryCode = z.string().min(1).max(200);

/** A line: trimmed, no line breaks kept, at most `max` characters. Empty is allowed. */
export const line = (max = 200) =>
  z
    .string()
    .max(max)
    .transform((text) => text.replace(/\s*[\r\n]+\s*/gu, ' ').trim());

/** A line that must say something. */
export const requiredLine = (max = 200) => line(max).refine((text) => text.length > 0, { error: 'required' });

/** A longer text with line breaks, kept exactly as typed. */
export const prose = (max = 20_000) => z.string().max(max);

/** A stable code of one of the editable code tables, or none; whether it is in force is checked by the service. */
export const optionalCode = codeSchema.nullable();
export const optionalDate = calendarDateSchema.nullable();
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u);
export const nothing = z.strictObject({});
export const done = z.strictObject({});
