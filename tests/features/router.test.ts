// The request path itself, on a real encrypted register with operations made for the test: what reaches a handler and what leaves it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueryContext } from '#main/platform/contexts.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import { TEST_PASSPHRASE } from '#tests/support/test-register.ts';
import { openTrial, putRow, type Trial } from '#tests/support/trial-router.ts';

const CANARY = '秘密野 カナリア 06-0987-6501';

let trial: Trial;
beforeEach(async () => {
  trial = await openTrial();
});
afterEach(() => trial.register.close());

describe('a query', () => {
  it('is given a reader that has nothing to write with, at run time either', async () => {
    let seen: object = {};
    const router = trial.routerWith({
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
    await trial.routerWith({}).call('trial.read', { key: 'a' });
    expect(trial.auditRows()).toEqual([]);
    expect(trial.events).toEqual([]);
  });
});

describe('an answer', () => {
  it('loses every column that the contract does not declare', async () => {
    const router = trial.routerWith({ read: () => ({ key: 'a', name: CANARY, note: CANARY }) });
    expect(await router.call('trial.read', { key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
  });

  it('that does not fit the contract is no answer, and shows nothing of itself', async () => {
    const router = trial.routerWith({ read: () => ({ key: 4711, name: CANARY }) });
    const answer = await router.call('trial.read', { key: 'a' });
    expect(answer).toEqual({ ok: false, error: { code: 'unexpected', incident: '20261015-030000-1' } });
    expect(trial.logged).toHaveLength(1);
    expect(trial.logged.join()).not.toContain('4711');
  });

  it('of a command that does not fit undoes what the command wrote', async () => {
    const router = trial.routerWith({
      put: (context, input) => {
        putRow(context, input);
        return { wrong: CANARY };
      },
    });
    expect(await router.call('trial.put', { key: 'a' })).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(trial.stored('a')).toBe(0);
    expect(trial.auditRows()).toEqual([]);
    expect(trial.events).toEqual([]);
  });
});

describe('a command', () => {
  it('leaves one audit row with its time, actor, operation, subject and counts, and tells of the change', async () => {
    const router = trial.routerWith({
      put: (context, input) => {
        context.auditDetail({ rows: 1 });
        context.auditDetail({ kind: 'trial' });
        return putRow(context, input);
      },
    });
    expect(await router.call('trial.put', { key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
    expect(trial.auditRows()).toEqual([
      {
        sequence: expect.any(Number),
        at: '2026-10-15T03:00:00.000Z',
        actor: '見本 花子',
        operation: 'trial.put',
        subjectId: 'a',
        detail: '{"rows":1,"kind":"trial"}',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/u),
      },
    ]);
    expect(trial.events).toEqual([{ type: 'changed', feature: 'trial' }]);
  });

  it('is undone when it refuses half-way, and the refusal arrives with its fields', async () => {
    const router = trial.routerWith({
      put: (context, input) => {
        putRow(context, input);
        throw new Refusal('date_in_future', { key: 'in_future' });
      },
    });
    expect(await router.call('trial.put', { key: 'a' })).toEqual({
      ok: false,
      error: { code: 'date_in_future', fields: { key: 'in_future' } },
    });
    expect(trial.stored('a')).toBe(0);
    expect(trial.auditRows()).toEqual([]);
    expect(trial.logged).toEqual([]);
  });

  it('is undone when its audit row cannot be written', async () => {
    const raw = await openRaw(trial.register.folder);
    raw.exec(`CREATE TRIGGER no_audit BEFORE INSERT ON audit_trail BEGIN SELECT RAISE(ABORT, '${CANARY}'); END`);
    raw.close();
    const answer = await trial.routerWith({}).call('trial.put', { key: 'a' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(trial.stored('a')).toBe(0);
    expect(trial.events).toEqual([]);
    expect(JSON.stringify([answer, trial.logged])).not.toContain('カナリア');
  });

  it('stays done when nobody can be told of it', async () => {
    const router = trial.routerWith({}, () => {
      throw new Error('the window is gone');
    });
    expect(await router.call('trial.put', { key: 'a' })).toEqual({ ok: true, value: { key: 'a' } });
    expect(trial.stored('a')).toBe(1);
    expect(trial.logged).toHaveLength(1);
  });

  it('that hands back a promise has not written: a transaction does not wait', async () => {
    const router = trial.routerWith({ put: async (context, input) => putRow(context, input) });
    expect(await router.call('trial.put', { key: 'a' })).toMatchObject({ ok: false, error: { code: 'unexpected' } });
    expect(trial.stored('a')).toBe(0);
    expect(trial.auditRows()).toEqual([]);
  });
});

describe('a task', () => {
  it('writes through commit alone, each with its audit row, and is refused once the register is locked', async () => {
    const router = trial.routerWith({
      slow: async (context, { key }) => {
        expect(Object.keys(context).sort()).toEqual(['commit', 'now', 'progress', 'read', 'today']);
        context.commit(null, (inner) => putRow(inner, { key }));
        context.progress(1, 2, '途中');
        trial.register.vault.lock();
        context.commit(null, (inner) => putRow(inner, { key: 'b' }));
        return { key };
      },
    });
    expect(await router.call('trial.slow', { key: 'a' })).toEqual({ ok: false, error: { code: 'locked' } });
    expect(trial.events).toEqual([
      { type: 'changed', feature: 'trial' },
      { type: 'progress', operation: 'trial.slow', done: 1, total: 2, step: '途中' },
    ]);
    await trial.register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect([trial.stored('a'), trial.stored('b'), trial.auditRows().length]).toEqual([1, 0, 1]);
  });
});

describe('two commands at once', () => {
  it('are both done, one after the other', async () => {
    const router = trial.routerWith({});
    const answers = await Promise.all(['a', 'b', 'c'].map((each) => router.call('trial.put', { key: each })));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(trial.auditRows().map(({ subjectId }) => subjectId)).toEqual(['a', 'b', 'c']);
  });
});
