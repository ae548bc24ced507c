// Reminds on the Today screen until there is a recovery code.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Nudge } from '#renderer/ui/nudge.tsx';

export function RecoveryNudge() {
  const { data: status } = useRegisterQuery('vault.status', {});
  if (status?.state !== 'unlocked' || status.recoveryCodeSince !== null) {
    return null;
  }
  return (
    <Nudge
      text="合言葉を忘れたときの「回復用コード」の紙が、まだありません。"
      href="/keys"
      action="回復用コードを作る"
    />
  );
}
