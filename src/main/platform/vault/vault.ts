// The vault: locked, it holds no key and no open file; unlocked, it holds one connection. Never lets the data key out.
import { type Connection, openDatabase } from '../database/connection.ts';
import { type Migration, migrate, NewerSchemaError } from '../database/migrator.ts';
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
import { assertStrongPassphrase } from './passphrase-rules.ts';
import type { RegisterFiles } from './register-files.ts';

export interface VaultOptions {
  readonly files: RegisterFiles;
  readonly cost: KeyDerivationCost;
  readonly migrations: readonly Migration[];
  readonly now: () => string;
  readonly newId: () => string;
  /** Fills a new register (shipped code tables, audit row), inside its first transaction. */
  readonly furnish: (writer: Writer, coordinator: string) => void;
  readonly onChange: (state: 'locked' | 'unlocked') => void;
}

export interface VaultSession extends DatabaseHandles {
  /** Whose slot was opened. */
  readonly coordinator: string;
}

type State = 'missing' | 'locked' | 'unlocked';

export class Vault {
  readonly #options: VaultOptions;
  #connection: Connection | null = null;
  #session: VaultSession | null = null;
  /** One at a time: two unlocks at once would open two connections. */
  #queue: Promise<unknown> = Promise.resolve();

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

  /** Who has a slot, oldest first; empty before there is a register, or when the slots cannot be read. */
  coordinators(): readonly string[] {
    try {
      return this.#options.files.readSlots().slots.map((slot) => slot.coordinator);
    } catch {
      return [];
    }
  }

  /** Makes a new register and leaves it unlocked. @throws Refusal `register_exists`, `weak_passphrase`, `disk_full`. */
  create(passphrase: string, coordinator: string): Promise<void> {
    return this.#serially(async () => {
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
      const connection = openDatabase(files.databaseInPreparation, deriveKey(dataKey, 'database'), { create: true });
      try {
        migrate(connection, this.#options.migrations);
        createHandles(connection).transaction((writer) => this.#options.furnish(writer, coordinator));
      } finally {
        connection.close();
      }
      files.writeSlots({ format: 1, registerId, slots: [slot] });
      files.adopt();
      this.#open(dataKey, slot);
    });
  }

  /** @throws Refusal `register_missing`, `wrong_passphrase`, `key_slots_damaged`, `register_damaged`, `newer_schema`. */
  unlock(passphrase: string): Promise<void> {
    return this.#serially(async () => {
      if (this.#session) {
        return;
      }
      if (!this.#options.files.exists()) {
        throw new Refusal('register_missing');
      }
      const { dataKey, slot } = await this.#findSlot(passphrase);
      this.#open(dataKey, slot);
    });
  }

  /** Rewraps the data key of whoever knows `current`; the other slots and the database stay as they are. */
  changePassphrase(current: string, next: string): Promise<void> {
    return this.#serially(async () => {
      assertStrongPassphrase(next);
      const { dataKey, slot, file } = await this.#findSlot(current);
      const { id, coordinator, createdAt } = slot;
      const sealed = await sealSlot(file.registerId, { id, coordinator, createdAt }, next, dataKey, this.#options.cost);
      dataKey.fill(0);
      this.#options.files.writeSlots({
        ...file,
        slots: file.slots.map((other) => (other.id === id ? sealed : other)),
      });
    });
  }

  /** Shuts the register. Safe to call in any state, as often as one likes. */
  lock(): void {
    const wasOpen = this.#session !== null;
    this.#session = null;
    this.#connection?.close();
    this.#connection = null;
    if (wasOpen) {
      this.#options.onChange('locked');
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
    const databaseKey = deriveKey(dataKey, 'database');
    dataKey.fill(0);
    let connection: Connection | null = null;
    try {
      connection = openDatabase(this.#options.files.database, databaseKey, { create: false });
      migrate(connection, this.#options.migrations);
    } catch (error) {
      connection?.close();
      // The slot opened, so the passphrase is right: what does not open now is the file.
      throw new Refusal(error instanceof NewerSchemaError ? 'newer_schema' : 'register_damaged');
    } finally {
      databaseKey.fill(0);
    }
    this.#connection = connection;
    this.#session = { ...createHandles(connection), coordinator: slot.coordinator };
    this.#options.onChange('unlocked');
  }

  #serially<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => {});
    return result;
  }
}
