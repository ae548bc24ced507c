// The paper of a prepared publication, as the printing window loads it. A report that still holds what is known only inside is not printed.
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { countInside } from '#shared/contract/published-report.ts';
import { PublicationSheets } from './publication-sheets.tsx';
import { usePaperState } from './use-paper-state.ts';

export function PublicationPaper({ preparedId }: { readonly preparedId: string }) {
  const { data: report, isError } = useRegisterQuery('publications.prepared', { preparedId });
  const isFit = report !== undefined && countInside(report) === 0;
  usePaperState(isError || (report !== undefined && !isFit) ? 'failed' : isFit ? 'ready' : 'setting');
  return isFit ? <PublicationSheets report={report} /> : null;
}
