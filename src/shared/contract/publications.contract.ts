// The border of the published summaries: what can be published, how much of it would be ＊, making it safe, and giving it out.
import { z } from 'zod';
import { calendarDateSchema, calendarMonthSchema } from '../model/calendar-date.ts';
import { fileTokenSchema } from '../model/ids.ts';
import { done, nothing, prose, requiredLine } from './fields.ts';
import { handoutReasonSchema } from './handouts.contract.ts';
import { command, query, task } from './operation.ts';
import { profileIdSchema, reportSchema, safeValueSchema, spanSchema } from './report-shape.ts';

export const publicationIdSchema = z.uuid().brand<'PublicationId'>();
export type PublicationId = z.output<typeof publicationIdSchema>;

/** A table in one form: as fine as it goes, with some values merged, or rounded. */
export const tableChoiceSchema = z.strictObject({
  tableId: z.string().max(100),
  span: spanSchema,
  /** `fine`, `rounded`, or the id of a grouping. */
  form: z.string().max(100),
});
export type TableChoice = z.output<typeof tableChoiceSchema>;

const profileSchema = z.object({
  id: profileIdSchema,
  title: z.string(),
  description: z.string(),
  k: z.number().int(),
  leastK: z.number().int(),
  mostK: z.number().int(),
  /** `null`: as shipped. */
  decision: z.object({ decidedBy: z.string(), decidedOn: calendarDateSchema, reason: z.string() }).nullable(),
});

const publicationSummarySchema = z.object({
  id: publicationIdSchema,
  number: z.number().int(),
  month: calendarMonthSchema,
  profile: profileIdSchema,
  profileTitle: z.string(),
  k: z.number().int(),
  recipient: z.string(),
  purpose: z.string(),
  publishedOn: calendarDateSchema,
  publishedAt: z.string(),
  actor: z.string(),
  tables: z.number().int(),
  hidden: z.number().int(),
  files: z.array(z.string()),
});

/** One form of a table, with the share (0 to 1) of its non-zero figures that would be ＊; `null` where it was not reckoned. */
const tableFormSchema = z.object({ form: z.string(), title: z.string(), hiddenShare: z.number().nullable() });

export const tableOfferSchema = z.object({
  tableId: z.string(),
  sectionTitle: z.string(),
  title: z.string(),
  span: spanSchema,
  spanTitle: z.string(),
  /** Finest first; `rounded` last. */
  forms: z.array(tableFormSchema),
  /** Belongs to the pack that is offered first. */
  isUsual: z.boolean(),
  /** The finest form with less than 30 % ＊; the coarsest where there is none; `null` before it was reckoned. */
  advised: z.string().nullable(),
});

/**
 * What this machine remembers of publications that the register does not know. `missing`: they are not in its ledger, because it is an older
 * one; `unfinished`: one was cut off, and what was written of it is out of reach; `unreadable`: what was remembered cannot be read.
 */
export const missingHistorySchema = z.object({
  kind: z.enum(['missing', 'unfinished', 'unreadable']),
  /** Empty where it is not known. */
  months: z.array(calendarMonthSchema),
});
export type MissingHistory = z.output<typeof missingHistorySchema>;

/** Why nobody can subtract what is missing. */
export const SETTLED_STANDINGS = ['never_handed_out', 'taken_back'] as const;
const settledStandingSchema = z.enum(SETTLED_STANDINGS);
export type SettledStanding = z.output<typeof settledStandingSchema>;

/** So long must a reason be that somebody has to answer for. */
export const LEAST_REASON = 10;

/** Why nothing can be given out, in plain words, and ways out. */
export const publicationRefusalSchema = z.object({
  code: z.string(),
  sentence: z.string(),
  cells: z.number().int(),
  offers: z.array(
    z.object({
      title: z.string(),
      /** The titles of the tables that would no longer be in it. */
      leavesOut: z.array(z.string()),
      hiddenShare: z.number().nullable(),
      choices: z.array(tableChoiceSchema),
    }),
  ),
  /** Where this is why: a newer backup helps, or a decision (`settleMissing`). */
  missing: missingHistorySchema.nullable(),
});

export const preparedSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('safe'), preparedId: z.uuid(), report: reportSchema }),
  z.object({ state: z.literal('refused'), refusal: publicationRefusalSchema }),
]);

const monthAndProfile = { month: calendarMonthSchema, profile: profileIdSchema };

export const publicationsContract = {
  /** Closed months newest first; publications newest first. */
  overview: query({
    input: nothing,
    output: z.object({
      closedMonths: z.array(calendarMonthSchema),
      profiles: z.array(profileSchema),
      publications: z.array(publicationSummarySchema),
      missing: missingHistorySchema.nullable(),
      /** What was decided of missing ones, oldest first. `month` null: not known. */
      settled: z.array(
        z.object({
          month: calendarMonthSchema.nullable(),
          standing: settledStandingSchema,
          reason: z.string(),
          settledOn: calendarDateSchema,
          actor: z.string(),
        }),
      ),
    }),
  }),
  /** What was published, as it was: without anything that was hidden. */
  get: query({ input: z.strictObject({ publicationId: publicationIdSchema }), output: reportSchema }),
  /** The tables that can be published for a closed month; nothing is reckoned yet. */
  offers: query({ input: z.strictObject(monthAndProfile), output: z.array(tableOfferSchema) }),
  /** Reckons the share of ＊ of every form of every table. @throws Refusal `month_not_closed`, `cancelled` */
  reckon: task({ input: z.strictObject(monthAndProfile), output: z.array(tableOfferSchema) }),
  /** Stops whatever is being reckoned; nothing of it is kept. */
  cancelReckoning: task({ input: nothing, output: done }),
  /**
   * Protects and audits. The outcome stays in main's memory (one at a time, until the register is locked) and is what `publish` gives
   * out. A refusal is an answer. @throws Refusal `month_not_closed`, `names_in_text`, `no_tables`, `cancelled`
   */
  prepare: task({
    input: z.strictObject({
      ...monthAndProfile,
      tables: z.array(tableChoiceSchema).min(1).max(100),
      remarks: prose(4_000),
    }),
    output: preparedSchema,
  }),
  /** Stops the protection that is under way, if one is. */
  cancelPreparing: task({ input: nothing, output: done }),
  /**
   * Writes XLSX, CSV, PDF and the tidy files into a folder of one's choice, reads them back, enters the ledger, and gives the folder its
   * name; or nothing of it. @throws Refusal `release_unfinished` when it is in the ledger and the folder could not be given its name
   */
  publish: task({
    needsReauthentication: true,
    input: z.strictObject({ preparedId: z.uuid(), handout: handoutReasonSchema }),
    output: z.object({
      publicationId: publicationIdSchema,
      folder: fileTokenSchema,
      folderName: z.string(),
      files: z.array(z.string()),
    }),
  }),
  /** What paper shows while it is being printed: the prepared report, without anything that is hidden. */
  prepared: query({ input: z.strictObject({ preparedId: z.uuid() }), output: reportSchema }),
  /** The published totals, oldest month first: figures that left the house already. `null`: not published. */
  trend: query({
    input: z.strictObject({ lastMonth: calendarMonthSchema }),
    output: z.array(
      z.object({
        month: calendarMonthSchema,
        watched: safeValueSchema.nullable(),
        visits: safeValueSchema.nullable(),
        visitedPersons: safeValueSchema.nullable(),
        consultations: safeValueSchema.nullable(),
      }),
    ),
  }),
  /**
   * Records that what is missing is with nobody; after it, publishing works again. `months`: as they were shown.
   * @throws Refusal `not_found` (nothing is missing), `publication_outdated` (something else is)
   */
  settleMissing: command({
    needsReauthentication: true,
    input: z.strictObject({
      months: z.array(calendarMonthSchema).max(1_000),
      standing: settledStandingSchema,
      reason: z.string().trim().min(LEAST_REASON).max(400),
    }),
    output: done,
    subject: null,
  }),
  /** Records a decision on k. @throws Refusal `k_out_of_range` */
  decide: command({
    needsReauthentication: true,
    input: z.strictObject({
      profile: profileIdSchema,
      k: z.number().int(),
      decidedBy: requiredLine(100),
      decidedOn: calendarDateSchema,
      reason: requiredLine(400),
    }),
    output: done,
    subject: null,
  }),
} as const;
