import { describe, expect, test } from 'vitest';
import { protect } from '#main/disclosure-control/protect-in-worker.ts';
import { COUNCIL_PARAMETERS, type Progress } from '#main/disclosure-control/publication-model.ts';
import { consultationTable, inventWard, monthAt, WARD_SOURCES } from '#tools/sdc/invented-ward.ts';
import { NO_HISTORY, published, seedOf, UNHURRIED } from '#tools/sdc/small-tables.ts';

const request = {
  id: 'one',
  recipient: 'invented council',
  period: monthAt(0),
  parameters: COUNCIL_PARAMETERS,
  sources: WARD_SOURCES,
  tables: [consultationTable('month', [monthAt(0)], ['district', 'category'])],
  records: inventWard({ seed: 3 }, 1),
  seed: seedOf(3),
  limits: UNHURRIED,
};

describe('in a thread of its own', () => {
  test('a publication is the same as in this one, and this one stays free meanwhile', async () => {
    let turns = 0;
    const turn = setInterval(() => {
      turns += 1;
    }, 1);
    const parts = new Set<Progress['part']>();
    const outcome = await protect(request, NO_HISTORY, { onProgress: ({ part }) => parts.add(part) });
    clearInterval(turn);
    const here = published({ ...request });
    expect(outcome.ok && outcome.files).toEqual(here.files);
    expect(turns).toBeGreaterThan(5);
    expect(parts).toEqual(new Set(['counting', 'hiding', 'auditing', 'writing']));
  });

  test('says how far it is, part by part and never backwards', async () => {
    const order: readonly Progress['part'][] = ['counting', 'hiding', 'auditing', 'writing'];
    const told: number[] = [];
    const onProgress = ({ part, done }: Progress) => told.push(order.indexOf(part) + done);
    expect((await protect(request, NO_HISTORY, { onProgress })).ok).toBe(true);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(told).size).toBeGreaterThan(50);
  });

  test('cancelled before, or while it works, it is refused', async () => {
    expect(await protect(request, NO_HISTORY, { signal: AbortSignal.abort() })).toMatchObject({
      ok: false,
      refusal: { code: 'cancelled' },
    });
    const cancel = new AbortController();
    const outcome = await protect(request, NO_HISTORY, { signal: cancel.signal, onProgress: () => cancel.abort() });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
  });

  test('out of time it is refused', async () => {
    expect(await protect(request, NO_HISTORY, { timeoutMs: 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'timed_out' },
    });
  });

  test('with a worker that dies it is refused', async () => {
    const dies = new URL('data:text/javascript,process.exit(9)');
    expect(await protect(request, NO_HISTORY, { workerFile: dies })).toMatchObject({
      ok: false,
      refusal: { code: 'solver_failed' },
    });
    const throws = new URL('data:text/javascript,throw new Error("no solver")');
    expect(await protect(request, NO_HISTORY, { workerFile: throws })).toMatchObject({
      ok: false,
      refusal: { code: 'solver_failed' },
    });
  });

  test('without time for whole numbers or clean-up, what comes out is safe or refused', async () => {
    const limits = { cleanUpMs: 0, optimalMs: 0, integerSearchMs: 1, rounds: 1 };
    const outcome = await protect({ ...request, limits }, NO_HISTORY);
    if (!outcome.ok) expect(outcome).not.toHaveProperty('files');
  });
});
