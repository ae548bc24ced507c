// Reads a recovery code that somebody typed, and refuses a slip of the pen before it costs a try.
import { readRecoveryCode } from '#shared/model/recovery-code.ts';
import { Refusal } from '../refusal.ts';

/** @param field the input's name for it. @throws Refusal `recovery_code_mistyped`. */
export function recoveryCodeBytes(typed: string, field: 'code' | 'recoveryCode' = 'recoveryCode'): Uint8Array {
  const reading = readRecoveryCode(typed);
  if (!reading.ok) {
    throw new Refusal('recovery_code_mistyped', { [field]: 'unreadable' });
  }
  return reading.bytes;
}
