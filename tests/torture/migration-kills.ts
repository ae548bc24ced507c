// kill -9 in the middle of a migration that rebuilds a table: the register is of the old version or of the new one, whole, never between.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '#main/platform/database/migrations.ts';
import { schemaVersionOf } from '#main/platform/database/migrator.ts';
import { runChild } from '#tests/support/child-process.ts';
import type { Fault } from '#tests/support/child-work.ts';
import { saveOf } from '#tests/support/numbered-saves.ts';
import { openRaw } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';
import { hashTables } from './restore-drills.ts';

/** Made for the trial: a table rebuilt, a column added and filled, one more table. No row comes or goes. */
const TRIAL_MIGRATION = `CREATE TABLE trial_contacts (id TEXT PRIMARY KEY NOT NULL, person_id TEXT NOT NULL, note TEXT NOT NULL, extra TEXT NOT NULL) STRICT;
INSERT INTO trial_contacts SELECT id, person_id, note, note || note FROM emergency_contacts;
ALTER TABLE people ADD COLUMN trial TEXT;
UPDATE people SET trial = note || note || note;
UPDATE trial_contacts SET extra = extra || extra || note;
CREATE INDEX trial_index ON people (trial);
`;

const PEOPLE = 60;
/** Some kills come after the time that the whole migration took: it may be slower than the one that was timed. */
const SPREAD = 1.3;

async function fillRegister(): Promise<TestRegister> {
  const register = await openTestRegister();
  for (let n = 0; n < PEOPLE; n += 1) {
    const { operation, input } = saveOf(n * 4, null);
    await register.router.call(operation, input);
  }
  register.vault.lock();
  return register;
}

/** The tables of the old version and the shape of all. */
async function stateOf(folder: string): Promise<string> {
  try {
    const raw = await openRaw(folder);
    const isWhole = raw.pragma('integrity_check(1)', { simple: true }) === 'ok';
    const tables = [...hashTables(raw)].filter(([name]) => name !== 'audit_trail').sort();
    const schema = raw.prepare('SELECT type, name, sql FROM sqlite_master ORDER BY type, name').raw().all();
    const state = JSON.stringify([isWhole, schemaVersionOf(raw), tables, schema]);
    raw.close();
    return state;
  } catch (error) {
    return String(error);
  }
}

export interface MigrationKills {
  readonly kills: number;
  readonly old: number;
  readonly new: number;
  readonly between: number;
}

export async function killMigrations(
  kills: number,
  fault: Fault | null,
  chance: () => number = Math.random,
): Promise<MigrationKills> {
  const register = await fillRegister();
  const root = mkdtempSync(join(tmpdir(), 'mimamori-migration-'));
  const migrateIn = async (name: string, killAt: number | null, which: Fault | null) => {
    const folder = join(root, name, 'register');
    cpSync(register.folder, folder, { recursive: true });
    const run = await runChild(
      { kind: 'migrate', folder, passphrase: TEST_PASSPHRASE, sql: TRIAL_MIGRATION, fault: which },
      killAt === null ? null : { after: 'begin', milliseconds: killAt },
    );
    const state = await stateOf(folder);
    rmSync(join(root, name), { recursive: true });
    return { state, took: run.times.at(-1) ?? 0 };
  };
  const before = await stateOf(register.folder);
  const whole = await migrateIn('whole', null, null);
  const sum = { kills, old: 0, new: 0, between: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const { state } = await migrateIn(`kill-${kill}`, chance() * whole.took * SPREAD, fault);
    sum[state === before ? 'old' : state === whole.state ? 'new' : 'between'] += 1;
  }
  rmSync(root, { recursive: true, force: true });
  register.close();
  return sum;
}

/** The control: each statement of the migration on its own. Kills until one is found between, at most twenty times. */
export async function killUntilBetween(): Promise<number> {
  for (let rounds = 0; rounds < 5; rounds += 1) {
    const { between } = await killMigrations(4, 'without transactions');
    if (between > 0) {
      return between;
    }
  }
  return 0;
}

export const migrationKills: Trial = {
  name: 'migration-kills',
  title: `update: kill -9 in the middle of a trial migration to version ${migrations.length + 1}`,
  async rows(scale) {
    const found = await killMigrations(scale === 'long' ? 200 : 30, null);
    return [
      figure('migration kills', found.kills),
      figure('migration kills, old version whole', found.old),
      figure('migration kills, new version whole', found.new),
      zero('migration kills, between the two', found.between),
      control('between the two without transactions', await killUntilBetween()),
    ];
  },
};
