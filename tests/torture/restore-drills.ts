// The whole way back: backup, the data folder gone, a bare folder, one file and one credential. Every table is the same, row by row.
import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '#main/platform/database/connection.ts';
import type { PersonId, SlotId } from '#shared/model/ids.ts';
import { chooseBackup, newestBackup } from '#tests/support/backups.ts';
import { SAVES_A_PERSON, saveOf } from '#tests/support/numbered-saves.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { control, figure, type Row, type Trial, zero } from './report.ts';

/** What may be different afterwards: the trail says that the register came back, and who opened it when. */
const TRAIL = 'audit_trail';
const NEXT_PASSPHRASE = 'umi-kaze-tsubame-42';

/** One hash a table: every column of every row, in the order of all columns. `unlessIn`: settings that are left out, by their key. */
export function hashTables(connection: Connection, unlessIn: readonly string[] = []): ReadonlyMap<string, string> {
  const tables = connection
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .all()
    .map(({ name }) => name);
  return new Map(
    tables.map((table) => {
      const hash = createHash('sha256');
      const rows = connection.prepare(`SELECT * FROM "${table}"`).raw().all();
      const compared = rows.filter((row) => table !== 'settings' || !unlessIn.includes(String((row as unknown[])[0])));
      for (const row of compared.map((each) => JSON.stringify(each)).sort()) {
        hash.update(`${row}\n`);
      }
      return [table, hash.digest('hex')];
    }),
  );
}

/** Rows of the trail up to a sequence, as they are hashed into each other. */
const trailUpTo = (connection: Connection, sequence: number) =>
  JSON.stringify(
    connection.prepare<[number]>(`SELECT * FROM ${TRAIL} WHERE sequence <= ? ORDER BY sequence`).raw().all(sequence),
  );

/** How the register is got back with one file alone. Of one drill: it may remember what was made for it. */
export interface Credential {
  /** Settings that the unlocking changes, by their key. */
  readonly changes: readonly string[];
  /** While the register is still there, before the backup. */
  prepare(register: TestRegister): Promise<void>;
  restore(bare: TestRegister, file: string): Promise<void>;
  unlock(bare: TestRegister): Promise<void>;
}

export const withPassphrase = (): Credential => ({
  changes: [],
  prepare: async () => {},
  restore: async (bare, file) => {
    await bare.ok('backups.restore', { file: (await chooseBackup(bare, file)) as never, passphrase: TEST_PASSPHRASE });
  },
  unlock: async (bare) => {
    await bare.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  },
});

/** Nobody knows a passphrase any more: the printed code is all that there is. */
export function withRecoveryCode(): Credential {
  let code = '';
  return {
    // A new passphrase is a new slot file, and the register remembers how many it has had.
    changes: ['keySlotsRevision'],
    prepare: async (register) => {
      const { groups, asked } = await register.ok('vault.drawRecoveryCode', { ownPassphrase: TEST_PASSPHRASE });
      await register.ok('vault.confirmRecoveryCode', { groups: asked.map((group) => groups[group] ?? '') });
      code = groups.join('-');
    },
    restore: async (bare, file) => {
      await bare.ok('backups.restore', { file: (await chooseBackup(bare, file)) as never, recoveryCode: code });
    },
    unlock: async (bare) => {
      const slot = (await bare.ok('vault.status', {})).coordinators[0]?.slot;
      await bare.ok('vault.recover', { code, slot: slot as SlotId, passphrase: NEXT_PASSPHRASE });
    },
  };
}

export interface RestoreDrills {
  readonly drills: number;
  /** Tables that were compared, over all drills. */
  readonly tables: number;
  readonly unequal: number;
}

async function fill(register: TestRegister, saves: number): Promise<void> {
  let personId: PersonId | null = null;
  for (let n = 0; n < saves; n += 1) {
    const { operation, input } = saveOf(n, personId);
    const answer = await register.router.call(operation, input);
    if (!answer.ok) {
      throw new Error(`${operation} ${answer.error.code}`);
    }
    personId = n % SAVES_A_PERSON === 0 ? (answer.value as { personId: PersonId }).personId : personId;
  }
}

interface Taken {
  readonly tables: ReadonlyMap<string, string>;
  readonly trail: string;
}

function take({ vault }: TestRegister, sequence: number, { changes }: Credential): Taken {
  const { connection } = vault.source;
  return { tables: hashTables(connection, changes), trail: trailUpTo(connection, sequence) };
}

const lastSequence = ({ vault }: TestRegister) =>
  vault.source.connection.prepare<[], { n: number }>(`SELECT max(sequence) AS n FROM ${TRAIL}`).get()?.n ?? 0;

/** @param meddle changes the register after it came back, for the control. */
async function drill(credential: Credential, saves: number, meddle: (register: TestRegister) => void) {
  const register = await openTestRegister();
  await fill(register, saves);
  await credential.prepare(register);
  const sequence = lastSequence(register);
  await register.ok('backups.make', {});
  const stick = join(register.outbox, 'stick.mimamori');
  cpSync(newestBackup(register), stick);
  const before = take(register, sequence, credential);
  register.vault.lock();
  for (const folder of [register.folder, register.backupFolder]) {
    rmSync(folder, { recursive: true });
  }
  const bare = await openTestRegister({ isEmpty: true });
  await credential.restore(bare, stick);
  await credential.unlock(bare);
  meddle(bare);
  const after = take(bare, sequence, credential);
  const names = new Set([...before.tables.keys(), ...after.tables.keys()]);
  names.delete(TRAIL);
  const unequal = [...names].filter((name) => before.tables.get(name) !== after.tables.get(name)).length;
  bare.close();
  register.close();
  return { tables: names.size + 1, unequal: unequal + (before.trail === after.trail ? 0 : 1) };
}

/** Each drill has more in it than the one before. */
export async function drillRestores(
  drills: number,
  credential: () => Credential = withPassphrase,
  meddle: (register: TestRegister) => void = () => {},
): Promise<RestoreDrills> {
  const sum = { drills, tables: 0, unequal: 0 };
  for (let n = 0; n < drills; n += 1) {
    const { tables, unequal } = await drill(credential(), 12 + n * 4, meddle);
    sum.tables += tables;
    sum.unequal += unequal;
  }
  return sum;
}

/** The control: one letter in one note. */
export const changeOneLetter = ({ vault }: TestRegister): void => {
  vault.source.connection.exec("UPDATE people SET note = note || 'x' WHERE register_number = 1");
};

export const restoreDrills: Trial = {
  name: 'restore-drills',
  title: 'the machine is gone: one backup file, and the passphrase or the recovery code, on a bare folder',
  async rows(scale) {
    const drills = scale === 'long' ? 50 : 10;
    const rows: Row[] = [];
    for (const [name, credential] of [
      ['passphrase', withPassphrase],
      ['recovery code', withRecoveryCode],
    ] as const) {
      const found = await drillRestores(drills, credential);
      const changed = await drillRestores(1, credential, changeOneLetter);
      rows.push(
        figure(`restore drills with the ${name} alone`, found.drills),
        figure(`restore drills with the ${name} alone, tables compared`, found.tables),
        zero(`restore drills with the ${name} alone, unequal tables`, found.unequal),
        control(`${name}, unequal tables where one letter was changed`, changed.unequal),
      );
    }
    return rows;
  },
};
