// What may be done with the keys of an open register: open its files, vouch for its backups, chain its trail. Wipes them on lock.
import { createHmac, type Hmac } from 'node:crypto';
import { type Connection, openDatabase } from '../database/connection.ts';
import { deriveKey, type SlotFile } from './key-slots.ts';

export interface Keyring {
  /** @throws as `openDatabase`. */
  open(path: string): Connection;
  /** Key of the audit chain; wiped by `forget`. */
  readonly auditKey: Buffer;
  /** A fresh HMAC-SHA-256 under the key that vouches for backups. */
  backupMac(): Hmac;
  /** Overwrites the keys; nothing opens afterwards. */
  forget(): void;
}

/** Derives what is needed; the data key itself is not kept. */
export function keyringOf(dataKey: Uint8Array): Keyring {
  const database = deriveKey(dataKey, 'database');
  const backup = deriveKey(dataKey, 'backup');
  const audit = deriveKey(dataKey, 'audit');
  let isForgotten = false;
  const assertHeld = () => {
    if (isForgotten) {
      throw new Error('the keys were forgotten');
    }
  };
  return {
    open(path) {
      assertHeld();
      return openDatabase(path, database, { create: false });
    },
    auditKey: audit,
    backupMac() {
      assertHeld();
      return createHmac('sha256', backup);
    },
    forget() {
      isForgotten = true;
      database.fill(0);
      backup.fill(0);
      audit.fill(0);
    },
  };
}

/** An open register, as whoever copies it sees it. */
export interface SnapshotSource {
  readonly connection: Connection;
  readonly keyring: Keyring;
  /** The slots as they are now. @throws Refusal `key_slots_damaged`. */
  readSlots(): SlotFile;
}
