// What this register can say of itself when its machine is lost. Reads only; numbers and moments, no person by name.
import type { Reader } from '#main/platform/database/reader-writer.ts';
import { HELD_KINDS, type KeyHolder, type LossReport } from '#shared/contract/loss.contract.ts';
import { readSettings } from '../settings/settings.service.ts';
import { countHeld, findLastDeed } from './loss.queries.ts';

/** What the trail cannot say: the slots beside the database, and the files of the backups. */
export interface AroundTheRegister {
  readonly registerId: string;
  readonly appVersion: string;
  readonly keyHolders: readonly KeyHolder[];
  readonly lastBackupAt: string | null;
  readonly backups: number;
}

const OPENINGS = ['vault.unlock', 'vault.create'];

/** A row that was spoilt says nothing of when the backup was made. */
function madeAtOf(detail: string): string {
  try {
    const { madeAt } = JSON.parse(detail) as { readonly madeAt?: unknown };
    return typeof madeAt === 'string' ? madeAt : '';
  } catch {
    return '';
  }
}

function lastOpened(reader: Reader, before: number | null) {
  const row = findLastDeed(reader, OPENINGS, before);
  return row ? { at: row.at, actor: row.actor } : null;
}

function lastRestore(reader: Reader): LossReport['restored'] {
  const row = findLastDeed(reader, ['backups.restore']);
  return row ? { at: row.at, madeAt: madeAtOf(row.detail), lastOpened: lastOpened(reader, row.sequence) } : null;
}

export function readLossReport(reader: Reader, around: AroundTheRegister, now: string): LossReport {
  const { registerName, autoLockMinutes } = readSettings(reader);
  const { people, held } = countHeld(reader);
  return {
    registerName,
    registerId: around.registerId,
    appVersion: around.appVersion,
    readAt: now,
    restored: lastRestore(reader),
    lastOpened: lastOpened(reader, null),
    autoLockMinutes,
    keyHolders: [...around.keyHolders],
    backups: {
      lastMadeAt: around.lastBackupAt,
      count: around.backups,
      lastCopiedAt: findLastDeed(reader, ['backups.copyTo'])?.at ?? null,
    },
    people,
    held: HELD_KINDS.map((kind) => ({ kind, count: held[kind] })),
  };
}
