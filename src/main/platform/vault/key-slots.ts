// Wraps the register's data key under passphrases, one slot a coordinator. Never keeps a passphrase, never writes the data key in clear.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';

/** Cost of one guess. Argon2id, RFC 9106; the memory in KiB. */
export interface KeyDerivationCost {
  readonly memoryKib: number;
  readonly iterations: number;
  readonly parallelism: number;
  /** On a machine where one guess would be over sooner, more iterations are used until it lasts so many milliseconds. */
  readonly leastMs?: number;
}

/** 128 MiB, three passes and half a second: little for whoever has the passphrase, much for whoever tries millions. */
export const STANDARD_COST: KeyDerivationCost = { memoryKib: 131_072, iterations: 3, parallelism: 1, leastMs: 500 };

const MOST_ITERATIONS = 30;

/** A slot below this was not written by us: refused, so that nobody can swap in a cheap one. */
const LEAST_MEMORY_KIB = 65_536;

const KEY_BYTES = 32;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `Algorithm.Argon2id` of @node-rs/argon2, whose enum does not exist at run time. */
const ARGON2ID = 2;

const base64Of = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').byteLength === bytes);

const slotSchema = z.strictObject({
  id: z.uuid(),
  kind: z.literal('passphrase'),
  coordinator: z.string().min(1).max(60),
  createdAt: z.iso.datetime(),
  kdf: z.strictObject({
    name: z.literal('argon2id'),
    memoryKib: z.number().int().min(LEAST_MEMORY_KIB).max(2_097_152),
    iterations: z.number().int().min(1).max(100),
    parallelism: z.number().int().min(1).max(16),
    salt: base64Of(SALT_BYTES),
  }),
  nonce: base64Of(NONCE_BYTES),
  /** AES-256-GCM of the data key: cipher text and tag. */
  wrapped: base64Of(KEY_BYTES + TAG_BYTES),
});

export const slotFileSchema = z.strictObject({
  format: z.literal(1),
  registerId: z.uuid(),
  slots: z.array(slotSchema).min(1).max(50),
});

export type KeySlot = z.output<typeof slotSchema>;
export type SlotFile = z.output<typeof slotFileSchema>;

/**
 * Tells a file that rotted from a passphrase that is wrong, before anybody types one. Whoever writes a slot on purpose can
 * write this too; against that stands the wrapping itself.
 */
export function checksumOf(file: SlotFile): string {
  return createHash('sha256')
    .update(JSON.stringify(slotFileSchema.parse(file)))
    .digest('hex');
}

type SlotHead = Omit<KeySlot, 'wrapped'>;

/** What the wrapping vouches for: everything in the slot but the wrapped key itself, and the register it belongs to. */
function associatedData(registerId: string, head: SlotHead): Buffer {
  const { id, kind, coordinator, createdAt, kdf, nonce } = head;
  const { name, memoryKib, iterations, parallelism, salt } = kdf;
  return Buffer.from(
    JSON.stringify([
      registerId,
      id,
      kind,
      coordinator,
      createdAt,
      name,
      memoryKib,
      iterations,
      parallelism,
      salt,
      nonce,
    ]),
  );
}

/** The same passphrase from any keyboard: NFKC folds full-width letters and composed characters. */
function normalizePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC');
}

async function deriveWrappingKey(passphrase: string, kdf: KeySlot['kdf']): Promise<Buffer> {
  return hashRaw(normalizePassphrase(passphrase), {
    algorithm: ARGON2ID,
    memoryCost: kdf.memoryKib,
    timeCost: kdf.iterations,
    parallelism: kdf.parallelism,
    outputLen: KEY_BYTES,
    salt: Buffer.from(kdf.salt, 'base64'),
  });
}

/** The cost on this machine: what was asked for, or more passes. */
async function costHere({ leastMs = 0, ...cost }: KeyDerivationCost): Promise<Omit<KeyDerivationCost, 'leastMs'>> {
  if (leastMs === 0) {
    return cost;
  }
  const start = performance.now();
  await deriveWrappingKey('', { name: 'argon2id', ...cost, salt: randomBytes(SALT_BYTES).toString('base64') });
  const passMs = (performance.now() - start) / cost.iterations;
  const iterations = Math.min(Math.ceil(leastMs / passMs), MOST_ITERATIONS);
  return { ...cost, iterations: Math.max(cost.iterations, iterations) };
}

export interface SlotOwner {
  readonly id: string;
  readonly coordinator: string;
  readonly createdAt: string;
}

export async function sealSlot(
  registerId: string,
  owner: SlotOwner,
  passphrase: string,
  dataKey: Uint8Array,
  cost: KeyDerivationCost,
): Promise<KeySlot> {
  const head: SlotHead = {
    ...owner,
    kind: 'passphrase',
    kdf: { name: 'argon2id', ...(await costHere(cost)), salt: randomBytes(SALT_BYTES).toString('base64') },
    nonce: randomBytes(NONCE_BYTES).toString('base64'),
  };
  const wrappingKey = await deriveWrappingKey(passphrase, head.kdf);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, Buffer.from(head.nonce, 'base64'));
  cipher.setAAD(associatedData(registerId, head));
  const sealed = Buffer.concat([cipher.update(dataKey), cipher.final(), cipher.getAuthTag()]);
  wrappingKey.fill(0);
  return { ...head, wrapped: sealed.toString('base64') };
}

/** The data key, or `null` when the passphrase is not this slot's (or the slot was tampered with: the two cannot be told apart). */
export async function openSlot(registerId: string, slot: KeySlot, passphrase: string): Promise<Buffer | null> {
  const sealed = Buffer.from(slot.wrapped, 'base64');
  const wrappingKey = await deriveWrappingKey(passphrase, slot.kdf);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.nonce, 'base64'));
  decipher.setAAD(associatedData(registerId, slot));
  decipher.setAuthTag(sealed.subarray(KEY_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, KEY_BYTES)), decipher.final()]);
  } catch {
    return null;
  } finally {
    wrappingKey.fill(0);
  }
}

/** One key for one purpose, so that no two uses share theirs. HKDF-SHA-256, RFC 5869. */
export function deriveKey(dataKey: Uint8Array, purpose: 'database' | 'audit' | 'backup'): Buffer {
  return Buffer.from(hkdfSync('sha256', dataKey, Buffer.alloc(0), `mimamori-register/1/${purpose}`, KEY_BYTES));
}

export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}
