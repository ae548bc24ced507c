// What a new passphrase must be, for main and for the page. Length decides; composition rules only make people write it on a note.

/** Fewest characters, counted after NFKC as a person would count them. */
export const LEAST_PASSPHRASE_LENGTH = 12;
const LEAST_DIFFERENT = 5;

export type PassphraseWeakness = 'too_short' | 'too_uniform';

/** The same passphrase from any keyboard: NFKC folds full-width letters and composed characters. */
export const foldPassphrase = (passphrase: string): string => passphrase.normalize('NFKC');

export const passphraseLength = (passphrase: string): number => [...foldPassphrase(passphrase)].length;

/** Why it will not do, or `null`: shorter than 12 characters, or fewer than 5 different ones again and again. */
export function passphraseWeakness(passphrase: string): PassphraseWeakness | null {
  if (passphraseLength(passphrase) < LEAST_PASSPHRASE_LENGTH) {
    return 'too_short';
  }
  return new Set(foldPassphrase(passphrase)).size < LEAST_DIFFERENT ? 'too_uniform' : null;
}
