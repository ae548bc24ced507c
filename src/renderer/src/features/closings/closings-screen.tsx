// 月のしめ: which month comes next and what to look through before, why it cannot be undone, and which months are closed.
import { CalendarCheck, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { Output } from '#renderer/lib/client.ts';
import { monthWords } from '#renderer/lib/month-words.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { LinkButton } from '#renderer/ui/button.tsx';
import { Panel, PanelGrid, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { addMonthsToMonth, asCalendarMonth, type CalendarMonth, monthStart } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { ClosedMonths } from './closed-months.tsx';
import { ClosingAnswers } from './closing-answers.tsx';
import { NextMonth } from './next-month.tsx';

type Overview = Output<'closings.overview'>;

interface ChoiceProps {
  readonly month: CalendarMonth;
  readonly starts: readonly CalendarMonth[];
  readonly onChoose: (month: CalendarMonth) => void;
}

/** Only before the first closing. */
function FirstMonthChoice({ month, starts, onChoose }: ChoiceProps) {
  return (
    <Panel title="はじめに：何月から集計を始めますか">
      <Stack>
        <SelectField
          label="集計を始める月"
          description="この月より前の訪問や相談は、集計に入りません。最初の月をしめたあとは変えられません。"
          options={starts.map((start) => ({ code: start, label: formatMonth(start) }))}
          value={month}
          onChange={(code) => code && onChoose(asCalendarMonth(code))}
        />
      </Stack>
    </Panel>
  );
}

/** Nothing can be closed today. */
function NothingToClose({ next, closed }: Overview) {
  const formatDate = useFormatDate();
  const firstDay = formatDate(monthStart(addMonthsToMonth(next, 1)));
  return (
    <Panel>
      <EmptyState
        icon={closed.length === 0 ? CalendarCheck : Hourglass}
        title={closed.length === 0 ? 'しめる月は、まだありません' : `次は${monthWords(next)}です`}
        {...(closed.length === 0 ? {} : { action: <LinkButton href="/reports">月次集計へ</LinkButton> })}
      >
        {closed.length === 0
          ? `見守りや相談を記録した月が終わると、ここで月のしめができます。早くて${firstDay}からです。`
          : `${monthWords(next)}が終わってから、${firstDay}からしめられます。それまでは、ふだんどおり記録してください。`}
      </EmptyState>
    </Panel>
  );
}

export function ClosingsScreen() {
  const [chosen, setChosen] = useState<CalendarMonth | null>(null);
  const { data: overview, isError } = useRegisterQuery('closings.overview', {});
  if (isError) {
    return <Notice tone="error" title="月のしめを読み込めませんでした。画面を開き直してください。" isUrgent />;
  }
  if (!overview) {
    return <Loading />;
  }
  const { next, canClose, starts, closed } = overview;
  const month = chosen !== null && starts.includes(chosen) ? chosen : next;
  return (
    <Stack>
      <PageHeader
        title="月のしめ"
        subtitle="終わった月の記録を確かめて、その月の数を決めます。社協などへ渡す集計は、しめた月からつくります。"
        back={{ label: '月次集計', href: '/reports' }}
      />
      <PanelGrid layout="main-aside">
        <Stack>
          {starts.length > 0 && <FirstMonthChoice month={month} starts={starts} onChoose={setChosen} />}
          {canClose ? <NextMonth key={month} month={month} /> : <NothingToClose {...overview} />}
          {closed.length > 0 && <ClosedMonths months={closed} />}
        </Stack>
        <ClosingAnswers next={addMonthsToMonth(month, 1)} />
      </PanelGrid>
    </Stack>
  );
}
