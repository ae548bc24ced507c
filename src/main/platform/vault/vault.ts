// The vault: locked, it holds no key and no open file; unlocked, it holds one connection. Never lets the data key out.
import type { SlotId } from '#shared/model/ids.ts';
import { createHandles } from '../database/reader-writer.ts';
import { Refusal } from '../refusal.ts';
import { type KeySlot, type SlotOwner, sealForPassphrase } from './key-slots.ts';
import { keyringOf, type SnapshotSource } from './keyring.ts';
import { furnishDatabase, openRegister } from './open-register.ts';
import { assertStrongPassphrase } from './passphrase-rules.ts';
import { newRegisterKeys, wipeKeys } from './register-keys.ts';
import {
  coordinatorSlots,
  type OpenedSlots,
  openSlots,
  type Proof,
  type SlotFile,
  slotsMac,
  vouchFor,
} from './slot-file.ts';
import { rememberSlotRevision } from './slot-revision.queries.ts';
import type { NextKeys, RecordChange, VaultInside, VaultOptions, VaultSession } from './vault-inside.ts';
import { whyNotOpened } from './why-not-opened.ts';

type State = 'missing' | 'locked' | 'unlocked';

export class Vault {
  readonly #options: VaultOptions;
  #source: SnapshotSource | null = null;
  #session: VaultSession | null = null;
  /** One at a time: two unlocks at once would open two connections. */
  #queue: Promise<unknown> = Promise.resolve();
  /** How often `lock` was called: work that began before the last call must not open anything after it. */
  #locks = 0;

  constructor(options: VaultOptions) {
    this.#options = options;
    options.files.adopt();
  }

  get state(): State {
    if (this.#session) {
      return 'unlocked';
    }
    return this.#options.files.exists() ? 'locked' : 'missing';
  }

  /** The open register. @throws Refusal `locked`. */
  get session(): VaultSession {
    if (!this.#session) {
      throw new Refusal('locked');
    }
    return this.#session;
  }

  /** The open register with its keys, for backups. @throws Refusal `locked`. */
  get source(): SnapshotSource {
    if (!this.#source) {
      throw new Refusal('locked');
    }
    return this.#source;
  }

  /** The slots as they are on the disk; `null` before there is a register, or when they cannot be read. */
  slots(): SlotFile | null {
    try {
      return this.#options.files.readSlots();
    } catch {
      return null;
    }
  }

  /**
   * Makes a new register and leaves it unlocked, unless `lock` was called meanwhile.
   * @throws Refusal `register_exists`, `weak_passphrase`.
   */
  create(passphrase: string, coordinator: string): Promise<void> {
    return this.#serially(async (wasLocked) => {
      const { files, cost, newId, now } = this.#options;
      if (files.exists()) {
        throw new Refusal('register_exists');
      }
      assertStrongPassphrase(passphrase);
      const keys = newRegisterKeys();
      const registerId = newId();
      const owner = { id: newId() as SlotId, coordinator, createdAt: now() };
      const slot = await sealForPassphrase(registerId, owner, passphrase, keys, cost);
      files.prepare();
      // The database takes its name last: a crash before that leaves nothing that looks like a register.
      furnishDatabase(this.#options, keys, coordinator);
      const file = vouchFor({ format: 2, registerId, revision: 1, slots: [slot] }, slotsMac(keys));
      files.writeSlots(file);
      files.mendSlots(file);
      files.adopt();
      if (!wasLocked()) {
        this.#open({ keys, slot, file }, owner);
      }
      wipeKeys(keys);
    });
  }

  /**
   * Opens the register; the passphrase is checked even when it is open already.
   * @param slot who says that it is them; `null`: whoever's passphrase it is.
   * @returns whether this call opened it.
   * @throws Refusal `register_missing`, `wrong_passphrase`, `too_many_tries`, `key_slots_damaged`, `older_key_slots`,
   * `register_damaged`, `newer_schema`, `busy`; `locked` when `lock` was called meanwhile: a screen that was just shut does not
   * open again by itself.
   */
  unlock(passphrase: string, slot: SlotId | null = null): Promise<boolean> {
    return this.#serially(async (wasLocked) => {
      const opened = await this.#prove(this.#slotsOfClosed(), { passphrase, slot });
      const isOpened = this.#session === null;
      if (isOpened && !wasLocked() && opened.slot.kind === 'passphrase') {
        this.#open(opened, opened.slot);
      }
      wipeKeys(opened.keys);
      if (wasLocked()) {
        throw new Refusal('locked');
      }
      return isOpened;
    });
  }

  /** Checks the passphrase of who is logged in, and changes nothing. @throws Refusal `wrong_passphrase`, `locked`, `too_many_tries`. */
  confirmPassphrase(passphrase: string): Promise<void> {
    return this.inside(async ({ proveSelf, assertNotLocked }) => {
      wipeKeys((await proveSelf(passphrase)).keys);
      assertNotLocked();
    });
  }

  /** For changes of the keys (`key-changes.ts`): one at a time, and none after a lock. */
  inside<Value>(work: (inside: VaultInside) => Promise<Value>): Promise<Value> {
    return this.#serially((wasLocked) =>
      work({
        options: this.#options,
        isOpen: () => this.#session !== null,
        slotsOfClosed: () => this.#slotsOfClosed(),
        prove: (file, proof) => this.#prove(file, proof),
        proveSelf: (passphrase) => this.#proveSelf(passphrase),
        assertNotLocked: () => {
          if (wasLocked()) {
            throw new Refusal('locked');
          }
        },
        open: (opened, owner) => this.#open(opened, owner),
        putSlots: (before, slots, record) => this.#putSlots(before, slots, record),
        exchange: (next, putInPlace) => this.#exchange(next, putInPlace),
      }),
    );
  }

  /**
   * Puts another register in the place of this one. That one is locked.
   * @param layReady writes it aside; when it throws, nothing has happened, and an open register stays open.
   */
  replace(layReady: () => void, putInPlace: () => void): Promise<void> {
    return this.#serially(async () => {
      layReady();
      this.lock();
      putInPlace();
      this.#options.onChange('locked');
    });
  }

  /**
   * Shuts the register: first for every reader, then the screen is told, then the backup is made and the file closed.
   * Safe to call in any state, as often as one likes.
   */
  lock(): void {
    this.#locks += 1;
    const source = this.#source;
    const session = this.#session;
    this.#session = null;
    this.#source = null;
    if (!source) {
      return;
    }
    try {
      this.#tellOfLock(session);
      this.#options.onChange('locked');
      this.#options.beforeClose(source);
    } finally {
      source.keyring.forget();
      source.connection.close();
    }
  }

  /** Whoever is told of the lock cannot keep the register open. */
  #tellOfLock(session: VaultSession | null): void {
    try {
      if (session) {
        this.#options.onLocking(session);
      }
    } catch {
      // Its own affair.
    }
  }

  #slotsOfClosed(): SlotFile {
    const { files } = this.#options;
    files.adopt();
    if (!files.exists()) {
      throw new Refusal('register_missing');
    }
    return files.readSlots();
  }

  async #prove(file: SlotFile, proof: Proof): Promise<OpenedSlots> {
    const opened = await this.#options.tries.guard(() => openSlots(file, proof));
    if (!opened) {
      throw new Refusal('code' in proof ? 'wrong_recovery_code' : 'wrong_passphrase');
    }
    return opened;
  }

  #proveSelf(passphrase: string): Promise<OpenedSlots> {
    const { slot } = this.session;
    return this.#prove(this.source.readSlots(), { passphrase, slot });
  }

  #putSlots(before: SlotFile, slots: readonly KeySlot[], record: RecordChange): void {
    const { files } = this.#options;
    const { connection, keyring } = this.source;
    const { format, registerId } = before;
    const after = vouchFor(
      { format, registerId, revision: before.revision + 1, slots: [...slots] },
      keyring.slotsMac(),
    );
    let isWritten = false;
    try {
      record(() => {
        rememberSlotRevision(connection, after.revision);
        files.writeSlots(after);
        isWritten = true;
      });
    } catch (error) {
      if (isWritten) {
        files.takeBackSlots(before);
      }
      throw error;
    }
    files.mendSlots(after);
    this.#followOwnName(after);
  }

  /** Whoever gives themselves another name writes under it at once. */
  #followOwnName(file: SlotFile): void {
    const { session } = this;
    const own = coordinatorSlots(file).find(({ id }) => id === session.slot);
    if (own && own.coordinator !== session.coordinator) {
      this.#session = { ...session, coordinator: own.coordinator };
    }
  }

  #open({ keys, file }: OpenedSlots, owner: SlotOwner): void {
    const source = openRegister(this.#options, keyringOf(keys), file);
    this.#hold(source, owner.coordinator, owner.id);
    this.#options.files.mendSlots(file);
    try {
      this.#options.onChange('unlocked');
    } catch (error) {
      // Not even the settings can be read, and nothing counts down to the lock: not a register to leave open.
      this.lock();
      throw whyNotOpened(error);
    }
  }

  #hold(source: SnapshotSource, coordinator: string, slot: SlotId): void {
    this.#source = source;
    const { auditKey, publicationsKey } = source.keyring;
    this.#session = { ...createHandles(source.connection), coordinator, slot, auditKey, publicationsKey };
  }

  #exchange({ keyring, file }: NextKeys, putInPlace: () => void): void {
    const { source, session } = this;
    source.connection.close();
    source.keyring.forget();
    try {
      putInPlace();
      this.#hold(openRegister(this.#options, keyring, file), session.coordinator, session.slot);
    } catch (error) {
      keyring.forget();
      this.#source = null;
      this.#session = null;
      this.#options.onChange('locked');
      throw error;
    }
  }

  #serially<Value>(work: (wasLocked: () => boolean) => Promise<Value>): Promise<Value> {
    const locks = this.#locks;
    const result = this.#queue.then(() => work(() => this.#locks !== locks));
    this.#queue = result.catch(() => {});
    return result;
  }
}
