// The key slots by themselves: every part of a slot is vouched for, keys of different purposes differ, and the shipped cost is not cheap.
import { describe, expect, it } from 'vitest';
import {
  checksumOf,
  deriveKey,
  newDataKey,
  openSlot,
  STANDARD_COST,
  sealSlot,
  slotFileSchema,
} from '#main/platform/vault/key-slots.ts';
import { assertStrongPassphrase } from '#main/platform/vault/passphrase-rules.ts';

const REGISTER = '11111111-1111-4111-8111-111111111111';
const OWNER = {
  id: '22222222-2222-4222-8222-222222222222',
  coordinator: '見本 花子',
  createdAt: '2026-10-15T03:00:00.000Z',
};
const COST = { memoryKib: 65_536, iterations: 1, parallelism: 1 };
const PASSPHRASE = 'kawa-hashi-sakura-7';

const dataKey = newDataKey();
const slot = await sealSlot(REGISTER, OWNER, PASSPHRASE, dataKey, COST);
const file = { format: 1 as const, registerId: REGISTER, slots: [slot] };
const opens = async (registerId: string, changed: typeof slot, passphrase = PASSPHRASE) =>
  (await openSlot(registerId, changed, passphrase))?.equals(dataKey) ?? false;

const flipFirst = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

describe('a key slot', () => {
  it('gives the data key to its passphrase, in full width too, and to no other', async () => {
    expect(await opens(REGISTER, slot)).toBe(true);
    expect(await opens(REGISTER, slot, 'ｋａｗａ-hashi-sakura-７')).toBe(true);
    for (const other of ['kawa-hashi-sakura-8', `${PASSPHRASE} `, PASSPHRASE.toUpperCase(), '']) {
      expect(await opens(REGISTER, slot, other), other).toBe(false);
    }
  });

  it.each<[string, (whole: typeof slot) => typeof slot]>([
    ['its id', (whole) => ({ ...whole, id: REGISTER })],
    ['its coordinator', (whole) => ({ ...whole, coordinator: '別人' })],
    ['its day', (whole) => ({ ...whole, createdAt: '2026-10-16T03:00:00.000Z' })],
    ['its memory', (whole) => ({ ...whole, kdf: { ...whole.kdf, memoryKib: 65_544 } })],
    ['its iterations', (whole) => ({ ...whole, kdf: { ...whole.kdf, iterations: 2 } })],
    ['its parallelism', (whole) => ({ ...whole, kdf: { ...whole.kdf, parallelism: 2 } })],
    ['its salt', (whole) => ({ ...whole, kdf: { ...whole.kdf, salt: flipFirst(whole.kdf.salt) } })],
    ['its nonce', (whole) => ({ ...whole, nonce: flipFirst(whole.nonce) })],
    ['its wrapped key', (whole) => ({ ...whole, wrapped: flipFirst(whole.wrapped) })],
  ])('does not open when somebody changed %s', async (_part, change) => {
    expect(await opens(REGISTER, change(slot))).toBe(false);
  });

  it('does not open in the file of another register', async () => {
    expect(await opens('33333333-3333-4333-8333-333333333333', slot)).toBe(false);
  });

  it('never looks the same twice and never holds the data key or the passphrase', async () => {
    const again = await sealSlot(REGISTER, OWNER, PASSPHRASE, dataKey, COST);
    expect([again.kdf.salt, again.nonce, again.wrapped]).not.toEqual([slot.kdf.salt, slot.nonce, slot.wrapped]);
    const text = JSON.stringify(slot);
    for (const secret of [PASSPHRASE, dataKey.toString('base64'), dataKey.toString('hex')]) {
      expect(text).not.toContain(secret);
    }
  });

  it('costs what RFC 9106 asks of memory-constrained machines, and more', () => {
    expect(STANDARD_COST.memoryKib).toBeGreaterThanOrEqual(128 * 1024);
    expect(STANDARD_COST.iterations).toBeGreaterThanOrEqual(3);
    expect(STANDARD_COST.leastMs).toBeGreaterThanOrEqual(300);
  });

  it('costs more passes where a guess would be over too soon, and never fewer than asked for', async () => {
    const slow = await sealSlot(REGISTER, OWNER, PASSPHRASE, dataKey, { ...COST, leastMs: 400 });
    expect(slow.kdf.iterations).toBeGreaterThan(1);
    expect(slow.kdf.iterations).toBeLessThanOrEqual(30);
    expect(Object.keys(slow.kdf)).not.toContain('leastMs');
    expect(await opens(REGISTER, slow)).toBe(true);
    expect(
      (await sealSlot(REGISTER, OWNER, PASSPHRASE, dataKey, { ...COST, iterations: 2, leastMs: 1 })).kdf.iterations,
    ).toBe(2);
    expect(slot.kdf.iterations).toBe(1);
  });
});

describe('the file of the slots', () => {
  it('has a checksum that does not hang on the order of its keys, and changes with every value', () => {
    const reordered = {
      slots: [Object.fromEntries(Object.entries(slot).reverse()) as typeof slot],
      registerId: REGISTER,
      format: 1 as const,
    };
    expect(checksumOf(reordered)).toBe(checksumOf(file));
    expect(checksumOf({ ...file, slots: [{ ...slot, coordinator: '見本 花江' }] })).not.toBe(checksumOf(file));
  });

  it('is refused with a slot that costs less than 64 MiB, without slots, or with too many', () => {
    const cheap = { ...slot, kdf: { ...slot.kdf, memoryKib: 65_535 } };
    expect(slotFileSchema.safeParse(file).success).toBe(true);
    expect(slotFileSchema.safeParse({ ...file, slots: [cheap] }).success).toBe(false);
    expect(slotFileSchema.safeParse({ ...file, slots: [] }).success).toBe(false);
    expect(slotFileSchema.safeParse({ ...file, slots: new Array(51).fill(slot) }).success).toBe(false);
  });
});

describe('a derived key', () => {
  it('is of 32 bytes, the same each time, and not the data key', () => {
    const derived = deriveKey(dataKey, 'database');
    expect(derived.byteLength).toBe(32);
    expect(derived.equals(deriveKey(dataKey, 'database'))).toBe(true);
    expect(derived.equals(dataKey)).toBe(false);
    expect(derived.equals(deriveKey(newDataKey(), 'database'))).toBe(false);
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
