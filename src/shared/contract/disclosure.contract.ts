// The border of 開示: everything that the register holds about one person, and the same with passages withheld. What was blackened
// never crosses this border in a sheet that is made to be handed over.
import { z } from 'zod';
import { BLACKENING_REASONS } from '../model/blackening.ts';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { fileTokenSchema, personIdSchema } from '../model/ids.ts';
import { handoutReasonSchema } from './handouts.contract.ts';
import { query, task } from './operation.ts';

const passageSchema = z.object({
  /** Names table, row, field and place: `visits/<id>/note/2`. */
  id: z.string(),
  /** Empty where it is blackened. */
  text: z.string(),
  /** Why it is blackened; `null` where it can be read. */
  reason: z.enum(BLACKENING_REASONS).nullable(),
});

const lineSchema = z.object({
  label: z.string(),
  /** Free text, or somebody else's name: it may tell of others. */
  canBlacken: z.boolean(),
  passages: z.array(passageSchema),
});

const entrySchema = z.object({
  id: z.string(),
  /** The day, mostly; empty where a section has one entry only. */
  heading: z.string(),
  lines: z.array(lineSchema),
});

const sectionSchema = z.object({ id: z.string(), title: z.string(), entries: z.array(entrySchema) });

export type DisclosurePassage = z.output<typeof passageSchema>;
export type DisclosureLine = z.output<typeof lineSchema>;
export type DisclosureEntry = z.output<typeof entrySchema>;
export type DisclosureSection = z.output<typeof sectionSchema>;

const sheetSchema = z.object({
  personId: personIdSchema,
  registerNumber: z.number().int(),
  name: z.string(),
  registerName: z.string(),
  madeOn: calendarDateSchema,
  sections: z.array(sectionSchema),
  /** Stands for the records as they were read: writing refuses when they have changed since. */
  digest: z.string(),
});

export type DisclosureSheet = z.output<typeof sheetSchema>;

const blackeningSchema = z.strictObject({ passageId: z.string().max(200), reason: z.enum(BLACKENING_REASONS) });
export type Blackening = z.output<typeof blackeningSchema>;

export const disclosureContract = {
  /** Everything about one person, nothing blackened. Refuses `not_found`. */
  read: query({
    input: z.strictObject({ personId: personIdSchema }),
    output: sheetSchema,
    looksAt: ({ personId }) => personId,
  }),
  /** The sheet that is being printed, blackened; there only as long as that takes. Refuses `not_found`. */
  paper: query({ input: z.strictObject({ sheetId: z.uuid() }), output: sheetSchema }),
  /**
   * Writes PDF and CSV into a folder that the user chooses, without what is blackened. Refuses `preview_outdated` when the records
   * changed since they were read, so that no other passage is blackened than the one that was meant.
   */
  write: task({
    needsReauthentication: true,
    input: z.strictObject({
      personId: personIdSchema,
      digest: z.string().max(64),
      blackened: z.array(blackeningSchema).max(20_000),
      handout: handoutReasonSchema,
    }),
    output: z.object({ folder: fileTokenSchema, folderName: z.string(), files: z.array(z.string()) }),
  }),
} as const;
