// A calm word and a countdown while no passphrase and no code is looked at. What was typed stays.
import { Notice } from '#renderer/ui/notice.tsx';
import { durationWords } from './use-waiting.ts';

export function WaitingNotice({ seconds }: { readonly seconds: number }) {
  return (
    <Notice tone="warning" title="違う合言葉やコードが続いたため、少しお待ちください">
      <p role="timer">
        あと <strong>{durationWords(seconds)}</strong> で、もう一度ためせます。
      </p>
      <p>台帳は無事です。入れた文字はそのまま残っています。待つあいだに、紙の控えを確かめてください。</p>
    </Notice>
  );
}
