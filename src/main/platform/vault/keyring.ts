// What may be done with the keys of an open register: open its files, vouch for its slots and backups, chain its trail. Wipes them on lock.
import { createHmac, type Hmac } from 'node:crypto';
import { type Connection, openDatabase } from '../database/connection.ts';
import { deriveKey, type RegisterKeys } from './register-keys.ts';
import type { SlotFile } from './slot-file.ts';

export interface Keyring {
  /** @throws as `openDatabase`. */
  open(path: string): Connection;
  /** Gives a copy that another keyring opened the key of this one, and closes it. */
  rekey(copy: Connection): void;
  /** Key of the audit chain; wiped by `forget`. */
  readonly auditKey: Buffer;
  /** Seals what is remembered of publications outside of the register; wiped by `forget`. */
  readonly publicationsKey: Buffer;
  /** A fresh HMAC-SHA-256 under the key that vouches for backups. */
  backupMac(): Hmac;
  /** A fresh HMAC-SHA-256 under the key that vouches for the slots. */
  slotsMac(): Hmac;
  /** Overwrites the keys; nothing opens afterwards. */
  forget(): void;
}

/** Derives what is needed; the data key itself is not kept. */
export function keyringOf(keys: RegisterKeys): Keyring {
  const database = deriveKey(keys, 'database');
  const backup = deriveKey(keys, 'backup');
  const slots = deriveKey(keys, 'slots');
  const audit = deriveKey(keys, 'audit');
  const publications = deriveKey(keys, 'publications');
  let isForgotten = false;
  const held = (key: Buffer) => {
    if (isForgotten) {
      throw new Error('the keys were forgotten');
    }
    return key;
  };
  return {
    open: (path) => openDatabase(path, held(database), { create: false }),
    rekey(copy) {
      const rawKey = Buffer.concat([Buffer.from('raw:'), held(database)]);
      try {
        copy.rekey(rawKey);
      } finally {
        rawKey.fill(0);
        copy.close();
      }
    },
    auditKey: audit,
    publicationsKey: publications,
    backupMac: () => createHmac('sha256', held(backup)),
    slotsMac: () => createHmac('sha256', held(slots)),
    forget() {
      isForgotten = true;
      for (const key of [database, backup, slots, audit, publications]) {
        key.fill(0);
      }
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
