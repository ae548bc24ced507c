// Handlers of the vault: the only ones that answer while the register is locked.
import type { TrailFinding } from '#main/platform/audit/audit-head.ts';
import type { Contexts, TaskContext } from '#main/platform/contexts.ts';
import { isDiskFull } from '#main/platform/files/disk-full.ts';
import { Refusal } from '#main/platform/refusal.ts';
import type { AutoLock } from '#main/platform/vault/auto-lock.ts';
import { recoverRegister } from '#main/platform/vault/key-changes.ts';
import type { Reauthentication } from '#main/platform/vault/reauthentication.ts';
import { recoveryCodeBytes } from '#main/platform/vault/recovery-code-bytes.ts';
import { coordinatorSlots, recoverySlotOf } from '#main/platform/vault/slot-file.ts';
import type { WrongTries } from '#main/platform/vault/wrong-tries.ts';
import type { HandlersOf } from '#shared/contract/operation.ts';
import type { vaultContract } from '#shared/contract/vault.contract.ts';
import type { SlotId } from '#shared/model/ids.ts';
import {
  addCoordinator,
  type CoordinatorParts,
  changePassphrase,
  listCoordinators,
  removeCoordinator,
  renameCoordinator,
} from './coordinators.service.ts';
import type { RecoveryCode } from './recovery-code.service.ts';

export interface VaultHandlerParts extends CoordinatorParts {
  readonly recoveryCode: RecoveryCode;
  readonly tries: WrongTries;
  /** Whose slot was opened last since the app was started. */
  readonly lastSlot: () => SlotId | null;
  readonly reauthentication: Reauthentication;
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

function statusOf({ vault, tries, lastSlot, autoLockMinutes, appVersion }: VaultHandlerParts) {
  const file = vault.slots();
  return {
    state: vault.state,
    coordinators: (file ? coordinatorSlots(file) : []).map(({ id, coordinator }) => ({ slot: id, name: coordinator })),
    unlockedBy: vault.state === 'unlocked' ? vault.session.coordinator : null,
    lastSlot: lastSlot(),
    recoveryCodeSince: (file && recoverySlotOf(file)?.createdAt) ?? null,
    waitUntil: tries.waitUntil(),
    autoLockMinutes: autoLockMinutes(),
    appVersion,
  };
}

/** Create, open, shut. */
function lockHandlers(parts: VaultHandlerParts) {
  const { vault, trailFinding, owe, isExpected } = parts;
  const status = () => statusOf(parts);
  return {
    status: async () => status(),
    create: async (_context, { passphrase, coordinator }) => {
      if (isExpected()) {
        throw new Refusal('register_exists');
      }
      await vault.create(passphrase, coordinator);
      return status();
    },
    unlock: async ({ commit, now }, { passphrase, slot }) => {
      if (await vault.unlock(passphrase, slot)) {
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
    recover: async ({ commit }, { code, slot, passphrase }) => {
      const proof = { code: recoveryCodeBytes(code, 'code'), slot, passphrase };
      await recoverRegister(vault, proof, (change) =>
        commit(null, ({ auditDetail }) => {
          change();
          auditDetail(detailOf(trailFinding()));
        }),
      );
      return status();
    },
  } satisfies Partial<HandlersOf<typeof vaultContract, Contexts>>;
}

export function createVaultHandlers(parts: VaultHandlerParts): HandlersOf<typeof vaultContract, Contexts> {
  const { vault, reauthentication, autoLock, recoveryCode } = parts;
  const then = async (work: Promise<void>) => {
    await work;
    return statusOf(parts);
  };
  return {
    ...lockHandlers(parts),
    changePassphrase: (context, input) => then(changePassphrase(parts, context, input)),
    drawRecoveryCode: (context, { ownPassphrase }) => recoveryCode.draw(ownPassphrase, context),
    pendingRecoveryCode: async () => recoveryCode.pending(),
    printRecoveryCode: (context) => recoveryCode.print(context),
    confirmRecoveryCode: (context, { groups }) => then(recoveryCode.confirm(groups, context)),
    coordinators: () => ({ coordinators: listCoordinators(vault) }),
    addCoordinator: (context, input) => then(addCoordinator(parts, context, input)),
    renameCoordinator: (context, input) => then(renameCoordinator(parts, context, input)),
    removeCoordinator: (context: TaskContext, input) => removeCoordinator(parts, context, input),
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
