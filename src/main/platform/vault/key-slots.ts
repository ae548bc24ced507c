// One slot for each coordinator and one for the printed recovery code: each seals the register's keys to a key pair that comes from the
// passphrase or the code. Never keeps either, never writes a key in clear.
import { hkdfSync, randomBytes } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { slotIdSchema } from '#shared/model/ids.ts';
import { foldPassphrase } from '#shared/model/passphrase.ts';
import { packKeys, REGISTER_KEYS_BYTES, type RegisterKeys, unpackKeys } from './register-keys.ts';
import {
  type KeyPair,
  keyPairOf,
  NONCE_BYTES,
  PUBLIC_KEY_BYTES,
  type SealedBox,
  seal,
  TAG_BYTES,
  unseal,
} from './sealed-box.ts';

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

const SEED_BYTES = 32;
const SALT_BYTES = 16;

/** `Algorithm.Argon2id` of @node-rs/argon2, whose enum does not exist at run time. */
const ARGON2ID = 2;

const base64Of = (bytes: number) => z.base64().refine((text) => Buffer.from(text, 'base64').byteLength === bytes);

const boxShape = {
  /** Of the key pair that comes from the passphrase or the code; a wrong one gives another. */
  publicKey: base64Of(PUBLIC_KEY_BYTES),
  ephemeralKey: base64Of(PUBLIC_KEY_BYTES),
  nonce: base64Of(NONCE_BYTES),
  /** AES-256-GCM of data key and trail key: cipher text and tag. */
  sealed: base64Of(REGISTER_KEYS_BYTES + TAG_BYTES),
};

const passphraseSlotSchema = z.strictObject({
  id: slotIdSchema,
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
  ...boxShape,
});

const recoverySlotSchema = z.strictObject({
  id: slotIdSchema,
  kind: z.literal('recovery'),
  createdAt: z.iso.datetime(),
  /** The code itself is 128 random bits: nothing to slow down. */
  kdf: z.strictObject({ name: z.literal('hkdf-sha256'), salt: base64Of(SALT_BYTES) }),
  ...boxShape,
});

export const slotSchema = z.discriminatedUnion('kind', [passphraseSlotSchema, recoverySlotSchema]);

export type PassphraseSlot = z.output<typeof passphraseSlotSchema>;
export type RecoverySlot = z.output<typeof recoverySlotSchema>;
export type KeySlot = z.output<typeof slotSchema>;

type BoxKeys = 'publicKey' | 'ephemeralKey' | 'nonce' | 'sealed';
type SlotHead = Omit<PassphraseSlot, BoxKeys> | Omit<RecoverySlot, BoxKeys>;

/** What the sealing vouches for: everything in the slot but the sealed keys, in the order of the schema, and the register it belongs to. */
function vouchedBy(registerId: string, slot: Omit<KeySlot, 'sealed'>): Buffer {
  const placeholder = Buffer.alloc(REGISTER_KEYS_BYTES + TAG_BYTES).toString('base64');
  return Buffer.from(JSON.stringify([registerId, slotSchema.parse({ ...slot, sealed: placeholder })]));
}

function sealKeys(registerId: string, head: SlotHead, publicKey: Buffer, keys: RegisterKeys): KeySlot {
  const packed = packKeys(keys);
  const texts = { ...head, publicKey: publicKey.toString('base64') };
  const textsOf = (box: Omit<SealedBox, 'sealed'>) => ({
    ...texts,
    ephemeralKey: box.ephemeralKey.toString('base64'),
    nonce: box.nonce.toString('base64'),
  });
  const box = seal(publicKey, packed, (open) => vouchedBy(registerId, textsOf(open) as Omit<KeySlot, 'sealed'>));
  packed.fill(0);
  return slotSchema.parse({ ...textsOf(box), sealed: box.sealed.toString('base64') });
}

async function passphrasePair(passphrase: string, kdf: PassphraseSlot['kdf']): Promise<KeyPair> {
  const seed = await hashRaw(foldPassphrase(passphrase), {
    algorithm: ARGON2ID,
    memoryCost: kdf.memoryKib,
    timeCost: kdf.iterations,
    parallelism: kdf.parallelism,
    outputLen: SEED_BYTES,
    salt: Buffer.from(kdf.salt, 'base64'),
  });
  try {
    return keyPairOf(seed);
  } finally {
    seed.fill(0);
  }
}

function codePair(code: Uint8Array, kdf: RecoverySlot['kdf']): KeyPair {
  const salt = Buffer.from(kdf.salt, 'base64');
  const seed = Buffer.from(hkdfSync('sha256', code, salt, 'mimamori-register/2/recovery-code', SEED_BYTES));
  try {
    return keyPairOf(seed);
  } finally {
    seed.fill(0);
  }
}

const newSalt = () => randomBytes(SALT_BYTES).toString('base64');

/** The cost on this machine: what was asked for, or more passes. */
async function costHere({ leastMs = 0, ...cost }: KeyDerivationCost): Promise<Omit<KeyDerivationCost, 'leastMs'>> {
  if (leastMs === 0) {
    return cost;
  }
  const start = performance.now();
  (await passphrasePair('', { name: 'argon2id', ...cost, salt: newSalt() })).privateKey.fill(0);
  const passMs = (performance.now() - start) / cost.iterations;
  const iterations = Math.min(Math.ceil(leastMs / passMs), MOST_ITERATIONS);
  return { ...cost, iterations: Math.max(cost.iterations, iterations) };
}

export type SlotOwner = Pick<PassphraseSlot, 'id' | 'coordinator' | 'createdAt'>;

export async function sealForPassphrase(
  registerId: string,
  { id, coordinator, createdAt }: SlotOwner,
  passphrase: string,
  keys: RegisterKeys,
  cost: KeyDerivationCost,
): Promise<KeySlot> {
  const kdf = { name: 'argon2id' as const, ...(await costHere(cost)), salt: newSalt() };
  const pair = await passphrasePair(passphrase, kdf);
  pair.privateKey.fill(0);
  return sealKeys(registerId, { id, kind: 'passphrase', coordinator, createdAt, kdf }, pair.publicKey, keys);
}

/** @param code its 16 bytes. */
export function sealForCode(
  registerId: string,
  { id, createdAt }: Pick<RecoverySlot, 'id' | 'createdAt'>,
  code: Uint8Array,
  keys: RegisterKeys,
): KeySlot {
  const kdf = { name: 'hkdf-sha256' as const, salt: newSalt() };
  const pair = codePair(code, kdf);
  pair.privateKey.fill(0);
  return sealKeys(registerId, { id, kind: 'recovery', createdAt, kdf }, pair.publicKey, keys);
}

/** The same passphrase or code opens it as before; nobody needs to know it for this. */
export function resealed(registerId: string, slot: KeySlot, keys: RegisterKeys, coordinator?: string): KeySlot {
  const { publicKey, ephemeralKey: _ephemeralKey, nonce: _nonce, sealed: _sealed, ...head } = slot;
  const renamed = head.kind === 'passphrase' && coordinator !== undefined ? { ...head, coordinator } : head;
  return sealKeys(registerId, renamed, Buffer.from(publicKey, 'base64'), keys);
}

/** `wrong`: another passphrase. `damaged`: the right one, and yet the slot does not open. */
export type SlotOpening = RegisterKeys | 'wrong' | 'damaged';

function openWith(registerId: string, { sealed, ...slot }: KeySlot, pair: KeyPair): SlotOpening {
  const bytes = (text: string) => Buffer.from(text, 'base64');
  try {
    if (!pair.publicKey.equals(bytes(slot.publicKey))) {
      return 'wrong';
    }
    const box = { ephemeralKey: bytes(slot.ephemeralKey), nonce: bytes(slot.nonce), sealed: bytes(sealed) };
    const packed = unseal(pair, box, vouchedBy(registerId, slot as Omit<KeySlot, 'sealed'>));
    return packed ? unpackKeys(packed) : 'damaged';
  } finally {
    pair.privateKey.fill(0);
  }
}

export async function openWithPassphrase(
  registerId: string,
  slot: PassphraseSlot,
  passphrase: string,
): Promise<SlotOpening> {
  return openWith(registerId, slot, await passphrasePair(passphrase, slot.kdf));
}

export function openWithCode(registerId: string, slot: RecoverySlot, code: Uint8Array): SlotOpening {
  return openWith(registerId, slot, codePair(code, slot.kdf));
}
