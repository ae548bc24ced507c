// What changes the slots of a register: a new passphrase, a coordinator more, a recovery code, a rotation of the data key. Each proves
// first who asks, and none leaves a slot file that the database does not go with.
import type { SlotId } from '#shared/model/ids.ts';
import type { Writer } from '../database/reader-writer.ts';
import { Refusal } from '../refusal.ts';
import { type KeySlot, sealForPassphrase } from './key-slots.ts';
import { assertStrongPassphrase } from './passphrase-rules.ts';
import { wipeKeys } from './register-keys.ts';
import { layRotationReady } from './rotation.ts';
import { coordinatorSlots, type OpenedSlots, type SlotFile } from './slot-file.ts';
import type { Vault } from './vault.ts';
import type { RecordChange, VaultSession } from './vault-inside.ts';

/** The slots with this one in the place of the one with its id. */
export const withSlot = ({ slots }: SlotFile, changed: KeySlot): readonly KeySlot[] =>
  slots.map((slot) => (slot.id === changed.id ? changed : slot));

/**
 * Replaces the slots by what `revise` makes of them with the keys that the own passphrase opens; the database stays as it is.
 * @throws Refusal `wrong_passphrase`, `too_many_tries`, `key_slots_damaged`, `locked`, and what `revise` throws.
 */
export function reviseSlots(
  vault: Vault,
  ownPassphrase: string,
  revise: (opened: OpenedSlots) => Promise<readonly KeySlot[]> | readonly KeySlot[],
  record: RecordChange,
): Promise<void> {
  return vault.inside(async ({ proveSelf, assertNotLocked, putSlots }) => {
    const opened = await proveSelf(ownPassphrase);
    try {
      const slots = await revise(opened);
      assertNotLocked();
      putSlots(opened.file, slots, record);
    } finally {
      wipeKeys(opened.keys);
    }
  });
}

/** What `work` makes with the keys, without a change of anything. @throws as `reviseSlots`. */
export function withKeys<Value>(
  vault: Vault,
  ownPassphrase: string,
  work: (opened: OpenedSlots) => Value,
): Promise<Value> {
  return vault.inside(async ({ proveSelf, assertNotLocked }) => {
    const opened = await proveSelf(ownPassphrase);
    try {
      assertNotLocked();
      return work(opened);
    } finally {
      wipeKeys(opened.keys);
    }
  });
}

/** Replaces the slots without any secret: `revise` has sealed what it needs before. @throws Refusal `key_slots_damaged`, `locked`. */
export function exchangeSlots(
  vault: Vault,
  revise: (file: SlotFile) => readonly KeySlot[],
  record: RecordChange,
): Promise<void> {
  return vault.inside(async ({ putSlots }) => {
    const file = vault.source.readSlots();
    putSlots(file, revise(file), record);
  });
}

/**
 * Opens a locked register with the recovery code and gives the coordinator of `slot` a new passphrase.
 * @param code its 16 bytes.
 * @throws Refusal as `Vault.unlock`, and `wrong_recovery_code`, `recovery_code_missing`, `not_found`, `weak_passphrase`.
 */
export function recoverRegister(
  vault: Vault,
  { code, slot, passphrase }: { readonly code: Uint8Array; readonly slot: SlotId; readonly passphrase: string },
  record: RecordChange,
): Promise<void> {
  return vault.inside(async ({ options, isOpen, slotsOfClosed, prove, assertNotLocked, open, putSlots }) => {
    if (isOpen()) {
      throw new Refusal('busy');
    }
    assertStrongPassphrase(passphrase);
    const file = slotsOfClosed();
    const owner = coordinatorSlots(file).find(({ id }) => id === slot);
    if (!owner) {
      throw new Refusal('not_found');
    }
    const opened = await prove(file, { code });
    try {
      const sealed = await sealForPassphrase(file.registerId, owner, passphrase, opened.keys, options.cost);
      assertNotLocked();
      open(opened, owner);
      putSlots(file, withSlot(file, sealed), record);
    } catch (error) {
      vault.lock();
      throw error;
    } finally {
      wipeKeys(opened.keys);
    }
  });
}

export interface RemovalRequest {
  readonly slot: SlotId;
  readonly ownPassphrase: string;
  /** The passphrase is right: from here on files are written. */
  readonly onProven: () => void;
}

/**
 * Takes a coordinator's slot away and renews the data key of the register, which stays open. A crash at any moment leaves the
 * register with the former key and slots, or with the new ones, whole.
 * @param record enters it in the trail of the register as it is from now on.
 * @throws Refusal `own_slot`, `not_found` and those of `reviseSlots`; the system's error on a full disk: the register is as it was.
 */
export function rotateWithout(
  vault: Vault,
  { slot, ownPassphrase, onProven }: RemovalRequest,
  record: (writer: Writer, session: VaultSession) => void,
): Promise<void> {
  return vault.inside(async ({ options, proveSelf, assertNotLocked, exchange }) => {
    const opened = await proveSelf(ownPassphrase);
    try {
      assertNotLocked();
      onProven();
      const { session, source } = vault;
      const { files, now } = options;
      const next = layRotationReady({
        files,
        source,
        opened,
        removed: slot,
        record: (writer) => record(writer, session),
      });
      exchange(next, () => files.swapIn('rotation', now()));
    } finally {
      wipeKeys(opened.keys);
    }
  });
}
