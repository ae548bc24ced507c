// A router of three operations made for tests, on a real encrypted register: what a handler gets and what becomes of it, without any feature.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { CommandContext, QueryContext, TaskContext } from '#main/platform/contexts.ts';
import { auditTrail, settings } from '#main/platform/database/schema/registry.ts';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { createReauthentication } from '#main/platform/vault/reauthentication.ts';
import { createOwedRows } from '#main/rpc/owed-rows.ts';
import { createRouter, type HandlerTable, type Router } from '#main/rpc/router.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { type Contract, command, query, task } from '#shared/contract/operation.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { openTestRegister, type TestRegister } from './test-register.ts';

const key = z.strictObject({ key: z.string() });
const row = z.object({ key: z.string() });

const trial = {
  read: query({ input: key, output: row.nullable() }),
  put: command({ input: key, output: row, subject: (input) => input.key }),
  slow: task({ input: key, output: row }),
} as const;

type Put = (context: CommandContext, input: { key: string }) => unknown;

/** A handler that writes one row under the key. */
export const putRow: Put = ({ writer }, input) => {
  writer.insert(settings).values({ key: input.key, value: '1' }).run();
  return { key: input.key };
};

interface TrialHandlers {
  readonly read?: (context: QueryContext, input: { key: string }) => unknown;
  readonly put?: Put;
  readonly slow?: (context: TaskContext, input: { key: string }) => Promise<unknown>;
}

export interface Trial {
  readonly register: TestRegister;
  readonly logged: string[];
  readonly events: RegisterEvent[];
  /** A router whose handlers are these; `trial.put` writes a row unless told otherwise. */
  routerWith(handlers: TrialHandlers, emit?: (event: RegisterEvent) => void): Router;
  /** A router of other operations. */
  routerFor(contract: Contract, handlers: HandlerTable): Router;
  auditRows(): readonly (typeof auditTrail.$inferSelect)[];
  /** How many rows were written under the key. */
  stored(key: string): number;
}

/** Close its register. */
export async function openTrial(): Promise<Trial> {
  const register = await openTestRegister();
  const logged: string[] = [];
  const events: RegisterEvent[] = [];
  const now = () => '2026-10-15T03:00:00.000Z';
  const standard = {
    read: () => null,
    put: putRow,
    slow: async (_context: TaskContext, input: { key: string }) => input,
  };
  const routerOf = (contract: Contract, handlers: HandlerTable, emit: (event: RegisterEvent) => void) =>
    createRouter({
      contract,
      handlers,
      vault: register.vault,
      reauthentication: createReauthentication(),
      clock: { today: () => asCalendarDate('2026-10-15'), now },
      newId: randomId,
      log: createLog((text) => logged.push(text), now),
      emit,
      owed: createOwedRows(),
      onRefused: () => {},
      onCommit: () => {},
    });
  return {
    register,
    logged,
    events,
    routerWith: (handlers, emit = (event) => events.push(event)) =>
      routerOf({ trial }, { trial: { ...standard, ...handlers } }, emit),
    routerFor: (contract, handlers) => routerOf(contract, handlers, (event) => events.push(event)),
    auditRows: () =>
      register.vault.session.reader
        .select()
        .from(auditTrail)
        .all()
        .filter(({ operation }) => operation.startsWith('trial.')),
    stored: (wanted) =>
      register.vault.session.reader.select().from(settings).where(eq(settings.key, wanted)).all().length,
  };
}
