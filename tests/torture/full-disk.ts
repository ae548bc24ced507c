// A register on a small disk that fills up while people are entered: writes are refused as such, nothing that was acknowledged is lost,
// and it goes on when there is space again. Needs the right to mount a file system.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPerson } from '#tests/support/builders.ts';
import { openTestRegister, TEST_PASSPHRASE, type TestRegister } from '#tests/support/test-register.ts';
import { control, figure, notRun, type Trial, zero } from './report.ts';

export interface SmallDisk {
  readonly folder: string;
  /** Takes all the space that is left but so many KiB. */
  fill(leftKib?: number): void;
  free(): void;
  unmount(): void;
}

const CHUNK = Buffer.alloc(4096, 7);

/** A disk of 3 MB in memory; null where mounting is not allowed. */
export function mountSmallDisk(): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'mimamori-disk-'));
  const ballast = join(folder, 'ballast');
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m,mode=700', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
  const fill = (chunk: Buffer) => {
    try {
      for (;;) {
        writeFileSync(ballast, chunk, { flag: 'a' });
      }
    } catch {}
  };
  return {
    folder,
    fill(leftKib = 0) {
      const spare = join(folder, 'spare');
      if (leftKib > 0) {
        writeFileSync(spare, Buffer.alloc(leftKib * 1024));
      }
      fill(CHUNK);
      rmSync(spare, { force: true });
    },
    free: () => rmSync(ballast, { force: true }),
    unmount() {
      execFileSync('umount', [folder], { stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface FullDisk {
  readonly trials: number;
  readonly acknowledged: number;
  /** Writes that were refused because the disk was full. */
  readonly refused: number;
  /** Refusals under any other name. */
  readonly misnamed: number;
  readonly lost: number;
  /** Trials after which a new write was not taken although there was space. */
  readonly stuck: number;
}

type Enter = (register: TestRegister, name: string) => Promise<string>;

const throughTheRouter: Enter = async ({ router }, name) => {
  const person = buildPerson({ name, note: 'あ'.repeat(3000) });
  const answer = await router.call('people.register', { person, consent: null });
  return answer.ok ? 'ok' : answer.error.code;
};

/** The control: says that it is done whatever became of it. */
export const enterCarelessly: Enter = async (register, name) => {
  await throughTheRouter(register, name);
  return 'ok';
};

async function fillAndGoOn(disk: SmallDisk, leftKib: number, enter: Enter): Promise<Omit<FullDisk, 'trials'>> {
  const folder = join(disk.folder, 'register');
  const register = await openTestRegister({ folder });
  await register.ok('vault.create', { passphrase: TEST_PASSPHRASE, coordinator: '見本 花子' });
  const codes = new Map<string, string>();
  const enterSome = async (from: number, count: number) => {
    for (let n = from; n < from + count; n += 1) {
      codes.set(`架空 ${n}`, await enter(register, `架空 ${n}`));
    }
  };
  await enterSome(1, 5);
  disk.fill(leftKib);
  await enterSome(6, 20);
  disk.free();
  register.vault.lock();
  await register.ok('vault.unlock', { passphrase: TEST_PASSPHRASE });
  const isTaken = (await enter(register, '架空 最後')) === 'ok';
  const kept = new Set((await register.ok('people.list', {})).map(({ name }) => name));
  const acknowledged = [...codes].filter(([, code]) => code === 'ok').map(([name]) => name);
  const refused = [...codes.values()].filter((code) => code === 'disk_full').length;
  register.close();
  rmSync(folder, { recursive: true });
  return {
    acknowledged: acknowledged.length,
    refused,
    misnamed: codes.size - acknowledged.length - refused,
    lost: acknowledged.filter((name) => !kept.has(name)).length,
    stuck: isTaken && kept.has('架空 最後') ? 0 : 1,
  };
}

/** Each trial leaves another amount of space, so that another step of a write finds none. */
export async function fillDisk(disk: SmallDisk, trials: number, enter: Enter = throughTheRouter): Promise<FullDisk> {
  const sum = { trials, acknowledged: 0, refused: 0, misnamed: 0, lost: 0, stuck: 0 };
  for (let trial = 0; trial < trials; trial += 1) {
    const found = await fillAndGoOn(disk, Math.floor((trial * 280) / trials), enter);
    for (const [name, value] of Object.entries(found)) {
      sum[name as keyof typeof found] += value;
    }
  }
  return sum;
}

export const fullDisk: Trial = {
  name: 'full-disk',
  title: 'full disk: a register on 3 MB',
  async rows(scale) {
    const disk = mountSmallDisk();
    if (disk === null) {
      return [notRun('full-disk trials', 'mounting a small file system is not allowed here')];
    }
    try {
      const found = await fillDisk(disk, scale === 'long' ? 100 : 20);
      const careless = await fillDisk(disk, 1, enterCarelessly);
      return [
        figure('full-disk trials', found.trials),
        figure('full disk, acknowledged writes', found.acknowledged),
        figure('full disk, writes refused as such', found.refused),
        zero('full disk, refused under another name', found.misnamed),
        zero('full disk, lost', found.lost),
        zero('full disk, no write taken when there was space again', found.stuck),
        control('writes refused because the disk is full', found.refused),
        control('lost where every write is acknowledged', careless.lost),
      ];
    } finally {
      disk.unmount();
    }
  },
};
