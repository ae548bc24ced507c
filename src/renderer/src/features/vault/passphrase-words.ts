// Offers a passphrase of common words in romaji: five of 1,024, each chosen alone by the system's randomness (50 bits, before Argon2id).
import { PASSPHRASE_WORDS } from './passphrase-word-list.ts';

const COUNT = 5;

/** @param random so many numbers from 0 to 65,535; every word is as likely as any other, since 1,024 divides 65,536. */
export function suggestPassphrase(random: (size: number) => Uint16Array): string {
  return [...random(COUNT)].map((number) => PASSPHRASE_WORDS[number % PASSPHRASE_WORDS.length]).join('-');
}
