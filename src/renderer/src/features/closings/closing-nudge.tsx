// Reminds on the Today screen when a month is over and not closed.
import { monthWords } from '#renderer/lib/month-words.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Nudge } from '#renderer/ui/nudge.tsx';

export function ClosingNudge() {
  const { data } = useRegisterQuery('closings.overview', {});
  if (!data?.canClose) {
    return null;
  }
  const text =
    data.closed.length === 0 ? '終わった月の集計を始められます。' : `${monthWords(data.next)}がまだしめてありません。`;
  return <Nudge text={text} href="/closings" action="月のしめを開く" />;
}
