// What becomes of a handler that fails: the caller gets a value with an incident, the log learns where and never what.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTrial, type Trial } from '#tests/support/trial-router.ts';

const CANARY = '秘密野 カナリア 06-0987-6501';

let trial: Trial;
beforeEach(async () => {
  trial = await openTrial();
});
afterEach(() => trial.register.close());

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
      const router = trial.routerWith({
        read: () => {
          throw make();
        },
      });
      const answer = await router.call('trial.read', { key: 'a' });
      expect(answer).toEqual({
        ok: false,
        error: { code: 'unexpected', incident: expect.stringMatching(/^20261015-/u) },
      });
      expect(trial.logged).toHaveLength(1);
      expect(JSON.stringify([answer, trial.logged])).not.toContain('カナリア');
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
    const router = trial.routerWith({
      read: () => {
        throw unreadable;
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toMatchObject({ error: { code: 'unexpected' } });
  });

  it('by rejecting is answered like one that throws', async () => {
    const router = trial.routerWith({ slow: () => Promise.reject(new Error(CANARY)) });
    expect(await router.call('trial.slow', { key: 'a' })).toMatchObject({ error: { code: 'unexpected' } });
    expect(trial.logged.join()).not.toContain('カナリア');
  });

  it.each(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])('for want of space (%s) says so', async (code) => {
    const router = trial.routerWith({
      read: () => {
        throw Object.assign(new Error(CANARY), { code });
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toEqual({ ok: false, error: { code: 'disk_full' } });
  });

  it('on a damaged page says that the register is damaged, with an incident', async () => {
    const router = trial.routerWith({
      read: () => {
        throw Object.assign(new Error('malformed'), { code: 'SQLITE_CORRUPT_VTAB' });
      },
    });
    expect(await router.call('trial.read', { key: 'a' })).toMatchObject({
      error: { code: 'register_damaged', incident: expect.any(String) },
    });
  });
});
