// Says why a new passphrase will not do, before main is asked; main decides by the same rule.
import { LEAST_PASSPHRASE_LENGTH, passphraseLength, passphraseWeakness } from '#shared/model/passphrase.ts';

/** The problem in plain words, or `null`. */
export function passphraseProblem(passphrase: string): string | null {
  switch (passphraseWeakness(passphrase)) {
    case 'too_short':
      return `合言葉は${LEAST_PASSPHRASE_LENGTH}文字以上にしてください（いまは${passphraseLength(passphrase)}文字です）。`;
    case 'too_uniform':
      return '同じ文字のくり返しは破られやすいため、ほかの文字も混ぜてください。';
    case null:
      return null;
  }
}
