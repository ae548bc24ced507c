// The key slots by themselves: every part of a slot is vouched for, wrong is told from damaged, keys of different purposes differ, and the
// shipped cost is not cheap.
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type KeySlot,
  openWithCode,
  openWithPassphrase,
  type PassphraseSlot,
  type RecoverySlot,
  resealed,
  type SlotOpening,
  STANDARD_COST,
  sealForCode,
  sealForPassphrase,
} from '#main/platform/vault/key-slots.ts';
import { assertStrongPassphrase } from '#main/platform/vault/passphrase-rules.ts';
import { deriveKey, newRegisterKeys, renewedKeys } from '#main/platform/vault/register-keys.ts';
import { checksumOf, openSlots, slotFileSchema, slotsMac, vouchFor } from '#main/platform/vault/slot-file.ts';
import type { SlotId } from '#shared/model/ids.ts';
import { writeRecoveryCode } from '#shared/model/recovery-code.ts';
import { typeCodes } from '#tests/torture/recovery-codes.ts';

const REGISTER = '11111111-1111-4111-8111-111111111111';
const OTHER_ID = '33333333-3333-4333-8333-333333333333' as SlotId;
const OWNER = {
  id: '22222222-2222-4222-8222-222222222222' as SlotId,
  coordinator: '見本 花子',
  createdAt: '2026-10-15T03:00:00.000Z',
};
const COST = { memoryKib: 65_536, iterations: 1, parallelism: 1 };
const PASSPHRASE = 'kawa-hashi-sakura-7';
const CODE = randomBytes(16);

const keys = newRegisterKeys();
const slot = (await sealForPassphrase(REGISTER, OWNER, PASSPHRASE, keys, COST)) as PassphraseSlot;
const codeSlot = sealForCode(REGISTER, { id: OTHER_ID, createdAt: OWNER.createdAt }, CODE, keys) as RecoverySlot;
const file = vouchFor({ format: 2, registerId: REGISTER, revision: 3, slots: [slot, codeSlot] }, slotsMac(keys));

const said = (opening: SlotOpening, wanted = keys) =>
  typeof opening === 'string'
    ? opening
    : opening.dataKey.equals(wanted.dataKey) && opening.trailKey.equals(wanted.trailKey)
      ? 'opened'
      : 'other keys';
const opens = async (registerId: string, changed: PassphraseSlot, passphrase = PASSPHRASE) =>
  said(await openWithPassphrase(registerId, changed, passphrase));

const flipFirst = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);
/** Another point of the curve, so that only its meaning is wrong. */
const otherPoint = (whole: KeySlot) => {
  const other = sealForCode(REGISTER, { id: OTHER_ID, createdAt: OWNER.createdAt }, randomBytes(16), keys);
  return { ...whole, ephemeralKey: other.ephemeralKey } as PassphraseSlot;
};

describe('the slot of a coordinator', () => {
  it('gives the keys to its passphrase, in full width too, and to no other', async () => {
    expect(await opens(REGISTER, slot)).toBe('opened');
    expect(await opens(REGISTER, slot, 'ｋａｗａ-hashi-sakura-７')).toBe('opened');
    for (const other of ['kawa-hashi-sakura-8', `${PASSPHRASE} `, PASSPHRASE.toUpperCase(), '']) {
      expect(await opens(REGISTER, slot, other), other).toBe('wrong');
    }
  });

  it.each<[string, (whole: PassphraseSlot) => PassphraseSlot]>([
    ['its id', (whole) => ({ ...whole, id: OTHER_ID })],
    ['its coordinator', (whole) => ({ ...whole, coordinator: '別人' })],
    ['its day', (whole) => ({ ...whole, createdAt: '2026-10-16T03:00:00.000Z' })],
    ['its ephemeral key', otherPoint],
    ['its ephemeral key into nonsense', (whole) => ({ ...whole, ephemeralKey: `B${whole.ephemeralKey.slice(1)}` })],
    ['its nonce', (whole) => ({ ...whole, nonce: flipFirst(whole.nonce) })],
    ['its sealed keys', (whole) => ({ ...whole, sealed: flipFirst(whole.sealed) })],
  ])('is called damaged, not a wrong passphrase, when somebody changed %s', async (_part, change) => {
    expect(await opens(REGISTER, change(slot))).toBe('damaged');
    expect(await opens(REGISTER, change(slot), 'kawa-hashi-sakura-8')).toBe('wrong');
  });

  it.each<[string, (whole: PassphraseSlot) => PassphraseSlot]>([
    ['its memory', (whole) => ({ ...whole, kdf: { ...whole.kdf, memoryKib: 65_544 } })],
    ['its iterations', (whole) => ({ ...whole, kdf: { ...whole.kdf, iterations: 2 } })],
    ['its parallelism', (whole) => ({ ...whole, kdf: { ...whole.kdf, parallelism: 2 } })],
    ['its salt', (whole) => ({ ...whole, kdf: { ...whole.kdf, salt: flipFirst(whole.kdf.salt) } })],
    ['its public key', (whole) => ({ ...whole, publicKey: codeSlot.publicKey })],
  ])('does not open when somebody changed %s', async (_part, change) => {
    expect(await opens(REGISTER, change(slot))).toBe('wrong');
  });

  it('does not open in the file of another register', async () => {
    expect(await opens(OTHER_ID, slot)).toBe('damaged');
  });

  it('takes renewed keys and another name without its passphrase, and its passphrase goes on opening it', async () => {
    const next = renewedKeys(keys);
    const renewed = resealed(REGISTER, slot, next, '見本 花江') as PassphraseSlot;
    expect(said(await openWithPassphrase(REGISTER, renewed, PASSPHRASE), next)).toBe('opened');
    expect(next.dataKey.equals(keys.dataKey)).toBe(false);
    expect(next.trailKey.equals(keys.trailKey)).toBe(true);
    expect(renewed).toMatchObject({ coordinator: '見本 花江', kdf: slot.kdf, publicKey: slot.publicKey });
  });

  it('never looks the same twice and never holds a key or the passphrase', async () => {
    const again = (await sealForPassphrase(REGISTER, OWNER, PASSPHRASE, keys, COST)) as PassphraseSlot;
    const parts = ({ kdf, publicKey, ephemeralKey, nonce, sealed }: PassphraseSlot) => [
      kdf.salt,
      publicKey,
      ephemeralKey,
      nonce,
      sealed,
    ];
    expect(parts(again).filter((part) => parts(slot).includes(part))).toEqual([]);
    const text = JSON.stringify([slot, codeSlot]);
    const secrets = [keys.dataKey, keys.trailKey, CODE].flatMap((key) => [key.toString('base64'), key.toString('hex')]);
    for (const secret of [PASSPHRASE, writeRecoveryCode(CODE).join(''), ...secrets]) {
      expect(text).not.toContain(secret);
    }
  });

  it('costs what RFC 9106 asks of memory-constrained machines, and more', () => {
    expect(STANDARD_COST.memoryKib).toBeGreaterThanOrEqual(128 * 1024);
    expect(STANDARD_COST.iterations).toBeGreaterThanOrEqual(3);
    expect(STANDARD_COST.leastMs).toBeGreaterThanOrEqual(300);
  });

  it('costs more passes where a guess would be over too soon, and never fewer than asked for', async () => {
    const sealAt = async (cost: typeof STANDARD_COST) =>
      (await sealForPassphrase(REGISTER, OWNER, PASSPHRASE, keys, cost)) as PassphraseSlot;
    const slow = await sealAt({ ...COST, leastMs: 3_000 });
    expect(slow.kdf.iterations).toBeGreaterThan(1);
    expect(slow.kdf.iterations).toBeLessThanOrEqual(30);
    expect(Object.keys(slow.kdf)).not.toContain('leastMs');
    expect(await opens(REGISTER, slow)).toBe('opened');
    expect((await sealAt({ ...COST, iterations: 2, leastMs: 1 })).kdf.iterations).toBe(2);
    expect(slot.kdf.iterations).toBe(1);
  });
});

describe('the slot of the recovery code', () => {
  it('opens each time for the code that was written and read again, and for no other', () => {
    expect(typeCodes(100)).toEqual({ codes: 100, readings: 800, unequal: 0, openedByOthers: 0 });
  });

  it('is called damaged when somebody changed it', () => {
    const changed = { ...codeSlot, sealed: flipFirst(codeSlot.sealed) };
    expect(said(openWithCode(REGISTER, changed, CODE))).toBe('damaged');
  });
});

describe('the file of the slots', () => {
  const proof = { passphrase: PASSPHRASE, slot: null };

  it('opens for a passphrase and for the code, and says who it was', async () => {
    expect((await openSlots(file, proof))?.slot).toEqual(slot);
    expect((await openSlots(file, { passphrase: PASSPHRASE, slot: OWNER.id }))?.slot).toEqual(slot);
    expect((await openSlots(file, { code: CODE }))?.slot).toEqual(codeSlot);
    expect(await openSlots(file, { passphrase: 'kawa-hashi-sakura-8', slot: null })).toBeNull();
    await expect(openSlots(file, { passphrase: PASSPHRASE, slot: OTHER_ID })).rejects.toThrow('not_found');
  });

  it.each<[string, Partial<typeof file>]>([
    ['another revision', { revision: 4 }],
    ['a slot taken out', { slots: [slot] }],
    ['the slots in another order', { slots: [codeSlot, slot] }],
    ['another MAC', { mac: '0'.repeat(64) }],
  ])('is refused by whoever has its keys with %s', async (_what, change) => {
    await expect(openSlots({ ...file, ...change }, proof)).rejects.toThrow('key_slots_damaged');
  });

  it('has a checksum that does not hang on the order of its keys, and changes with every value', () => {
    const reversed = (value: object) => Object.fromEntries(Object.entries(value).reverse());
    const reordered = reversed({ ...file, slots: [reversed(slot), reversed(codeSlot)] }) as typeof file;
    expect(checksumOf(reordered)).toBe(checksumOf(file));
    expect(checksumOf({ ...file, slots: [{ ...slot, coordinator: '見本 花江' }] })).not.toBe(checksumOf(file));
  });

  it('is refused with a slot that costs less than 64 MiB, without a coordinator, with two of one id or two codes', () => {
    const cheap = { ...slot, kdf: { ...slot.kdf, memoryKib: 65_535 } };
    const accepts = (slots: readonly object[]) => slotFileSchema.safeParse({ ...file, slots }).success;
    expect(accepts([slot])).toBe(true);
    expect(accepts([slot, codeSlot])).toBe(true);
    for (const slots of [[cheap], [], [codeSlot], [slot, slot], [slot, codeSlot, { ...codeSlot, id: REGISTER }]]) {
      expect(accepts(slots)).toBe(false);
    }
    expect(accepts(Array.from({ length: 51 }, () => ({ ...slot, id: crypto.randomUUID() })))).toBe(false);
    expect(accepts(Array.from({ length: 50 }, () => ({ ...slot, id: crypto.randomUUID() })))).toBe(true);
  });
});

describe('a derived key', () => {
  it('is of 32 bytes, the same each time, of its own for each purpose, and none of the secrets', () => {
    const purposes = ['database', 'backup', 'slots', 'audit'] as const;
    const derived = purposes.map((purpose) => deriveKey(keys, purpose).toString('hex'));
    expect(derived).toEqual(purposes.map((purpose) => deriveKey(keys, purpose).toString('hex')));
    expect(new Set([...derived, keys.dataKey.toString('hex'), keys.trailKey.toString('hex')]).size).toBe(6);
    expect(deriveKey(keys, 'database').byteLength).toBe(32);
  });

  it('of the trail alone stays when the data key is renewed', () => {
    const next = renewedKeys(keys);
    expect(deriveKey(next, 'audit').equals(deriveKey(keys, 'audit'))).toBe(true);
    for (const purpose of ['database', 'backup', 'slots'] as const) {
      expect(deriveKey(next, purpose).equals(deriveKey(keys, purpose))).toBe(false);
    }
  });
});

describe('a strong passphrase', () => {
  it.each([
    ['kawa-hashi-7', true],
    ['kawa-hashi7', false],
    ['ｋａｗａ－ｈａｓｈｉ－７', true],
    ['さくらはなみちかわはしうみ', true],
    ['がぎぐげごがぎぐげご'.normalize('NFD'), false],
    ['aaaaaaaaaaaabcd', false],
    ['aaaaaaaaaaabcde', true],
    ['', false],
  ])('%j: %s', (passphrase, isStrong) => {
    const attempt = () => assertStrongPassphrase(passphrase);
    if (isStrong) {
      expect(attempt).not.toThrow();
    } else {
      expect(attempt).toThrow('weak_passphrase');
    }
  });
});
