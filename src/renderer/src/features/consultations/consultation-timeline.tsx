// Turns a person's consultations into entries of the timeline.
import { useNavigate } from '@tanstack/react-router';
import { MessagesSquare, Pencil } from 'lucide-react';
import { type CodeTables, useCodes } from '#renderer/lib/codes.tsx';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import type { TimelineEntry } from '#renderer/ui/timeline.tsx';
import type { Consultation } from '#shared/contract/consultations.contract.ts';
import type { PersonId } from '#shared/model/ids.ts';
import { isClosed } from './consultation-columns.tsx';

function Tags({
  row,
  codes,
  formatDate,
}: {
  row: Consultation;
  codes: CodeTables;
  formatDate: ReturnType<typeof useFormatDate>;
}) {
  const closed = isClosed(codes, row.state);
  const hasOpenStep = row.nextStep !== '' && row.nextStepDoneOn === null && !closed;
  const by = row.nextStepOn === null ? '' : `（${formatDate(row.nextStepOn)}まで）`;
  return (
    <>
      <StatusTag tone={closed ? 'good' : 'info'}>{codes.label('consultationState', row.state)}</StatusTag>
      {row.referredTo !== null && (
        <StatusTag tone={row.acknowledgedOn === null && !closed ? 'warn' : 'neutral'}>
          {codes.label('referral', row.referredTo)}
          {row.acknowledgedOn === null && !closed ? '・返事待ち' : 'へつなぎ'}
        </StatusTag>
      )}
      {hasOpenStep && <StatusTag tone="warn">{`次に：${row.nextStep}${by}`}</StatusTag>}
    </>
  );
}

/** Newest first. */
export function useConsultationEntries(personId: PersonId): { readonly entries: readonly TimelineEntry[] } {
  const codes = useCodes();
  const formatDate = useFormatDate();
  const navigate = useNavigate();
  const { data: consultations } = useRegisterQuery('consultations.listForPerson', { personId });
  const entries = (consultations ?? []).map((row): TimelineEntry => {
    const dateText = formatDate(row.consultedOn);
    return {
      id: row.id,
      dateText,
      dateTime: row.consultedOn,
      icon: MessagesSquare,
      kind: '相談',
      tone: 'info',
      title: `${codes.label('consultationContent', row.content)}　${codes.label('askedBy', row.askedBy)}から・${codes.label('consultationMethod', row.method)}`,
      tags: <Tags row={row} codes={codes} formatDate={formatDate} />,
      body: [row.question, row.answer].filter((text) => text.trim() !== '').join('\n→ ') || undefined,
      actions: (
        <IconButton
          label={`${dateText}の相談を開く`}
          icon={Pencil}
          onPress={() => void navigate({ to: '/consultations/$consultationId', params: { consultationId: row.id } })}
        />
      ),
    };
  });
  return { entries };
}
