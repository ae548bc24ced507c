// On the settings page: the way to the keys and coordinators, with a word when the recovery code is missing.
import { useNavigate } from '@tanstack/react-router';
import { UsersRound } from 'lucide-react';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

export function KeysPanel() {
  const navigate = useNavigate();
  const { data: status } = useRegisterQuery('vault.status', {});
  return (
    <Panel
      title="鍵と担当者"
      description="台帳を開ける担当者を足したり外したりします。合言葉を忘れたときの「回復用コード」も、ここで作ります。"
    >
      <Stack>
        {status?.recoveryCodeSince === null && (
          <Notice tone="warning" title="回復用コードが、まだありません">
            合言葉を忘れたときに台帳を開くための紙です。「鍵と担当者」で作ってください。
          </Notice>
        )}
        <div>
          <Button icon={UsersRound} onPress={() => navigate({ to: '/keys' })}>
            鍵と担当者を開く
          </Button>
        </div>
      </Stack>
    </Panel>
  );
}
