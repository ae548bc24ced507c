// The border of the audit trail (操作の記録): who looked at, changed, printed or wrote out what, when, and whether the trail is whole.
import { z } from 'zod';
import { fileTokenSchema, personIdSchema } from '../model/ids.ts';
import { nothing, optionalDate } from './fields.ts';
import { handoutReasonSchema } from './handouts.contract.ts';
import { query, task } from './operation.ts';

/** What one may do with a record. */
export const DEED_KINDS = ['looked', 'changed', 'printed', 'exported', 'opened'] as const;
export type DeedKind = (typeof DEED_KINDS)[number];

const filterShape = {
  personId: personIdSchema.nullable(),
  /** Name of a coordinator. */
  actor: z.string().min(1).max(60).nullable(),
  kind: z.enum(DEED_KINDS).nullable(),
  /** Both days included, on this machine's calendar. */
  from: optionalDate,
  to: optionalDate,
};

export const trailFilterSchema = z.strictObject(filterShape);
export type TrailFilter = z.output<typeof trailFilterSchema>;

export const trailRowSchema = z.object({
  sequence: z.number().int(),
  /** Instant, ISO 8601 UTC. */
  at: z.string(),
  actor: z.string(),
  /** An operation of this or an earlier version. */
  operation: z.string(),
  subject: z
    .object({
      personId: z.string(),
      /** `null` when there is nobody with this id in the register any more. */
      name: z.string().nullable(),
      /** Of somebody who was erased it is known from the ledger of that. */
      registerNumber: z.number().int().nullable(),
    })
    .nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type TrailRow = z.output<typeof trailRowSchema>;

export const auditContract = {
  /** Newest first. `total` counts all that pass the filter; `next` is the `before` of the next page, `null` on the last. */
  list: query({
    input: z.strictObject({
      ...filterShape,
      before: z.number().int().min(1).nullable(),
      limit: z.number().int().min(1).max(2000),
    }),
    output: z.object({
      rows: z.array(trailRowSchema),
      total: z.number().int(),
      next: z.number().int().nullable(),
      /** Everybody who ever did something, for the filter. */
      actors: z.array(z.string()),
    }),
  }),
  /** Reckons the chain of all rows again. */
  verify: query({
    input: nothing,
    output: z.object({
      rows: z.number().int(),
      /** The first row that does not fit. */
      brokenAt: z.object({ sequence: z.number().int(), at: z.string() }).nullable(),
    }),
  }),
  /** Whether the register goes on from where it was last seen, as found at this unlock. */
  standing: query({
    input: nothing,
    output: z.object({
      standing: z.enum(['same', 'older', 'different', 'unknown']),
      /** Rows that are not there any more, for `older`. */
      missing: z.number().int(),
    }),
  }),
  /** Writes the filtered trail as CSV into a folder that the user chooses: register numbers, no names of people. */
  exportTrail: task({
    needsReauthentication: true,
    input: z.strictObject({ ...filterShape, handout: handoutReasonSchema }),
    output: z.object({ folder: fileTokenSchema, folderName: z.string(), file: z.string(), rows: z.number().int() }),
  }),
} as const;
