// Handlers of the vault: the only ones that answer while the register is locked.
import type { TrailFinding } from '#main/platform/audit/audit-head.ts';
import type { Contexts } from '#main/platform/contexts.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { AutoLock } from '#main/platform/vault/auto-lock.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { vaultContract } from '#shared/contract/vault.contract.ts';
import type { SlotId } from '#shared/model/ids.ts';

export interface VaultHandlerParts {
  readonly vault: Vault;
  readonly autoLock: AutoLock;
  /** Minutes to auto-lock; the standard ones while locked. */
  readonly autoLockMinutes: () => number;
  readonly appVersion: string;
  /** Whether the register goes on from where it was last seen. */
  readonly trailFinding: () => TrailFinding;
}

/** An older register that was opened stays known in the trail, whoever closed the warning. */
function detailOf({ standing, missing }: TrailFinding): Readonly<Record<string, string | number>> {
  if (standing === 'same') {
    return {};
  }
  return standing === 'older' ? { standing, olderBy: missing } : { standing };
}

export function createVaultHandlers(parts: VaultHandlerParts): HandlersOf<typeof vaultContract, Contexts> {
  const { vault, autoLock, autoLockMinutes, appVersion, trailFinding } = parts;
  const status = () => ({
    state: vault.state,
    coordinators: [] as { slot: SlotId; name: string }[],
    recoveryCodeSince: null,
    waitUntil: null,
    unlockedBy: vault.state === 'unlocked' ? vault.session.coordinator : null,
    autoLockMinutes: autoLockMinutes(),
    appVersion,
  });
  const notYet = async (): Promise<never> => {
    throw new Refusal('busy');
  };
  return {
    status: async () => status(),
    create: async (_context, { passphrase, coordinator }) => {
      await vault.create(passphrase, coordinator);
      return status();
    },
    unlock: async ({ commit }, { passphrase }) => {
      if (await vault.unlock(passphrase)) {
        // An unlock that is not in the audit trail did not happen: the trail answers who opened the register, and when.
        try {
          commit(null, ({ auditDetail }) => auditDetail(detailOf(trailFinding())));
        } catch (error) {
          vault.lock();
          throw error;
        }
      }
      return status();
    },
    lock: async () => {
      vault.lock();
      return status();
    },
    changePassphrase: async ({ commit }, { current, next }) => {
      await vault.changePassphrase(current, next, (change) => commit(null, change));
      return status();
    },
    recover: notYet,
    drawRecoveryCode: notYet,
    pendingRecoveryCode: notYet,
    printRecoveryCode: notYet,
    confirmRecoveryCode: notYet,
    coordinators: () => ({ coordinators: [] }),
    addCoordinator: notYet,
    renameCoordinator: notYet,
    removeCoordinator: notYet,
    noteActivity: async () => {
      autoLock.noteActivity();
      return {};
    },
  };
}
