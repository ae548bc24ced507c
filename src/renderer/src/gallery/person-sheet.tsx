// The look of a person's page: facts, contacts, and one timeline.
import { Ellipsis, Footprints, MessagesSquare, Pencil, Phone, Plus, TriangleAlert } from 'lucide-react';
import { StatusTag } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Cluster, Panel, PanelGrid, Stack } from '../ui/card.tsx';
import { FactList } from '../ui/fact-list.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Timeline } from '../ui/timeline.tsx';

const HISTORY = (
  <Timeline
    label="これまでの見守りと相談"
    entries={[
      {
        id: '1',
        dateText: '令和8年11月18日',
        dateTime: '2026-11-18',
        timeText: '4日前',
        icon: TriangleAlert,
        kind: '訪問',
        tone: 'warn',
        title: '不在（インターホン）',
        tags: <StatusTag tone="warn">郵便受けに新聞がたまっている</StatusTag>,
        body: '新聞が3日分たまっていた。管理人さんに尋ねると、火曜から姿を見ていないとのこと。見守り相談室へ連絡した。',
        actions: <IconButton label="この記録を直す" icon={Pencil} />,
      },
      {
        id: '2',
        dateText: '令和8年10月28日',
        dateTime: '2026-10-28',
        icon: MessagesSquare,
        kind: '相談',
        tone: 'info',
        title: '介護保険の申請について',
        tags: (
          <>
            <StatusTag tone="good">つなぎ済み</StatusTag>
            <StatusTag>地域包括支援センター</StatusTag>
          </>
        ),
        body: 'ひざが痛く買い物がつらい。要介護認定の申請をしたいが、手続きがわからない。',
        actions: <IconButton label="この記録を直す" icon={Pencil} />,
      },
      {
        id: '3',
        dateText: '令和8年10月15日',
        dateTime: '2026-10-15',
        icon: Footprints,
        kind: '訪問',
        tone: 'good',
        title: '面会',
        body: '元気そう。百歳体操に誘った。',
        actions: <IconButton label="この記録を直す" icon={Pencil} />,
      },
      {
        id: '4',
        dateText: '令和8年10月1日',
        dateTime: '2026-10-01',
        icon: Phone,
        kind: '電話',
        title: '応答あり',
        actions: <IconButton label="この記録を直す" icon={Pencil} />,
      },
    ]}
  />
);

export function PersonSheet() {
  return (
    <Stack>
      <PageHeader
        back={{ label: '見守り台帳にもどる', href: '#table' }}
        title="髙橋　ヨシ子"
        subtitle={
          <>
            <span>タカハシ　ヨシコ</span>
            <span>89歳・女</span>
            <StatusTag tone="alert">期限超過 4日</StatusTag>
          </>
        }
        actions={
          <>
            <Button variant="primary" icon={Footprints} keyHint="V">
              訪問を記録
            </Button>
            <Button icon={Plus}>相談を記録</Button>
            <Button icon={Pencil}>台帳を直す</Button>
            <IconButton label="ほかの操作" icon={Ellipsis} variant="bordered" />
          </>
        }
      />
      <Notice
        tone="warning"
        title="11月18日から安否を確認できていません"
        action={<Button size="small">対応を記録する</Button>}
      >
        次に動く人：佐藤（見守りコーディネーター）・期限 11月22日
      </Notice>
      <PanelGrid layout="main-aside">
        <Tabs
          label="この方の記録"
          tabs={[
            { id: 'history', label: '見守りと相談', count: 24, content: HISTORY },
            {
              id: 'facts',
              label: '台帳',
              content: (
                <FactList
                  facts={[
                    { label: '生年月日', value: '昭和12年3月4日（1937年・89歳）' },
                    { label: '要介護度', value: '要支援2' },
                    { label: '世帯', value: '独居' },
                    { label: '手帳', value: null },
                  ]}
                />
              ),
            },
            { id: 'consent', label: '同意', content: <p>同意済み</p> },
          ]}
        />
        <Stack>
          <Panel title="見守り">
            <FactList
              columns={1}
              facts={[
                { label: '次回予定', value: <strong>11月18日（4日超過）</strong> },
                { label: '頻度', value: '月2回' },
                { label: '種類', value: '担当による見守り' },
                { label: '見守り員', value: '中村 和夫' },
              ]}
            />
          </Panel>
          <Panel title="連絡先">
            <FactList
              columns={1}
              facts={[
                { label: '電話', value: '06-0000-1234' },
                { label: '長男', value: '髙橋 健一\n090-0000-5678' },
                { label: '住所', value: '北堀江1-2-3\n堀江ハイツ 502号' },
                { label: 'オートロック', value: 'あり（管理人 9〜17時）' },
                { label: 'かかりつけ', value: null },
              ]}
            />
          </Panel>
          <Cluster>
            <Button variant="danger" size="small">
              見守りを終える
            </Button>
          </Cluster>
        </Stack>
      </PanelGrid>
    </Stack>
  );
}
