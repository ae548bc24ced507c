// The end: what was entered, what that means, and where to go on.
import { Users } from 'lucide-react';
import type { Output } from '#renderer/lib/client.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Cluster, Stack } from '#renderer/ui/card.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { Stat, StatRow } from '#renderer/ui/stat.tsx';

type DoneStepProps = { readonly result: Output<'transfer.applyImport'>; readonly onAnother: () => void };

export function DoneStep({ result, onAnother }: DoneStepProps) {
  const { added, merged, skipped, startedToday } = result;
  return (
    <Stack>
      <Notice tone="success" title="取り込みが終わりました。" isUrgent>
        {startedToday > 0 &&
          `${startedToday}人は名簿に見守りの開始日がないため、今日を開始日にしました。開始日は、お一人ずつのページで直せます。`}
        「最終訪問」の日付は、次回の予定を出すためだけに使い、訪問の回数には数えません。
      </Notice>
      <StatRow>
        <Stat label="新しく入れた方" value={added} unit="人" />
        <Stat label="まとめた行" value={merged} unit="件" />
        <Stat label="入れなかった行" value={skipped} unit="件" />
      </StatRow>
      <Notice title="取り込んだCSVの片づけ">
        CSVのファイルには、お名前や住所がそのまま入っています。要らなくなったら、ごみ箱からも消してください。
      </Notice>
      <Cluster>
        <LinkButton variant="primary" icon={Users} href="#/people">
          台帳を見る
        </LinkButton>
        <Button onPress={onAnother}>別の名簿を取り込む</Button>
      </Cluster>
    </Stack>
  );
}
