// Reminds on the Today screen when the term of somebody's record is over.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Nudge } from '#renderer/ui/nudge.tsx';

export function DueNudge() {
  const { data } = useRegisterQuery('retention.standing', {});
  if (!data || data.due === 0) {
    return null;
  }
  return (
    <Nudge
      text={`見守りを終えて保存年限がすぎた方が${data.due}人います。`}
      href="/disposal"
      action="廃棄の一覧を見る"
    />
  );
}
