// Handlers of the vault: the only ones that answer while the register is locked.
import type { TrailFinding } from '#main/platform/audit/audit-head.ts';
import type { Contexts } from '#main/platform/contexts.ts';
import type { AutoLock } from '#main/platform/vault/auto-lock.ts';
import type { Reauthentication } from '#main/platform/vault/reauthentication.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { vaultContract } from '#shared/contract/vault.contract.ts';

export interface VaultHandlerParts {
  readonly vault: Vault;
  readonly reauthentication: Reauthentication;
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
  const { vault, reauthentication, autoLock, autoLockMinutes, appVersion, trailFinding } = parts;
  const status = () => ({
    state: vault.state,
    coordinators: [...vault.coordinators()],
    unlockedBy: vault.state === 'unlocked' ? vault.session.coordinator : null,
    autoLockMinutes: autoLockMinutes(),
    appVersion,
  });
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
    reauthenticate: async ({ now }, { operation, passphrase }) => {
      await vault.confirmPassphrase(passphrase);
      reauthentication.grant(vault.session, operation, now);
      return {};
    },
    noteActivity: async () => {
      autoLock.noteActivity();
      return {};
    },
  };
}
