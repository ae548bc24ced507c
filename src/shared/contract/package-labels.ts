// The third file of an exported folder: whose figures they are, and the words for its codes. What is counted stands in the other two alone.
import { z } from 'zod';
import { calendarDateSchema } from '../model/calendar-date.ts';
import type { Report, ReportTable } from './report-shape.ts';

export const LABELS_FILE = 'labels.json';
export const LABELS_FORMAT = 'mimamori-labels/2';

/** Which register a package is of, whatever that is called: the same in all of its packages, and nothing by which its files are found. */
export const packageRegisterSchema = z
  .string()
  .regex(/^[\da-f]{32}$/u)
  .brand('PackageRegister');
export type PackageRegister = z.output<typeof packageRegisterSchema>;

const isCalm = (text: string) => !/[\p{Cc}\p{Bidi_Control}]/u.test(text);
const words = (most: number) => z.string().min(1).max(most).refine(isCalm);

export const packageLabelsSchema = z.strictObject({
  format: z.literal(LABELS_FORMAT),
  /** Of which publication: the id in facts.json. */
  publication: words(100),
  register: packageRegisterSchema,
  /** As it was called on the day. */
  registerName: words(60),
  madeOn: calendarDateSchema,
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

/** What labels are of. */
export type LabelsOwner = Pick<PackageLabels, 'publication' | 'register'>;

/** Whether a text is the labels of this publication of this register. @throws SyntaxError for no JSON */
export function areLabelsOf(text: string, { publication, register }: LabelsOwner): boolean {
  const { success, data } = packageLabelsSchema.safeParse(JSON.parse(text));
  return success && data.publication === publication && data.register === register;
}

/** What facts.json says of its tables and codes. */
const statedSchema = z.object({
  sources: z
    .array(z.object({ id: z.string(), dimensions: z.array(z.object({ id: z.string(), values: z.array(z.string()) })) }))
    .default([]),
  tables: z
    .array(z.object({ id: z.string(), source: z.string(), measure: z.string(), dimensions: z.array(z.string()) }))
    .default([]),
});

/** Codes and their words along the dimensions of a table, as its report has them: rows first, columns last. */
function wordsAlong(
  report: ReportTable,
  dimensions: readonly string[],
): readonly (readonly [string, string, string])[] {
  const down = dimensions.length < 2 ? dimensions : dimensions.slice(0, -1);
  const across = dimensions.length < 2 ? undefined : dimensions.at(-1);
  const columns = across === undefined ? [] : report.columns.map(({ id, label }) => [across, id, label] as const);
  const rows = report.rows.flatMap(({ id, labels }) => {
    const codes = down.length === 1 ? [id] : id.split('.');
    return codes.length === down.length
      ? down.map((name, at) => [name, codes[at] ?? '', labels[at] ?? ''] as const)
      : [];
  });
  return [...columns, ...rows];
}

const unitOf = ({ unit, columns }: ReportTable, measure: string): string =>
  unit || (/（(.+)）$/u.exec(columns.find(({ id }) => id === measure)?.label ?? '')?.[1] ?? '件');

/**
 * The labels of a published report: its titles, and the words of every code that some table of it shows. A table of facts.json belongs to the
 * report's table of the same id, or of the longest id that its own goes on from (`visits_by_method.month.events`).
 */
export function labelsOfReport(
  {
    registerName,
    sections,
    verdict,
  }: Pick<Report, 'registerName' | 'sections'> & {
    readonly verdict: Pick<Report['verdict'], 'publication' | 'madeOn'>;
  },
  factsJson: string,
  register: PackageRegister,
): PackageLabels {
  const stated = statedSchema.parse(JSON.parse(factsJson));
  const all = sections.flatMap(({ tables }) => tables);
  const reportOf = (id: string) =>
    all.filter((one) => id === one.id || id.startsWith(`${one.id}.`)).toSorted((a, b) => b.id.length - a.id.length)[0];
  const found = stated.tables.flatMap((table) => {
    const report = reportOf(table.id);
    return report === undefined ? [] : [{ table, report }];
  });
  const words = new Map<string, string>();
  const titles = new Map<string, string>();
  for (const { table, report } of found) {
    const headings = [...report.rowHeadings, report.columnHeading];
    for (const [at, id] of table.dimensions.entries()) titles.set(`${table.source}\n${id}`, headings[at] || id);
    for (const [id, code, label] of wordsAlong(report, table.dimensions))
      words.set(`${table.source}\n${id}\n${code}`, label);
  }
  return packageLabelsSchema.parse({
    format: LABELS_FORMAT,
    publication: verdict.publication,
    register,
    registerName,
    madeOn: verdict.madeOn,
    tables: found.map(({ table: { id, measure }, report }) => ({
      id,
      title: report.title,
      unit: unitOf(report, measure),
    })),
    dimensions: stated.sources.flatMap(({ id: source, dimensions }) =>
      dimensions.map(({ id, values }) => ({
        source,
        dimension: id,
        title: titles.get(`${source}\n${id}`) ?? id,
        values: values.flatMap((code) => {
          const label = words.get(`${source}\n${id}\n${code}`);
          return label === undefined || label === '' ? [] : [{ code, label }];
        }),
      })),
    ),
  });
}
