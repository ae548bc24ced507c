// On the settings page: makes the 紛失時説明書, with the words that say when to print it and where to keep it.
import { FileText } from 'lucide-react';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useRegisterCommand } from '#renderer/lib/use-register.ts';
import { WrittenPaper } from '#renderer/lib/written-files.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';

export function LossPanel() {
  const printing = useRegisterCommand('loss.printReport');
  const { data: made, error } = printing;
  return (
    <Panel
      title="パソコンをなくしたときの説明書"
      description="なくしたとき、どう守られているか・誰が開けるか・何人分かを、区役所などへ説明する1枚の紙です。見守る方のお名前は載りません。"
    >
      <Stack>
        <p>
          パソコンがなくなると、そのパソコンではつくれません。
          <strong>いま印刷して、パソコンとは別の、鍵のかかる場所に（回復用コードの紙や、USBの控えと一緒に）</strong>
          しまってください。人数などが大きく変わったら、つくり直してください。
        </p>
        <p>紙がないときは、別のパソコンで控えに戻してから、ここでつくれます。控えをとった日までの内容になります。</p>
        {error && (
          <Notice
            tone={error.failure.code === 'cancelled' ? 'info' : 'error'}
            title={describeFailure(error.failure)}
            isUrgent
          />
        )}
        {made && (
          <WrittenPaper
            title="紛失時説明書ができました。印刷して、保管してください。"
            file={made.file}
            fileName={made.fileName}
          />
        )}
        <Cluster>
          <Button
            icon={FileText}
            isPending={printing.isPending}
            pendingText="つくっています"
            onPress={() => printing.mutate({})}
          >
            説明書をつくる（PDF）
          </Button>
        </Cluster>
      </Stack>
    </Panel>
  );
}
