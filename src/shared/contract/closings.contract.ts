// The border of 月のしめ: what stands in the way of closing a month, and closing it. A closed month is never opened again.
import { z } from 'zod';
import { calendarDateSchema, calendarMonthSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { consultationIdSchema, personIdSchema } from '../model/ids.ts';
import { listedDraftSchema } from './drafts.contract.ts';
import { done, nothing } from './fields.ts';
import { command, query } from './operation.ts';

const closedMonthSchema = z.object({
  month: calendarMonthSchema,
  closedOn: calendarDateSchema,
  closedBy: z.string(),
  visits: z.number().int(),
  consultations: z.number().int(),
  /** Records among them whose date lies in an earlier month. */
  lateEntries: z.number().int(),
});

/** What she looks through before. Nothing of it forbids closing. */
const closingChecklistSchema = z.object({
  month: calendarMonthSchema,
  /** Under watch all month, due by its end, and without a visit in it, whatever came of it. In 五十音 order. */
  notVisited: z.array(z.object({ personId: personIdSchema, name: z.string(), dueOn: calendarDateSchema })),
  /** Forms that were begun and not saved. */
  openDrafts: z.array(listedDraftSchema),
  /** その他 on both axes (`both_other`), or about nobody in the register and without a 地域 (`nowhere`). */
  unclassified: z.array(
    z.object({
      consultationId: consultationIdSchema,
      consultedOn: calendarDateSchema,
      personName: z.string().nullable(),
      content: codeSchema,
      why: z.enum(['both_other', 'nowhere']),
    }),
  ),
  /** What will be counted; `persons`: under watch on the last day of the month. */
  visits: z.number().int(),
  consultations: z.number().int(),
  lateEntries: z.number().int(),
  persons: z.number().int(),
});

export const closingsContract = {
  /**
   * Newest first. `next`: the month that can be closed now, or comes next; `canClose` false while it is not over. `starts`: the months with
   * which the statistics can begin, newest first, `next` being the one that is proposed; empty after the first closing, and while
   * there is no record of a month that is over.
   */
  overview: query({
    input: nothing,
    output: z.object({
      closed: z.array(closedMonthSchema),
      next: calendarMonthSchema,
      canClose: z.boolean(),
      starts: z.array(calendarMonthSchema),
    }),
  }),
  /** @throws Refusal `not_next_month` */
  checklist: query({ input: z.strictObject({ month: calendarMonthSchema }), output: closingChecklistSchema }),
  /** Counts everything up to the end of the month that is not counted yet, for ever. @throws Refusal `month_not_over`, `not_next_month` */
  close: command({
    input: z.strictObject({ month: calendarMonthSchema }),
    output: done,
    subject: null,
  }),
} as const;
