// Registers of few people: a summary is given out, or each refusal shows a way that leads to one. A stranger with all files finds nothing.
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { answerFolder, inventLife, monthsFrom, prepareUsual } from '#tests/support/invented-year.ts';
import { openTestRegister, type TestRegister } from '#tests/support/test-register.ts';
import { attackIntervals } from '#tools/sdc/attack/intervals.ts';
import { outsiderKnowledge } from '#tools/sdc/attack/knowledge.ts';
import { readExports } from '#tools/sdc/attack/read-export.ts';

const HANDOUT = { recipient: '架空区社会福祉協議会', purpose: '毎月の報告' };
/** More refusals than this in a row would try anybody's patience. */
const PATIENCE = 4;

let register: TestRegister;
afterEach(() => register.close());

/** Takes the last way out of each refusal, as somebody would who only wants to be done. @throws Error when none leads on */
async function publishSomehow(month: CalendarMonth): Promise<void> {
  let answer = await prepareUsual(register, month);
  let refusals = 0;
  while (answer.state === 'refused') {
    refusals += 1;
    const way = answer.refusal.offers.at(-1);
    if (way === undefined || refusals > PATIENCE) throw new Error(`${month}: no way out: ${answer.refusal.sentence}`);
    const tables = [...way.choices];
    answer = await register.ok('publications.prepare', { month, profile: 'council', tables, remarks: '' });
  }
  answerFolder(register, `published/${month}`);
  await register.ok('publications.publish', { preparedId: answer.preparedId, handout: HANDOUT });
}

async function attack() {
  const knowledge = outsiderKnowledge(readExports([join(register.outbox, 'published')]));
  const intervals = [...(await attackIntervals(knowledge, 5, true)).values()];
  return {
    hidden: knowledge.targets.length,
    determined: intervals.filter(({ least, most }) => least === most).length,
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
      await publishSomehow(month);
    }
    const found = await attack();
    expect(found).toMatchObject({ determined: 0, below: 0 });
    expect(found.hidden).toBeGreaterThan(20);
  });
});
