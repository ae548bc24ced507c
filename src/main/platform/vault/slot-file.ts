// All slots of a register as one file: its shape, its checksum, its MAC, and how it is opened. Reads and writes no file itself.
import { createHash, createHmac, type Hmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { SlotId } from '#shared/model/ids.ts';
import { Refusal } from '../refusal.ts';
import {
  type KeySlot,
  openWithCode,
  openWithPassphrase,
  type PassphraseSlot,
  type RecoverySlot,
  type SlotOpening,
  slotSchema,
} from './key-slots.ts';
import { deriveKey, type RegisterKeys, wipeKeys } from './register-keys.ts';

const isUnique = (texts: readonly string[]) => new Set(texts).size === texts.length;

const contentShape = {
  format: z.literal(2),
  registerId: z.uuid(),
  /** Counts up with every change; the database remembers the last, so that an older file is noticed. */
  revision: z.number().int().min(1).max(1_000_000_000),
  slots: z
    .array(slotSchema)
    .max(50)
    .refine((slots) => isUnique(slots.map(({ id }) => id)))
    .refine((slots) => slots.some(({ kind }) => kind === 'passphrase'))
    .refine((slots) => slots.filter(({ kind }) => kind === 'recovery').length <= 1),
};

const contentSchema = z.strictObject(contentShape);

export const slotFileSchema = z.strictObject({
  ...contentShape,
  /** HMAC-SHA-256, hex, over all the rest under a key that only the data key gives. */
  mac: z.string().regex(/^[0-9a-f]{64}$/u),
});

export type SlotFile = z.output<typeof slotFileSchema>;
export type SlotFileContent = z.output<typeof contentSchema>;

/**
 * Tells a file that rotted from a passphrase that is wrong, before anybody types one. Whoever writes a slot on purpose can
 * write this too; against that stands the MAC.
 */
export function checksumOf(file: SlotFile): string {
  return createHash('sha256')
    .update(JSON.stringify(slotFileSchema.parse(file)))
    .digest('hex');
}

/** @param mac a fresh HMAC under the register's key for slots. */
export function vouchFor(content: SlotFileContent, mac: Hmac): SlotFile {
  const { format, registerId, revision, slots } = content;
  const parsed = contentSchema.parse({ format, registerId, revision, slots });
  return { ...parsed, mac: mac.update(JSON.stringify(parsed)).digest('hex') };
}

/** @returns a fresh HMAC under the key for slots. */
export function slotsMac(keys: RegisterKeys): Hmac {
  const key = deriveKey(keys, 'slots');
  const mac = createHmac('sha256', key);
  key.fill(0);
  return mac;
}

function isVouchedFor(file: SlotFile, keys: RegisterKeys): boolean {
  const { mac } = vouchFor(file, slotsMac(keys));
  return timingSafeEqual(Buffer.from(mac), Buffer.from(file.mac));
}

export const coordinatorSlots = ({ slots }: SlotFileContent): readonly PassphraseSlot[] =>
  slots.filter((slot) => slot.kind === 'passphrase');

export const recoverySlotOf = ({ slots }: SlotFileContent): RecoverySlot | null =>
  slots.find((slot) => slot.kind === 'recovery') ?? null;

/** What somebody shows to be let in. `slot` `null`: whoever's passphrase it is. */
export type Proof =
  | { readonly passphrase: string; readonly slot: SlotId | null }
  /** Its 16 bytes. */
  | { readonly code: Uint8Array };

export interface OpenedSlots {
  /** Wipe them when done. */
  readonly keys: RegisterKeys;
  /** The slot that was opened. */
  readonly slot: KeySlot;
  readonly file: SlotFile;
}

/** @throws Refusal `not_found` (no such slot), `recovery_code_missing`. */
function candidatesFor(file: SlotFile, proof: Proof): readonly KeySlot[] {
  if ('code' in proof) {
    const slot = recoverySlotOf(file);
    if (!slot) {
      throw new Refusal('recovery_code_missing');
    }
    return [slot];
  }
  const slots = coordinatorSlots(file).filter(({ id }) => proof.slot === null || id === proof.slot);
  if (slots.length === 0) {
    throw new Refusal('not_found');
  }
  return slots;
}

async function tryToOpen(file: SlotFile, slot: KeySlot, proof: Proof): Promise<SlotOpening> {
  if (slot.kind === 'recovery') {
    return 'code' in proof ? openWithCode(file.registerId, slot, proof.code) : 'wrong';
  }
  return 'code' in proof ? 'wrong' : openWithPassphrase(file.registerId, slot, proof.passphrase);
}

/**
 * The keys, or `null` when this passphrase or code is nobody's.
 * @throws Refusal `key_slots_damaged` when it is somebody's and the slot or the file is not what we wrote; those of `candidatesFor`.
 */
export async function openSlots(file: SlotFile, proof: Proof): Promise<OpenedSlots | null> {
  for (const slot of candidatesFor(file, proof)) {
    const keys = await tryToOpen(file, slot, proof);
    if (keys === 'damaged') {
      throw new Refusal('key_slots_damaged');
    }
    if (keys !== 'wrong') {
      if (!isVouchedFor(file, keys)) {
        wipeKeys(keys);
        throw new Refusal('key_slots_damaged');
      }
      return { keys, slot, file };
    }
  }
  return null;
}
