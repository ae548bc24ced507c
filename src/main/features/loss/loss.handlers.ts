// Handlers of the 紛失時説明書. The paper and its row in the trail are written together, or neither.
import type { Backups } from '#main/platform/backup/backups.ts';
import type { Contexts, TaskContext } from '#main/platform/contexts.ts';
import type { FileChooser } from '#main/platform/files/file-chooser.ts';
import type { PaperPrinter } from '#main/platform/files/paper-printer.ts';
import type { PathTokens } from '#main/platform/files/path-tokens.ts';
import { nameOfFile, stageUserFiles } from '#main/platform/files/user-files.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { keyHoldersOf } from '#main/platform/vault/key-holders.ts';
import type { SlotFile } from '#main/platform/vault/slot-file.ts';
import type { lossContract } from '#shared/contract/loss.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import { readLossReport } from './loss.service.ts';

interface Parts {
  readonly appVersion: string;
  /** The slots as they are now. @throws Refusal `key_slots_damaged`, `locked`. */
  readonly readSlots: () => SlotFile;
  readonly backups: Backups;
  readonly chooser: FileChooser;
  readonly printer: PaperPrinter;
  readonly tokens: PathTokens;
}

function around({ appVersion, readSlots, backups }: Parts) {
  const slots = readSlots();
  const own = backups.list().filter(({ header }) => header.registerId === slots.registerId);
  return {
    registerId: slots.registerId,
    appVersion,
    keyHolders: keyHoldersOf(slots),
    lastBackupAt: own[0]?.header.madeAt ?? null,
    backups: own.length,
  };
}

const ROUTE = '/print/loss';

/** @throws Refusal `cancelled`, `paper_failed`, `disk_full`, `file_not_written`. */
async function printReport({ commit, today, progress }: TaskContext, { chooser, printer, tokens }: Parts) {
  const path = await chooser.chooseToSave({
    title: '紛失時説明書を保存する場所',
    suggestedName: `紛失時説明書_${today}.pdf`,
    kinds: [{ name: 'PDF', extensions: ['pdf'] }],
  });
  if (path === null) {
    throw new Refusal('cancelled');
  }
  progress(0, 0, '説明書をつくっています');
  const pdf = await printer.printToPdf(ROUTE).catch(() => {
    throw new Refusal('paper_failed');
  });
  const staged = stageUserFiles([{ path, content: pdf }]);
  try {
    commit(null, () => staged.publish());
  } catch (error) {
    staged.discard();
    throw error;
  }
  return { file: tokens.issue(path), fileName: nameOfFile(path) };
}

export function createLossHandlers(parts: Parts): HandlersOf<typeof lossContract, Contexts> {
  return {
    report: ({ reader, now }) => readLossReport(reader, around(parts), now),
    printReport: (context) => printReport(context, parts),
  };
}
