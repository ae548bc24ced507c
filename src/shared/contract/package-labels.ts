// The third file of an exported folder: whose figures they are, and the words for its codes. What is counted stands in the other two alone.
import { z } from 'zod';

export const LABELS_FILE = 'labels.json';
export const LABELS_FORMAT = 'mimamori-labels/1';

const isCalm = (text: string) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text);
const words = (most: number) => z.string().min(1).max(most).refine(isCalm);

export const packageLabelsSchema = z.strictObject({
  format: z.literal(LABELS_FORMAT),
  /** Of which publication: the id in facts.json. */
  publication: words(100),
  registerName: words(60),
  /** By id of the table in facts.json. `unit`: 「件」「人」「回」. */
  tables: z.array(z.strictObject({ id: words(100), title: words(100), unit: words(10) })).max(200),
  dimensions: z
    .array(
      z.strictObject({
        source: words(100),
        dimension: words(100),
        title: words(60),
        values: z.array(z.strictObject({ code: words(60), label: words(100) })).max(200),
      }),
    )
    .max(200),
});

export type PackageLabels = Readonly<z.output<typeof packageLabelsSchema>>;

/** Written beside cells.csv and facts.json; UTF-8, ended by LF. @throws ZodError for a text that is too long or is not calm. */
export const writePackageLabels = (labels: PackageLabels): string =>
  `${JSON.stringify(packageLabelsSchema.parse(labels), null, 1)}\n`;
