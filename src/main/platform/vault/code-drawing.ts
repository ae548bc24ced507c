// Draws what chance decides about a recovery code: its bits, and which groups of it are to be retyped. Keeps nothing.
import { randomBytes, randomInt } from 'node:crypto';
import { RECOVERY_GROUPS } from '#shared/model/recovery-code.ts';

const CODE_BYTES = 16;

/** Wipe it when done. */
export const drawCode = (): Buffer => randomBytes(CODE_BYTES);

/** Two different groups, in rising order. */
export function drawTwoGroups(): readonly [number, number] {
  const first = randomInt(RECOVERY_GROUPS);
  const second = (first + 1 + randomInt(RECOVERY_GROUPS - 1)) % RECOVERY_GROUPS;
  return first < second ? [first, second] : [second, first];
}
