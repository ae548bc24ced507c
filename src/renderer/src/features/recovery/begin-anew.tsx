// The last way out: an empty register, after two questions. The old files are put aside, never removed.
import { useState } from 'react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { CheckboxField } from '#renderer/ui/checkbox-field.tsx';
import { Dialog, DialogCancel } from '#renderer/ui/dialog.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Choice } from './recovery-choice.tsx';

function Question({ isMissing, onClose }: { readonly isMissing: boolean; readonly onClose: () => void }) {
  const [isAgreed, setIsAgreed] = useState(false);
  const begin = useRegisterCommand('recovery.beginAnew');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="空の台帳で、新しく始めますか"
      role="alertdialog"
      footer={
        <>
          <Button
            variant="danger"
            isDisabled={!isAgreed}
            isPending={begin.isPending}
            pendingText="用意しています"
            onPress={() => begin.mutate({}, { onSuccess: onClose })}
          >
            新しく始める
          </Button>
          <DialogCancel />
        </>
      }
    >
      <Stack>
        {begin.error && <Notice tone="error" title={describeFailure(begin.error.failure)} isUrgent />}
        <p>
          これまでの記録が1件もない、空の台帳から始めます。控えがあるときは、控えに戻すほうが安全です。
          {!isMissing && 'いまのファイルは消さずに、日付のついた名前で、このパソコンの中に残します。'}
          控えも、そのまま残ります。
        </p>
        <CheckboxField
          label="これまでの記録が入っていない台帳になることを、わかりました"
          isSelected={isAgreed}
          onChange={setIsAgreed}
        />
      </Stack>
    </Dialog>
  );
}

export function BeginAnew({ isMissing }: { readonly isMissing: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Choice
      title="どれもできないときだけ、新しく始める"
      note="空の台帳から始めます。そのまえに、情報システムの担当に相談してください。"
      action={
        <Button variant="quiet" onPress={() => setIsAsking(true)}>
          新しく始める…
        </Button>
      }
    >
      {isAsking && <Question isMissing={isMissing} onClose={() => setIsAsking(false)} />}
    </Choice>
  );
}
