// The grammar of the border between renderer and main: what an operation is, and the types that follow from it. Holds no feature.
import type { z } from 'zod';

/**
 * - `query` reads; it is handed a `Reader` and cannot write.
 * - `command` writes; it runs inside one transaction together with its audit row.
 * - `task` does files or slow work, reports progress, and writes only through `commit`, which is a command's transaction.
 */
export type OperationKind = 'query' | 'command' | 'task';

export interface Operation<Kind extends OperationKind, Input extends z.ZodType, Output extends z.ZodType> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  /** Reachable before unlock. Only the vault's own operations (and later restore's) say so. */
  readonly whileLocked: boolean;
  /**
   * For the audit row: whose record a command touches, or whose record a query shows in full. `null` when it is nobody's in
   * particular; a query without it is not in the trail.
   */
  readonly subject: ((input: z.output<Input>, output: z.output<Output>) => string | null) | null;
  /**
   * Only for a command that one deed repeats every few seconds: the run that a write belongs to. The audit row of its first write
   * covers the others of the session for ten minutes, until another command of the feature. `null`: every write has its own row.
   */
  readonly runOf: ((input: z.output<Input>) => string) | null;
  /**
   * While the register is open, it is done only after whoever is logged in has just given the passphrase for it
   * (`vault.reauthenticate`). The router sees to it, and the page's client asks by itself: no handler and no screen does.
   */
  readonly needsReauthentication: boolean;
}

interface Shape<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}

type Subject<Input extends z.ZodType, Output extends z.ZodType> = (
  input: z.output<Input>,
  output: z.output<Output>,
) => string | null;

export function query<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output> & {
    /** Whose record it shows: the router enters the look in the audit trail, once in ten minutes. */
    readonly looksAt?: Subject<Input, Output>;
  },
): Operation<'query', Input, Output> {
  const { input, output, looksAt = null } = shape;
  return {
    kind: 'query',
    input,
    output,
    whileLocked: false,
    subject: looksAt,
    runOf: null,
    needsReauthentication: false,
  };
}

export function command<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output> & {
    readonly subject: Subject<Input, Output> | null;
    readonly runOf?: (input: z.output<Input>) => string;
    readonly needsReauthentication?: true;
  },
): Operation<'command', Input, Output> {
  const { runOf = null, needsReauthentication = false } = shape;
  return { kind: 'command', whileLocked: false, ...shape, runOf, needsReauthentication };
}

export function task<Input extends z.ZodType, Output extends z.ZodType>(
  shape: Shape<Input, Output> & { readonly whileLocked?: true; readonly needsReauthentication?: true },
): Operation<'task', Input, Output> {
  const { whileLocked = false, needsReauthentication = false } = shape;
  return { kind: 'task', subject: null, runOf: null, ...shape, whileLocked, needsReauthentication };
}

type AnyOperation = Operation<OperationKind, z.ZodType, z.ZodType>;
export type FeatureContract = Readonly<Record<string, AnyOperation>>;
export type Contract = Readonly<Record<string, FeatureContract>>;

export type InputOf<O> = O extends Operation<OperationKind, infer I, z.ZodType> ? z.input<I> : never;
export type OutputOf<O> = O extends Operation<OperationKind, z.ZodType, infer Out> ? z.output<Out> : never;

/** What main must provide for one feature: a function for every operation, with the context of its kind. */
export type HandlersOf<Feature extends FeatureContract, Context extends Record<OperationKind, unknown>> = {
  readonly [Name in keyof Feature]: Feature[Name] extends Operation<infer Kind, infer I, infer Out>
    ? (context: Context[Kind], input: z.output<I>) => Kind extends 'task' ? Promise<z.input<Out>> : z.input<Out>
    : never;
};

/** `'people.register'`, for every operation of a contract. */
export type OperationNameOf<C extends Contract> = {
  [F in keyof C & string]: `${F}.${keyof C[F] & string}`;
}[keyof C & string];

export type OperationAt<C extends Contract, Name extends string> = Name extends `${infer F}.${infer Op}`
  ? F extends keyof C
    ? Op extends keyof C[F]
      ? C[F][Op]
      : never
    : never
  : never;
