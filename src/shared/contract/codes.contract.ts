// The border of the code tables: the lists that a coordinator chooses from, which are data and can be edited.
import { z } from 'zod';
import { CODE_LISTS, codeSchema, LISTS_WITH_MEANING } from '../model/code-lists.ts';
import { nothing, requiredLine } from './fields.ts';
import { command, query } from './operation.ts';

export const codeEntrySchema = z.object({
  list: z.enum(CODE_LISTS),
  code: codeSchema,
  label: z.string(),
  position: z.number().int(),
  /** A retired code stays on old records but is offered no longer. */
  isRetired: z.boolean(),
  attributes: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  synonyms: z.array(z.string()),
});

export type CodeEntry = z.infer<typeof codeEntrySchema>;

export const codesContract = {
  list: query({ input: nothing, output: z.array(codeEntrySchema) }),
  add: command({
    input: z.strictObject({
      list: z.enum(CODE_LISTS).refine((list) => !LISTS_WITH_MEANING.includes(list)),
      label: requiredLine(40),
    }),
    output: codeEntrySchema,
    subject: null,
  }),
  revise: command({
    input: z.strictObject({
      list: z.enum(CODE_LISTS),
      code: codeSchema,
      label: requiredLine(40),
      position: z.number().int().min(0).max(10_000),
      isRetired: z.boolean(),
    }),
    output: codeEntrySchema,
    subject: null,
  }),
} as const;
