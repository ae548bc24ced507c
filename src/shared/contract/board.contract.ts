// The border of the Today screen: whom to look in on, what was promised, what meets next. A reading: owns no records.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { consultationIdSchema, meetingIdSchema, personIdSchema } from '../model/ids.ts';
import { nothing, optionalCode, optionalDate } from './fields.ts';
import { query } from './operation.ts';

export const duePersonSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  kana: z.string(),
  district: optionalCode,
  place: z.string(),
  hasAutoLock: z.boolean(),
  phone: z.string(),
  frequency: optionalCode,
  volunteerName: z.string().nullable(),
  lastSeenOn: optionalDate,
  dueOn: calendarDateSchema,
  /** Visits since the person was last seen after which it is still not known how they are. */
  missedVisits: z.number().int(),
  /** Day of the last 異変あり that no later visit has cleared up; it makes a person due at once. */
  concernOn: optionalDate,
  roundKey: z.string(),
});

export type DuePerson = z.output<typeof duePersonSchema>;

export const openStepSchema = z.object({
  consultationId: consultationIdSchema,
  personId: personIdSchema.nullable(),
  personName: z.string().nullable(),
  content: codeSchema,
  /** Empty when only the agency's answer is awaited. */
  nextStep: z.string(),
  nextStepOn: optionalDate,
  referredTo: optionalCode,
  referredOn: optionalDate,
  isAwaitingAcknowledgement: z.boolean(),
  consultedOn: calendarDateSchema,
});

export type OpenStep = z.output<typeof openStepSchema>;

export const boardContract = {
  today: query({
    input: nothing,
    output: z.object({
      today: calendarDateSchema,
      /** Past their day, the longest overdue first. */
      overdue: z.array(duePersonSchema),
      dueToday: z.array(duePersonSchema),
      /** Due within the next seven days. */
      dueSoon: z.array(duePersonSchema),
      /** By date; those without one last. */
      openSteps: z.array(openStepSchema),
      nextMeeting: z
        .object({
          id: meetingIdSchema,
          district: optionalCode,
          heldOn: calendarDateSchema,
          startsAt: z.string(),
          place: z.string(),
        })
        .nullable(),
      /** People under watch, and those of them whose 安否 somebody made sure of this month. */
      watched: z.number().int(),
      seenThisMonth: z.number().int(),
      visitsThisMonth: z.number().int(),
    }),
  }),
} as const;
