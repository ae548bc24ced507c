// The border of 区のまとめ: packages of several 地域 are opened, checked together, and added up. Holds nobody's record.
import { z } from 'zod';
import { fileTokenSchema } from '../model/ids.ts';
import { nothing } from './fields.ts';
import { handoutReasonSchema } from './handouts.contract.ts';
import { query, task } from './operation.ts';
import { reportTableSchema } from './report-shape.ts';

const wardPackageSchema = z.object({
  id: z.uuid(),
  folderName: z.string(),
  /** Tells 地域 apart, whatever they are called. */
  register: z.string(),
  registerName: z.string(),
  /** The latest first. */
  formerNames: z.array(z.string()),
  publication: z.string(),
  period: z.string(),
  /** The last month that it speaks of, `YYYY-MM`. */
  month: z.string(),
  tables: z.number().int(),
  k: z.number().int(),
});

export const wardFindingSchema = z.object({
  /** `error`: nothing is added up until it is settled. */
  tone: z.enum(['error', 'warning', 'info']),
  sentence: z.string(),
  /** Packages, or folders that were not taken in, of which one or all must go before it is settled. */
  packages: z.array(z.object({ id: z.uuid(), folderName: z.string() })),
});
export type WardFinding = z.output<typeof wardFindingSchema>;

/** The packages that are open, what is wrong with them, and the ward's tables. */
export const wardSummarySchema = z.object({
  packages: z.array(wardPackageSchema),
  findings: z.array(wardFindingSchema),
  /** Whether all packages together were checked and nobody's figure can be worked out; `null`: not checked yet. */
  verdict: z
    .object({ isSafe: z.boolean(), sentence: z.string(), hidden: z.number().int(), determined: z.number().int() })
    .nullable(),
  /** Empty while there is an error. */
  tables: z.array(reportTableSchema),
});
export type WardSummary = z.output<typeof wardSummarySchema>;

export const wardContract = {
  summary: query({ input: nothing, output: wardSummarySchema }),
  /** Lets the user choose a folder, and opens every package in it and in its folders. @throws Refusal `cancelled`, `no_package`, `too_many_folders` */
  open: task({ input: nothing, output: wardSummarySchema }),
  /** Puts one package aside, or a folder that was not taken in. @throws Refusal `not_found` */
  leaveOut: task({ input: z.strictObject({ packageId: z.uuid() }), output: wardSummarySchema }),
  /**
   * Rebuilds what an outsider knows from all packages together, and asks whether a hidden figure can be worked out.
   * @throws Refusal `no_package`, `ward_not_safe` while there is an error, `busy`, `cancelled` when the packages changed meanwhile
   */
  check: task({ input: nothing, output: wardSummarySchema }),
  /** Closes all packages. */
  clear: task({ input: nothing, output: wardSummarySchema }),
  /** Writes the ward's tables (XLSX, CSV) into a folder of one's choice. @throws Refusal `ward_not_safe` without a check that found nothing */
  publish: task({
    needsReauthentication: true,
    input: z.strictObject({ handout: handoutReasonSchema }),
    output: z.object({ folder: fileTokenSchema, folderName: z.string(), files: z.array(z.string()) }),
  }),
} as const;
