// Ends the process without warning in the middle of an import: afterwards the register holds all of it or none.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGERS, openLedgerAt, plan } from '../support/ledger-import.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '../support/test-register.ts';

const LEDGER = join(LEDGERS, 'excel-cp932.csv');
const KILLS = Number(process.env['IMPORT_KILLS'] ?? 4);
const CHILD = join(import.meta.dirname, 'transfer-kill-child.ts');

interface Run {
  /** Milliseconds from the begin of the writing to its end, or null when the end was never told. */
  readonly took: number | null;
}

/** @param killAfter milliseconds after the writing began, or null to let it end. */
async function importAndKill(folder: string, killAfter: number | null): Promise<Run> {
  const call = `m.module.importInChild(${[folder, LEDGER, TEST_PASSPHRASE].map((text) => JSON.stringify(text)).join(', ')})`;
  const code = `import('vite').then((vite) => vite.runnerImport(${JSON.stringify(CHILD)})).then((m) => ${call})`;
  const child = spawn(process.execPath, ['-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let began = 0;
  let took: number | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begin') {
      began = performance.now();
      if (killAfter !== null) {
        void wait(killAfter).then(() => child.kill('SIGKILL'));
      }
    } else if (line === 'end') {
      took = performance.now() - began;
    }
  }
  await closed;
  return { took };
}

describe('kill -9 during an import', () => {
  let register: TestRegister;
  beforeAll(async () => {
    register = await openTestRegister();
    register.vault.lock();
  });
  afterAll(() => register.close());

  const countPeople = async () => {
    await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
    const people = await register.ok('people.list', {});
    const audited = await plan(register, await openLedgerAt(register, LEDGER));
    register.vault.lock();
    return { people: people.length, proposed: audited.counts.new };
  };

  it(`leaves all or none of it (${KILLS} kills at other moments)`, async () => {
    const other = await openTestRegister();
    other.vault.lock();
    const { took } = await importAndKill(other.folder, null);
    other.close();
    expect(took, 'the import ends when nobody kills it').not.toBeNull();

    const seen: string[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const run = await importAndKill(register.folder, ((kill + 0.5) / KILLS) * (took ?? 0));
      const { people, proposed } = await countPeople();
      expect([0, 480]).toContain(people);
      expect(proposed).toBe(480 - people);
      if (run.took !== null) {
        expect(people, 'an import that was acknowledged is there').toBe(480);
      }
      seen.push(`${people}`);
      if (people === 480) {
        break;
      }
    }
    console.log(`people after each kill: ${seen.join(', ')}`);
    expect(seen[0], 'an early kill leaves nothing').toBe('0');
  }, 120_000);
});
