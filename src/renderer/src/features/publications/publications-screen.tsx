// 月次集計: what was published, how its totals moved, and the way to the next summary. Shows only figures that left the house already.
import { useNavigate } from '@tanstack/react-router';
import { CalendarCheck, ChartColumn, FilePlus2, Layers } from 'lucide-react';
import type { Output } from '#renderer/lib/client.ts';
import { describeFailure } from '#renderer/lib/messages.ts';
import { today } from '#renderer/lib/today.ts';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Button, LinkButton } from '#renderer/ui/button.tsx';
import { Cluster, Panel, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { addMonthsToMonth, type CalendarMonth, monthOf } from '#shared/model/calendar-date.ts';
import { formatMonth } from '#shared/model/era.ts';
import { LedgerPanel } from './ledger-panel.tsx';
import { TrendPanel } from './trend-panel.tsx';

type Overview = Output<'publications.overview'>;

/** A summary is made of a closed month alone. */
function NotClosedNotice({ month }: { readonly month: CalendarMonth }) {
  return month >= monthOf(today()) ? (
    <Notice title={`${formatMonth(month)}は、月が終わってからしめます。`}>しめた月から集計をつくれます。</Notice>
  ) : (
    <Notice
      tone="warning"
      title={`${formatMonth(month)}は、まだしめていません。`}
      action={<LinkButton href="/closings">月のしめへ</LinkButton>}
    >
      集計は、しめた月の数字からつくります。入れ忘れがないか確かめて、先に月をしめてください。
    </Notice>
  );
}

function Contents({ overview, month }: { readonly overview: Overview; readonly month: CalendarMonth }) {
  const { closedMonths, publications, missing, settled } = overview;
  const [newest] = closedMonths;
  return (
    <>
      {newest !== undefined && !closedMonths.includes(month) && <NotClosedNotice month={month} />}
      {newest === undefined ? (
        <Panel>
          <EmptyState
            icon={ChartColumn}
            title="集計は、月をしめてからつくります"
            action={
              <LinkButton href="/closings" variant="primary">
                月のしめへ
              </LinkButton>
            }
          >
            月をしめると、その月の数字が決まり、だれのことか分からない形の集計をつくれます。
          </EmptyState>
        </Panel>
      ) : (
        <>
          {publications.length > 0 && <TrendPanel lastMonth={newest} />}
          <LedgerPanel publications={publications} missing={missing} settled={settled} />
        </>
      )}
    </>
  );
}

/** `month`: the one that is wanted; `null`: the last that is over. */
export function PublicationsScreen({ month }: { readonly month: CalendarMonth | null }) {
  const navigate = useNavigate();
  const { data: overview, error } = useRegisterQuery('publications.overview', {});
  const wanted = month ?? addMonthsToMonth(monthOf(today()), -1);
  if (error) {
    return <Notice tone="error" title={describeFailure(error.failure)} isUrgent />;
  }
  if (!overview) {
    return <Loading />;
  }
  const isClosed = overview.closedMonths.includes(wanted);
  return (
    <Stack>
      <PageHeader
        title="月次集計"
        subtitle="社協などへ渡す、だれのことか分からない形の集計です。"
        actions={
          overview.closedMonths.length > 0 && (
            <>
              <LinkButton href="/closings" icon={CalendarCheck}>
                月のしめ
              </LinkButton>
              <Button
                variant="primary"
                icon={FilePlus2}
                onPress={() => void navigate({ to: '/reports/new', search: isClosed ? { month: wanted } : {} })}
              >
                集計をつくる
              </Button>
            </>
          )
        }
      />
      <Contents overview={overview} month={wanted} />
      <Cluster align="end">
        <LinkButton href="/ward" variant="quiet" size="small" icon={Layers}>
          区のまとめ（社協用）
        </LinkButton>
      </Cluster>
    </Stack>
  );
}
