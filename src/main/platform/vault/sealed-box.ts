// Seals bytes to a public key, so that keys can be renewed for somebody whose passphrase nobody else knows. ECIES as in age: ephemeral
// ECDH on P-256, HKDF-SHA-256, AES-256-GCM. Knows nothing of slots or registers.
import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto';

const CURVE = 'prime256v1';
const KEY_BYTES = 32;
export const PUBLIC_KEY_BYTES = 33;
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

export interface KeyPair {
  /** Wipe it when done. */
  readonly privateKey: Buffer;
  /** Compressed point. */
  readonly publicKey: Buffer;
}

export interface SealedBox {
  readonly ephemeralKey: Buffer;
  readonly nonce: Buffer;
  /** Cipher text and tag. */
  readonly sealed: Buffer;
}

const expand = (secret: Uint8Array, salt: Uint8Array, purpose: string) =>
  Buffer.from(hkdfSync('sha256', secret, salt, `mimamori-register/2/${purpose}`, KEY_BYTES));

/**
 * The key pair that belongs to a seed, the same each time. A scalar out of range (one in 2^32 seeds) is passed over for the next.
 * @param seed at least 16 bytes that nobody can guess.
 */
export function keyPairOf(seed: Uint8Array): KeyPair {
  const curve = createECDH(CURVE);
  for (let attempt = 0; ; attempt += 1) {
    const privateKey = expand(seed, Buffer.alloc(0), `slot-key/${attempt}`);
    try {
      curve.setPrivateKey(privateKey);
      return { privateKey, publicKey: curve.getPublicKey(null, 'compressed') };
    } catch (error) {
      privateKey.fill(0);
      if (attempt > 7) {
        throw error;
      }
    }
  }
}

/** Both public keys are part of it, so that a box cannot be passed on under another key. */
function wrappingKeyOf(shared: Buffer, ephemeralKey: Buffer, publicKey: Buffer): Buffer {
  try {
    return expand(shared, Buffer.concat([ephemeralKey, publicKey]), 'seal');
  } finally {
    shared.fill(0);
  }
}

/** @param vouched what the box also vouches for, given the ephemeral key and the nonce that it will have. */
export function seal(
  publicKey: Buffer,
  content: Uint8Array,
  vouched: (box: Omit<SealedBox, 'sealed'>) => Buffer,
): SealedBox {
  const curve = createECDH(CURVE);
  curve.generateKeys();
  const ephemeralKey = curve.getPublicKey(null, 'compressed');
  const nonce = randomBytes(NONCE_BYTES);
  const wrappingKey = wrappingKeyOf(curve.computeSecret(publicKey), ephemeralKey, publicKey);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, nonce);
  cipher.setAAD(vouched({ ephemeralKey, nonce }));
  const sealed = Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]);
  wrappingKey.fill(0);
  return { ephemeralKey, nonce, sealed };
}

/** What was sealed, or `null` when the box, its key or what it vouches for was changed. */
export function unseal({ privateKey, publicKey }: KeyPair, box: SealedBox, vouched: Buffer): Buffer | null {
  const wrappingKeys: Buffer[] = [];
  try {
    const curve = createECDH(CURVE);
    curve.setPrivateKey(privateKey);
    const wrappingKey = wrappingKeyOf(curve.computeSecret(box.ephemeralKey), box.ephemeralKey, publicKey);
    wrappingKeys.push(wrappingKey);
    const decipher = createDecipheriv('aes-256-gcm', wrappingKey, box.nonce);
    decipher.setAAD(vouched);
    const end = box.sealed.byteLength - TAG_BYTES;
    decipher.setAuthTag(box.sealed.subarray(end));
    return Buffer.concat([decipher.update(box.sealed.subarray(0, end)), decipher.final()]);
  } catch {
    return null;
  } finally {
    for (const key of wrappingKeys) {
      key.fill(0);
    }
  }
}
