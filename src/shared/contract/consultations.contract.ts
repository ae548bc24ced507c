// The border of the consultations (相談): what was asked, what was answered, to whom it was passed on, and what comes next.
import { z } from 'zod';
import { calendarDateSchema, calendarMonthSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { consultationIdSchema, personIdSchema } from '../model/ids.ts';
import { done, line, nothing, optionalCode, optionalDate, prose } from './fields.ts';
import { command, query } from './operation.ts';

export const consultationInputSchema = z.strictObject({
  /** `null` when it is about nobody in the register. */
  personId: personIdSchema.nullable(),
  /** 地域 of the matter; taken from the person when there is one. */
  district: optionalCode,
  consultedOn: calendarDateSchema,
  askedBy: codeSchema,
  method: codeSchema,
  /** 内容 (14) and 分野 (4): every consultation is classified once on each axis. */
  content: codeSchema,
  field: codeSchema,
  question: prose(),
  answer: prose(),
  /** つなぎ先. */
  referredTo: optionalCode,
  referredOn: optionalDate,
  /** The day on which the agency said that it had received it; `null` while that is awaited. */
  acknowledgedOn: optionalDate,
  state: codeSchema,
  nextStep: line(400),
  nextStepOn: optionalDate,
});

export type ConsultationInput = z.output<typeof consultationInputSchema>;

export const consultationSchema = z.object({
  ...consultationInputSchema.shape,
  id: consultationIdSchema,
  personName: z.string().nullable(),
  nextStepDoneOn: optionalDate,
  /** The month in whose closing it was counted: a correction changes no summary any more. */
  countedIn: calendarMonthSchema.nullable(),
});

export type Consultation = z.output<typeof consultationSchema>;

export const consultationsContract = {
  /** Newest first, at most 2,000. */
  list: query({ input: nothing, output: z.array(consultationSchema) }),
  /** Newest first. */
  listForPerson: query({
    input: z.strictObject({ personId: personIdSchema }),
    output: z.array(consultationSchema),
    looksAt: (input) => input.personId,
  }),
  get: query({
    input: z.strictObject({ consultationId: consultationIdSchema }),
    output: consultationSchema,
    looksAt: (_input, output) => output.personId,
  }),
  record: command({
    input: z.strictObject({ consultation: consultationInputSchema }),
    output: z.object({ consultationId: consultationIdSchema }),
    subject: (input) => input.consultation.personId,
  }),
  revise: command({
    input: z.strictObject({ consultationId: consultationIdSchema, consultation: consultationInputSchema }),
    output: done,
    subject: (input) => input.consultation.personId,
  }),
  /** The promised next step was done (or, with `null`, was not after all). */
  markNextStep: command({
    input: z.strictObject({ consultationId: consultationIdSchema, doneOn: optionalDate }),
    output: z.object({ personId: personIdSchema.nullable() }),
    subject: (_input, output) => output.personId,
  }),
  /** The agency said that it had received the matter (or, with `null`, did not after all). */
  markAcknowledged: command({
    input: z.strictObject({ consultationId: consultationIdSchema, acknowledgedOn: optionalDate }),
    output: z.object({ personId: personIdSchema.nullable() }),
    subject: (_input, output) => output.personId,
  }),
  withdraw: command({
    input: z.strictObject({ consultationId: consultationIdSchema }),
    output: z.object({ personId: personIdSchema.nullable() }),
    subject: (_input, output) => output.personId,
  }),
} as const;
