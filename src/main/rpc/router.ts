// The whole path of a request: look up -> lock state -> parse input -> who is there -> run -> parse output -> envelope. Knows no feature and no Electron.
import type { z } from 'zod';
import type { Envelope, ErrorCode, Failure, FieldProblem } from '#shared/contract/errors.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import type { Contract, FeatureContract, Operation, OperationKind } from '#shared/contract/operation.ts';
import { minutesBefore } from '#shared/model/instant.ts';
import { appendAudit } from '../platform/audit/audit-trail.queries.ts';
import { hasLooked } from '../platform/audit/trail-reading.queries.ts';
import type { Clock } from '../platform/clock.ts';
import type { CommandContext, QueryContext, TaskContext } from '../platform/contexts.ts';
import { isDatabaseDamage } from '../platform/database/connection.ts';
import { isDiskFull } from '../platform/files/disk-full.ts';
import type { Log } from '../platform/log.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Reauthentication } from '../platform/vault/reauthentication.ts';
import type { Vault } from '../platform/vault/vault.ts';
import { type AuditRuns, createAuditRuns } from './audit-runs.ts';
import type { OwedRows } from './owed-rows.ts';

type AnyOperation = Operation<OperationKind, z.ZodType, z.ZodType>;
type AnyHandler = (context: QueryContext | CommandContext | TaskContext, input: unknown) => unknown;
/** Handlers by feature and operation; their full types are checked where they are assembled. */
export type HandlerTable = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface RouterOptions {
  readonly contract: Contract;
  readonly handlers: HandlerTable;
  readonly vault: Vault;
  readonly reauthentication: Reauthentication;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly emit: (event: RegisterEvent) => void;
  /** After each commit, an entry of a look too. */
  readonly onCommit: () => void;
  /** Rows that the trail is owed: they go first. */
  readonly owed: OwedRows;
  /** An operation was refused; called before the answer goes back. */
  readonly onRefused: (operation: string, code: ErrorCode) => void;
}

interface Running extends RouterOptions {
  readonly runs: AuditRuns;
}

export interface Router {
  /** Never rejects: every refusal and every fault is an envelope. */
  call(operation: string, input: unknown): Promise<Envelope<unknown>>;
}

const refuse = (code: ErrorCode, rest: Omit<Failure, 'code'> = {}): Envelope<never> => ({
  ok: false,
  error: { code, ...rest },
});

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  switch (issue.code) {
    case 'too_big':
      return 'too_long';
    case 'too_small':
      return 'too_short';
    case 'custom':
      return issue.message === 'required' ? 'required' : 'unreadable';
    case 'invalid_type':
      return 'required';
    case 'invalid_value':
      return 'not_in_list';
    default:
      return 'unreadable';
  }
}

/** First problem of each field, by dotted path. */
function fieldsOf(error: z.ZodError): Record<string, FieldProblem> {
  const fields: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    fields[issue.path.join('.')] ??= problemOf(issue);
  }
  return fields;
}

function find(options: RouterOptions, name: string) {
  const [feature = '', operation = '', ...rest] = typeof name === 'string' ? name.split('.') : [];
  if (rest.length > 0 || !Object.hasOwn(options.contract, feature)) {
    return null;
  }
  const features: FeatureContract = options.contract[feature] ?? {};
  const described = Object.hasOwn(features, operation) ? features[operation] : undefined;
  const handler = options.handlers[feature]?.[operation];
  return described && typeof handler === 'function' ? { feature, described, handler: handler as AnyHandler } : null;
}

/** Runs `work` in one transaction with the audit row of the write, or of the run that the write belongs to. */
function commit<Value>(
  options: Running,
  operation: string,
  of: { readonly subject: (value: Value) => string | null; readonly run: string | null },
  work: (context: CommandContext) => Value,
): Value {
  const { vault, clock, newId, runs, owed } = options;
  const { session } = vault;
  const { transaction, coordinator, auditKey } = session;
  const now = clock.now();
  const run = of.run === null ? null : `${operation} ${of.run}`;
  const isCovered = run !== null && runs.covers(session, run, now);
  const committed = transaction((writer) => {
    owed.pay(session, writer);
    let detail: Readonly<Record<string, string | number>> = {};
    const value = work({
      writer,
      today: clock.today(),
      now,
      newId,
      actor: coordinator,
      auditDetail: (added) => {
        detail = { ...detail, ...added };
      },
    });
    if (!isCovered) {
      appendAudit(writer, auditKey, { at: now, actor: coordinator, operation, subjectId: of.subject(value), detail });
    }
    return value;
  });
  owed.settled(session);
  if (run === null) {
    runs.end(session, operation.split('.')[0] ?? '');
  } else if (!isCovered) {
    runs.begin(session, run, now);
  }
  options.onCommit();
  return committed;
}

/** A screen reads a record again after every commit; within this time that is the same look. */
const LOOK_MINUTES = 10;

/** Every query that shows one record in full. */
function looksOf(contract: Contract): readonly string[] {
  return Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations)
      .filter(([, { kind, subject }]) => kind === 'query' && subject !== null)
      .map(([name]) => `${feature}.${name}`),
  );
}

/**
 * Enters in the trail that a record was looked at: the handler of a query cannot write, so the router does, in a transaction of
 * its own. On a full disk the record is shown nevertheless: somebody may need the telephone number in it now.
 */
function enterLook(options: RouterOptions, operation: string, subjectId: string): void {
  const { vault, clock, contract, owed } = options;
  const { session } = vault;
  const { reader, transaction, coordinator: actor, auditKey } = session;
  const at = clock.now();
  if (hasLooked(reader, { actor, at, subjectId }, minutesBefore(at, LOOK_MINUTES), looksOf(contract))) {
    return;
  }
  try {
    transaction((writer) => {
      owed.pay(session, writer);
      appendAudit(writer, auditKey, { at, actor, operation, subjectId, detail: {} });
    });
    owed.settled(session);
    options.onCommit();
  } catch (error) {
    if (!isDiskFull(error)) {
      throw error;
    }
    options.log.incident(operation, error);
  }
}

/** What was written stays written, whether or not a window can be told of it. */
function tell(options: RouterOptions, event: RegisterEvent): void {
  try {
    options.emit(event);
  } catch (error) {
    options.log.incident(event.type, error);
  }
}

interface Target {
  readonly feature: string;
  readonly described: AnyOperation;
  readonly handler: AnyHandler;
}

async function run(options: Running, name: string, target: Target, input: unknown): Promise<unknown> {
  const { vault, clock } = options;
  const moment = () => ({ today: clock.today(), now: clock.now() });
  const { described, handler, feature } = target;
  switch (described.kind) {
    case 'query': {
      const value = described.output.parse(handler({ ...moment(), reader: vault.session.reader }, input));
      const looked = described.subject?.(input, value) ?? null;
      if (looked !== null) {
        enterLook(options, name, looked);
      }
      return value;
    }
    case 'command': {
      // The output is parsed inside the transaction: a write whose answer is malformed is undone.
      const value = commit(
        options,
        name,
        {
          subject: (output) => described.subject?.(input, output) ?? null,
          run: described.runOf?.(input) ?? null,
        },
        (context) => described.output.parse(handler(context, input)),
      );
      tell(options, { type: 'changed', feature });
      return value;
    }
    case 'task': {
      const context: TaskContext = {
        ...moment(),
        read: (work) => work({ ...moment(), reader: vault.session.reader }),
        commit: (subjectId, work) => {
          const value = commit(options, name, { subject: () => subjectId, run: null }, work);
          tell(options, { type: 'changed', feature });
          return value;
        },
        progress: (done, total, step) => tell(options, { type: 'progress', operation: name, done, total, step }),
      };
      return described.output.parse(await handler(context, input));
    }
  }
}

/** Runs an operation for which whoever is logged in must just have given the passphrase; a refused one may be tried again. */
async function runConfirmed(
  options: Running,
  name: string,
  target: Target,
  input: unknown,
): Promise<Envelope<unknown>> {
  const { vault, reauthentication, clock } = options;
  const giveBack = reauthentication.take(vault.session, name, clock.now());
  if (!giveBack) {
    return refuse('reauthentication_needed');
  }
  try {
    return { ok: true, value: await run(options, name, target, input) };
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function answer(options: Running, name: string, input: unknown): Promise<Envelope<unknown>> {
  const target = find(options, name);
  if (!target) {
    return refuse('unknown_operation');
  }
  if (!target.described.whileLocked && options.vault.state !== 'unlocked') {
    return refuse('locked');
  }
  const parsed = target.described.input.safeParse(input);
  if (!parsed.success) {
    return refuse('invalid_input', { fields: fieldsOf(parsed.error) });
  }
  // There is nobody to ask who is there before the register is open.
  if (target.described.needsReauthentication && options.vault.state === 'unlocked') {
    return runConfirmed(options, name, target, parsed.data);
  }
  return { ok: true, value: await run(options, name, target, parsed.data) };
}

/** The envelope of whatever was thrown. What is not a refusal becomes an incident, of which only main's log knows more. */
function refusalOf(options: RouterOptions, name: string, error: unknown): Envelope<never> {
  if (error instanceof Refusal) {
    const { code, fields, neededBytes } = error;
    return refuse(code, { ...(fields ? { fields } : {}), ...(neededBytes === undefined ? {} : { neededBytes }) });
  }
  if (isDiskFull(error)) {
    return refuse('disk_full');
  }
  const incident = options.log.incident(name, error);
  return refuse(isDatabaseDamage(error) ? 'register_damaged' : 'unexpected', { incident });
}

export function createRouter(parts: RouterOptions): Router {
  const options: Running = { ...parts, runs: createAuditRuns() };
  return {
    async call(name, input) {
      try {
        return await answer(options, name, input);
      } catch (error) {
        const refusal = refusalOf(options, name, error);
        if (!refusal.ok) {
          options.onRefused(name, refusal.error.code);
        }
        return refusal;
      }
    },
  };
}
