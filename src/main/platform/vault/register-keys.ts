// The two secrets of a register and the keys that are derived from them, one for each purpose. Never writes any of them anywhere.
import { hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;

/** Both together, as every slot seals them. */
export const REGISTER_KEYS_BYTES = 2 * KEY_BYTES;

export interface RegisterKeys {
  /** Renewed when a coordinator leaves: database, slot file and backups hang on it. */
  readonly dataKey: Buffer;
  /** Stays for the life of the register, so that the trail can be reckoned again from its first row. */
  readonly trailKey: Buffer;
}

export function newRegisterKeys(): RegisterKeys {
  return { dataKey: randomBytes(KEY_BYTES), trailKey: randomBytes(KEY_BYTES) };
}

/** Another data key for the same trail. */
export function renewedKeys({ trailKey }: RegisterKeys): RegisterKeys {
  return { dataKey: randomBytes(KEY_BYTES), trailKey: Buffer.from(trailKey) };
}

export function wipeKeys({ dataKey, trailKey }: RegisterKeys): void {
  dataKey.fill(0);
  trailKey.fill(0);
}

/** Wipe it when done. */
export function packKeys({ dataKey, trailKey }: RegisterKeys): Buffer {
  return Buffer.concat([dataKey, trailKey]);
}

/** Wipes what it unpacks. */
export function unpackKeys(packed: Buffer): RegisterKeys {
  const keys = {
    dataKey: Buffer.from(packed.subarray(0, KEY_BYTES)),
    trailKey: Buffer.from(packed.subarray(KEY_BYTES)),
  };
  packed.fill(0);
  return keys;
}

export type KeyPurpose = 'database' | 'backup' | 'slots' | 'audit' | 'publications';

/** What must be read again after the data key was renewed, and in every backup. */
const OF_TRAIL: readonly KeyPurpose[] = ['audit', 'publications'];

/** One key for one purpose, so that no two uses share theirs. HKDF-SHA-256, RFC 5869. */
export function deriveKey({ dataKey, trailKey }: RegisterKeys, purpose: KeyPurpose): Buffer {
  const secret = OF_TRAIL.includes(purpose) ? trailKey : dataKey;
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `mimamori-register/2/${purpose}`, KEY_BYTES));
}
