// The month's summary on screen: as protected as the published one, with pictures, and the way to write it out. Never shows a hidden figure.
import { useNavigate } from '@tanstack/react-router';
import { ChartColumn, ChevronLeft, ChevronRight, FlaskConical } from 'lucide-react';
import type { Output } from '#renderer/lib/client.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Stat, StatRow } from '#renderer/ui/stat.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import type { CalendarMonth } from '#shared/model/calendar-date.ts';
import { asCalendarMonth } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { MonthExport } from './month-export.tsx';
import styles from './reports-screen.module.css';
import { SummaryTablePanel } from './summary-table-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';

type Summary = Output<'reports.monthly'>;

function MonthChooser({ month, months }: { readonly month: CalendarMonth; readonly months: readonly CalendarMonth[] }) {
  const navigate = useNavigate();
  const place = months.indexOf(month);
  const go = (to: CalendarMonth | undefined) => to && void navigate({ to: '/reports', search: { month: to } });
  return (
    <div className={styles['chooser']}>
      <IconButton
        label="前の月"
        icon={ChevronLeft}
        variant="bordered"
        isDisabled={place < 0 || place === months.length - 1}
        onPress={() => go(months[place + 1])}
      />
      <div className={styles['month']}>
        <SelectField
          label="対象の月"
          isLabelHidden
          options={months.map((each) => ({ code: each, label: formatMonth(each) }))}
          value={month}
          onChange={(code) => code && go(asCalendarMonth(code))}
        />
      </div>
      <IconButton
        label="次の月"
        icon={ChevronRight}
        variant="bordered"
        isDisabled={place <= 0}
        onPress={() => go(months[place - 1])}
      />
    </div>
  );
}

const figure = (value: number | '＊' | undefined) => (value ?? '−').toLocaleString('ja-JP');

function Totals({ summary }: { readonly summary: Summary }) {
  const table = (id: string) => summary.tables.find((each) => each.id === id);
  const end = table('persons_flow')?.rows.find(({ code }) => code === 'end')?.values[0];
  const visits = table('visits_by_method')?.total;
  const consultations = table('consultations_by_content')?.total;
  return (
    <StatRow>
      <Stat
        label={summary.isProvisional ? '見守り対象の方（今日まで）' : '月末の見守り対象の方'}
        value={figure(end)}
        unit="人"
      />
      <Stat label="見守り（延べ）" value={figure(visits?.[0])} unit="件" note={`実人数 ${figure(visits?.[1])}人`} />
      <Stat label="相談" value={figure(consultations?.[0])} unit="件" note={`実人数 ${figure(consultations?.[1])}人`} />
    </StatRow>
  );
}

const isBlank = ({ tables }: Summary) =>
  tables.every(({ rows, total }) =>
    [...rows.flatMap(({ values }) => values), ...(total ?? [])].every((value) => value === 0),
  );

function Parts({ summary }: { readonly summary: Summary }) {
  const part = (id: string, label: string, prefixes: readonly string[]) => ({
    id,
    label,
    content: (
      <Stack>
        {summary.tables
          .filter((table) => prefixes.some((prefix) => table.id.startsWith(prefix)))
          .map((table) => (
            <SummaryTablePanel key={table.id} table={table} />
          ))}
      </Stack>
    ),
  });
  return (
    <Tabs
      label="集計の内訳"
      tabs={[
        { id: 'trend', label: '12か月の動き', content: <TrendPanel month={summary.month} /> },
        part('visits', '見守り', ['visits_']),
        part('consultations', '相談', ['consultations_']),
        part('persons', '対象の方', ['persons_', 'ended_']),
      ]}
    />
  );
}

function Month({ summary }: { readonly summary: Summary }) {
  const { isProvisional, threshold } = summary;
  return (
    <Stack>
      {isProvisional && (
        <Notice tone="warning" title="この月はまだ終わっていません（途中の数字です）">
          月が終わるまで数字は変わります。書き出しは、月が変わってからできます。
        </Notice>
      )}
      {isBlank(summary) ? (
        <Panel>
          <EmptyState icon={ChartColumn} title="この月の記録はありません">
            見守りや相談を記録すると、ここに集計が出ます。ほかの月は、上の矢印で選べます。
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Totals summary={summary} />
          <p className={styles['rule']}>
            {threshold}
            人未満の数字と、引き算で分かってしまう数字は＊にしています。画面も、書き出すファイルと同じ守り方です。
          </p>
          <Parts summary={summary} />
        </>
      )}
    </Stack>
  );
}

/** `month` null shows the last month that is over. */
export function ReportsScreen({ month: asked }: { readonly month: CalendarMonth | null }) {
  const { data: months } = useRegisterQuery('reports.months', {});
  const month = asked ?? months?.[1] ?? months?.[0] ?? null;
  const { data: summary, isError } = useRegisterQuery(
    'reports.monthly',
    { month: month ?? asCalendarMonth('2026-01') },
    { enabled: month !== null, keepPrevious: true },
  );
  if (isError) {
    return <Notice tone="error" title="集計を読み込めませんでした。画面を開き直してください。" isUrgent />;
  }
  if (!months || month === null || !summary) {
    return <Loading />;
  }
  return (
    <Stack>
      <PageHeader
        title="月次集計"
        subtitle={
          <Cluster>
            <StatusTag tone="info" icon={FlaskConical}>
              試行
            </StatusTag>
            <span>社協などへ渡す、だれのことか分からない形の集計です。</span>
          </Cluster>
        }
      />
      <MonthExport
        key={month}
        month={month}
        isOver={summary.month === month && !summary.isProvisional}
        chooser={<MonthChooser month={month} months={months.includes(month) ? months : [month, ...months]} />}
      />
      <Month summary={summary} />
    </Stack>
  );
}
