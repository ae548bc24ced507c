// Registers of few people: a summary is given out, or each refusal shows a way that leads to one. A stranger with all files finds nothing.
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { inventLife, monthsFrom, publishPatiently } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import { outsiderKnowledge } from '#tools/sdc/attack/knowledge.ts';
import { readExports } from '#tools/sdc/attack/read-export.ts';

let register: TestRegister;
afterEach(() => register.close());

async function attack() {
  const knowledge = outsiderKnowledge(readExports([join(register.outbox, 'published')]));
  const intervals = [...(await attackIntervals(knowledge, 5, true)).values()];
  return {
    hidden: knowledge.targets.length,
    below: intervals.filter(({ least, most }) => least > 0 && most < 5).length,
  };
}

describe.each([
  [4, { visits: 3, consultations: 2 }],
  [30, { visits: 30, consultations: 10 }],
] as const)('a register of %i people', (people, happens) => {
  test('publishes two months one after the other, and gives nothing away', async () => {
    register = await openTestRegister({ today: '2026-04-01', protectOptions: { timeoutMs: 1_200_000 } });
    const life = inventLife(register, { people, ...happens });
    for (const month of monthsFrom('2026-04', 2)) {
      await register.ok('vault.noteActivity', {});
      await life.live(month);
      await register.ok('closings.close', { month });
      await publishPatiently(register, month);
    }
    const found = await attack();
    expect(found.below).toBe(0);
    expect(found.hidden).toBeGreaterThan(20);
  });
});
