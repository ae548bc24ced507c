// The offered passphrases: what they are drawn from, and that every word can come.
import { describe, expect, it } from 'vitest';
import { newPassphraseProblems } from '#renderer/features/vault/new-passphrase.ts';
import { PASSPHRASE_WORDS } from '#renderer/features/vault/passphrase-word-list.ts';
import { suggestPassphrase } from '#renderer/features/vault/passphrase-words.ts';
import { passphraseWeakness } from '#shared/model/passphrase.ts';

describe('an offered passphrase', () => {
  it('is drawn from 1,024 different words in lower-case romaji', () => {
    expect(new Set(PASSPHRASE_WORDS).size).toBe(1024);
    expect(PASSPHRASE_WORDS.filter((word) => !/^[a-z]{3,9}$/u.test(word))).toEqual([]);
  });

  it('has five words, each by its own number, and is strong enough by the shared rule', () => {
    const numbers = [0, 1, 1023, 1024, 65_535];
    const words = suggestPassphrase((size) => Uint16Array.from(numbers.slice(0, size))).split('-');
    expect(words).toEqual([0, 1, 1023, 0, 1023].map((at) => PASSPHRASE_WORDS[at]));
    expect(passphraseWeakness(words.join('-'))).toBeNull();
  });

  it('is taken only when it was typed a second time', () => {
    const passphrase = 'asahi-hotaru-umi-kaze-tori';
    expect(newPassphraseProblems({ passphrase, repeated: passphrase })).toEqual([]);
    expect(newPassphraseProblems({ passphrase, repeated: '' })[0]?.field).toBe('repeated');
    expect(newPassphraseProblems({ passphrase: 'mijikai', repeated: 'mijikai' })[0]?.field).toBe('passphrase');
  });
});
