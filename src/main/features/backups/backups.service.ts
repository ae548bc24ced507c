// The backups as a coordinator meets them: how things stand, one made by hand, one carried away, one gone back to.
import { basename, dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { copyBackupTo } from '#main/platform/backup/backup-copy.ts';
import type { Backups } from '#main/platform/backup/backups.ts';
import { type Container, readContainer } from '#main/platform/backup/container.ts';
import { hasPeople, lastOutsideCopyAt } from '#main/platform/backup/register-facts.queries.ts';
import {
  describePresent,
  isOfOtherRegister,
  type OpenedBackup,
  openBackup,
  peekAtPresent,
  stageBackup,
  verifyBackup,
} from '#main/platform/backup/restore.ts';
import { localDayOf } from '#main/platform/clock.ts';
import type { TaskContext } from '#main/platform/contexts.ts';
import type { Migration } from '#main/platform/database/migrator.ts';
import type { Writer } from '#main/platform/database/reader-writer.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { listReplaced } from '#main/platform/vault/kept-registers.ts';
import { recoveryCodeBytes } from '#main/platform/vault/recovery-code-bytes.ts';
import type { RegisterFiles } from '#main/platform/vault/register-files.ts';
import { coordinatorSlots, type Proof, recoverySlotOf } from '#main/platform/vault/slot-file.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { WrongTries } from '#main/platform/vault/wrong-tries.ts';
import type { Backup, Inspection } from '#shared/contract/backups.contract.ts';
import { type CalendarDate, daysBetween } from '#shared/model/calendar-date.ts';
import type { FileToken } from '#shared/model/ids.ts';

export interface BackupParts {
  readonly vault: Vault;
  readonly files: RegisterFiles;
  readonly tries: WrongTries;
  readonly backups: Backups;
  readonly migrations: readonly Migration[];
  readonly chooser: FileChooser;
  readonly tokens: PathTokens;
  /** Enters the restoring into the audit trail of the register that comes back. */
  readonly recordRestore: (writer: Writer, auditKey: Uint8Array, actor: string, madeAt: string) => void;
  /** Another register stands in the place of the former: what was known of its end no longer holds. */
  readonly onReplaced: () => void;
}

/** A copy outside is due this many days after the last. */
const DAYS_BETWEEN_COPIES = 7;

export function readBackupStatus({ vault, files, backups }: BackupParts, today: CalendarDate) {
  const replaced = listReplaced(dirname(files.database));
  const oldest = replaced.at(-1);
  const { connection, readSlots } = vault.source;
  const { registerId } = readSlots();
  const own = backups.list().filter(({ header }) => header.registerId === registerId);
  const copiedAt = lastOutsideCopyAt(connection);
  const copiedOn = copiedAt === null ? null : localDayOf(copiedAt);
  return {
    lastMadeAt: own[0]?.header.madeAt ?? null,
    count: own.length,
    hasFailed: backups.hasFailed,
    copiedOn,
    replaced: oldest
      ? {
          count: replaced.length,
          bytes: replaced.reduce((sum, { bytes }) => sum + bytes, 0),
          oldestAt: oldest.replacedAt,
        }
      : null,
    isCopyDue: hasPeople(connection) && (copiedOn === null || daysBetween(copiedOn, today) > DAYS_BETWEEN_COPIES),
  };
}

export function describeBackup(tokens: PathTokens, { path, header, bytes }: Container): Backup {
  const { madeAt, reason, people, visits, consultations } = header;
  return { file: tokens.issue(path), madeAt, reason, counts: { people, visits, consultations }, bytes };
}

/** Entered in the audit trail when one was made. */
export async function makeBackup(
  { vault, backups }: BackupParts,
  { commit, progress }: TaskContext,
): Promise<{ isNew: boolean }> {
  progress(0, 0, '控えをとって、読み返しています');
  // The report leaves before the work holds everything up.
  await setImmediate();
  const { isNew } = backups.keep(vault.source, 'by_hand');
  if (isNew) {
    commit(null, () => {});
  }
  return { isNew };
}

/** @throws Refusal `disk_full`, `file_not_written`. */
export async function copyNewestTo(parts: BackupParts, { commit, today, progress }: TaskContext) {
  const { vault, backups, chooser, tokens } = parts;
  const folder = await chooser.chooseFolder({ title: '控えを写す場所（USBなど）を選ぶ' });
  if (folder === null) {
    return null;
  }
  progress(0, 0, '控えをとっています');
  await setImmediate();
  const { container } = backups.keep(vault.source, 'by_hand');
  progress(0, 0, '写して、読み返しています');
  await setImmediate();
  const path = copyBackupTo(container, vault.source.keyring, folder, today);
  commit(null, ({ auditDetail }) => auditDetail({ people: container.header.people }));
  return { file: tokens.issue(path), fileName: basename(path) };
}

export async function chooseBackupFile({ chooser, tokens }: BackupParts) {
  const path = await chooser.chooseToOpen({
    title: '控えのファイルを選ぶ',
    kinds: [{ name: '見守り台帳の控え', extensions: ['mimamori'] }],
  });
  return path === null ? null : { backup: describeBackup(tokens, readContainer(path)), fileName: basename(path) };
}

type Opening =
  | { readonly file: FileToken; readonly passphrase: string }
  | { readonly file: FileToken; readonly recoveryCode: string };

const proofOf = (opening: Opening): Proof =>
  'passphrase' in opening
    ? { passphrase: opening.passphrase, slot: null }
    : { code: recoveryCodeBytes(opening.recoveryCode) };

async function withBackup<Value>(
  { tokens, tries }: BackupParts,
  opening: Opening,
  work: (opened: OpenedBackup) => Value | Promise<Value>,
): Promise<Value> {
  const opened = await openBackup(tokens.resolve(opening.file), proofOf(opening), tries);
  try {
    return await work(opened);
  } finally {
    opened.keyring.forget();
  }
}

/** Verifies the whole file; reads the present register where it is open, or opens with the same key. */
export function inspectBackup(parts: BackupParts, opening: Opening): Promise<Inspection> {
  const { vault, files } = parts;
  return withBackup(parts, opening, (opened) => {
    verifyBackup(opened);
    const { header } = opened.container;
    const present =
      vault.state === 'unlocked'
        ? describePresent(vault.source.connection, header.madeAt)
        : peekAtPresent(files, opened);
    return {
      madeAt: header.madeAt,
      coordinators: coordinatorSlots(header.slots).map(({ coordinator }) => coordinator),
      hasRecoveryCode: recoverySlotOf(header.slots) !== null,
      counts: { people: header.people, visits: header.visits, consultations: header.consultations },
      present: vault.state === 'missing' ? null : present,
      isOtherRegister: isOfOtherRegister(files, opened.container),
    };
  });
}

/** One at a time: two would fill the same folder. */
export function createRestoring(parts: BackupParts) {
  const { vault, files, migrations, recordRestore, onReplaced } = parts;
  let isRunning = false;
  return async ({ now, progress }: TaskContext, opening: Opening): Promise<void> => {
    if (isRunning) {
      throw new Refusal('busy');
    }
    isRunning = true;
    try {
      await withBackup(parts, opening, async (opened) => {
        progress(0, 0, '控えを最後まで確かめて、台帳を入れかえています');
        await setImmediate();
        await vault.replace(
          () => stageBackup(opened, { files, migrations, record: recordRestore }),
          () => files.swapIn('restore', now),
        );
        onReplaced();
      });
    } finally {
      isRunning = false;
    }
  };
}
