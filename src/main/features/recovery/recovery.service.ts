// What is the matter with the register, and the ways out of it, in the order in which they are offered. Never removes a file.
import { basename } from 'node:path';
import type { Backups } from '#main/platform/backup/backups.ts';
import { type Container, readContainer } from '#main/platform/backup/container.ts';
import { isDiskFull } from '#main/platform/files/disk-full.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import { fileFacts } from '#main/platform/files/file-facts.ts';
import { assertSpaceFor } from '#main/platform/files/free-space.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { bytesUnder, copyDatabase, copyForSpecialist, putAside } from '#main/platform/vault/kept-registers.ts';
import type { RegisterCondition } from '#main/platform/vault/register-condition.ts';
import { createRegisterFiles, type RegisterFiles } from '#main/platform/vault/register-files.ts';
import type { RegisterPointer } from '#main/platform/vault/register-pointer.ts';
import { coordinatorSlots } from '#main/platform/vault/slot-file.ts';
import { type Place, searchPlaces } from '#main/platform/vault/usual-places.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { Backup } from '#shared/contract/backups.contract.ts';
import type { Condition, RecoveryStatus } from '#shared/contract/recovery.contract.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { FileToken } from '#shared/model/ids.ts';

export interface RecoveryParts {
  readonly vault: Vault;
  readonly files: RegisterFiles;
  /** Folder of the register's files, and the one of its backups. */
  readonly folder: string;
  readonly backupFolder: string;
  readonly backups: Backups;
  readonly condition: RegisterCondition;
  readonly pointer: RegisterPointer;
  readonly places: () => readonly Place[];
  readonly chooser: FileChooser;
  readonly tokens: PathTokens;
  /** Highest schema that this version reads. */
  readonly schemaVersion: number;
  readonly isSwapFinished: boolean;
}

const MOST_FOUND = 20;

function describe(tokens: PathTokens, { path, header, bytes }: Container): Backup {
  const { madeAt, reason, people, visits, consultations } = header;
  return { file: tokens.issue(path), madeAt, reason, counts: { people, visits, consultations }, bytes };
}

/** The id of the register that should be here; `null` when nothing tells it. */
function expectedRegister({ files, pointer }: RecoveryParts): string | null {
  try {
    return files.readSlots().registerId;
  } catch {
    return pointer.read()?.registerId ?? null;
  }
}

function newestBackup(parts: RecoveryParts): Backup | null {
  const registerId = expectedRegister(parts);
  const newest = parts.backups
    .list()
    .find(
      ({ header }) =>
        header.schemaVersion <= parts.schemaVersion && (registerId === null || header.registerId === registerId),
    );
  return newest ? describe(parts.tokens, newest) : null;
}

function readable(path: string, schemaVersion: number): Container | null {
  try {
    const container = readContainer(path);
    return container.header.schemaVersion <= schemaVersion ? container : null;
  } catch {
    return null;
  }
}

type Found = Pick<RecoveryStatus, 'foundBackups' | 'foundRegisters'>;

function search({ places, folder, backupFolder, tokens, schemaVersion }: RecoveryParts): Found {
  const found = searchPlaces(places(), (each) => each === folder || each === backupFolder);
  const containers = found.backups.flatMap(({ path, place }) => {
    const container = readable(path, schemaVersion);
    return container ? [{ container, place }] : [];
  });
  containers.sort((a, b) => (a.container.header.madeAt < b.container.header.madeAt ? 1 : -1));
  return {
    foundBackups: containers
      .slice(0, MOST_FOUND)
      .map(({ container, place }) => ({ backup: describe(tokens, container), place })),
    foundRegisters: found.registers.slice(0, MOST_FOUND).flatMap((each) => {
      const files = createRegisterFiles(each.folder);
      try {
        const coordinators = coordinatorSlots(files.readSlots()).map(({ coordinator }) => coordinator);
        const { changedAt } = fileFacts(files.database);
        return [{ file: tokens.issue(each.folder), place: each.place, coordinators, changedAt }];
      } catch {
        return [];
      }
    }),
  };
}

/** Where nothing is the matter nothing is looked for. */
export function readRecoveryStatus(parts: RecoveryParts, isAcknowledged: boolean): RecoveryStatus {
  const { vault, condition, pointer, isSwapFinished } = parts;
  const rest = {
    isFoundAtWork: condition.isFoundAtWork,
    isSwapFinished,
    lastOpenedAt: pointer.read()?.openedAt ?? null,
  };
  const isMissing = vault.state === 'missing';
  const now: Condition = vault.state === 'unlocked' ? 'fine' : condition.now;
  if (now === 'fine' && !isMissing) {
    return { condition: now, ...rest, newest: null, foundBackups: [], foundRegisters: [] };
  }
  const newest = newestBackup(parts);
  const found: Found = isMissing ? search(parts) : { foundBackups: [], foundRegisters: [] };
  const isFound = newest !== null || found.foundBackups.length > 0 || found.foundRegisters.length > 0;
  const isElsewhere = now === 'fine' && isFound && !isAcknowledged;
  return { condition: isElsewhere ? 'found_elsewhere' : now, ...rest, newest, ...found };
}

/** @throws Refusal `disk_full`, `file_not_written`, `register_missing`; `busy` while the register is open. */
export async function saveCopy(parts: RecoveryParts, today: CalendarDate) {
  const { vault, folder, chooser, tokens } = parts;
  if (vault.state === 'unlocked') {
    throw new Refusal('busy');
  }
  const bytes = bytesUnder(folder);
  if (bytes === 0) {
    throw new Refusal('register_missing');
  }
  const target = await chooser.chooseFolder({ title: 'ファイルの写しを置く場所を選ぶ' });
  if (target === null) {
    return null;
  }
  assertSpaceFor(bytes, target);
  try {
    const path = copyForSpecialist(folder, target, `見守り台帳_調べる用の写し_${today}`);
    return { file: tokens.issue(path), folderName: basename(path) };
  } catch (error) {
    throw new Refusal(isDiskFull(error) ? 'disk_full' : 'file_not_written');
  }
}

/**
 * Copies a found register to where it belongs; what was found stays. The database takes its name last, as when a register is made.
 * @throws Refusal `register_exists`, `file_token_expired`, `key_slots_damaged`, `file_unreadable`, `disk_full`.
 */
export async function bringBack(parts: RecoveryParts, file: FileToken): Promise<void> {
  const { vault, files, tokens, folder } = parts;
  const found = createRegisterFiles(tokens.resolve(file));
  const slots = found.readSlots();
  assertSpaceFor(fileFacts(found.database).bytes, folder);
  await vault.replace(
    () => {
      if (files.exists()) {
        throw new Refusal('register_exists');
      }
      files.prepare();
      copyDatabase(found.database, files.databaseInPreparation, `${files.database}-journal`);
    },
    () => {
      files.writeSlots(slots);
      files.adopt();
    },
  );
}

/** @throws Refusal `newer_schema`: that register is whole; `register_exists` where nothing is known to be wrong. */
export async function beginAnew(parts: RecoveryParts, now: string): Promise<void> {
  const { vault, condition, pointer, folder } = parts;
  const state = vault.state === 'unlocked' ? 'fine' : condition.now;
  if (state === 'newer_schema') {
    throw new Refusal('newer_schema');
  }
  if (state === 'fine' && vault.state !== 'missing') {
    throw new Refusal('register_exists');
  }
  await vault.replace(
    () => {},
    () => putAside(folder, now),
  );
  pointer.forget();
  condition.clear();
}
