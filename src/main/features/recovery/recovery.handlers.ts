// Handlers of the recovery screen and of the disk. They answer while the register is locked or gone.
import type { Contexts } from '#main/platform/contexts.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { recoveryContract } from '#shared/contract/recovery.contract.ts';
import { type DiskParts, readDisk } from './disk.service.ts';
import { beginAnew, bringBack, type RecoveryParts, readRecoveryStatus, saveCopy } from './recovery.service.ts';

export interface RecoveryHandlerParts extends RecoveryParts, DiskParts {
  /** The state of the register's files is another now. */
  readonly onChanged: () => void;
}

export function createRecoveryHandlers(parts: RecoveryHandlerParts): HandlersOf<typeof recoveryContract, Contexts> {
  /** Somebody chose to begin anew, whatever lies about; until the app is started again. */
  let isAcknowledged = false;
  return {
    status: async () => readRecoveryStatus(parts, isAcknowledged),
    saveCopy: ({ today }) => saveCopy(parts, today),
    bringBack: async (_context, { file }) => {
      await bringBack(parts, file);
      parts.onChanged();
      return {};
    },
    beginAnew: async ({ now }) => {
      await beginAnew(parts, now);
      isAcknowledged = true;
      parts.onChanged();
      return {};
    },
    disk: async () => readDisk(parts),
  };
}
