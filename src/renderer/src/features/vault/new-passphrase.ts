// A new passphrase while it is typed, and what is wrong with it. Main decides by the same rule.
import type { FieldProblemLine } from '#renderer/ui/error-summary.tsx';
import { passphraseProblem } from './passphrase-problem.ts';

export interface NewPassphrase {
  readonly passphrase: string;
  readonly repeated: string;
}

export const NO_PASSPHRASE: NewPassphrase = { passphrase: '', repeated: '' };

/** By the ids of `NewPassphraseFields`. */
export function newPassphraseProblems({ passphrase, repeated }: NewPassphrase): FieldProblemLine[] {
  const weakness = passphraseProblem(passphrase);
  if (weakness) {
    return [{ field: 'passphrase', message: weakness }];
  }
  return passphrase === repeated ? [] : [{ field: 'repeated', message: '2回の合言葉が同じではありません。' }];
}
