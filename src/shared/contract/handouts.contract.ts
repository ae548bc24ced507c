// The border of 持ち出しの記録: every file and every numbered copy that left the house, to whom and what for, and what became of it.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { handoutIdSchema } from '../model/ids.ts';
import { done, nothing, requiredLine } from './fields.ts';
import { command, query } from './operation.ts';

/** What can leave the house. A month's summary tells of nobody and need not come back. */
export const HANDOUT_KINDS = ['meeting_packet', 'month_summary', 'audit_trail', 'disclosure'] as const;
export type HandoutKind = (typeof HANDOUT_KINDS)[number];

/** What became of a copy: it came back, or it was shredded. */
export const HANDOUT_ENDS = ['returned', 'shredded'] as const;
export type HandoutEnd = (typeof HANDOUT_ENDS)[number];

/** Who receives it and what for. Stands in the ledger and in the audit row. */
export const handoutReasonSchema = z.strictObject({ recipient: requiredLine(100), purpose: requiredLine(200) });
export type HandoutReason = z.output<typeof handoutReasonSchema>;

export const handoutSchema = z.object({
  id: handoutIdSchema,
  kind: z.enum(HANDOUT_KINDS),
  /** Id of the meeting, the month, or the person; empty where there is none. */
  subjectId: z.string(),
  /** What it is, as it was called then: 「連絡会の資料 堀江 令和8年10月28日」. No name of a watched person. */
  title: z.string(),
  /** `null`: the copies of it are not numbered. */
  copyNumber: z.number().int().nullable(),
  recipient: z.string(),
  purpose: z.string(),
  /** Instant, ISO 8601 UTC. */
  issuedAt: z.string(),
  actor: z.string(),
  /** It has not come back, and should. */
  isOpen: z.boolean(),
  settledAs: z.enum(HANDOUT_ENDS).nullable(),
  settledOn: calendarDateSchema.nullable(),
});

export type Handout = z.output<typeof handoutSchema>;

const handoutIds = z.array(handoutIdSchema).min(1).max(500);

export const handoutsContract = {
  /** Open ones first, each part newest first. `subjectId`: only of one meeting, month or person. */
  list: query({
    input: z.strictObject({ subjectId: z.string().max(100).nullable() }),
    output: z.array(handoutSchema),
  }),
  /** Who received something before and what for, newest first, each once. */
  reasons: query({
    input: nothing,
    output: z.array(z.object({ kind: z.enum(HANDOUT_KINDS), recipient: z.string(), purpose: z.string() })),
  }),
  /**
   * Names of people in the register as they stand in what is typed: whole ones in `recipient`, a surname with さん too in `purpose`.
   * `isRefused`: what is of this kind does not leave with one; else it is her decision.
   */
  findNames: query({
    input: z.strictObject({ kind: z.enum(HANDOUT_KINDS), ...handoutReasonSchema.shape }),
    output: z.object({ recipient: z.array(z.string()), purpose: z.array(z.string()), isRefused: z.boolean() }),
  }),
  /** Refuses `not_found`, `date_in_future`, and `date_out_of_order` for a day before it left. */
  settle: command({
    input: z.strictObject({ handoutIds, as: z.enum(HANDOUT_ENDS), on: calendarDateSchema }),
    output: done,
    subject: null,
  }),
  /** Takes a mark back. Refuses `not_found`. */
  reopen: command({ input: z.strictObject({ handoutIds }), output: done, subject: null }),
} as const;
