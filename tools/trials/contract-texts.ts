// Finds every free text that the contract takes in, by its schemas alone, and puts another text into all of them.
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import type { Contract } from '#shared/contract/operation.ts';

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly maxLength?: number;
}

const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const isFreeText = ({ type, enum: choices, pattern, format, const: fixed }: JsonSchema) =>
  type === 'string' && choices === undefined && pattern === undefined && format === undefined && fixed === undefined;

function pathsOf(schema: JsonSchema, path: string): readonly string[] {
  if (isFreeText(schema)) return [path];
  return [
    ...(schema.anyOf ?? []).flatMap((option) => pathsOf(option, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`)),
    ...(schema.items ? pathsOf(schema.items, `${path}[]`) : []),
  ];
}

/** `people.register.person.name` and so on, for every operation that writes or does. */
export const TEXT_FIELDS: readonly string[] = Object.entries(contract satisfies Contract).flatMap(
  ([feature, operations]) =>
    Object.entries(operations as Contract[string]).flatMap(([name, { input }]) =>
      pathsOf(schemaOf(input), `${feature}.${name}`),
    ),
);

function inputSchema(operation: string): JsonSchema {
  const [feature = '', name = ''] = operation.split('.');
  const described = (contract as Contract)[feature]?.[name];
  if (described === undefined) throw new Error(`There is no operation ${operation}.`);
  return schemaOf(described.input);
}

function put(schema: JsonSchema, value: unknown, text: string): unknown {
  if (isFreeText(schema)) return text.slice(0, schema.maxLength ?? text.length);
  if (value === null || value === undefined) return value;
  if (schema.anyOf) return schema.anyOf.reduce<unknown>((held, option) => put(option, held, text), value);
  if (Array.isArray(value)) return value.map((item) => put(schema.items ?? {}, item, text));
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [key, put(schema.properties?.[key] ?? {}, held, text)]),
  );
}

/** The input with the text in every field that takes free text, cut where the field is shorter. */
export const withText = (operation: string, input: unknown, text: string): unknown =>
  put(inputSchema(operation), input, text);
