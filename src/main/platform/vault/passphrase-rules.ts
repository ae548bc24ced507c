// What a passphrase must be. Length decides; composition rules only make people write it on a note.
import { Refusal } from '../refusal.ts';

/** Fewest characters, counted after NFKC as a person would count them. */
const LEAST_PASSPHRASE_LENGTH = 12;

/**
 * @param field the input's name for it.
 * @throws Refusal `weak_passphrase` when it is shorter than 12 characters or repeats fewer than 5 different ones.
 */
export function assertStrongPassphrase(passphrase: string, field: 'passphrase' | 'next' = 'passphrase'): void {
  const characters = [...passphrase.normalize('NFKC')];
  if (characters.length < LEAST_PASSPHRASE_LENGTH || new Set(characters).size < 5) {
    throw new Refusal('weak_passphrase', { [field]: 'too_short' });
  }
}
