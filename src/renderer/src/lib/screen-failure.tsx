// What stands in place of a screen that could not be shown. Never shows what went wrong inside: it could name somebody.
import { useNavigate } from '@tanstack/react-router';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';

function WayBack() {
  const navigate = useNavigate();
  return (
    <Button variant="primary" onPress={() => void navigate({ to: '/', ignoreBlocker: true })}>
      今日の画面へ
    </Button>
  );
}

export function ScreenFailure() {
  return (
    <Stack>
      <PageHeader title="この画面を表示できませんでした" />
      <Notice tone="error" title="台帳は無事です。" isUrgent>
        今日の画面に戻って、もう一度お試しください。何度も出るときは、アプリを開き直してください。
      </Notice>
      <WayBack />
    </Stack>
  );
}

export function NoSuchScreen() {
  return (
    <Stack>
      <PageHeader title="画面が見つかりません" />
      <WayBack />
    </Stack>
  );
}
