// What the vault is made of and what changes of its keys may do inside it. Types alone.
import type { SlotId } from '#shared/model/ids.ts';
import type { DatabaseHandles } from '../database/reader-writer.ts';
import type { KeyDerivationCost, KeySlot, SlotOwner } from './key-slots.ts';
import type { Keyring, SnapshotSource } from './keyring.ts';
import type { OpeningParts } from './open-register.ts';
import type { OpenedSlots, Proof, SlotFile } from './slot-file.ts';
import type { WrongTries } from './wrong-tries.ts';

export interface VaultOptions extends OpeningParts {
  readonly cost: KeyDerivationCost;
  readonly tries: WrongTries;
  readonly now: () => string;
  readonly newId: () => string;
  /** Called when an open register is shut, while it can still be read. What it throws is its own affair: the register is shut. */
  readonly onLocking: (session: VaultSession) => void;
  readonly onChange: (state: 'locked' | 'unlocked') => void;
  /** The register is about to be shut, and nobody reads in it any more: the time for a backup. Must not throw. */
  readonly beforeClose: (source: SnapshotSource) => void;
}

export interface VaultSession extends DatabaseHandles {
  /** Whose slot was opened. */
  readonly coordinator: string;
  readonly slot: SlotId;
  /** Key of the audit chain; wiped on lock. */
  readonly auditKey: Buffer;
  /** Seals what is remembered of publications outside of the register; wiped on lock. */
  readonly publicationsKey: Buffer;
}

/** Runs a change of the slots inside the transaction of its audit row; when that fails, the slots stay as they were. */
export type RecordChange = (change: () => void) => void;

/** What changes of the keys may do, while nothing else of the vault is under way. */
export interface VaultInside {
  readonly options: VaultOptions;
  isOpen(): boolean;
  /** @throws Refusal `register_missing`, `key_slots_damaged`. */
  slotsOfClosed(): SlotFile;
  /** Counts wrong tries. Wipe the keys when done. @throws Refusal `wrong_passphrase`, `wrong_recovery_code`, `too_many_tries` ... */
  prove(file: SlotFile, proof: Proof): Promise<OpenedSlots>;
  /** The same for the passphrase of who is logged in. */
  proveSelf(passphrase: string): Promise<OpenedSlots>;
  /** @throws Refusal `locked` when `lock` was called since this work began. */
  assertNotLocked(): void;
  open(opened: OpenedSlots, owner: SlotOwner): void;
  putSlots(before: SlotFile, slots: readonly KeySlot[], record: RecordChange): void;
  /** The register goes on under another key: nothing can come between the files that leave and those that come. */
  exchange(next: NextKeys, putInPlace: () => void): void;
}

/** What a register opens with from now on. */
export interface NextKeys {
  readonly keyring: Keyring;
  readonly file: SlotFile;
}
