// The border of the visits: every contact with a person, whoever made it and whatever came of it.
import { z } from 'zod';
import { calendarDateSchema, calendarMonthSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { personIdSchema, supporterIdSchema, visitIdSchema } from '../model/ids.ts';
import { prose, timeOfDay } from './fields.ts';
import { command, query } from './operation.ts';

export const visitInputSchema = z.strictObject({
  visitedOn: calendarDateSchema,
  visitedAtTime: timeOfDay.nullable(),
  method: codeSchema,
  result: codeSchema,
  /** 異変サイン that were seen. */
  signs: z.array(codeSchema).max(40),
  /** Which 見守り員 or 民生委員 went; `null` is the coordinator. */
  visitorId: supporterIdSchema.nullable(),
  note: prose(),
});

export type VisitInput = z.output<typeof visitInputSchema>;

export const visitSchema = z.object({
  ...visitInputSchema.shape,
  id: visitIdSchema,
  personId: personIdSchema,
  visitorName: z.string().nullable(),
  /** The month in whose closing it was counted: a correction changes no summary any more. */
  countedIn: calendarMonthSchema.nullable(),
});

export type Visit = z.output<typeof visitSchema>;

export const visitsContract = {
  /** Newest first. */
  listForPerson: query({
    input: z.strictObject({ personId: personIdSchema }),
    output: z.array(visitSchema),
    looksAt: (input) => input.personId,
  }),
  record: command({
    input: z.strictObject({ personId: personIdSchema, visit: visitInputSchema }),
    output: z.object({ visitId: visitIdSchema }),
    subject: (input) => input.personId,
  }),
  revise: command({
    input: z.strictObject({ visitId: visitIdSchema, visit: visitInputSchema }),
    output: z.object({ personId: personIdSchema }),
    subject: (_input, output) => output.personId,
  }),
  /** Takes back a visit that was recorded by mistake. */
  withdraw: command({
    input: z.strictObject({ visitId: visitIdSchema }),
    output: z.object({ personId: personIdSchema }),
    subject: (_input, output) => output.personId,
  }),
} as const;
