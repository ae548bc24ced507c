// The vault: locked, it holds no key and no open file; unlocked, it holds one connection. Never lets the data key out.
import { type Connection, openDatabase } from '../database/connection.ts';
import { assertWhole } from '../database/integrity.ts';
import { type Migration, migrate } from '../database/migrator.ts';
import { createHandles, type DatabaseHandles, type Writer } from '../database/reader-writer.ts';
import { Refusal } from '../refusal.ts';
import {
  deriveKey,
  type KeyDerivationCost,
  type KeySlot,
  newDataKey,
  openSlot,
  type SlotFile,
  sealSlot,
} from './key-slots.ts';
import { type Keyring, keyringOf, type SnapshotSource } from './keyring.ts';
import { assertStrongPassphrase } from './passphrase-rules.ts';
import type { RegisterFiles } from './register-files.ts';
import { whyNotOpened } from './why-not-opened.ts';

export interface VaultOptions {
  readonly files: RegisterFiles;
  readonly cost: KeyDerivationCost;
  readonly migrations: readonly Migration[];
  readonly now: () => string;
  readonly newId: () => string;
  /** Fills a new register (shipped code tables, audit row), inside its first transaction. */
  readonly furnish: (writer: Writer, coordinator: string, auditKey: Uint8Array) => void;
  /** Called when an open register is shut, while it can still be read. What it throws is its own affair: the register is shut. */
  readonly onLocking: (session: VaultSession) => void;
  readonly onChange: (state: 'locked' | 'unlocked') => void;
  /** The register is about to be shut, and nobody reads in it any more: the time for a backup. Must not throw. */
  readonly beforeClose: (source: SnapshotSource) => void;
  /** The register is about to be brought to a newer schema. When this throws, it is not. */
  readonly beforeMigration: (source: SnapshotSource) => void;
}

export interface VaultSession extends DatabaseHandles {
  /** Whose slot was opened. */
  readonly coordinator: string;
  /** Key of the audit chain; wiped on lock. */
  readonly auditKey: Buffer;
}

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

  /** Who has a slot, oldest first; empty before there is a register, or when the slots cannot be read. */
  coordinators(): readonly string[] {
    try {
      return this.#options.files.readSlots().slots.map((slot) => slot.coordinator);
    } catch {
      return [];
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
      const dataKey = newDataKey();
      const registerId = newId();
      const slot = await sealSlot(
        registerId,
        { id: newId(), coordinator, createdAt: now() },
        passphrase,
        dataKey,
        cost,
      );
      files.prepare();
      // The database takes its name last: a crash before that leaves nothing that looks like a register.
      this.#furnish(dataKey, coordinator);
      files.writeSlots({ format: 1, registerId, slots: [slot] });
      files.adopt();
      if (!wasLocked()) {
        this.#open(dataKey, slot);
      }
      dataKey.fill(0);
    });
  }

  /**
   * Opens the register; the passphrase is checked even when it is open already.
   * @returns whether this call opened it.
   * @throws Refusal `register_missing`, `wrong_passphrase`, `key_slots_damaged`, `register_damaged`, `newer_schema`, `busy`;
   * `locked` when `lock` was called meanwhile: a screen that was just shut does not open again by itself.
   */
  unlock(passphrase: string): Promise<boolean> {
    return this.#serially(async (wasLocked) => {
      const { files } = this.#options;
      files.adopt();
      if (!files.exists()) {
        throw new Refusal('register_missing');
      }
      const { dataKey, slot } = await this.#findSlot(passphrase);
      const isOpened = this.#session === null;
      if (isOpened && !wasLocked()) {
        this.#open(dataKey, slot);
      }
      dataKey.fill(0);
      if (wasLocked()) {
        throw new Refusal('locked');
      }
      return isOpened;
    });
  }

  /**
   * Rewraps the data key of whoever knows `current`; the other slots and the database stay as they are.
   * @param record runs the change inside the transaction of its audit row; when that fails, the old passphrase stays.
   * @throws Refusal `weak_passphrase`, `wrong_passphrase`, `key_slots_damaged`, `locked`.
   */
  changePassphrase(current: string, next: string, record: (change: () => void) => void): Promise<void> {
    return this.#serially(async (wasLocked) => {
      assertStrongPassphrase(next, 'next');
      const { dataKey, slot, file } = await this.#findSlot(current);
      const { id, coordinator, createdAt } = slot;
      const sealed = await sealSlot(file.registerId, { id, coordinator, createdAt }, next, dataKey, this.#options.cost);
      dataKey.fill(0);
      if (wasLocked()) {
        throw new Refusal('locked');
      }
      const changed = { ...file, slots: file.slots.map((other) => (other.id === id ? sealed : other)) };
      this.#replaceSlots(file, changed, record);
    });
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

  /** Prepares the database of a new register: schema, code tables, first audit row. */
  #furnish(dataKey: Buffer, coordinator: string): void {
    const databaseKey = deriveKey(dataKey, 'database');
    const auditKey = deriveKey(dataKey, 'audit');
    const connection = openDatabase(this.#options.files.databaseInPreparation, databaseKey, { create: true });
    try {
      migrate(connection, this.#options.migrations);
      createHandles(connection).transaction((writer) => this.#options.furnish(writer, coordinator, auditKey));
    } finally {
      connection.close();
      databaseKey.fill(0);
      auditKey.fill(0);
    }
  }

  #replaceSlots(before: SlotFile, after: SlotFile, record: (change: () => void) => void): void {
    const { files } = this.#options;
    let isWritten = false;
    try {
      record(() => {
        files.writeSlots(after);
        isWritten = true;
      });
    } catch (error) {
      if (isWritten) {
        files.writeSlots(before);
      }
      throw error;
    }
  }

  async #findSlot(passphrase: string): Promise<{ dataKey: Buffer; slot: KeySlot; file: SlotFile }> {
    const file = this.#options.files.readSlots();
    for (const slot of file.slots) {
      const dataKey = await openSlot(file.registerId, slot, passphrase);
      if (dataKey) {
        return { dataKey, slot, file };
      }
    }
    throw new Refusal('wrong_passphrase');
  }

  #open(dataKey: Buffer, slot: KeySlot): void {
    const keyring = keyringOf(dataKey);
    dataKey.fill(0);
    const source = this.#openWith(keyring);
    this.#source = source;
    const { auditKey } = keyring;
    this.#session = { ...createHandles(source.connection), coordinator: slot.coordinator, auditKey };
    try {
      this.#options.onChange('unlocked');
    } catch (error) {
      // Not even the settings can be read, and nothing counts down to the lock: not a register to leave open.
      this.lock();
      throw whyNotOpened(error);
    }
  }

  #openWith(keyring: Keyring): SnapshotSource {
    const { files, migrations, beforeMigration } = this.#options;
    let connection: Connection | null = null;
    try {
      connection = keyring.open(files.database);
      const source = { connection, keyring, readSlots: () => files.readSlots() };
      assertWhole(connection);
      migrate(connection, migrations, () => beforeMigration(source));
      return source;
    } catch (error) {
      connection?.close();
      keyring.forget();
      throw whyNotOpened(error);
    }
  }

  #serially<Value>(work: (wasLocked: () => boolean) => Promise<Value>): Promise<Value> {
    const locks = this.#locks;
    const result = this.#queue.then(() => work(() => this.#locks !== locks));
    this.#queue = result.catch(() => {});
    return result;
  }
}
