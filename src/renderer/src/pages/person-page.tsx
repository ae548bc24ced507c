// One person, whole: facts, consent, contacts, and one line of time of visits and consultations. Composes features; owns no record.
import { useNavigate } from '@tanstack/react-router';
import {
  ClipboardPen,
  FileOutput,
  Flag,
  History as HistoryIcon,
  MessageSquarePlus,
  Pencil,
  RotateCcw,
} from 'lucide-react';
import { useState } from 'react';
import { useConsultationEntries } from '#renderer/features/consultations/consultation-timeline.tsx';
import { ConsentDialog } from '#renderer/features/people/consent-dialog.tsx';
import { EndWatchDialog } from '#renderer/features/people/end-watch-dialog.tsx';
import {
  CarePanel,
  ConsentPanel,
  ContactsPanel,
  PlacePanel,
  WatchPanel,
} from '#renderer/features/people/person-facts.tsx';
import { TermPanel } from '#renderer/features/retention/term-panel.tsx';
import { VisitEntryDialog } from '#renderer/features/visits/visit-entry.tsx';
import { useVisitEntries } from '#renderer/features/visits/visit-timeline.tsx';
import { call } from '#renderer/lib/client.ts';
import { useCodes } from '#renderer/lib/codes.tsx';
import { describeFailure } from '#renderer/lib/messages.ts';
import { useFormatDate } from '#renderer/lib/settings.tsx';
import { today } from '#renderer/lib/today.ts';
import { useRegisterCommand, useRegisterQuery } from '#renderer/lib/use-register.ts';
import { StatusTag } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Cluster, Panel, PanelGrid, Stack } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Notice } from '#renderer/ui/notice.tsx';
import { PageHeader } from '#renderer/ui/page-header.tsx';
import { Timeline } from '#renderer/ui/timeline.tsx';
import { toast } from '#renderer/ui/toast.tsx';
import type { Person } from '#shared/contract/person-shape.ts';
import { ageOn } from '#shared/model/calendar-date.ts';
import { dueState } from '#shared/model/due-date.ts';
import type { PersonId } from '#shared/model/ids.ts';

type OpenDialog = 'visit' | 'consent' | 'end' | null;

function DueTag({ person }: { readonly person: Person }) {
  const formatDate = useFormatDate();
  const codes = useCodes();
  if (person.watchEndedOn !== null) {
    return <StatusTag>{formatDate(person.watchEndedOn)} に見守りを終了</StatusTag>;
  }
  const residence = codes.all('residence').find(({ code }) => code === person.residence);
  if (residence?.attributes['away'] === true) {
    return <StatusTag tone="info">{residence.label}のため、うかがう予定を休んでいます</StatusTag>;
  }
  const text = formatDate(person.nextDueOn);
  switch (dueState(person.nextDueOn, today())) {
    case 'overdue':
      return <StatusTag tone="alert">予定日 {text} をすぎています</StatusTag>;
    case 'due_today':
      return <StatusTag tone="warn">今日うかがう予定です</StatusTag>;
    case 'none':
      return <StatusTag>次回予定は決まっていません</StatusTag>;
    default:
      return <StatusTag tone="info">次回予定 {text}</StatusTag>;
  }
}

/** Visits and consultations together, newest first. */
function History({ personId, name }: { readonly personId: PersonId; readonly name: string }) {
  const visits = useVisitEntries({ id: personId, name });
  const consultations = useConsultationEntries(personId);
  const entries = [...visits.entries, ...consultations.entries].sort((a, b) =>
    `${b.dateTime}${b.timeText ?? ''}`.localeCompare(`${a.dateTime}${a.timeText ?? ''}`),
  );
  return (
    <Panel title="これまでの記録">
      {entries.length === 0 ? (
        <EmptyState icon={ClipboardPen} title="まだ記録がありません">
          「見守りを記録」から、最初の記録を書いてください。
        </EmptyState>
      ) : (
        <Timeline label={`${name}さんの記録`} entries={entries} />
      )}
      {visits.dialog}
    </Panel>
  );
}

/** Takes up the watch again; one press too many can be taken back, with the day and the reason as they were. */
function useResume(person: Person | undefined): () => void {
  const resume = useRegisterCommand('people.resumeWatch');
  return () => {
    if (!person || person.watchEndedOn === null || resume.isPending) {
      return;
    }
    const { id: personId, name, watchEndedOn: endedOn, endReason: reason, endNote: note } = person;
    const complain = () => toast('元に戻せませんでした。この方のページで確かめてください。', { tone: 'warning' });
    const undo =
      reason === null
        ? undefined
        : () => void call('people.endWatch', { personId, endedOn, reason, note }).catch(complain);
    resume.mutate({ personId }, { onSuccess: () => toast(`${name}さんを見守りに戻しました。`, { undo }) });
  };
}

export function PersonPage({ personId }: { readonly personId: PersonId }) {
  const navigate = useNavigate();
  const codes = useCodes();
  const { data: person, error } = useRegisterQuery('people.get', { personId });
  const resume = useResume(person);
  const [dialog, setDialog] = useState<OpenDialog>(null);
  const back = { label: '見守り台帳', onPress: () => navigate({ to: '/people' }) };
  const close = () => setDialog(null);

  if (error) {
    return (
      <>
        <PageHeader title="見守り台帳" back={back} />
        <Notice tone="error" title={describeFailure(error.failure)} />
      </>
    );
  }
  if (!person) {
    return <Loading />;
  }
  const age = person.birthOn === null ? [] : [`${ageOn(person.birthOn, today())}歳`];
  const isEnded = person.watchEndedOn !== null;
  return (
    <Stack>
      <PageHeader
        title={`${person.name}さん`}
        subtitle={[person.kana, ...age, codes.label('district', person.district), `台帳番号 ${person.registerNumber}`]
          .filter((part) => part !== '')
          .join('　')}
        back={back}
        actions={
          <Cluster>
            <Button variant="primary" icon={ClipboardPen} onPress={() => setDialog('visit')} isDisabled={isEnded}>
              見守りを記録
            </Button>
            <Button
              icon={MessageSquarePlus}
              onPress={() => navigate({ to: '/consultations/new', search: { personId } })}
            >
              相談を記録
            </Button>
            <Button icon={Pencil} onPress={() => navigate({ to: '/people/$personId/edit', params: { personId } })}>
              直す
            </Button>
            {isEnded ? (
              <Button icon={RotateCcw} onPress={resume}>
                見守りに戻す
              </Button>
            ) : (
              <Button variant="quiet" icon={Flag} onPress={() => setDialog('end')}>
                見守りを終了
              </Button>
            )}
          </Cluster>
        }
      />
      <Cluster>
        <DueTag person={person} />
        {isEnded && <StatusTag>{codes.label('endReason', person.endReason)}</StatusTag>}
        {person.hasAutoLock && <StatusTag tone="info">オートロック</StatusTag>}
      </Cluster>
      <PanelGrid layout="main-aside">
        <Stack>
          <PlacePanel person={person} />
          <History personId={personId} name={person.name} />
          <CarePanel person={person} />
        </Stack>
        <Stack>
          <WatchPanel person={person} />
          <ContactsPanel person={person} />
          <ConsentPanel person={person} onRecord={() => setDialog('consent')} />
          {isEnded && <TermPanel personId={personId} />}
          <Button variant="quiet" icon={HistoryIcon} onPress={() => navigate({ to: '/audit', search: { personId } })}>
            この方の操作の記録
          </Button>
          <Button
            variant="quiet"
            icon={FileOutput}
            onPress={() => navigate({ to: '/people/$personId/disclosure', params: { personId } })}
          >
            ご本人への開示
          </Button>
        </Stack>
      </PanelGrid>
      {dialog === 'visit' && <VisitEntryDialog person={{ id: personId, name: person.name }} onClose={close} />}
      {dialog === 'consent' && <ConsentDialog personId={personId} name={person.name} onClose={close} />}
      {dialog === 'end' && <EndWatchDialog person={person} onClose={close} />}
    </Stack>
  );
}
