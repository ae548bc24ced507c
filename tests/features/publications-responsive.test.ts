// A summary is made safe in a thread of its own: whoever is on the telephone meanwhile finds the register as quick as ever. Invented people.
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, asCalendarMonth, monthEnd } from '#shared/model/calendar-date.ts';
import { inventLife, prepareUsual } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { defaultPack, inventWard } from '#tools/sdc/invented-ward.ts';
import { solver } from '#tools/sdc/small-tables.ts';
import { publishMonths } from '#tools/sdc/twelve-months.ts';

const MAY = asCalendarMonth('2026-05');

let register: TestRegister;
beforeEach(async () => {
  register = await openTestRegister({ today: '2026-05-01' });
  await inventLife(register, { people: 60, visits: 60, consultations: 40 }).live(MAY);
  register.setToday(addDays(monthEnd(MAY), 5));
  await register.ok('closings.close', { month: MAY });
});
afterEach(() => register.close());

/** How many questions the register answers before some work is over. */
async function answeredDuring(work: () => Promise<unknown>): Promise<number> {
  let isOver = false;
  let answered = 0;
  const working = work().finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await register.ok('people.list', {});
    if (!isOver) answered += 1;
    await setImmediate();
  }
  await working;
  return answered;
}

describe('while a summary is made safe', () => {
  it('the register answers', async () => {
    expect(await answeredDuring(() => prepareUsual(register, MAY))).toBeGreaterThan(5);
  });

  it('and would not, if it were done in the same thread (control)', async () => {
    const work = async () => [...publishMonths(solver, inventWard({ seed: 7 }, 1), defaultPack, 1, 5)];
    expect(await answeredDuring(work)).toBe(0);
  });
});
