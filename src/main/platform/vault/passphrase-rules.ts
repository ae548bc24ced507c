// Refuses a new passphrase that the rule of `#shared/model/passphrase.ts` does not let through.
import { passphraseWeakness } from '#shared/model/passphrase.ts';
import { Refusal } from '../refusal.ts';

/** @param field the input's name for it. @throws Refusal `weak_passphrase`. */
export function assertStrongPassphrase(passphrase: string, field: 'passphrase' | 'next' = 'passphrase'): void {
  if (passphraseWeakness(passphrase) !== null) {
    throw new Refusal('weak_passphrase', { [field]: 'too_short' });
  }
}
