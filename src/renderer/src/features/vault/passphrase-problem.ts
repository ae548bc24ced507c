// Says why a new passphrase will not do, before main is asked; main decides by the same rule.

/** The problem in plain words, or `null`. */
export function passphraseProblem(passphrase: string): string | null {
  const characters = [...passphrase.normalize('NFKC')];
  if (characters.length < 12) {
    return `合言葉は12文字以上にしてください（いまは${characters.length}文字です）。`;
  }
  return new Set(characters).size < 5 ? '同じ文字のくり返しは破られやすいため、ほかの文字も混ぜてください。' : null;
}
