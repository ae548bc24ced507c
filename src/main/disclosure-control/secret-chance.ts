// Chance from a secret seed, so that the same seed repeats exactly and nobody without it can foresee a choice. Never reads a clock.
import { createHmac } from 'node:crypto';
import { Refused } from './refused.ts';

/** @throws Refused `invalid_publication` for anything but 64 hexadecimal digits. */
export function checkSeed(seed: string): void {
  if (!/^[0-9a-f]{64}$/u.test(seed)) throw new Refused('invalid_publication', 'the seed must be 64 hexadecimal digits');
}

/**
 * A number in (0, 1) for a name: HMAC-SHA-256 under the seed, 52 bits. It depends on the name alone, not on the order of the calls, so
 * that renaming or adding other cells changes nothing for this one.
 */
export function chanceFor(seed: string, purpose: string, name: string): number {
  const digest = createHmac('sha256', Buffer.from(seed, 'hex')).update(`${purpose}\n${name}`, 'utf8').digest();
  return (digest.readUIntBE(0, 6) * 16 + (digest.readUInt8(6) & 15) + 0.5) / 2 ** 52;
}

/** Factor of a weight: lognormal with mean 0 and deviation 0.5 of its logarithm (Box-Muller). */
export function lognormalFor(seed: string, name: string): number {
  const radius = Math.sqrt(-2 * Math.log(chanceFor(seed, 'weight-radius', name)));
  return Math.exp(0.5 * radius * Math.cos(2 * Math.PI * chanceFor(seed, 'weight-angle', name)));
}
