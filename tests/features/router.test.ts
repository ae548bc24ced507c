// The request path itself, on a real encrypted register with operations made for the test: what reaches a handler, what leaves it, and
// what becomes of a handler that fails.
import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CommandContext, QueryContext, TaskContext } from '#main/platform/contexts.ts';
import { auditTrail, settings } from '#main/platform/database/schema/registry.ts';
import { randomId } from '#main/platform/ids.ts';
import { createLog } from '#main/platform/log.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { createRouter, type Router } from '#main/rpc/router.ts';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { command, query, task } from '#shared/contract/operation.ts';
import { asCalendarDate } from '#shared/model/calendar-date.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';

const CANARY = '秘密野 カナリア 06-0987-6501';
const key = z.strictObject({ key: z.string() });
const row = z.object({ key: z.string() });

const trial = {
  read: query({ input: key, output: row.nullable() }),
  put: command({ input: key, output: row, subject: ({ key }) => key }),
  slow: task({ input: key, output: row }),
} as const;

type Put = (context: CommandContext, input: { key: string }) => unknown;
const putRow: Put = ({ writer }, { key }) => {
  writer.insert(settings).values({ key, value: '1' }).run();
  return { key };
};

let register: TestRegister;
let logged: string[];
let events: RegisterEvent[];
beforeEach(async () => {
  register = await openTestRegister();
  logged = [];
  events = [];
});
afterEach(() => register.close());

interface Handlers {
  readonly read?: (context: QueryContext, input: { key: string }) => unknown;
  readonly put?: Put;
  readonly slow?: (context: TaskContext, input: { key: string }) => Promise<unknown>;
}

function routerWith(handlers: Handlers, emit: (event: RegisterEvent) => void = (event) => events.push(event)): Router {
  const now = () => '2026-10-15T03:00:00.000Z';
  return createRouter({
    contract: { trial },
    handlers: {
      trial: {
        read: () => null,
        put: putRow,
        slow: async (_context: TaskContext, input: { key: string }) => input,
        ...handlers,
      },
    },
    vault: register.vault,
    clock: { today: () => asCalendarDate('2026-10-15'), now },
    newId: randomId,
    log: createLog((text) => logged.push(text), now),
    emit,
  });
}

const auditRows = () =>
  register.vault.session.reader
    .select()
    .from(auditTrail)
    .all()
    .filter(({ operation }) => operation.startsWith('trial.'));
const stored = (wanted: string) =>
  register.vault.session.reader.select().from(settings).where(eq(settings.key, wanted)).all().length;

describe('a query', () => {
  it('is given a reader that has nothing to write with, at run time either', async () => {
    let seen: object = {};
    const router = routerWith({
      read: (context) => {
        seen = context;
        return null;
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toEqual({ ok: true, value: null });
    expect(Object.keys(seen).sort()).toEqual(['now', 'reader', 'today']);
    const { reader } = seen as QueryContext;
    expect(Object.keys(reader).sort()).toEqual(['select', 'selectDistinct']);
    for (const method of ['insert', 'update', 'delete', 'run', 'transaction', '$client', 'session', '_']) {
      expect(method in reader, method).toBe(false);
    }
  });

  it('writes no audit row and tells nobody of a change', async () => {
    await routerWith({}).call('trial.read', { key: 'a' });
    expect(auditRows()).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe('an answer', () => {
  it('loses every column that the contract does not declare', async () => {
    const router = routerWith({ read: () => ({ key: 'a', name: CANARY, note: CANARY }) });
    expect(await router.call('trial.read', { key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
  });

  it('that does not fit the contract is no answer, and shows nothing of itself', async () => {
    const router = routerWith({ read: () => ({ key: 4711, name: CANARY }) });
    const answer = await router.call('trial.read', { key: 'a' });
    expect(answer).toEqual({ ok: false, error: { code: 'unexpected', incident: '20261015-030000-1' } });
    expect(logged).toHaveLength(1);
    expect(logged.join()).not.toContain('4711');
  });

  it('of a command that does not fit undoes what the command wrote', async () => {
    const router = routerWith({
      put: (context, input) => {
        putRow(context, input);
        return { wrong: CANARY };
      },
    });
    expect(await router.call('trial.put', { key: 'a' })).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(stored('a')).toBe(0);
    expect(auditRows()).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe('a command', () => {
  it('leaves one audit row with its time, actor, operation, subject and counts, and tells of the change', async () => {
    const router = routerWith({
      put: (context, input) => {
        context.auditDetail({ rows: 1 });
        context.auditDetail({ kind: 'trial' });
        return putRow(context, input);
      },
    });
    expect(await router.call('trial.put', { key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
    expect(auditRows()).toEqual([
      {
        sequence: expect.any(Number),
        at: '2026-10-15T03:00:00.000Z',
        actor: '見本 花子',
        operation: 'trial.put',
        subjectId: 'a',
        detail: '{"rows":1,"kind":"trial"}',
      },
    ]);
    expect(events).toEqual([{ type: 'changed', feature: 'trial' }]);
  });

  it('is undone when it refuses half-way, and the refusal arrives with its fields', async () => {
    const router = routerWith({
      put: (context, input) => {
        putRow(context, input);
        throw new Refusal('date_in_future', { key: 'in_future' });
      },
    });
    expect(await router.call('trial.put', { key: 'a' })).toEqual({
      ok: false,
      error: { code: 'date_in_future', fields: { key: 'in_future' } },
    });
    expect(stored('a')).toBe(0);
    expect(auditRows()).toEqual([]);
    expect(logged).toEqual([]);
  });

  it('is undone when its audit row cannot be written', async () => {
    const raw = await openRaw(register.folder);
    raw.exec(`CREATE TRIGGER no_audit BEFORE INSERT ON audit_trail BEGIN SELECT RAISE(ABORT, '${CANARY}'); END`);
    raw.close();
    const answer = await routerWith({}).call('trial.put', { key: 'a' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(stored('a')).toBe(0);
    expect(events).toEqual([]);
    expect(JSON.stringify([answer, logged])).not.toContain('カナリア');
  });

  it('stays done when nobody can be told of it', async () => {
    const router = routerWith({}, () => {
      throw new Error('the window is gone');
    });
    expect(await router.call('trial.put', { key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
    expect(stored('a')).toBe(1);
    expect(logged).toHaveLength(1);
  });

  it('that hands back a promise has not written: a transaction does not wait', async () => {
    const router = routerWith({ put: async (context, input) => putRow(context, input) });
    expect(await router.call('trial.put', { key: 'a' })).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(stored('a')).toBe(0);
    expect(auditRows()).toEqual([]);
  });
});

describe('a task', () => {
  it('writes through commit alone, each with its audit row, and is refused once the register is locked', async () => {
    const router = routerWith({
      slow: async (context, { key }) => {
        expect(Object.keys(context).sort()).toEqual(['commit', 'now', 'progress', 'read', 'today']);
        context.commit(null, (inner) => putRow(inner, { key }));
        context.progress(1, 2, '途中');
        register.vault.lock();
        context.commit(null, (inner) => putRow(inner, { key: 'b' }));
        return { key };
      },
    });
    expect(await router.call('trial.slow', { key: 'a' })).toEqual({ ok: false, error: { code: 'locked' } });
    expect(events).toEqual([
      { type: 'changed', feature: 'trial' },
      { type: 'progress', operation: 'trial.slow', done: 1, total: 2, step: '途中' },
    ]);
    await register.ok('vault.unlock', { passphrase: 'kawa-hashi-sakura-7' });
    expect([stored('a'), stored('b'), auditRows().length]).toEqual([1, 0, 1]);
  });
});

describe('a handler that fails', () => {
  const failures: readonly (readonly [string, () => unknown])[] = [
    ['an error', () => new Error(CANARY)],
    ['an error that looks like a stack', () => new Error(`x\n    at ${CANARY} (people.ts:1:1)`)],
    [
      'an error of the database that quotes a record',
      () => Object.assign(new Error(CANARY), { code: 'SQLITE_CONSTRAINT' }),
    ],
    ['a text', () => CANARY],
    ['nothing', () => undefined],
    ['an object', () => ({ code: 'locked', fields: { name: CANARY } })],
  ];

  it.each(failures)(
    'by throwing %s answers "unexpected" with an incident, and nobody learns what it said',
    async (_what, make) => {
      const router = routerWith({
        read: () => {
          throw make();
        },
      });
      const answer = await router.call('trial.read', { key: 'a' });
      expect(answer).toEqual({
        ok: false,
        error: { code: 'unexpected', incident: expect.stringMatching(/^20261015-/u) },
      });
      expect(logged).toHaveLength(1);
      expect(JSON.stringify([answer, logged])).not.toContain('カナリア');
      // The control: what was thrown would be found if anybody wrote it down.
      expect(CANARY).toContain('カナリア');
    },
  );

  it('by throwing what cannot even be looked at is answered all the same', async () => {
    const unreadable = new Proxy(new Error('x'), {
      get: () => {
        throw new Error(CANARY);
      },
    });
    const router = routerWith({
      read: () => {
        throw unreadable;
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toMatchObject({ error: { code: 'unexpected' } });
  });

  it('by rejecting is answered like one that throws', async () => {
    const router = routerWith({ slow: () => Promise.reject(new Error(CANARY)) });
    expect(await router.call('trial.slow', { key: 'a' })).toMatchObject({ error: { code: 'unexpected' } });
    expect(logged.join()).not.toContain('カナリア');
  });

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('for want of space (%s) says so', async (code) => {
    const router = routerWith({
      read: () => {
        throw Object.assign(new Error(CANARY), { code });
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toEqual({ ok: false, error: { code: 'disk_full' } });
  });

  it('on a damaged page says that the register is damaged, with an incident', async () => {
    const router = routerWith({
      read: () => {
        throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT_VTAB' });
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toMatchObject({
      error: { code: 'register_damaged', incident: expect.any(String) },
    });
  });
});

describe('two commands at once', () => {
  it('are both done, one after the other', async () => {
    const router = routerWith({});
    const answers = await Promise.all(['a', 'b', 'c'].map((each) => router.call('trial.put', { key: each })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(auditRows().map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'c']);
  });
});
