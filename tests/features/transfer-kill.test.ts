// Ends the process without warning in the middle of an import: afterwards the register holds all of it or none.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KillAt, runChild } from '#tests/support/child-process.ts';
import { LEDGERS, openLedgerAt, plan } from '../support/ledger-import.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '../support/test-register.ts';

const LEDGER = join(LEDGERS, 'excel-cp932.csv');
const PEOPLE = 480;
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 4);

/** @returns what it said, and whether its end was told. */
async function importAndKill(folder: string, killAt: KillAt | null) {
  const { lines, hasEnded } = await runChild(
    { kind: 'import', folder, passphrase: TEST_PASSPHRASE, file: LEDGER },
    killAt,
  );
  return { lines, isTold: hasEnded };
}

describe('kill -9 during an import', () => {
  let register: TestRegister;
  const renew = async () => {
    register?.close();
    register = await openTestRegister();
    register.vault.lock();
  };
  beforeAll(renew);
  afterAll(() => register.close());

  const countPeople = async () => {
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const people = await register.ok('people.list', {});
    const again = await plan(register, await openLedgerAt(register, LEDGER));
    register.vault.lock();
    return { people: people.length, proposed: again.counts.new };
  };

  it(`leaves all or none of it (${KILLS} kills)`, async () => {
    const { lines, isTold } = await importAndKill(register.folder, null);
    expect(isTold, 'the import ends when nobody kills it').toBe(true);
    expect(await countPeople()).toEqual({ people: PEOPLE, proposed: 0 });
    await renew();

    const steps = lines.filter((line) => line.startsWith('written '));
    expect(steps.length, 'the import says how far it is').toBeGreaterThan(10);
    const outcomes: string[] = [];
    let hotJournals = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const share = kill / KILLS;
      // By what was written and not by time, so that a machine of any speed is hit in mid-write; every other one around the commit.
      const killAt: KillAt =
        kill % 2 === 0
          ? { after: steps[Math.floor(share * steps.length)] ?? '', milliseconds: 0 }
          : { after: 'closing', milliseconds: share * 60 };
      const run = await importAndKill(register.folder, killAt);
      hotJournals += readdirSync(register.folder).some((name) => name.endsWith('-journal')) ? 1 : 0;
      const { people, proposed } = await countPeople();
      expect([0, PEOPLE]).toContain(people);
      expect(proposed).toBe(PEOPLE - people);
      expect(run.isTold && people === 0, 'an import that was acknowledged is there').toBe(false);
      outcomes.push(`${killAt.after}+${Math.round(killAt.milliseconds)}ms: ${people}`);
      if (people > 0) {
        await renew();
      }
    }
    console.log(`people after each kill: ${outcomes.join(', ')}; killed in mid-write: ${hotJournals}`);
    expect(hotJournals, 'some kill hit a transaction that had begun to write').toBeGreaterThan(0);
  });
});
