// A refusal where the own passphrase was asked for once more: says whose passphrase was wrong.
import { describeFailure } from '#renderer/lib/messages.ts';
import type { Failure } from '#shared/contract/errors.ts';

export const keyFailureWords = (failure: Failure): string =>
  failure.code === 'wrong_passphrase'
    ? 'あなたの合言葉が違います。何も変わっていません。大文字・小文字と Caps Lock を確かめて、もう一度入れてください。'
    : describeFailure(failure);
