// Handlers of the backups. Those that bring a register back answer while it is locked or gone.
import type { Contexts } from '#main/platform/contexts.ts';
import type { backupsContract } from '#shared/contract/backups.contract.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import {
  type BackupParts,
  chooseBackupFile,
  copyNewestTo,
  createRestoring,
  describeBackup,
  inspectBackup,
  makeBackup,
  readBackupStatus,
} from './backups.service.ts';

export function createBackupsHandlers(parts: BackupParts): HandlersOf<typeof backupsContract, Contexts> {
  const { backups, tokens } = parts;
  const restore = createRestoring(parts);
  return {
    status: ({ today }) => readBackupStatus(parts, today),
    list: async () => ({ backups: backups.list().map((container) => describeBackup(tokens, container)) }),
    make: (context) => makeBackup(parts, context),
    copyTo: (context) => copyNewestTo(parts, context),
    chooseFile: () => chooseBackupFile(parts),
    inspect: (_context, opening) => inspectBackup(parts, opening),
    restore: async (context, opening) => {
      await restore(context, opening);
      return {};
    },
  };
}
