// kill -9 at random moments of a child that saves through the router: what was acknowledged is there whole, no save is there by half,
// and the trail's chain holds. The same trial on a store that was spoiled on purpose must find losses and halves.
import { existsSync, rmSync } from 'node:fs';
import { verifyTrail } from '#main/platform/audit/trail-reading.queries.ts';
import { createHandles } from '#main/platform/database/reader-writer.ts';
import { keyringOf } from '#main/platform/vault/keyring.ts';
import { runChild } from '#tests/support/child-process.ts';
import type { Fault } from '#tests/support/child-work.ts';
import { type Inventory, SAVES_A_PERSON, takeInventory } from '#tests/support/numbered-saves.ts';
import { databasePath, keysOf } from '#tests/support/raw-register.ts';
import { openTestRegister, TEST_PASSPHRASE } from '#tests/support/test-register.ts';
import { control, figure, type Trial, zero } from './report.ts';

export interface ProcessDeath {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: number;
  readonly halfSaves: number;
  /** Kills after which the register did not open, or its integrity or chain was broken. */
  readonly unreadable: number;
  /** Kills that hit a transaction in mid-write: a rollback journal was left. */
  readonly inMidWrite: number;
}

/** A register is used so long: the looking grows with what is in it. */
const KILLS_A_REGISTER = 50;
const MOST_SAVES = 12;
const MOST_MILLISECONDS = 60;
const MOST_MILLISECONDS_OPENING = 300;

interface Subject {
  readonly folder: string;
  inventory(): Inventory | null;
  hasJournal(): boolean;
  close(): void;
}

/** A locked register, looked into with its own key: SQLite then rolls back what the kill cut off. */
async function openSubject(): Promise<Subject> {
  const register = await openTestRegister();
  register.vault.lock();
  const keys = await keysOf(register.folder);
  const path = databasePath(register.folder);
  return {
    folder: register.folder,
    hasJournal: () => existsSync(`${path}-journal`),
    inventory() {
      const keyring = keyringOf(keys);
      try {
        const connection = keyring.open(path);
        try {
          const isWhole = connection.pragma('integrity_check(1)', { simple: true }) === 'ok';
          const { brokenAt } = verifyTrail(createHandles(connection).reader, keyring.auditKey);
          return isWhole && brokenAt === null ? takeInventory(connection) : null;
        } finally {
          connection.close();
        }
      } catch {
        return null;
      }
    },
    close() {
      register.close();
    },
  };
}

async function dieInOneLane(kills: number, fault: Fault | null, chance: () => number): Promise<ProcessDeath> {
  const sum = { kills: 0, acknowledged: 0, lost: 0, halfSaves: 0, unreadable: 0, inMidWrite: 0 };
  let subject = await openSubject();
  let acknowledged = new Set<number>();
  let next = 0;
  const settle = (inventory: Inventory | null) => {
    sum.lost += [...acknowledged].filter((n) => !inventory?.whole.has(n)).length;
    sum.halfSaves += inventory?.half ?? 0;
    sum.unreadable += inventory === null ? 1 : 0;
  };
  const renew = async () => {
    rmSync(subject.folder, { recursive: true, force: true });
    subject.close();
    subject = await openSubject();
    acknowledged = new Set();
    next = 0;
  };
  while (sum.kills < kills) {
    // Each tenth while it is opened, and what the last kill left is put right.
    const isOpening = chance() < 0.1;
    // By acknowledgements and not by time alone, so that a busy machine saves as much before each kill as an idle one.
    const saves = Math.floor(chance() * MOST_SAVES);
    const after = isOpening ? 'opening' : saves === 0 ? 'unlocked' : `saved ${next + saves - 1}`;
    const milliseconds = chance() * (isOpening ? MOST_MILLISECONDS_OPENING : MOST_MILLISECONDS);
    const work = { kind: 'save', folder: subject.folder, passphrase: TEST_PASSPHRASE, from: next, fault } as const;
    const run = await runChild({ ...work, count: null }, { after, milliseconds });
    sum.kills += 1;
    sum.inMidWrite += subject.hasJournal() ? 1 : 0;
    const saved = run.lines.filter((line) => line.startsWith('saved ')).map((line) => Number(line.slice(6)));
    sum.acknowledged += saved.length;
    for (const n of saved) {
      acknowledged.add(n);
    }
    const inventory = subject.inventory();
    const isBroken = inventory === null || inventory.half > 0 || [...acknowledged].some((n) => !inventory.whole.has(n));
    next = Math.ceil(((inventory?.last ?? 0) + 1) / SAVES_A_PERSON) * SAVES_A_PERSON;
    if (isBroken || sum.kills % KILLS_A_REGISTER === 0) {
      settle(inventory);
      await renew();
    }
  }
  settle(subject.inventory());
  subject.close();
  return sum;
}

/** Two registers at a time, one a core. @param chance a number from 0 up to 1, new each time. */
export async function dieWhileSaving(
  kills: number,
  fault: Fault | null,
  chance: () => number = Math.random,
): Promise<ProcessDeath> {
  const half = Math.ceil(kills / 2);
  const lanes = await Promise.all([half, kills - half].map((share) => dieInOneLane(share, fault, chance)));
  const sumOf = (name: keyof ProcessDeath) => lanes.reduce((sum, lane) => sum + lane[name], 0);
  return {
    kills: sumOf('kills'),
    acknowledged: sumOf('acknowledged'),
    lost: sumOf('lost'),
    halfSaves: sumOf('halfSaves'),
    unreadable: sumOf('unreadable'),
    inMidWrite: sumOf('inMidWrite'),
  };
}

/** The control: kills until the store that was spoiled shows it, at most twenty times. @returns how much was found. */
export async function dieUntil(fault: Fault, found: 'lost' | 'halfSaves'): Promise<number> {
  for (let kills = 0; kills < 20; kills += 2) {
    const count = (await dieWhileSaving(2, fault))[found];
    if (count > 0) {
      return count;
    }
  }
  return 0;
}

export const processDeath: Trial = {
  name: 'process-death',
  title: 'process death: kill -9 while people, visits, consultations and drafts are saved',
  async rows(scale) {
    const real = await dieWhileSaving(scale === 'long' ? 1000 : 100, null);
    return [
      figure('kills', real.kills),
      figure('kills in mid-write', real.inMidWrite),
      figure('acknowledged writes', real.acknowledged),
      zero('lost', real.lost),
      zero('half saves', real.halfSaves),
      zero('unreadable after a kill', real.unreadable),
      control('lost where saves are acknowledged too early', await dieUntil('acknowledged too early', 'lost')),
      control('half saves where there are no transactions', await dieUntil('without transactions', 'halfSaves')),
    ];
  },
};
