// The border of 月のしめ: what stands in the way of closing a month, and closing it. A closed month is never opened again.
import { z } from 'zod';
import { calendarDateSchema, calendarMonthSchema } from '../model/calendar-date.ts';
import { consultationIdSchema, personIdSchema } from '../model/ids.ts';
import { done, nothing } from './fields.ts';
import { command, query } from './operation.ts';

export const closedMonthSchema = z.object({
  month: calendarMonthSchema,
  closedOn: calendarDateSchema,
  closedBy: z.string(),
  visits: z.number().int(),
  consultations: z.number().int(),
  /** Records among them whose date lies in an earlier month. */
  lateEntries: z.number().int(),
});

/** What she looks through before. Nothing of it forbids closing. */
export const closingChecklistSchema = z.object({
  month: calendarMonthSchema,
  /** Under watch all month, due, and not looked in on in it. */
  notVisited: z.array(z.object({ personId: personIdSchema, name: z.string(), dueOn: calendarDateSchema.nullable() })),
  /** Forms that were begun and not saved. `key`: the draft's; `personId` where it is about one. */
  openDrafts: z.array(
    z.object({ key: z.string(), title: z.string(), savedAt: z.string(), personId: personIdSchema.nullable() }),
  ),
  /** Classified as その他 on both axes, or without somebody or somewhere they belong to. */
  unclassified: z.array(
    z.object({ consultationId: consultationIdSchema, consultedOn: calendarDateSchema, title: z.string() }),
  ),
  /** What will be counted. */
  visits: z.number().int(),
  consultations: z.number().int(),
  lateEntries: z.number().int(),
  persons: z.number().int(),
});

export const closingsContract = {
  /** `next`: the month that can be closed now, or comes next; `canClose` false while it is not over. `starts`: only before the first closing. */
  overview: query({
    input: nothing,
    output: z.object({
      closed: z.array(closedMonthSchema),
      next: calendarMonthSchema,
      canClose: z.boolean(),
      /** Months with which the statistics can begin, newest first; empty after the first closing. */
      starts: z.array(calendarMonthSchema),
    }),
  }),
  checklist: query({ input: z.strictObject({ month: calendarMonthSchema }), output: closingChecklistSchema }),
  /** Counts everything up to the end of the month that is not counted yet, for ever. */
  close: command({
    input: z.strictObject({ month: calendarMonthSchema }),
    output: done,
    subject: null,
  }),
} as const;
