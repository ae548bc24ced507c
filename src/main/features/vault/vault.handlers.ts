// Handlers of the vault: the only ones that answer while the register is locked.
import type { TrailFinding } from '#main/platform/audit/audit-head.ts';
import type { Contexts } from '#main/platform/contexts.ts';
import { isDiskFull } from '#main/platform/files/disk-full.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { AutoLock } from '#main/platform/vault/auto-lock.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { vaultContract } from '#shared/contract/vault.contract.ts';

export interface VaultHandlerParts {
  readonly vault: Vault;
  readonly autoLock: AutoLock;
  /** Minutes to auto-lock; the standard ones while locked. */
  readonly autoLockMinutes: () => number;
  readonly appVersion: string;
  /** Whether the register goes on from where it was last seen. */
  readonly trailFinding: () => TrailFinding;
  /** Keeps the row of an unlock that found no room on the disk until there is some. */
  readonly owe: (at: string, detail: Readonly<Record<string, string | number>>) => void;
  /** There was a register on this machine that nobody has given up. */
  readonly isExpected: () => boolean;
}

/** An older register that was opened stays known in the trail, whoever closed the warning. */
function detailOf({ standing, missing }: TrailFinding): Readonly<Record<string, string | number>> {
  if (standing === 'same') {
    return {};
  }
  return standing === 'older' ? { standing, olderBy: missing } : { standing };
}

export function createVaultHandlers(parts: VaultHandlerParts): HandlersOf<typeof vaultContract, Contexts> {
  const { vault, autoLock, autoLockMinutes, appVersion, trailFinding, owe, isExpected } = parts;
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
      if (isExpected()) {
        throw new Refusal('register_exists');
      }
      await vault.create(passphrase, coordinator);
      return status();
    },
    unlock: async ({ commit, now }, { passphrase }) => {
      if (await vault.unlock(passphrase)) {
        const detail = detailOf(trailFinding());
        // An unlock that is not in the audit trail did not happen: the trail answers who opened the register, and when. On a full
        // disk the row is owed, and nothing is written before it: whose telephone number is in the register must stay readable.
        try {
          commit(null, ({ auditDetail }) => auditDetail(detail));
        } catch (error) {
          if (!isDiskFull(error)) {
            vault.lock();
            throw error;
          }
          owe(now, detail);
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
    noteActivity: async () => {
      autoLock.noteActivity();
      return {};
    },
  };
}
