// Makes a valid input for any operation from the contract alone, and every way of spoiling it that must be refused: a key missing or
// added, a value of another kind, a text or a list without end.
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import type { Contract } from '#shared/contract/operation.ts';

interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
}

export interface OperationUnderTest {
  readonly name: string;
  readonly kind: 'query' | 'command' | 'task';
  readonly whileLocked: boolean;
  readonly needsReauthentication: boolean;
  readonly input: z.ZodType;
}

/** Every operation of the contract. */
export const OPERATIONS: readonly OperationUnderTest[] = Object.entries(contract satisfies Contract).flatMap(
  ([feature, operations]) =>
    Object.entries(operations as Contract[string]).map(
      ([name, { kind, whileLocked, needsReauthentication, input }]) => ({
        name: `${feature}.${name}`,
        kind,
        whileLocked,
        needsReauthentication,
        input,
      }),
    ),
);

const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const TEXTS = ['1', '10:30', '00000000-0000-4000-8000-000000000000', 'kawa-hashi-sakura-7', 'person:new'];
/** Shapes that JSON Schema cannot say: a calendar date, a calendar month. */
const DATES = ['2026-10-10', '2026-09'];

/** Candidates in turn, because a month is not a date and the schema does not say which one it wants. */
function sample(schema: JsonSchema, date: string): unknown {
  if (schema.anyOf) {
    return sample(schema.anyOf[0] ?? {}, date);
  }
  if (schema.enum) {
    return schema.enum[0];
  }
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, sample(inner, date)]),
      );
    case 'array':
      return Array.from({ length: Math.max(schema.minItems ?? 1, 1) }, () => sample(schema.items ?? {}, date));
    case 'string':
      return TEXTS.find(
        (text) => text.length >= (schema.minLength ?? 0) && new RegExp(schema.pattern ?? '', 'u').test(text),
      );
    case 'integer':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return date;
  }
}

/** @throws Error when no valid input could be made: the generator must then learn a new shape. */
export function validInput({ name, input }: OperationUnderTest): unknown {
  const found = DATES.map((date) => sample(schemaOf(input), date)).find((value) => input.safeParse(value).success);
  if (found === undefined) {
    throw new Error(`no valid input was found for ${name}`);
  }
  return found;
}

type Spoil = readonly [what: string, value: unknown];

const ENDLESS = 'あ'.repeat(100_000);
const OTHER_KINDS: readonly unknown[] = [
  undefined,
  null,
  true,
  0,
  Number.NaN,
  -1.5,
  'x\u0000',
  ENDLESS,
  [],
  {},
  new Date(0),
  () => 'x',
];

function kindOf(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
}

/** Kinds that the schema accepts at this place; `optional` ones accept nothing too. */
function kindsAccepted(schema: JsonSchema, valid: unknown): readonly string[] {
  const isNullable = schema.anyOf?.some(({ type }) => type === 'null') ?? false;
  return [kindOf(valid), ...(isNullable ? ['null'] : [])];
}

function spoilObject(schema: JsonSchema, valid: Readonly<Record<string, unknown>>, path: string): Spoil[] {
  const properties = Object.entries(schema.properties ?? {});
  const withPollution = JSON.parse(`{"__proto__": {"isAdmin": true}}`) as object;
  const without = (key: string) => Object.fromEntries(Object.entries(valid).filter(([each]) => each !== key));
  return [
    [`${path}: a key that nobody declared`, { ...valid, undeclared: 1 }],
    [`${path}: a key named constructor`, { ...valid, constructor: { prototype: {} } }],
    [`${path}: an own key named __proto__`, Object.assign(Object.create(null), valid, withPollution)],
    ...(schema.required ?? []).map((key): Spoil => [`${path}.${key} is missing`, without(key)]),
    ...properties.flatMap(([key, inner]) =>
      spoil(inner, valid[key], `${path}.${key}`, !schema.required?.includes(key)).map(
        ([what, value]): Spoil => [what, { ...valid, [key]: value }],
      ),
    ),
  ];
}

function spoil(schema: JsonSchema, valid: unknown, path: string, isOptional = false): Spoil[] {
  const accepted = [...kindsAccepted(schema, valid), ...(isOptional ? ['undefined'] : [])];
  const otherKinds = OTHER_KINDS.filter((other) => !accepted.includes(kindOf(other)));
  const spoiled = otherKinds.map((other): Spoil => [`${path} is ${kindOf(other)}`, other]);
  switch (kindOf(valid)) {
    case 'object':
      return [...spoiled, ...spoilObject(schema, valid as Record<string, unknown>, path)];
    case 'array': {
      const [item, ...others] = valid as unknown[];
      return [
        ...spoiled,
        [`${path} is a list without end`, new Array(50_000).fill(item)],
        ...spoil(schema.items ?? {}, item, `${path}[0]`).map(([what, value]): Spoil => [what, [value, ...others]]),
      ];
    }
    case 'string':
      return [...spoiled, [`${path} is a text without end`, ENDLESS]];
    case 'number':
      return [
        ...spoiled,
        ...[Number.NaN, Number.POSITIVE_INFINITY, 1e308, 0.5].map((n): Spoil => [`${path} is ${n}`, n]),
      ];
    default:
      return spoiled;
  }
}

/** Every spoiled input of an operation, with what is wrong with it. All of them must be refused. */
export function malformedInputs(operation: OperationUnderTest): readonly Spoil[] {
  const schema = schemaOf(operation.input);
  // Of an input in several forms the valid one is of the first.
  return spoil(schema.anyOf?.[0] ?? schema, validInput(operation), 'input');
}
