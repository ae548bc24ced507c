// Reckoning how much of each table would be ＊, and stopping it: the answer comes at once, the thread is gone, nothing is kept. Invented people.
import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterEvent } from '#shared/contract/events.ts';
import { addDays, asCalendarMonth, monthEnd } from '#shared/model/calendar-date.ts';
import { inventLife } from '#tests/support/invented-year.ts';
import {
  openTestRegister,
  TEST_PASSPHRASE,
  type TestRegister,
  type TestRegisterOptions,
} from '#tests/support/test-register.ts';

const MAY = asCalendarMonth('2026-05');
const WISH = { month: MAY, profile: 'council' } as const;

let register: TestRegister;
/** Every thread that was started since the test began. */
let threads: Worker[];
const note = (thread: Worker) => threads.push(thread);
beforeEach(() => {
  threads = [];
  process.on('worker', note);
});
afterEach(async () => {
  process.off('worker', note);
  await register.close();
});

/** A register with one closed month. */
async function open(options: TestRegisterOptions = {}): Promise<void> {
  register = await openTestRegister({ today: '2026-05-01', ...options });
  await inventLife(register, { people: 16, visits: 20, consultations: 8 }).live(MAY);
  register.setToday(addDays(monthEnd(MAY), 5));
  await register.ok('closings.close', { month: MAY });
}

/** Does something as soon as the reckoning says how far it is, once. */
function whenItBegins(deed: () => void): (event: RegisterEvent) => void {
  let isDone = false;
  return (event) => {
    if (isDone || event.type !== 'progress' || event.operation !== 'publications.reckon') return;
    isDone = true;
    deed();
  };
}

const cancel = () => register.ok('publications.cancelReckoning', {});

/** Of every form of every table that is offered. */
async function knownShares(): Promise<(number | null)[]> {
  const offers = await register.ok('publications.offers', WISH);
  return offers.flatMap(({ forms }) => forms.map(({ hiddenShare }) => hiddenShare));
}

async function expectNoThreadLeft(): Promise<void> {
  expect(threads).toHaveLength(1);
  for (const thread of threads) {
    if (thread.threadId !== -1) await once(thread, 'exit');
    expect(thread.threadId).toBe(-1);
  }
}

/** Says that it has begun, and is then too busy to listen. */
const ENDLESS = `
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage({ kind: 'progress', progress: { part: 'hiding', done: 0 } });
  for (;;) {}
`;

describe('reckoning', () => {
  it('says how many forms of tables it has been through, and keeps what it found', async () => {
    await open();
    expect(new Set(await knownShares())).toEqual(new Set([null]));
    await register.ok('publications.reckon', WISH);
    expect(register.events).toContainEqual(
      expect.objectContaining({
        operation: 'publications.reckon',
        step: expect.stringMatching(/^\d+とおりの表のうち、\d+とおりを計算しました$/u),
      }),
    );
    expect((await knownShares()).filter((share) => share !== null).length).toBeGreaterThan(20);
    await expectNoThreadLeft();
  });

  it('that is stopped leaves no thread and nothing known, and a second one works', async () => {
    await open({ onEvent: whenItBegins(() => void cancel()) });
    expect(await register.refused('publications.reckon', WISH)).toBe('cancelled');
    await expectNoThreadLeft();
    expect(new Set(await knownShares())).toEqual(new Set([null]));
    const offers = await register.ok('publications.reckon', WISH);
    expect(offers.some(({ advised }) => advised !== null)).toBe(true);
  });

  it('answers to a stop while its thread is too busy to listen', async () => {
    const workerFile = new URL(`data:text/javascript,${encodeURIComponent(ENDLESS)}`);
    let whileItWorks = -1;
    const onEvent = whenItBegins(() => {
      whileItWorks = threads[0]?.threadId ?? -1;
      void cancel();
    });
    await open({ protectOptions: { workerFile }, onEvent });
    expect(await register.refused('publications.reckon', WISH)).toBe('cancelled');
    expect(whileItWorks).toBeGreaterThan(0);
    await expectNoThreadLeft();
  });

  it('is stopped by the lock too', async () => {
    await open({ onEvent: whenItBegins(() => register.vault.lock()) });
    expect(await register.refused('publications.reckon', WISH)).toBe('locked');
    await expectNoThreadLeft();
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    expect(new Set(await knownShares())).toEqual(new Set([null]));
  });

  it('is not touched by a stop that comes before or after it', async () => {
    await open();
    await cancel();
    await register.ok('publications.reckon', WISH);
    await cancel();
    expect((await knownShares()).filter((share) => share !== null).length).toBeGreaterThan(20);
  });

  it('whose thread dies is no stop of hers', async () => {
    await open({ protectOptions: { workerFile: new URL('data:text/javascript,process.exit(9)') } });
    expect(await register.refused('publications.reckon', WISH)).toBe('unexpected');
    await expectNoThreadLeft();
  });
});
