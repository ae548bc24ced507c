// Who has a key to the register: joins, is renamed, changes the passphrase, leaves. Each asks for the own passphrase once more.
import type { Backups } from '#main/platform/backup/backups.ts';
import { dayAllGone } from '#main/platform/backup/generations.ts';
import { localDayOf } from '#main/platform/clock.ts';
import type { TaskContext } from '#main/platform/contexts.ts';
import type { Writer } from '#main/platform/database/reader-writer.ts';
import type { NewId } from '#main/platform/ids.ts';
import { Refusal } from '#main/platform/refusal.ts';
import { reviseSlots, rotateWithout, withSlot } from '#main/platform/vault/key-changes.ts';
import {
  type KeyDerivationCost,
  type PassphraseSlot,
  resealed,
  sealForPassphrase,
} from '#main/platform/vault/key-slots.ts';
import { assertStrongPassphrase } from '#main/platform/vault/passphrase-rules.ts';
import { coordinatorSlots, type SlotFile } from '#main/platform/vault/slot-file.ts';
import type { Vault } from '#main/platform/vault/vault.ts';
import type { RecordChange, VaultSession } from '#main/platform/vault/vault-inside.ts';
import type { CalendarDate } from '#shared/model/calendar-date.ts';
import type { SlotId } from '#shared/model/ids.ts';

export interface CoordinatorParts {
  readonly vault: Vault;
  readonly backups: Backups;
  readonly cost: KeyDerivationCost;
  readonly newId: NewId;
  /** Enters the leaving of a coordinator in the trail of the register under its new key. */
  readonly recordRemoval: (writer: Writer, session: VaultSession, coordinator: string) => void;
  /** The register goes on under another key. */
  readonly onKeyChanged: () => void;
}

export function listCoordinators(vault: Vault) {
  const file = vault.slots();
  return (file ? coordinatorSlots(file) : []).map(({ id, coordinator, createdAt }) => ({
    slot: id,
    name: coordinator,
    since: createdAt,
    isSelf: id === vault.session.slot,
  }));
}

/** The trail names coordinators in every row: here their name is no more than there. */
const recorded =
  ({ commit }: TaskContext, coordinator: string | null): RecordChange =>
  (change) =>
    commit(null, ({ auditDetail }) => {
      change();
      if (coordinator !== null) {
        auditDetail({ coordinator });
      }
    });

/** @throws Refusal `in_use`: two of one name could not be told apart in the trail. */
function assertFreeName(file: SlotFile, name: string, except: SlotId | null): void {
  const folded = (text: string) => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  if (coordinatorSlots(file).some(({ id, coordinator }) => id !== except && folded(coordinator) === folded(name))) {
    throw new Refusal('in_use');
  }
}

/** @throws Refusal `not_found`. */
function coordinatorOf(file: SlotFile, slot: SlotId): PassphraseSlot {
  const found = coordinatorSlots(file).find(({ id }) => id === slot);
  if (!found) {
    throw new Refusal('not_found');
  }
  return found;
}

/** @throws Refusal `weak_passphrase`, `wrong_passphrase`, `key_slots_damaged`, `locked`, `too_many_tries`. */
export async function changePassphrase(
  { vault, cost }: CoordinatorParts,
  context: TaskContext,
  { current, next }: { readonly current: string; readonly next: string },
): Promise<void> {
  assertStrongPassphrase(next, 'next');
  const revise: Parameters<typeof reviseSlots>[2] = async ({ file, slot, keys }) =>
    withSlot(file, await sealForPassphrase(file.registerId, coordinatorOf(file, slot.id), next, keys, cost));
  await reviseSlots(vault, current, revise, recorded(context, null));
}

interface NewCoordinator {
  readonly coordinator: string;
  readonly passphrase: string;
  readonly ownPassphrase: string;
}

/** @throws Refusal `in_use`, `weak_passphrase`, and those of `reviseSlots`. */
export async function addCoordinator(
  { vault, cost, newId }: CoordinatorParts,
  context: TaskContext,
  { coordinator, passphrase, ownPassphrase }: NewCoordinator,
): Promise<void> {
  assertStrongPassphrase(passphrase);
  const owner = { id: newId() as SlotId, coordinator, createdAt: context.now };
  const revise: Parameters<typeof reviseSlots>[2] = async ({ file, keys }) => {
    assertFreeName(file, coordinator, null);
    return [...file.slots, await sealForPassphrase(file.registerId, owner, passphrase, keys, cost)];
  };
  await reviseSlots(vault, ownPassphrase, revise, recorded(context, coordinator));
}

interface Renaming {
  readonly slot: SlotId;
  readonly coordinator: string;
  readonly ownPassphrase: string;
}

/** The passphrase stays. What stands in the trail keeps the former name. @throws Refusal `in_use`, `not_found`, and those of `reviseSlots`. */
export async function renameCoordinator(
  { vault }: CoordinatorParts,
  context: TaskContext,
  { slot, coordinator, ownPassphrase }: Renaming,
): Promise<void> {
  const revise: Parameters<typeof reviseSlots>[2] = ({ file, keys }) => {
    assertFreeName(file, coordinator, slot);
    return withSlot(file, resealed(file.registerId, coordinatorOf(file, slot), keys, coordinator));
  };
  await reviseSlots(vault, ownPassphrase, revise, recorded(context, coordinator));
}

/** Backups on this machine that a passphrase of the slot opens, and when the last of them will be gone. */
function backupsOpenedBy({ vault, backups }: CoordinatorParts, slot: SlotId, today: CalendarDate) {
  const { registerId } = vault.source.readSlots();
  const own = backups
    .list()
    .filter(({ header }) => header.registerId === registerId)
    .map(({ header: { madeAt, slots } }) => ({
      madeAt,
      madeOn: localDayOf(madeAt),
      isOpenedBySlot: slots.slots.some(({ id }) => id === slot),
    }));
  return {
    backups: own.filter(({ isOpenedBySlot }) => isOpenedBySlot).length,
    backupsUntil: dayAllGone(own, ({ isOpenedBySlot }) => isOpenedBySlot, today),
  };
}

/** @throws Refusal `own_slot`, `not_found`, and those of `reviseSlots`; on a full disk the register is as it was. */
export async function removeCoordinator(
  parts: CoordinatorParts,
  { today, progress }: TaskContext,
  { slot, ownPassphrase }: { readonly slot: SlotId; readonly ownPassphrase: string },
) {
  const { vault, backups, recordRemoval, onKeyChanged } = parts;
  const { coordinator } = coordinatorOf(vault.source.readSlots(), slot);
  const onProven = () => progress(0, 0, '台帳の鍵を替えています');
  await rotateWithout(vault, { slot, ownPassphrase, onProven }, (writer, session) =>
    recordRemoval(writer, session, coordinator),
  );
  onKeyChanged();
  // The register stands under its new key already: that no backup could be made shows where backups are shown.
  backups.tryToKeep(vault.source, 'after_key_change');
  return backupsOpenedBy(parts, slot, today);
}
