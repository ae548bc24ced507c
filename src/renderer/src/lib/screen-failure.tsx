// What stands in place of a screen that could not be shown. Never shows what went wrong inside: it could name somebody.

import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';

export function ScreenFailure() {
  return (
    <>
      <PageHeader title="この画面を表示できませんでした" />
      <Notice tone="error" title="台帳は無事です。" isUrgent>
        左の一覧から、ほかの画面を選んでください。何度も出るときは、アプリを開き直してください。
      </Notice>
    </>
  );
}

export function NoSuchScreen() {
  return (
    <>
      <PageHeader title="画面が見つかりません" />
      <Notice tone="info" title="左の一覧から、画面を選んでください。" />
    </>
  );
}
