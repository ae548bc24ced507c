// What facts.json of an opened package may look like, and how large it may be: it comes from elsewhere. Anything else is not read.
import { z } from 'zod';

/** Plain ids; nothing that every object has already. */
const idText = z
  .string()
  .regex(/^[A-Za-z0-9][\w.:-]{0,99}$/u)
  .refine((text) => !(text in {}));

const RESERVED = ['計', '*', '＊'];
const valueText = z
  .string()
  .regex(/^[^,"/|&=+*\p{Cc}\p{Bidi_Control}]{1,60}$/u)
  .refine((text) => !RESERVED.includes(text) && !(text in {}));

const month = z.string().regex(/^2[01]\d\d-(?:0[1-9]|1[0-2])$/u);
const months = z
  .array(month)
  .min(1)
  .max(12)
  .refine((list) => list.every((one, index) => index === 0 || one > (list[index - 1] ?? '')));
const count = z.number().int().min(0).max(999_999_999);
const percent = z.number().int().min(0).max(100);
const hash = z.string().regex(/^[\da-f]{64}$/u);
const measure = z.enum(['events', 'persons', 'stock']);
/** Values by dimension; several values as one are joined by `+`. */
const where = z.record(idText, z.string().min(1).max(6_100));

const dimension = z.strictObject({
  id: idText,
  values: z
    .array(valueText)
    .min(1)
    .max(100)
    .refine((list) => new Set(list).size === list.length),
  onePerPerson: z.boolean(),
});

/** Crossings of a source or a table: as many as a ward has a hundred times over, and not more. */
const MOST_CROSSINGS = 20_000;
const MOST_CELLS = 100_000;
const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);
const isApart = (ids: readonly string[]) => new Set(ids).size === ids.length;

const source = z
  .strictObject({
    id: idText,
    kind: z.enum(['flow', 'stock']),
    dimensions: z.array(dimension).max(6),
    structuralZeros: z.array(where).max(200).optional(),
  })
  .refine(({ dimensions }) => isApart(dimensions.map(({ id }) => id)))
  .refine(({ dimensions }) => product(dimensions.map(({ values }) => values.length + 1)) <= MOST_CROSSINGS);

const group = z.strictObject({ name: valueText, values: z.array(valueText).min(2).max(100) });

const table = z
  .strictObject({
    id: idText,
    source: idText,
    measure,
    months,
    dimensions: z.array(idText).max(3).refine(isApart),
    mode: z.enum(['suppressed', 'rounded']),
    zeros: z.enum(['shown', 'mayBeHidden']).optional(),
    groups: z.record(idText, z.array(group).max(50)).optional(),
    base: z.number().int().min(2).max(10).optional(),
    reach: z.number().int().min(1).max(1_000).optional(),
  })
  .refine((one) => one.measure !== 'stock' || one.months.length === 1);

const relation = z.strictObject({
  id: z.string().max(300),
  parts: z
    .array(
      z.strictObject({
        coef: z.number().int().min(-1_000).max(1_000),
        selection: z.strictObject({ source: idText, measure, months, where }),
      }),
    )
    .min(1)
    .max(50),
  lo: z.number().int(),
  hi: z.number().int().nullable(),
});

const parameters = z.strictObject({
  k: z.number().int().min(2).max(1_000),
  dominancePercent: percent,
  widthPercent: percent,
  decoyPercent: percent,
  roundingBase: z.number().int().min(2).max(10),
  protectTotalDifference: z.boolean(),
  insiders: z.boolean(),
});

/** Every table and every relation speaks of a source and dimensions that are there, and is not larger than can be gone through. */
function isWhole({ sources, tables, relations }: Pick<FactsFile, 'sources' | 'tables' | 'relations'>): boolean {
  const dimensionsOf = (id: string) => sources.find((one) => one.id === id)?.dimensions;
  const kinds = new Map(sources.map(({ id, kind }) => [id, kind]));
  const sizes = tables.map(({ source: id, dimensions, groups = {} }) => {
    const all = dimensionsOf(id) ?? [];
    const used = dimensions.map((name) => all.find((one) => one.id === name));
    const isKnown =
      used.every((one) => one !== undefined) && Object.keys(groups).every((one) => dimensions.includes(one));
    return isKnown ? product(used.map((one) => (one?.values.length ?? 0) + 1)) : Number.POSITIVE_INFINITY;
  });
  const spokenOf = [...tables, ...relations.flatMap(({ parts }) => parts.map(({ selection }) => selection))];
  return (
    isApart(sources.map(({ id }) => id)) &&
    isApart(tables.map(({ id }) => id)) &&
    spokenOf.every(
      ({ source: id, measure: one }) => kinds.has(id) && (kinds.get(id) === 'stock') === (one === 'stock'),
    ) &&
    sizes.every((size) => size <= MOST_CROSSINGS) &&
    sizes.reduce((sum, size) => sum + size, 0) <= MOST_CELLS
  );
}

const factsFileShape = z.strictObject({
  format: z.string(),
  publication: idText,
  period: z.string().max(40),
  parameters,
  parametersHash: hash,
  certificateHash: hash,
  sources: z.array(source).min(1).max(30),
  tables: z.array(table).min(1).max(200),
  relations: z.array(relation).max(500).default([]),
  facts: z.array(z.strictObject({ table: idText, where, lo: count, hi: count.nullable() })).max(MOST_CELLS),
});

type FactsFile = z.output<typeof factsFileShape>;

export const factsFileSchema = factsFileShape.refine(isWhole);
