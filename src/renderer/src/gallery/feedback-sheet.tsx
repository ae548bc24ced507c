// Messages, progress, loading, emptiness.
import { FileInput, UsersRound } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Panel, PanelGrid, Stack } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Progress } from '../ui/progress.tsx';
import { toast } from '../ui/toast.tsx';

export function FeedbackSheet() {
  return (
    <Stack>
      <PageHeader title="取り込み" />
      <Notice tone="info" title="ファイルの文字コードは Shift_JIS でした">
        読み替えて取り込みます。
      </Notice>
      <Notice tone="success" title="478人を取り込みました">
        台帳で確かめてください。
      </Notice>
      <Notice tone="warning" title="12行は確かめが必要です" action={<Button size="small">行を見る</Button>}>
        日付として読めない所があります。まだ何も書き込んでいません。
      </Notice>
      <Notice tone="error" title="保存できませんでした" action={<Button size="small">もう一度保存する</Button>}>
        ディスクの空きがありません。書いた内容は残っています。空きを作ってから、もう一度保存してください。
      </Notice>
      <PanelGrid>
        <Panel title="取り込みの進み">
          <Stack>
            <Progress
              label="台帳に書き込んでいます"
              done={300}
              total={478}
              stepText="478人中 300人"
              onCancel={() => {}}
            />
            <Progress label="ファイルを読んでいます" stepText="列を見分けています" />
          </Stack>
        </Panel>
        <Panel title="はじめに">
          <EmptyState
            icon={UsersRound}
            title="台帳にまだ誰もいません"
            action={
              <>
                <Button variant="primary" icon={FileInput}>
                  名簿を取り込む
                </Button>
                <Button>1人ずつ加える</Button>
              </>
            }
          >
            お持ちの Excel の名簿を CSV で保存すると、まとめて取り込めます。
          </EmptyState>
        </Panel>
      </PanelGrid>
      <Panel>
        <Loading />
      </Panel>
      <div>
        <Button onPress={() => toast('訪問を記録しました', { undo: () => toast('元に戻しました', { tone: 'info' }) })}>
          お知らせを出す
        </Button>
      </div>
    </Stack>
  );
}
