// How much room a disk has left, and whether a piece of work fits. Refuses before anything is written, so that nothing stops half-way.
import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { Refusal } from '../refusal.ts';

/** Left over after any piece of work: a save, its journal and the audit row must still fit. */
const RESERVE = 65_536;

/** Below this much, or below three times the register, the standing notice shows. */
const LOW_BYTES = 500 * 1024 ** 2;
const LOW_REGISTERS = 3;

/** Bytes that this user may still write where `path` lies or would lie; `null` where the system does not say. */
export function freeBytesAt(path: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  } catch {
    const parent = dirname(path);
    return parent === path ? null : freeBytesAt(parent);
  }
}

/** @throws Refusal `disk_full` with the bytes that are needed, when `bytes` and a small reserve do not fit there. */
export function assertSpaceFor(bytes: number, folder: string): void {
  const free = freeBytesAt(folder);
  if (free !== null && free < bytes + RESERVE) {
    throw new Refusal('disk_full', undefined, bytes + RESERVE);
  }
}

/** Whether it is time to tidy up, before anything is refused. */
export const isSpaceLow = (freeBytes: number, registerBytes: number): boolean =>
  freeBytes < Math.max(LOW_BYTES, registerBytes * LOW_REGISTERS);
