// The border of the 担い手: 見守り員 and 民生委員 who look in on people.
import { z } from 'zod';
import { supporterIdSchema } from '../model/ids.ts';
import { line, nothing, optionalCode, requiredLine } from './fields.ts';
import { command, query } from './operation.ts';

const SUPPORTER_KINDS = ['volunteer', 'commissioner'] as const;

export const supporterInputSchema = z.strictObject({
  /** `volunteer`: 見守り員; `commissioner`: 民生委員. */
  kind: z.enum(SUPPORTER_KINDS),
  name: requiredLine(100),
  district: optionalCode,
  phone: line(40),
  isActive: z.boolean(),
});

export const supporterSchema = z.object({
  ...supporterInputSchema.shape,
  id: supporterIdSchema,
  /** How many people under watch name them. */
  assigned: z.number().int(),
});

export type Supporter = z.infer<typeof supporterSchema>;

export const supportersContract = {
  list: query({ input: nothing, output: z.array(supporterSchema) }),
  register: command({ input: supporterInputSchema, output: z.object({ id: supporterIdSchema }), subject: null }),
  revise: command({
    input: z.strictObject({ id: supporterIdSchema, supporter: supporterInputSchema }),
    output: z.object({ id: supporterIdSchema }),
    subject: null,
  }),
} as const;
