// The look of the published figures.
import { Download, FileText } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Panel, Stack } from '../ui/card.tsx';
import { LineChart, type LinePoint } from '../ui/line-chart.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, StatRow } from '../ui/stat.tsx';
import { StepList } from '../ui/step-list.tsx';

const MONTHS = ['4月', '5月', '6月', '7月', '8月', '9月', '10月'];

/** 6月 is hidden. */
const VISITS = MONTHS.map(
  (label, index): LinePoint => ({ label, value: [182, 190, null, 204, 231, 214, 226][index] ?? null, mark: '＊' }),
);

export function ReportSheet() {
  return (
    <Stack>
      <PageHeader
        title="月次集計"
        subtitle="令和8年10月（2026年10月）"
        actions={
          <>
            <Button variant="primary" icon={Download}>
              書き出す
            </Button>
            <Button icon={FileText}>PDFを見る</Button>
          </>
        }
      />
      <StepList
        label="集計をつくる手順"
        steps={['月と渡す先', 'のせる表', '連絡事項と確認', '確かめて書き出す']}
        current={2}
      />
      <Notice tone="info" title="少人数の保護">
        10人に満たない数は＊にしています。
      </Notice>
      <StatRow>
        <Stat label="月末の対象者" value={482} unit="人" note="新規 6人・終了 3人" />
        <Stat label="延べ訪問" value={226} unit="回" />
        <Stat label="実人数" value={112} unit="人" />
        <Stat label="相談" value={41} unit="件" />
      </StatRow>
      <Panel title="見守りの推移">
        <LineChart title="見守り（延べ）" unit="件" points={VISITS} />
      </Panel>
    </Stack>
  );
}
