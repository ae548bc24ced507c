// A published summary as it was given out. Holds no figure that was hidden then, and changes nothing.
import { useNavigate } from '@tanstack/react-router';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { Panel, Stack } from '#renderer/ui/card.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import type { PublicationId } from '#shared/contract/publications.contract.ts';
import { formatMonth } from '#shared/model/era.ts';
import { ReportView } from './report-view.tsx';

export function PublishedScreen({ publicationId }: { readonly publicationId: PublicationId }) {
  const navigate = useNavigate();
  const formatDate = useFormatDate();
  const { data: report, error } = useRegisterQuery('publications.get', { publicationId });
  const { data: overview } = useRegisterQuery('publications.overview', {});
  const entry = overview?.publications.find(({ id }) => id === publicationId);
  const back = { label: '月次集計', onPress: () => void navigate({ to: '/reports' }) };
  if (error) {
    return <Notice tone="error" title={describeFailure(error.failure)} isUrgent />;
  }
  if (!report || !overview) {
    return <Loading />;
  }
  return (
    <Stack>
      <PageHeader
        title={`${formatMonth(report.month)}の集計${entry ? `　第${entry.number}号` : ''}`}
        subtitle="渡したときのままの表です。"
        back={back}
      />
      {entry && (
        <Panel title="渡した記録">
          <FactList
            facts={[
              { label: '渡した先', value: entry.recipient },
              { label: '目的', value: entry.purpose },
              { label: '渡した日', value: formatDate(entry.publishedOn) },
              { label: '書き出した人', value: entry.actor },
              { label: 'ファイル', value: entry.files.join('、'), isWide: true },
            ]}
          />
        </Panel>
      )}
      <ReportView report={report} showsInside={false} />
    </Stack>
  );
}
