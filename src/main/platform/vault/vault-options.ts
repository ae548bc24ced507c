// What a vault is built with, and what it hands out while it is open.
import type { Migration } from '../database/migrator.ts';
import type { DatabaseHandles, Writer } from '../database/reader-writer.ts';
import type { KeyDerivationCost } from './key-slots.ts';
import type { SnapshotSource } from './keyring.ts';
import type { RegisterFiles } from './register-files.ts';

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
