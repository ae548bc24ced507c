// The border to files that main wrote: show one in the file manager. Paths stay on main's side.
import { z } from 'zod';
import { fileTokenSchema } from '../model/ids.ts';
import { done } from './fields.ts';
import { task } from './operation.ts';

export const filesContract = {
  /** Opens the folder, or the folder that holds the file. */
  reveal: task({ input: z.strictObject({ file: fileTokenSchema }), output: done }),
  open: task({ input: z.strictObject({ file: fileTokenSchema }), output: done }),
} as const;
