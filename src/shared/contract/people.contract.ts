// The border of the register of people: list, find, one person, register, revise, end the watch.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { codeSchema } from '../model/code-lists.ts';
import { personIdSchema } from '../model/ids.ts';
import { done, line, nothing, optionalDate } from './fields.ts';
import { command, query } from './operation.ts';
import { consentSchema, personInputSchema, personRowSchema, personSchema } from './person-shape.ts';

/** In what a search text was found. `variant`: another writing of the same name, said as 「表記ちがい」. */
export const SEARCH_MATCHES = ['name', 'variant', 'kana', 'romaji', 'phone', 'address', 'number'] as const;

const searchHitSchema = z.object({ personId: personIdSchema, match: z.enum(SEARCH_MATCHES) });

const subject = (input: { personId: string }) => input.personId;

export const peopleContract = {
  /** Everybody, people whose watch ended too, in 五十音 order. */
  list: query({ input: nothing, output: z.array(personRowSchema) }),
  search: query({
    input: z.strictObject({ text: z.string().max(100), limit: z.number().int().min(1).max(10_000) }),
    output: z.array(searchHitSchema),
  }),
  get: query({ input: z.strictObject({ personId: personIdSchema }), output: personSchema, looksAt: subject }),
  /** People who may be the same as the one being typed in: same name in any writing, with the same birthday, address or phone. */
  findSimilar: query({
    input: z.strictObject({
      name: line(100),
      birthOn: optionalDate,
      address: line(200),
      phone: line(40),
    }),
    output: z.array(personRowSchema),
  }),
  register: command({
    input: z.strictObject({ person: personInputSchema, consent: consentSchema.nullable() }),
    output: z.object({ personId: personIdSchema, registerNumber: z.number().int() }),
    subject: (_input, output) => output.personId,
  }),
  revise: command({
    input: z.strictObject({ personId: personIdSchema, person: personInputSchema }),
    output: done,
    subject,
  }),
  recordConsent: command({
    input: z.strictObject({ personId: personIdSchema, consent: consentSchema }),
    output: done,
    subject,
  }),
  endWatch: command({
    input: z.strictObject({
      personId: personIdSchema,
      endedOn: calendarDateSchema,
      reason: codeSchema,
      note: line(400),
    }),
    output: done,
    subject,
  }),
  resumeWatch: command({ input: z.strictObject({ personId: personIdSchema }), output: done, subject }),
} as const;
