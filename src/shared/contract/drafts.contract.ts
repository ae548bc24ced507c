// The border of the drafts (書きかけ): what was being typed when the register was locked or the app ended. Kept inside the register only.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import { draftKeySchema } from '../model/draft-key.ts';
import { personIdSchema } from '../model/ids.ts';
import { nothing } from './fields.ts';
import { command, query } from './operation.ts';

/** A character of JSON takes at most three bytes in UTF-8: 198 kB. */
const MOST_CHARACTERS = 66_000;

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const body = z.string().max(MOST_CHARACTERS).refine(isJson);
const keyed = z.strictObject({ key: draftKeySchema });
const whose = z.object({ personId: personIdSchema.nullable() });

export const listedDraftSchema = z.object({
  key: draftKeySchema,
  /** Instant, ISO 8601 UTC. */
  savedAt: z.string(),
  /** Whom it is about, where the key or the record says so. */
  person: z.object({ id: personIdSchema, name: z.string() }).nullable(),
  /** The day of the 連絡会 whose agenda it is. */
  heldOn: calendarDateSchema.nullable(),
  /** The record that it was to change is no longer there. */
  isGone: z.boolean(),
});

export type ListedDraft = z.output<typeof listedDraftSchema>;

export const draftsContract = {
  /** Newest first. */
  list: query({ input: nothing, output: z.array(listedDraftSchema) }),
  find: query({ input: keyed, output: z.object({ body: z.string(), savedAt: z.string() }).nullable() }),
  /** Replaces what was kept under the key. Refuses `not_found` for a record that is no longer there. */
  keep: command({
    input: z.strictObject({ key: draftKeySchema, body }),
    output: whose,
    subject: (_input, output) => output.personId,
    runOf: (input) => input.key,
  }),
  discard: command({ input: keyed, output: whose, subject: (_input, output) => output.personId }),
} as const;
