// Asks before a consultation is closed while something of it is still open. The way back keeps everything as typed.
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/card.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';

interface ClosingQuestionProps {
  /** The step that is not done, or empty. */
  readonly openStep: string;
  readonly isAwaitingAnswer: boolean;
  readonly onCloseAnyway: () => void;
  readonly onBack: () => void;
}

export function ClosingQuestion({ openStep, isAwaitingAnswer, onCloseAnyway, onBack }: ClosingQuestionProps) {
  const deed = openStep === '' ? '返事を待たずに終結する' : '済んだことにして終結する';
  return (
    <Dialog
      isOpen
      onClose={onBack}
      title="まだ残っていることがあります"
      role="alertdialog"
      size="small"
      footer={
        <>
          <Button variant="primary" onPress={onBack} autoFocus>
            戻って直す
          </Button>
          <Button onPress={onCloseAnyway}>{deed}</Button>
        </>
      }
    >
      <Stack gap="tight">
        {openStep !== '' && <p>次にすること「{openStep}」が済んでいません。</p>}
        {isAwaitingAnswer && <p>つなぎ先から、受け取ったという返事がまだありません。</p>}
        <p>終結にすると、「今日」の画面に出なくなります。</p>
      </Stack>
    </Dialog>
  );
}
