// What a page that turned hostile could send: every operation, with inputs that break its schema in generated ways. Each is refused as
// malformed; none is accepted, none crashes. A router that looks at nothing must be found out by the same calls.
import fc from 'fast-check';
import { z } from 'zod';
import type { Router } from '#main/rpc/router.ts';
import { command } from '#shared/contract/operation.ts';
import { malformedInputs, OPERATIONS, type OperationUnderTest, validInput } from '#tests/support/malformed-inputs.ts';
import type { TestRegister } from '#tests/support/test-register.ts';
import { openTestRegister } from '#tests/support/test-register.ts';
import { openTrial } from '#tests/support/trial-router.ts';
import { control, figure, type Trial, zero } from './report.ts';

export interface MalformedCalls {
  readonly operations: number;
  readonly calls: number;
  /** Answered in any other way than `invalid_input`. */
  readonly accepted: number;
  /** `unexpected`, or a rejection, which never crosses the border. */
  readonly crashes: number;
}

const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true });

/** Puts `value` in the place that `path` leads to; a share of 1 means the last key of an object or list. */
function replaceAt(valid: unknown, path: readonly number[], value: unknown): unknown {
  if (typeof valid !== 'object' || valid === null || path.length === 0) {
    return value;
  }
  const [share = 0, ...rest] = path;
  const keys = Object.keys(valid);
  const key = keys[Math.min(keys.length - 1, Math.floor(share * keys.length))];
  if (key === undefined) {
    return value;
  }
  const inner = replaceAt((valid as Record<string, unknown>)[key], rest, value);
  return Array.isArray(valid)
    ? valid.map((each, at) => (String(at) === key ? inner : each))
    : { ...valid, [key]: inner };
}

/** Spoiled inputs of every known kind, then generated ones, until there are so many; none of them fits the schema. */
function* inputsFor(operation: OperationUnderTest, count: number): Generator<unknown> {
  const valid = validInput(operation);
  const path = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
  const spoiled = fc.oneof(
    anything,
    fc.record({ path, value: anything }).map((change) => replaceAt(valid, change.path, change.value)),
    fc.dictionary(fc.string(), anything).map((extra) => ({ ...(valid as object), ...extra, undeclared: extra })),
  );
  let made = 0;
  for (const [, input] of malformedInputs(operation).slice(0, Math.ceil(count / 2))) {
    made += 1;
    yield input;
  }
  for (let seed = 1; made < count; seed += 1) {
    for (const input of fc.sample(spoiled, { numRuns: count - made, seed })) {
      if (!operation.input.safeParse(input).success) {
        made += 1;
        yield input;
      }
    }
  }
}

/** @param count of each operation. */
export async function sendMalformed(
  router: Router,
  operations: readonly OperationUnderTest[],
  count: number,
): Promise<MalformedCalls> {
  const sum = { operations: operations.length, calls: 0, accepted: 0, crashes: 0 };
  for (const operation of operations) {
    for (const input of inputsFor(operation, count)) {
      const answer = await router.call(operation.name, input).catch(() => null);
      const code = answer === null ? 'unexpected' : answer.ok ? 'ok' : answer.error.code;
      sum.calls += 1;
      sum.accepted += code === 'invalid_input' || code === 'unexpected' ? 0 : 1;
      sum.crashes += code === 'unexpected' ? 1 : 0;
    }
  }
  return sum;
}

/** The control: an operation that takes anything, and breaks on some of it. */
export async function sendToCarelessRouter(count: number): Promise<MalformedCalls> {
  const trial = await openTrial();
  const careless = command({ input: z.unknown(), output: z.unknown(), subject: null });
  const router = trial.routerFor(
    { trial: { put: careless } },
    {
      trial: { put: (_context: unknown, input: { length: number }) => input.length },
    },
  );
  const strict = {
    ...command({ input: z.strictObject({ key: z.string() }), output: z.unknown(), subject: null }),
    name: 'trial.put',
  };
  const found = await sendMalformed(router, [strict as OperationUnderTest], count);
  trial.register.close();
  return found;
}

/** An open register with every operation, and what was logged in it. */
async function sendMalformedToAll(count: number): Promise<MalformedCalls & { readonly logged: number }> {
  const register: TestRegister = await openTestRegister();
  const found = await sendMalformed(register.router, OPERATIONS, count);
  const logged = register.logged.length;
  register.close();
  return { ...found, logged };
}

export const malformedCalls: Trial = {
  name: 'malformed-calls',
  title: 'compromised renderer: malformed inputs for every operation',
  async rows(scale) {
    const found = await sendMalformedToAll(scale === 'long' ? 2000 : 200);
    const careless = await sendToCarelessRouter(200);
    return [
      figure('operations', found.operations),
      figure('malformed calls', found.calls),
      zero('malformed calls accepted', found.accepted),
      zero('malformed calls, crashes', found.crashes),
      zero('malformed calls that left something in the log', found.logged),
      control('malformed calls accepted by an operation that takes anything', careless.accepted),
      control('crashes of an operation that takes anything', careless.crashes),
    ];
  },
};
