// What kill -9 cannot see: whether the disk was asked to keep a save before it was called done. strace watches the child's calls of the
// system; between two acknowledgements there must be an fsync.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from '#tests/support/child-process.ts';
import type { Fault } from '#tests/support/child-work.ts';
import { openTestRegister, TEST_PASSPHRASE } from '#tests/support/test-register.ts';
import { STRACE } from '#tools/system/ensure.ts';
import { control, figure, notRun, type Trial, zero } from './report.ts';

export interface SyncedSaves {
  readonly acknowledged: number;
  /** Acknowledged writes since whose predecessor nothing was synced. */
  readonly unsynced: number;
  readonly fsyncs: number;
}

/** Whether a process may be watched here at all. */
export const canWatch = () =>
  STRACE.isMet() && spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;

/** @param trace lines of `strace -f -e trace=fsync,fdatasync,write`. */
export function readTrace(trace: string): SyncedSaves {
  const sum = { acknowledged: 0, unsynced: 0, fsyncs: 0 };
  let isSynced = false;
  for (const line of trace.split('\n')) {
    if (/\bf(?:data)?sync(?:\(| resumed).*= 0$/u.test(line)) {
      isSynced = true;
      sum.fsyncs += 1;
    } else if (/\bwrite\(1, "saved \d/u.test(line)) {
      sum.acknowledged += 1;
      sum.unsynced += isSynced ? 0 : 1;
      isSynced = false;
    } else if (/\bwrite\(1, "unlocked/u.test(line)) {
      isSynced = false;
    }
  }
  return sum;
}

export async function watchSaves(count: number, fault: Fault | null): Promise<SyncedSaves> {
  const register = await openTestRegister();
  register.vault.lock();
  const trace = join(register.outbox, 'strace.txt');
  const work = { kind: 'save', folder: register.folder, passphrase: TEST_PASSPHRASE, from: 0, count, fault } as const;
  await runChild(work, null, ['strace', '-f', '-e', 'trace=fsync,fdatasync,write', '-s', '24', '-o', trace]);
  const found = readTrace(readFileSync(trace, 'utf8'));
  register.close();
  return found;
}

export const fsyncBeforeAcknowledgement: Trial = {
  name: 'fsync',
  title: 'power loss: an fsync before every acknowledgement, as strace sees it',
  async rows(scale) {
    if (!canWatch()) {
      return [notRun('watched writes', `strace is not here or may not watch; Debian package ${STRACE.package}`)];
    }
    const found = await watchSaves(scale === 'long' ? 2000 : 200, null);
    const careless = await watchSaves(20, 'without fsync');
    return [
      figure('watched writes', found.acknowledged),
      figure('watched writes, fsyncs', found.fsyncs),
      zero('watched writes acknowledged without an fsync', found.unsynced),
      control('acknowledged without an fsync where SQLite does not wait for the disk', careless.unsynced),
    ];
  },
};
