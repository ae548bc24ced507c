// The look of the monthly summary.
import { Download, FileText } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { Panel, Stack } from '../ui/card.tsx';
import { BarChart, ChartWithTable, TrendChart } from '../ui/chart.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Stat, StatRow } from '../ui/stat.tsx';

const TREND_SERIES = [
  { id: 'visits', label: '延べ訪問' },
  { id: 'people', label: '実人数' },
];
const TREND = ['4月', '5月', '6月', '7月', '8月', '9月', '10月'].map((label, index) => ({
  label,
  values: {
    visits: [182, 190, 176, 204, 231, 214, 226][index] ?? null,
    people: [96, 98, 97, 103, 118, 109, 112][index] ?? null,
  },
}));
const METHOD_SERIES = [{ id: 'count', label: '件数' }];
const METHODS = [
  { label: '訪問（対面）', values: { count: 124 } },
  { label: 'インターホン越し', values: { count: 48 } },
  { label: '電話', values: { count: 39 } },
  { label: '声かけ', values: { count: 15 } },
  { label: 'ポスティング', values: { count: null } },
];

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
      <Notice tone="info" title="試行">
        10人に満たない数は出していません。個人がわかる組み合わせの表は作りません。
      </Notice>
      <StatRow>
        <Stat label="月末の対象者" value={482} unit="人" note="新規 6人・終了 3人" />
        <Stat label="延べ訪問" value={226} unit="回" />
        <Stat label="実人数" value={112} unit="人" />
        <Stat label="相談" value={41} unit="件" />
      </StatRow>
      <Panel title="見守りの推移">
        <ChartWithTable caption="月ごとの訪問" unit="回・人" pointHeader="月" series={TREND_SERIES} points={TREND}>
          <TrendChart series={TREND_SERIES} points={TREND} unit="" />
        </ChartWithTable>
      </Panel>
      <Panel title="方法別の訪問">
        <ChartWithTable
          caption="方法別の件数"
          unit="件"
          pointHeader="方法"
          series={METHOD_SERIES}
          points={METHODS}
          hiddenText="＊"
          note="＊ 10人未満のため出していません。"
        >
          <BarChart series={METHOD_SERIES} points={METHODS} unit="件" />
        </ChartWithTable>
      </Panel>
    </Stack>
  );
}
