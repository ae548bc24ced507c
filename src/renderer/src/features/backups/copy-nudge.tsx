// Reminds on the Today screen when no copy was carried away for more than a week.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Nudge } from '#renderer/ui/nudge.tsx';

export function CopyNudge() {
  const { data: status } = useRegisterQuery('backups.status', {});
  if (!status?.isCopyDue) {
    return null;
  }
  const text =
    status.copiedOn === null
      ? '台帳の控えを、まだUSBなどに写していません。'
      : '台帳の控えをUSBなどに写してから、1週間たちました。';
  return <Nudge text={text} href="/settings" action="控えを写す" />;
}
